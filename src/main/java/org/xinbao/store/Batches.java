package org.xinbao.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;

/** Statements sent to the database many at a time. */
final class Batches {

  /** Rows in one round trip. */
  private static final int SIZE = 1_000;

  /** Rows in one transaction: each waits for the disk, and holds its rows in memory. */
  private static final int SLICE = 5_000;

  private Batches() {}

  /** The values of a row. */
  interface Values<T> {

    /**
     * The values in the order of the statement.
     *
     * @param number counts the rows from 1
     */
    @Nullable Object[] of(T row, long number);
  }

  /** Runs the statement for every row, within the present transaction if there is one. */
  static <T> long insert(Database database, String statement, Iterator<T> rows, Values<T> values) {
    return insert(database, statement, rows, values, 0);
  }

  /**
   * Runs the statement for every row, some thousand in a transaction: for rows that do not count
   * before their run is published.
   */
  static <T> long insertInSlices(
      Database database, String statement, Iterator<T> rows, Values<T> values) {
    long count = 0;
    while (rows.hasNext()) {
      List<T> slice = next(rows, SLICE);
      long before = count;
      count +=
          database.inTransaction(
              () -> insert(database, statement, slice.iterator(), values, before));
    }
    return count;
  }

  /** Sends the statement once for each list of values. */
  static void send(Database database, String statement, List<@Nullable Object[]> batch) {
    database
        .template()
        .batchUpdate(
            statement,
            new BatchPreparedStatementSetter() {
              @Override
              public void setValues(PreparedStatement prepared, int index) throws SQLException {
                set(prepared, batch.get(index));
              }

              @Override
              public int getBatchSize() {
                return batch.size();
              }
            });
  }

  private static <T> long insert(
      Database database, String statement, Iterator<T> rows, Values<T> values, long before) {
    long count = 0;
    while (rows.hasNext()) {
      List<@Nullable Object[]> batch = new ArrayList<>(SIZE);
      for (T row : next(rows, SIZE)) {
        count++;
        batch.add(values.of(row, before + count));
      }
      send(database, statement, batch);
    }
    return count;
  }

  private static <T> List<T> next(Iterator<T> rows, int limit) {
    List<T> slice = new ArrayList<>(limit);
    while (rows.hasNext() && slice.size() < limit) {
      slice.add(rows.next());
    }
    return slice;
  }

  private static void set(PreparedStatement prepared, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        // Only days may be absent; telling the type saves asking the database for it.
        prepared.setNull(i + 1, Types.DATE);
      } else {
        prepared.setObject(i + 1, value);
      }
    }
  }
}
