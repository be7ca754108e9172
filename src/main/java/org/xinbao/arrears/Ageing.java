package org.xinbao.arrears;

import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/**
 * How days past due are counted.
 *
 * @param dueDateCounts 1 when the due date itself is day 1 ({@code DUE_DATE_IS_ONE}), else 0
 * @param shift grace days that only ageing leaves out ({@code AGEING_ONLY}), else 0
 */
record Ageing(int dueDateCounts, int shift) {

  static Ageing of(ProductRules rules) {
    return new Ageing(
        rules.dpdClock() == DpdClock.DUE_DATE_IS_ONE ? 1 : 0,
        rules.grace().meaning() == GraceMeaning.AGEING_ONLY ? rules.grace().days() : 0);
  }

  /** The first day at whose close an instalment unpaid since its due date is overdue. */
  int overdueFrom(int dueOn) {
    return dueOn + 1 - dueDateCounts;
  }

  /** Days past due of an overdue instalment at the close of {@code day}. */
  int daysPastDue(int dueOn, int day) {
    return day - dueOn + dueDateCounts;
  }

  /** The day at whose close an instalment overdue since its due date is {@code days} delinquent. */
  int dayOfDelinquency(int dueOn, int days) {
    return dueOn - dueDateCounts + shift + days;
  }

  int daysDelinquent(int daysPastDue) {
    return Math.max(0, daysPastDue - shift);
  }
}
