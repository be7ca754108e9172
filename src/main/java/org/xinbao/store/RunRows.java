package org.xinbao.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a run has written into any table. */
final class RunRows {

  /** Tables with few rows per run. */
  private static final List<String> SMALL =
      List.of("figure", "submission", "run_part", "run_step", "product_rule", "skipped_date");

  /** Tables of numbered rows. */
  private static final List<String> LISTS = List.of("held", "rejected", "difference");

  /** Tables of rows by loan. */
  private static final List<String> BY_LOAN =
      List.of("adverse_record", "queued_report", "notice", "decision");

  /** Tables of which a later row replaces an earlier one, each with its key. */
  private static final List<Versioned> VERSIONED =
      List.of(
          new Versioned("adverse_record", List.of("loan_id", "overdue_from")),
          new Versioned("queued_report", List.of("loan_id", "bureau", "report_date")));

  /** Rows or loans in one transaction: what the database holds in memory until a commit. */
  private static final int SLICE = 5_000;

  private record Versioned(String table, List<String> key) {}

  private RunRows() {}

  static List<String> tables() {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(LISTS);
    all.addAll(BY_LOAN);
    return all;
  }

  /** Deletes everything that a run has written. */
  static void deleteAll(Database database, long runId) {
    for (String table : SMALL) {
      database.sql().sql("DELETE FROM " + table + " WHERE run_id = ?").param(runId).update();
    }
    LISTS.forEach(table -> deleteList(database, table, runId));
    BY_LOAN.forEach(table -> deleteByLoan(database, table, runId));
  }

  /** Deletes the numbered rows of a run, slice by slice. */
  static void deleteList(Database database, String table, long runId) {
    JdbcClient sql = database.sql();
    String last = "SELECT COALESCE(MAX(row_no), 0) FROM " + table + " WHERE run_id = ?";
    long number = sql.sql(last).param(runId).query((row, n) -> row.getLong(1)).single();
    String delete = "DELETE FROM " + table + " WHERE run_id = ? AND row_no > ?";
    while (number > 0) {
      number = Math.max(0, number - SLICE);
      sql.sql(delete).params(runId, number).update();
    }
  }

  /** Deletes the rows of a run, some loans at a time. */
  static void deleteByLoan(Database database, String table, long runId) {
    String delete = "DELETE FROM " + table + " WHERE run_id = ? AND loan_id <= ?";
    for (String last = sliceEnd(database, table, runId, "");
        !last.isEmpty();
        last = sliceEnd(database, table, runId, "")) {
      database.sql().sql(delete).params(runId, last).update();
    }
  }

  /**
   * Deletes what the rows of a run that has been published last have replaced, then its own rows
   * that only say that something is removed. May be repeated.
   */
  static void tidy(Database database, long runId) {
    for (Versioned each : VERSIONED) {
      String after = "";
      for (String last = sliceEnd(database, each.table(), runId, after);
          !last.isEmpty();
          last = sliceEnd(database, each.table(), runId, after)) {
        deleteReplaced(database, each, runId, after, last);
        after = last;
      }
      deleteRemoved(database, each.table(), runId);
    }
  }

  private static void deleteReplaced(
      Database database, Versioned each, long runId, String after, String last) {
    List<String> equal =
        each.key().stream().map(column -> "n." + column + " = o." + column).toList();
    database
        .sql()
        .sql(
            "DELETE FROM "
                + each.table()
                + " o WHERE o.loan_id > ? AND o.loan_id <= ? AND o.run_id IN (SELECT run_id FROM run"
                + " WHERE publish_no < (SELECT publish_no FROM run WHERE run_id = ?))"
                + " AND EXISTS (SELECT 1 FROM "
                + each.table()
                + " n WHERE "
                + String.join(" AND ", equal)
                + " AND n.run_id = ?)")
        .params(after, last, runId, runId)
        .update();
  }

  private static void deleteRemoved(Database database, String table, long runId) {
    database
        .sql()
        .sql("DELETE FROM " + table + " WHERE run_id = ? AND removed = TRUE")
        .param(runId)
        .update();
  }

  /** The last loan of the run's next slice after a loan; empty when there is none. */
  private static String sliceEnd(Database database, String table, long runId, String after) {
    List<String> ends =
        database
            .sql()
            .sql(
                "SELECT loan_id FROM "
                    + table
                    + " WHERE run_id = ? AND loan_id > ? ORDER BY run_id, loan_id FETCH FIRST "
                    + SLICE
                    + " ROWS ONLY")
            .params(runId, after)
            .query((row, number) -> row.getString("loan_id"))
            .list();
    return ends.isEmpty() ? "" : ends.get(ends.size() - 1);
  }
}
