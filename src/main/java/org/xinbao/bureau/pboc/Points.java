package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;

/**
 * Which record is due on a day: the decision order of reference section 3.12, first match decides,
 * with the edges of rulings 9 and 37.
 *
 * <ol>
 *   <li>reported as closed: nothing more, unless the account is open again
 *   <li>never reported, opened in the month and less than 30 days ago, not closed: 10
 *   <li>never reported, not closed, settlement day: 31
 *   <li>reported, closed, settlement day: 32
 *   <li>reported, closed less than 30 days ago: 20 (later the bureau takes only 32, BLE010)
 *   <li>overdue when last reported, no longer: 40, for the day of the last repayment
 *   <li>settlement day: 30
 * </ol>
 *
 * A 40 that becomes due on a settlement day (a payment booked late) does not stand in for the 30:
 * its report date is an earlier one, so both go out.
 */
final class Points {

  private static final int DAYS_MAX = 30;

  private Points() {}

  /** A record that is due. */
  record Due(ReportPoint point, int rptDate) {}

  static List<Due> decide(
      ReportedState state,
      BureauLoan loan,
      int day,
      PbocProduct product,
      IntFunction<BureauLoan> asOf) {
    Assessment figures = loan.assessment();
    boolean closed = AccountFigures.isClosed(figures);
    boolean settles = product.settlementOf(day) == day;
    if (!state.isKnown()) {
      return first(loan, day, closed, settles);
    }
    if (state.rptDate() != Day.NONE && isTold(state, day, closed)) {
      return List.of();
    }
    if (state.closed()) {
      return !closed && settles ? due(ReportPoint.MONTHLY, day) : List.of();
    }
    if (closed) {
      if (settles) {
        return due(ReportPoint.CLOSED_MONTHLY, day);
      }
      boolean recent = day - AccountFigures.closeDate(loan) < DAYS_MAX;
      return recent ? due(ReportPoint.CLOSED, day) : List.of();
    }
    List<Due> due = new ArrayList<>();
    if (isRecovered(state, loan, day, product, asOf)) {
      due.add(new Due(ReportPoint.RECOVERED, figures.lastPaidOn()));
    }
    if (settles) {
      due.add(new Due(ReportPoint.MONTHLY, day));
    }
    return due;
  }

  /**
   * Whether the bureau would refuse the day, because it is not later than what it has: a monthly
   * record of the month (BLR027), the closing record (BLR021), any record of the day (ABR004).
   */
  private static boolean isTold(ReportedState state, int day, boolean closed) {
    boolean last = state.closed() || closed || Dates.month(day) <= state.month();
    return last ? day <= state.rptDate() : day == state.rptDate();
  }

  private static List<Due> first(BureauLoan loan, int day, boolean closed, boolean settles) {
    int opened = loan.exported().loan().openedOn();
    if (closed) {
      return List.of();
    }
    if (Dates.month(opened) == Dates.month(day) && day - opened < DAYS_MAX) {
      return due(ReportPoint.NEW_ACCOUNT, day);
    }
    return settles ? due(ReportPoint.FIRST_KNOWN, day) : List.of();
  }

  private static boolean isRecovered(
      ReportedState state,
      BureauLoan loan,
      int day,
      PbocProduct product,
      IntFunction<BureauLoan> asOf) {
    int paidOn = loan.assessment().lastPaidOn();
    if (state.overdue() == 0
        || paidOn == Day.NONE
        || Dates.month(paidOn) != Dates.month(day)
        || paidOn == product.settlementOf(day)
        || paidOn <= state.rptDate()
        || state.recoveredMonth() == Dates.month(day)) {
      return false;
    }
    return owesNothingOverdue(loan, state)
        && (paidOn == day || owesNothingOverdue(asOf.apply(paidOn), state));
  }

  private static boolean owesNothingOverdue(BureauLoan loan, ReportedState state) {
    AccountFigures figures = AccountFigures.of(loan, state.fiveClassOn());
    return figures.totOverd() == 0 && !figures.isBadDebt();
  }

  private static List<Due> due(ReportPoint point, int rptDate) {
    return List.of(new Due(point, rptDate));
  }
}
