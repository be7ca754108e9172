package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.ProductRules.AdverseBegins;

/**
 * Adverse records day by day (contract section 2, "Adverse records and retention").
 *
 * <p>Between two movements of the loan nothing is paid, instalments only become overdue and penalty
 * only grows, so days past due and overdue total are largest on the last day before the next
 * movement: looking at that day is looking at all of them.
 */
final class AdverseTrack {
  private final Ageing ageing;
  private final int beginsAtDays;
  private final long penaltyTolerance;
  private List<AdverseRecord> ended = List.of();

  private boolean open;
  private boolean transferred;
  private int from;
  private int worstDays;
  private long worstTotal;

  AdverseTrack(ProductRules rules, Ageing ageing) {
    this.ageing = ageing;
    beginsAtDays =
        rules.adverseBegins() == AdverseBegins.DELINQUENT && ageing.shift() > 0
            ? ageing.shift() + 1
            : 1;
    penaltyTolerance = rules.penaltyTolerance();
  }

  /** Whether a record is open, so that worst figures are wanted. */
  boolean isOpen() {
    return open;
  }

  /** No instalment is overdue at the close of the days from {@code day} on. */
  void quiet(int day, long unpaidPenalty) {
    if (!open || transferred) {
      return;
    }
    worstTotal = Math.max(worstTotal, unpaidPenalty);
    if (unpaidPenalty <= penaltyTolerance) {
      keep(new AdverseRecord(from, day, worstDays, worstTotal));
      open = false;
    }
  }

  /**
   * The instalment due on {@code dueOn} is the oldest overdue one from {@code first} to {@code
   * last}.
   */
  void overdue(int first, int last, int dueOn) {
    int begin = Math.max(first, dueOn + firstDayOffset());
    if (!open && begin <= last) {
      open = true;
      from = begin;
      worstDays = 0;
      worstTotal = 0;
    }
    if (open) {
      worstDays = Math.max(worstDays, ageing.daysPastDue(dueOn, last));
    }
  }

  /** The overdue total at the close of a day of the open record. */
  void total(long overdueTotal) {
    worstTotal = Math.max(worstTotal, overdueTotal);
  }

  /**
   * The loan is transferred at the close of the day; a record that is open and not at its end stays
   * open for ever: this lender cannot know when it is paid.
   */
  void transfer(boolean overdue, long unpaidPenalty) {
    transferred = open && (overdue || unpaidPenalty > penaltyTolerance);
  }

  /** All records, oldest first; to be asked once, at the end. */
  List<AdverseRecord> records() {
    if (open) {
      keep(new AdverseRecord(from, Day.NONE, worstDays, worstTotal));
    }
    return ended;
  }

  /** Nearly all loans have no record and need no list. */
  private void keep(AdverseRecord record) {
    if (ended.isEmpty()) {
      ended = new ArrayList<>();
    }
    ended.add(record);
  }

  private int firstDayOffset() {
    return beginsAtDays - ageing.dueDateCounts();
  }
}
