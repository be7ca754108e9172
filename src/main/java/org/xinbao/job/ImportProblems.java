package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.ledger.RejectCode;

/** Why a reporting history cannot be imported; all are counted, the first are kept. */
final class ImportProblems {

  /** More than a person reads at a time. */
  private static final int KEPT = 100;

  private final List<String> first = new ArrayList<>();
  private long count;

  /**
   * Adds one.
   *
   * @param sentence without the value, which may be personal
   */
  void add(ImportFile file, long line, String column, RejectCode code, String sentence) {
    add(
        file.fileName()
            + " line "
            + line
            + (column.isEmpty() ? "" : ", " + column)
            + ": "
            + code
            + ": "
            + sentence);
  }

  /** Adds one that concerns a whole file. */
  void add(String text) {
    count++;
    if (first.size() < KEPT) {
      first.add(text);
    }
  }

  long count() {
    return count;
  }

  List<String> first() {
    return List.copyOf(first);
  }
}
