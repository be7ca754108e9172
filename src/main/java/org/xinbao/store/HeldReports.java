package org.xinbao.store;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.Held;

/** The reports that were due but held back, as {@code held.csv} of each run lists them. */
public final class HeldReports {

  private final RowList<Held> rows;

  public HeldReports(Database database) {
    this.rows =
        new RowList<>(
            database,
            "held",
            List.of("loan_id", "bureau", "code", "message", "report_date", "since"),
            each ->
                new @Nullable Object[] {
                  each.loanId(),
                  each.bureau(),
                  each.code(),
                  each.message(),
                  Columns.date(each.reportDate()),
                  Columns.date(each.since())
                },
            (row, number) ->
                new Held(
                    row.getString("loan_id"),
                    row.getString("bureau"),
                    row.getString("code"),
                    row.getString("message"),
                    Columns.day(row, "report_date"),
                    Columns.day(row, "since")));
  }

  /** Replaces what the run, not yet published, has recorded. */
  public long record(long runId, Iterator<Held> held) {
    return rows.record(runId, held);
  }

  /** The rows of a run in the order of its file. */
  public Iterator<Held> read(long runId) {
    return rows.read(runId);
  }

  /** What was ever held for a loan, the latest run first. */
  public List<Held> ofLoan(String loanId) {
    return rows.ofLoan(loanId);
  }

  /** What one run held for a loan. */
  public List<Held> ofLoan(long runId, String loanId) {
    return rows.ofLoan(runId, loanId);
  }
}
