package org.xinbao.arrears;

import java.time.LocalDate;
import org.xinbao.arrears.ProductRules.DayCount;

/**
 * Day counts as whole numbers: a stretch of charged days is {@code units / unitsPerYear} of a year.
 *
 * <p>A stretch is given by the day before its first charged day and by its last charged day, so
 * that stretches join without overlap: charged day {@code d} is the step from {@code d - 1} to
 * {@code d}.
 */
final class DayCounter {
  private static final int DAYS_360 = 360;
  private static final int DAYS_365 = 365;
  private static final int DAYS_366 = 366;

  private DayCounter() {}

  /** The denominator; for {@code ACT_ACT_ISDA} the common one of both kinds of year. */
  static int unitsPerYear(DayCount dayCount) {
    return switch (dayCount) {
      case ACT_360, THIRTY_E_360 -> DAYS_360;
      case ACT_365F -> DAYS_365;
      case ACT_ACT_ISDA -> DAYS_365 * DAYS_366;
    };
  }

  /** The numerator for the charged days {@code from + 1} to {@code to}. */
  static int units(DayCount dayCount, int from, int to) {
    return switch (dayCount) {
      case ACT_360, ACT_365F -> to - from;
      case THIRTY_E_360 -> index30E(to) - index30E(from);
      case ACT_ACT_ISDA -> unitsByYear(from, to);
    };
  }

  /** The day from which charged days belong to the year after that of {@code day + 1}. */
  static int yearEnd(int day) {
    return Day.of(Day.year(day) + 1, 1, 1);
  }

  /** Whether {@code day} is 1 January: the last day charged by the old year's length. */
  static boolean endsYear(int day) {
    return Day.toDate(day).getDayOfYear() == 1;
  }

  /**
   * How many charged days of {@code from + 1} to {@code to} count as {@code units} days under
   * 30E/360: the 31st counts 0, 1 March the rest of February.
   */
  static int daysOfWeight30E(int from, int to, int units) {
    int days = 0;
    int specials = 0;
    LocalDate month = Day.toDate(from + 1).withDayOfMonth(1);
    for (; Day.of(month) <= to; month = month.plusMonths(1)) {
      int first = Day.of(month);
      int last = first + month.lengthOfMonth() - 1;
      if (month.lengthOfMonth() == 31 && last > from && last <= to) {
        specials++;
        days += units == 0 ? 1 : 0;
      }
      if (month.getMonthValue() == 3 && first > from && first <= to) {
        specials++;
        days += units == index30E(first) - index30E(first - 1) ? 1 : 0;
      }
    }
    return units == 1 ? to - from - specials : days;
  }

  /** 30E/360 of two days is the difference of their indexes. */
  private static int index30E(int day) {
    LocalDate date = Day.toDate(day);
    return DAYS_360 * date.getYear()
        + 30 * date.getMonthValue()
        + Math.min(30, date.getDayOfMonth());
  }

  private static int unitsByYear(int from, int to) {
    int units = 0;
    for (int day = from; day < to; ) {
      int end = Math.min(to, yearEnd(day));
      units += (end - day) * unitsOfDay(day);
      day = end;
    }
    return units;
  }

  private static int unitsOfDay(int dayBefore) {
    return Day.toDate(dayBefore).isLeapYear() ? DAYS_365 : DAYS_366;
  }
}
