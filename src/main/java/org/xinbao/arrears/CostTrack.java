package org.xinbao.arrears;

import java.math.BigInteger;
import java.util.List;
import org.xinbao.arrears.ProductRules.RoundingMode;

/**
 * Annual cost: interest and fees scheduled and penalty charged up to the business date, divided by
 * the daily unpaid principal ÷ 365 (rulings, section C).
 *
 * <p>Each day from the day after opening to the business date counts with the principal unpaid at
 * its start, so that a loan without arrears costs its contract rate.
 */
final class CostTrack {
  private static final int SHOWN_FROM_DAY = 30;
  private static final long NOT_SHOWN = -1;
  private static final long DAYS_PER_YEAR_E6 = 365L * 1_000_000;

  private final int openedOn;
  private final int businessDate;
  private long principalDays;
  private BigInteger largePrincipalDays = BigInteger.ZERO;

  CostTrack(int openedOn, int businessDate) {
    this.openedOn = openedOn;
    this.businessDate = businessDate;
  }

  /** The principal unpaid at the close of each of these days. */
  void unpaid(long principal, int from, int to) {
    int days = Math.min(to, businessDate - 1) - Math.max(from, openedOn) + 1;
    if (days <= 0) {
      return;
    }
    long more = Exact.product(principal, days);
    long sum = principalDays + more;
    if (more >= 0 && sum >= 0) {
      principalDays = sum;
    } else {
      largePrincipalDays =
          largePrincipalDays.add(BigInteger.valueOf(principal).multiply(BigInteger.valueOf(days)));
    }
  }

  /**
   * The annual cost times 10<sup>6</sup>, rounded half up; -1 before day 30.
   *
   * @param lastDue instalments due later are not counted
   */
  long annualE6(List<Instalment> schedule, int lastDue, long penalty) {
    boolean isEmpty = principalDays == 0 && largePrincipalDays.signum() == 0;
    if (businessDate - openedOn < SHOWN_FROM_DAY || isEmpty) {
      return NOT_SHOWN;
    }
    long cost = penalty;
    for (int i = 0; i < schedule.size() && schedule.get(i).dueOn() <= lastDue; i++) {
      Instalment each = schedule.get(i);
      cost = Math.addExact(cost, Math.addExact(each.interest(), each.fee()));
    }
    long scaled = Exact.product(cost, DAYS_PER_YEAR_E6);
    if (scaled >= 0 && largePrincipalDays.signum() == 0) {
      return Exact.divide(scaled, principalDays, RoundingMode.HALF_UP);
    }
    return Exact.divide(
        BigInteger.valueOf(cost).multiply(BigInteger.valueOf(DAYS_PER_YEAR_E6)),
        largePrincipalDays.add(BigInteger.valueOf(principalDays)),
        RoundingMode.HALF_UP);
  }
}
