package org.xinbao.arrears;

/** The PBOC repayment status (当前还款状态) at the close of the business date. */
final class RepaymentStatus {
  /** Below half a yuan the bureau would read an overdue total of 0. */
  private static final long REPORTABLE_CENTS = 50;

  private static final int DAYS_PER_STEP = 30;
  private static final int LAST_STEP = 7;

  private RepaymentStatus() {}

  static char of(
      LoanStatus status,
      boolean nothingOwed,
      OverdueFigures overdue,
      int daysDelinquent,
      MonthFigures month,
      long dueThisMonth) {
    return switch (status) {
      case CLOSED -> 'C';
      case TRANSFERRED -> 'G';
      case WRITTEN_OFF -> nothingOwed ? 'G' : 'B';
      case ACTIVE -> ofActive(overdue, daysDelinquent, month, dueThisMonth);
    };
  }

  private static char ofActive(
      OverdueFigures overdue, int daysDelinquent, MonthFigures month, long dueThisMonth) {
    if (month.guarantorPaid()) {
      return 'D';
    }
    if (daysDelinquent > 0 && overdue.total() >= REPORTABLE_CENTS) {
      int step = (daysDelinquent + DAYS_PER_STEP - 1) / DAYS_PER_STEP;
      return (char) ('0' + Math.min(LAST_STEP, step));
    }
    if (overdue.daysPastDue() == 0 && month.unpaidOnDueDate()) {
      return 'M';
    }
    return dueThisMonth > 0 || overdue.daysPastDue() > 0 ? 'N' : '*';
  }
}
