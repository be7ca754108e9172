package org.xinbao.bureau.metro2;

import java.time.LocalDate;
import org.xinbao.arrears.Day;

/**
 * The payment history profile: 24 months, newest first, the first being the month before the one
 * that is reported (section 3.2 of the reference).
 */
final class History {

  static final int MONTHS = 24;

  /** No history before this point: only at the end. */
  static final char BEFORE = 'B';

  /** No history available for this month. */
  static final char UNKNOWN = 'D';

  static final String NONE = String.valueOf(BEFORE).repeat(MONTHS);

  private static final String CODES = "0123456BDEGHJKL";

  private History() {}

  /** Whether a text can be a profile. */
  static boolean isValid(String text) {
    if (text.length() != MONTHS || text.chars().anyMatch(each -> CODES.indexOf(each) < 0)) {
      return false;
    }
    int first = text.indexOf(BEFORE);
    return first < 0 || text.substring(first).equals(String.valueOf(BEFORE).repeat(MONTHS - first));
  }

  /**
   * The profile a number of months after one that went out with {@code code} as that month's own
   * status; months in between were not reported.
   *
   * @param months at least 1
   */
  static String after(String profile, char code, int months) {
    String unknown = String.valueOf(UNKNOWN).repeat(Math.min(MONTHS, months - 1));
    return (unknown + code + profile).substring(0, MONTHS);
  }

  /** Months from the month of one day to that of another. */
  static int months(int from, int to) {
    LocalDate a = Day.toDate(from);
    LocalDate b = Day.toDate(to);
    return (b.getYear() - a.getYear()) * 12 + b.getMonthValue() - a.getMonthValue();
  }

  /**
   * The profile with the months of a span not available, as seen in the month of {@code day}.
   *
   * @param from first day of the span; its whole month counts
   * @param to last day of the span
   */
  static String without(String profile, int day, int from, int to) {
    StringBuilder text = new StringBuilder(profile);
    for (int i = 0; i < MONTHS; i++) {
      int month = Day.plusMonths(Day.of(Day.toDate(day).withDayOfMonth(1)), -1 - i);
      boolean inside = months(from, month) >= 0 && months(month, to) >= 0;
      if (inside && text.charAt(i) != BEFORE) {
        text.setCharAt(i, UNKNOWN);
      }
    }
    return text.toString();
  }
}
