package org.xinbao.store;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.store.PublishedRuns.Owned;

/** The loans that are still known although their last adverse record is deleted (rulings 38). */
public final class KeptIdentities {

  private static final String INSERT =
      "INSERT INTO kept_identity (loan_id, run_id, row_no, removed, keep_until)"
          + " VALUES (?, ?, ?, ?, ?)";

  private final Database database;

  public KeptIdentities(Database database) {
    this.database = database;
  }

  /**
   * A loan that is still known.
   *
   * @param until the last day on which it must be (epoch day); {@link Day#NONE} takes it off the
   *     list
   */
  public record KeptIdentity(String loanId, int until) {}

  /** Those of a range of loans. */
  public LoanRows<KeptIdentity> read(LoanRange range) {
    return new LoanRows<>(
        database,
        LoanRows.Source.of("kept_identity", "run_id"),
        (row, number) -> {
          String loanId = row.getString("loan_id");
          Optional<KeptIdentity> kept =
              row.getBoolean("removed")
                  ? Optional.empty()
                  : Optional.of(new KeptIdentity(loanId, Columns.day(row, "keep_until")));
          return new Owned<>(row.getLong("run_id"), loanId, kept);
        },
        range);
  }

  /** Writes the changes of a run, replacing what it wrote before. */
  public long record(long runId, Iterator<KeptIdentity> changes) {
    RunRows.delete(database, "kept_identity", runId);
    return Batches.insertInSlices(
        database,
        INSERT,
        changes,
        (each, number) ->
            new @Nullable Object[] {
              each.loanId(), runId, number, each.until() == Day.NONE, Columns.date(each.until())
            });
  }
}
