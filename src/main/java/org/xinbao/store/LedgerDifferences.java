package org.xinbao.store;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the ledger's own figures differed from ours (rulings 1 and 2), run by run. */
public final class LedgerDifferences {

  private final RowList<LedgerDifference> rows;

  public LedgerDifferences(Database database) {
    this.rows =
        new RowList<>(
            database,
            "difference",
            List.of("loan_id", "txn_id", "measure", "ledger_amount", "our_amount"),
            each ->
                new @Nullable Object[] {
                  each.loanId(), each.txnId(), each.measure(), each.ledger(), each.ours()
                },
            (row, number) ->
                new LedgerDifference(
                    row.getString("loan_id"),
                    row.getString("txn_id"),
                    row.getString("measure"),
                    row.getLong("ledger_amount"),
                    row.getLong("our_amount")));
  }

  /** Replaces what the run, not yet published, has recorded. */
  public long record(long runId, Iterator<LedgerDifference> differences) {
    return rows.record(runId, differences);
  }

  /** The rows of a run in the order of its file. */
  public Iterator<LedgerDifference> read(long runId) {
    return rows.read(runId);
  }

  /** What ever differed of a loan, the latest run first. */
  public List<LedgerDifference> ofLoan(String loanId) {
    return rows.ofLoan(loanId);
  }
}
