package org.xinbao.store;

import java.util.Iterator;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.store.PublishedRuns.Owned;

/** The notices to borrowers, kept from the night they are first seen (rulings 5). */
public final class Notices {

  private static final String INSERT =
      "INSERT INTO notice (loan_id, channel, sent_on, run_id, row_no) VALUES (?, ?, ?, ?, ?)";

  private final Database database;

  public Notices(Database database) {
    this.database = database;
  }

  /** The notices of the loans of a range, by channel and day within a loan. */
  public LoanRows<NoticeRow> read(LoanRange range) {
    return new LoanRows<>(
        database,
        LoanRows.Source.of("notice", "channel, sent_on, run_id"),
        (row, number) -> {
          NoticeRow notice =
              new NoticeRow(
                  row.getString("loan_id"), row.getString("channel"), Columns.day(row, "sent_on"));
          return new Owned<>(row.getLong("run_id"), notice, Optional.of(notice));
        },
        range);
  }

  /**
   * Writes the notices that a run has seen first, replacing what it wrote before; they are known
   * once the run is published.
   *
   * @param notices no two of one loan, channel and day; each with a day
   */
  public long record(long runId, Iterator<NoticeRow> notices) {
    RunRows.delete(database, "notice", runId);
    return Batches.insertInSlices(
        database,
        INSERT,
        notices,
        (each, number) ->
            new Object[] {each.loanId(), each.channel(), Day.toDate(each.sentOn()), runId, number});
  }
}
