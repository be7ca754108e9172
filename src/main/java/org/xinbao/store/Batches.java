package org.xinbao.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements sent to the database many at a time. */
final class Batches {

  /** Rows in one round trip. */
  private static final int SIZE = 1_000;

  private Batches() {}

  /** Runs the statement for every row, within the present transaction if there is one. */
  static <T> long insert(
      Database database,
      String statement,
      Iterator<T> rows,
      Function<T, @Nullable Object[]> values) {
    long count = 0;
    while (rows.hasNext()) {
      List<@Nullable Object[]> batch = new ArrayList<>(SIZE);
      while (rows.hasNext() && batch.size() < SIZE) {
        batch.add(values.apply(rows.next()));
      }
      database.template().batchUpdate(statement, batch);
      count += batch.size();
    }
    return count;
  }
}
