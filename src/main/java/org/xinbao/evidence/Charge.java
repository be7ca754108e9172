package org.xinbao.evidence;

import java.math.BigDecimal;
import org.xinbao.arrears.Journal.Stretch;
import org.xinbao.arrears.ProductRules.DayCount;

/**
 * A penalty stretch: charged days with constant base and rate, adjoining ones joined.
 *
 * @param from first charged day (epoch day)
 * @param to last charged day
 * @param base cents
 * @param units numerator of the day count
 * @param roundedByDay what the days gave when each was rounded on its own ({@code PER_DAY}), else
 *     -1
 */
record Charge(
    int from, int to, long base, BigDecimal rate, int units, int unitsPerYear, long roundedByDay) {

  static final long NOT_BY_DAY = -1;

  private static final int COMMON_YEAR = 365;
  private static final int LEAP_YEAR = 366;

  static Charge of(Stretch stretch, long roundedByDay) {
    return new Charge(
        stretch.firstDay(),
        stretch.lastDay(),
        stretch.base(),
        stretch.annualRate(),
        stretch.units(),
        stretch.unitsPerYear(),
        roundedByDay);
  }

  int days() {
    return to - from + 1;
  }

  Fraction exact() {
    return Fraction.of(base, rate, units, unitsPerYear);
  }

  /** Whether {@code next} goes on where this ends, at the same base and rate. */
  boolean isContinuedBy(Charge next, DayCount dayCount) {
    boolean sameDays =
        roundedByDay == NOT_BY_DAY
            || dayCount != DayCount.ACT_ACT_ISDA
            || (long) units * next.days() == (long) next.units * days();
    return next.from == to + 1
        && next.base == base
        && next.rate.compareTo(rate) == 0
        && (next.roundedByDay == NOT_BY_DAY) == (roundedByDay == NOT_BY_DAY)
        && sameDays;
  }

  Charge joined(Charge next) {
    long byDay = roundedByDay == NOT_BY_DAY ? NOT_BY_DAY : roundedByDay + next.roundedByDay;
    return new Charge(from, next.to, base, rate, units + next.units, unitsPerYear, byDay);
  }

  /** The part of a year, as it is written: {@code 10/360}, or {@code 4/365 + 58/366}. */
  String yearShare(DayCount dayCount) {
    if (dayCount != DayCount.ACT_ACT_ISDA) {
      return units + "/" + unitsPerYear;
    }
    // A day of a leap year is 365, another 366 of the units; so many more than 365 a day are
    // others'.
    int common = units - COMMON_YEAR * days();
    int leap = days() - common;
    String commonShare = common + "/" + COMMON_YEAR;
    String leapShare = leap + "/" + LEAP_YEAR;
    if (leap == 0) {
      return commonShare;
    }
    return common == 0 ? leapShare : "(" + commonShare + " + " + leapShare + ")";
  }
}
