package org.xinbao.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which runs are published, and in which order: decides which rows count. One entry per run. */
final class PublishedRuns {

  private final Map<Long, Long> numbers = new HashMap<>();

  private PublishedRuns() {}

  /**
   * A row of a run.
   *
   * @param key what a later row with the same key replaces
   * @param value empty when the row says that its key is removed
   */
  record Owned<T>(long runId, Object key, Optional<T> value) {}

  static PublishedRuns load(Database database) {
    PublishedRuns runs = new PublishedRuns();
    database
        .sql()
        .sql("SELECT run_id, publish_no FROM run WHERE publish_no IS NOT NULL")
        .query(
            row -> {
              runs.numbers.put(row.getLong("run_id"), row.getLong("publish_no"));
            });
    return runs;
  }

  /** Of the rows of published runs, for each key the one published last, in the order given. */
  <T> List<T> latest(List<Owned<T>> rows) {
    Map<Object, Owned<T>> latest = new LinkedHashMap<>();
    for (Owned<T> row : rows) {
      if (numbers.containsKey(row.runId())) {
        latest.merge(row.key(), row, (a, b) -> number(a.runId()) > number(b.runId()) ? a : b);
      }
    }
    return latest.values().stream().flatMap(each -> each.value().stream()).toList();
  }

  private long number(long runId) {
    return numbers.getOrDefault(runId, 0L);
  }
}
