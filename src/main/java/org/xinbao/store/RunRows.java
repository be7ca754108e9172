package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that a run has written into any table. */
final class RunRows {

  /** Tables with few rows per run. */
  private static final List<String> SMALL =
      List.of(
          "figure",
          "submission",
          "hand_over",
          "hand_over_attempt",
          "run_part",
          "run_step",
          "product_rule",
          "skipped_date");

  /** Tables of numbered rows. */
  private static final List<String> NUMBERED =
      List.of(
          "held",
          "rejected",
          "difference",
          "adverse_record",
          "queued_report",
          "notice",
          "decision",
          "kept_identity");

  /** Tables of which a later row replaces an earlier one, each with its key. */
  private static final List<Versioned> VERSIONED =
      List.of(
          new Versioned("adverse_record", List.of("loan_id", "overdue_from")),
          new Versioned("queued_report", List.of("loan_id", "bureau", "report_date")),
          new Versioned("kept_identity", List.of("loan_id")));

  /** Rows in one transaction: what the database holds in memory until a commit. */
  private static final int SLICE = 5_000;

  private record Versioned(String table, List<String> key) {}

  private RunRows() {}

  static List<String> tables() {
    return Stream.concat(SMALL.stream(), NUMBERED.stream()).toList();
  }

  /** Deletes everything that a run has written. */
  static void deleteAll(Database database, long runId) {
    for (String table : SMALL) {
      database.sql().sql("DELETE FROM " + table + " WHERE run_id = ?").param(runId).update();
    }
    NUMBERED.forEach(table -> delete(database, table, runId));
  }

  /** Deletes the numbered rows of a run, slice by slice. */
  static void delete(Database database, String table, long runId) {
    String delete = "DELETE FROM " + table + " WHERE run_id = ? AND row_no > ?";
    for (long number = last(database, table, runId); number > 0; ) {
      number = Math.max(0, number - SLICE);
      database.sql().sql(delete).params(runId, number).update();
    }
  }

  /**
   * Deletes what the rows of a published run have replaced, then its own rows that only say that
   * something is removed. May be repeated.
   */
  static void tidy(Database database, long runId) {
    String notKept = notKept(database, runId);
    for (Versioned each : VERSIONED) {
      long last = last(database, each.table(), runId);
      for (long from = 0; from < last; from += SLICE) {
        tidySlice(database, each, runId, from, notKept);
      }
    }
  }

  private static void tidySlice(
      Database database, Versioned each, long runId, long from, String notKept) {
    String slice = " WHERE run_id = ? AND row_no > ? AND row_no <= ?";
    String keys = String.join(", ", each.key());
    List<@Nullable Object[]> rows =
        database
            .sql()
            .sql("SELECT " + keys + " FROM " + each.table() + slice)
            .params(runId, from, from + SLICE)
            .query((row, number) -> key(row, each.key().size()))
            .list();
    String replaced =
        "DELETE FROM "
            + each.table()
            + " WHERE "
            + String.join(" = ? AND ", each.key())
            + " = ? AND "
            + notKept;
    database.inTransaction(
        () -> {
          if (!rows.isEmpty()) {
            Batches.send(database, replaced, rows);
          }
          return database
              .sql()
              .sql("DELETE FROM " + each.table() + slice + " AND removed = TRUE")
              .params(runId, from, from + SLICE)
              .update();
        });
  }

  private static @Nullable Object[] key(ResultSet row, int columns) throws SQLException {
    Object[] key = new Object[columns];
    for (int i = 0; i < columns; i++) {
      key[i] = row.getObject(i + 1);
    }
    return key;
  }

  /**
   * The condition that a row is of none of the runs whose rows a run has not replaced: itself,
   * later publications, unpublished ones.
   */
  private static String notKept(Database database, long runId) {
    return database
        .sql()
        .sql(
            "SELECT run_id FROM run WHERE run_id = ? OR state IN ('RUNNING', 'FAILED')"
                + " OR publish_no > (SELECT publish_no FROM run WHERE run_id = ?)")
        .params(runId, runId)
        .query((row, number) -> "run_id <> " + row.getLong("run_id"))
        .list()
        .stream()
        .collect(Collectors.joining(" AND "));
  }

  /** The number of the last row of a run in a table of numbered rows, 0 when there is none. */
  static long last(Database database, String table, long runId) {
    return database
        .sql()
        .sql("SELECT COALESCE(MAX(row_no), 0) FROM " + table + " WHERE run_id = ?")
        .param(runId)
        .query((row, number) -> row.getLong(1))
        .single();
  }
}
