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

  /** Rows in one transaction: each waits for the disk, and holds its rows in memory. */
  private static final int SLICE = 5_000;

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

  /**
   * Runs the statement for every row, a transaction for each batch: for rows that do not count
   * before their run is published.
   */
  static <T> long insertInSlices(
      Database database,
      String statement,
      Iterator<T> rows,
      Function<T, @Nullable Object[]> values) {
    long count = 0;
    while (rows.hasNext()) {
      List<T> slice = new ArrayList<>(SLICE);
      while (rows.hasNext() && slice.size() < SLICE) {
        slice.add(rows.next());
      }
      count += database.inTransaction(() -> insert(database, statement, slice.iterator(), values));
    }
    return count;
  }
}
