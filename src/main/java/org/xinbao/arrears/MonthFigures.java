package org.xinbao.arrears;

/** What was paid: in the month of the business date, last, and of penalty since disbursement. */
final class MonthFigures {
  private final int monthStart;
  private long paidThisMonth;
  private boolean guarantorPaid;
  private boolean unpaidOnDueDate;
  private int lastPaidOn = Day.NONE;
  private long lastPaidAmount;
  private long penaltyPaid;

  MonthFigures(int businessDate) {
    monthStart = Day.firstOfMonth(businessDate);
  }

  /** A repayment that is not returned by the business date. */
  void paid(Movement payment, long penalty) {
    int day = payment.valueDate();
    if (day >= monthStart) {
      paidThisMonth = Math.addExact(paidThisMonth, payment.amount());
      guarantorPaid |= payment.type() == MovementType.GUARANTOR_REPAYMENT;
    }
    lastPaidAmount = Math.addExact(day == lastPaidOn ? lastPaidAmount : 0, payment.amount());
    lastPaidOn = day;
    penaltyPaid = Math.addExact(penaltyPaid, penalty);
  }

  /**
   * Looks for instalments of the month that are unpaid at the close of their due date, among those
   * due from {@code from} to {@code to}, between which nothing is paid.
   */
  void look(OpenInstalments open, int from, int to) {
    if (to < monthStart || unpaidOnDueDate) {
      return;
    }
    int first = Math.max(from, monthStart);
    for (int rank = open.firstUnpaidRank(); rank < open.size(); rank++) {
      int item = open.item(rank);
      if (open.dueOn(item) > to) {
        return;
      }
      unpaidOnDueDate |= open.dueOn(item) >= first && open.isUnpaid(item);
    }
  }

  int monthStart() {
    return monthStart;
  }

  long paidThisMonth() {
    return paidThisMonth;
  }

  boolean guarantorPaid() {
    return guarantorPaid;
  }

  /** Whether an instalment due this month was unpaid at the close of its due date. */
  boolean unpaidOnDueDate() {
    return unpaidOnDueDate;
  }

  int lastPaidOn() {
    return lastPaidOn;
  }

  long lastPaidAmount() {
    return lastPaidAmount;
  }

  long penaltyPaid() {
    return penaltyPaid;
  }
}
