package org.xinbao.store;

import java.util.Collection;
import java.util.List;
import org.xinbao.arrears.Day;

/** The dates that were passed over on purpose (rulings 10). */
public final class SkippedDates {

  private final Database database;

  /**
   * A date that was passed over.
   *
   * @param date epoch day
   * @param withoutMonth the month that was given up for it ({@code 2026-10}), else empty
   */
  public record Skipped(int date, String withoutMonth) {}

  public SkippedDates(Database database) {
    this.database = database;
  }

  /** Replaces what the run, not yet published, has recorded. */
  public void record(long runId, Collection<Skipped> dates) {
    database.inTransaction(
        () -> {
          database.sql().sql("DELETE FROM skipped_date WHERE run_id = ?").param(runId).update();
          return Batches.insert(
              database,
              "INSERT INTO skipped_date (run_id, skipped_on, without_month) VALUES (?, ?, ?)",
              dates.iterator(),
              (each, number) -> new Object[] {runId, Day.toDate(each.date()), each.withoutMonth()});
        });
  }

  /** All dates passed over by published runs, oldest first. */
  public List<Skipped> list() {
    return database
        .sql()
        .sql(
            """
            SELECT s.skipped_on, s.without_month FROM skipped_date s
            JOIN run r ON r.run_id = s.run_id
            WHERE r.publish_no IS NOT NULL ORDER BY s.skipped_on, s.run_id
            """)
        .query(
            (row, number) ->
                new Skipped(Columns.day(row, "skipped_on"), row.getString("without_month")))
        .list();
  }
}
