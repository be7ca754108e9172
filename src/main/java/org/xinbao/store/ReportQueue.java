package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.store.PublishedRuns.Owned;

/** The queue of reports that were held back or rejected (rulings 4), by loan. */
public final class ReportQueue {

  private static final String INSERT =
      """
      INSERT INTO queued_report (loan_id, bureau, report_date, run_id, row_no, removed, since, code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  private record Key(String bureau, int reportDate) {}

  public ReportQueue(Database database) {
    this.database = database;
  }

  /** The queued reports of the loans of a range, by bureau and report date within a loan. */
  public LoanRows<QueueEntry> read(LoanRange range) {
    return new LoanRows<>(
        database,
        LoanRows.Source.of("queued_report", "bureau, report_date, run_id"),
        ReportQueue::row,
        range);
  }

  /**
   * Writes all changes of a run, replacing what it wrote before; they are in force once the run is
   * published. Memory does not grow with their number.
   *
   * @param changes at most one for each report
   */
  public long record(long runId, Iterator<QueueChange> changes) {
    RunRows.delete(database, "queued_report", runId);
    return Batches.insertInSlices(
        database, INSERT, changes, (each, number) -> values(runId, number, each));
  }

  private static @Nullable Object[] values(long runId, long number, QueueChange change) {
    if (change instanceof QueueChange.Put put) {
      QueuedReport report = put.entry().report();
      return new @Nullable Object[] {
        put.entry().loanId(),
        put.entry().bureau(),
        Columns.date(report.reportDate()),
        runId,
        number,
        false,
        Columns.date(report.since()),
        report.code()
      };
    }
    QueueChange.Remove remove = (QueueChange.Remove) change;
    return new @Nullable Object[] {
      remove.loanId(),
      remove.bureau(),
      Columns.date(remove.reportDate()),
      runId,
      number,
      true,
      null,
      ""
    };
  }

  private static Owned<QueueEntry> row(ResultSet row, int number) throws SQLException {
    String bureau = row.getString("bureau");
    int reportDate = Columns.day(row, "report_date");
    Optional<QueueEntry> entry =
        row.getBoolean("removed")
            ? Optional.empty()
            : Optional.of(
                new QueueEntry(
                    row.getString("loan_id"),
                    bureau,
                    new QueuedReport(
                        reportDate, Columns.day(row, "since"), row.getString("code"))));
    return new Owned<>(row.getLong("run_id"), new Key(bureau, reportDate), entry);
  }
}
