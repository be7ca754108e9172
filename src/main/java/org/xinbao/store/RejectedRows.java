package org.xinbao.store;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;

/** The rows that were not used, as {@code rejects.csv} of each run lists them. */
public final class RejectedRows {

  private final RowList<Reject> rows;

  public RejectedRows(Database database) {
    this.rows =
        new RowList<>(
            database,
            "rejected",
            List.of("file_name", "line_no", "loan_id", "column_name", "code", "message"),
            each ->
                new @Nullable Object[] {
                  each.file(),
                  each.line(),
                  each.loanId(),
                  each.column(),
                  each.code().name(),
                  each.message()
                },
            (row, number) ->
                new Reject(
                    row.getString("file_name"),
                    row.getLong("line_no"),
                    row.getString("loan_id"),
                    row.getString("column_name"),
                    RejectCode.valueOf(row.getString("code")),
                    row.getString("message")));
  }

  /** Replaces what the run, not yet published, has recorded. */
  public long record(long runId, Iterator<Reject> rejects) {
    return rows.record(runId, rejects);
  }

  /** The rows of a run in the order of its file. */
  public Iterator<Reject> read(long runId) {
    return rows.read(runId);
  }

  /** What was ever rejected of a loan, the latest run first. */
  public List<Reject> ofLoan(String loanId) {
    return rows.ofLoan(loanId);
  }

  /** What one run rejected of a loan. */
  public List<Reject> ofLoan(long runId, String loanId) {
    return rows.ofLoan(runId, loanId);
  }
}
