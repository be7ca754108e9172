package org.xinbao.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A table that keeps, for each run, numbered rows in the order of a file of its outputs. */
final class RowList<T> {

  private static final int PAGE = 2_000;

  private final Database database;
  private final String table;
  private final String insert;
  private final Function<T, @Nullable Object[]> values;
  private final RowMapper<T> mapper;

  /**
   * @param columns the columns after run_id and row_no
   * @param values their values
   */
  RowList(
      Database database,
      String table,
      List<String> columns,
      Function<T, @Nullable Object[]> values,
      RowMapper<T> mapper) {
    this.database = database;
    this.table = table;
    this.insert =
        "INSERT INTO "
            + table
            + " (run_id, row_no, "
            + String.join(", ", columns)
            + ") VALUES (?, ?"
            + ", ?".repeat(columns.size())
            + ")";
    this.values = values;
    this.mapper = mapper;
  }

  /** Replaces the rows of a run, slice by slice. */
  long record(long runId, Iterator<T> rows) {
    RunRows.delete(database, table, runId);
    return Batches.insertInSlices(
        database, insert, rows, (each, number) -> prefixed(runId, number, values.apply(each)));
  }

  /** The rows of a run in their order, read in pages. */
  Iterator<T> read(long runId) {
    return new Iterator<>() {
      private List<T> page = List.of();
      private int next;
      private long last;

      @Override
      public boolean hasNext() {
        if (next == page.size()) {
          page = page(runId, last);
          last += page.size();
          next = 0;
        }
        return next < page.size();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return page.get(next++);
      }
    };
  }

  /** The rows of a loan, of all published runs, newest run first. */
  List<T> ofLoan(String loanId) {
    return database
        .sql()
        .sql(
            "SELECT t.* FROM "
                + table
                + " t JOIN run r ON r.run_id = t.run_id WHERE t.loan_id = ? AND r.publish_no IS NOT"
                + " NULL ORDER BY r.publish_no DESC, t.row_no")
        .param(loanId)
        .query(mapper)
        .list();
  }

  /** The rows of a loan that one run has. */
  List<T> ofLoan(long runId, String loanId) {
    return database
        .sql()
        .sql("SELECT * FROM " + table + " WHERE loan_id = ? AND run_id = ? ORDER BY row_no")
        .params(loanId, runId)
        .query(mapper)
        .list();
  }

  private List<T> page(long runId, long after) {
    return database
        .sql()
        .sql(
            "SELECT * FROM "
                + table
                + " WHERE run_id = ? AND row_no > ? AND row_no <= ? ORDER BY row_no")
        .params(runId, after, after + PAGE)
        .query(mapper)
        .list();
  }

  private static @Nullable Object[] prefixed(long runId, long number, @Nullable Object[] rest) {
    List<@Nullable Object> all = new ArrayList<>(rest.length + 2);
    all.add(runId);
    all.add(number);
    for (Object each : rest) {
      all.add(each);
    }
    return all.toArray();
  }
}
