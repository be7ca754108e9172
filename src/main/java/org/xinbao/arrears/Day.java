package org.xinbao.arrears;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Calendar days as epoch days: an {@code int} that counts days since 1970-01-01.
 *
 * <p>A night handles tens of millions of dates; as {@code int} they cost no object and subtract to
 * days past due. {@link #NONE} stands for "no date" (an empty field of a file).
 */
public final class Day {

  /** No date: an empty field. Smaller than every real day. */
  public static final int NONE = Integer.MIN_VALUE;

  private Day() {}

  /** The epoch day of a date. */
  public static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /**
   * The epoch day of a calendar date; throws {@link java.time.DateTimeException} when there is no
   * such date.
   */
  public static int of(int year, int month, int dayOfMonth) {
    return of(LocalDate.of(year, month, dayOfMonth));
  }

  /**
   * Reads {@code yyyy-MM-dd}; throws {@link java.time.format.DateTimeParseException} on anything
   * else.
   */
  public static int parse(CharSequence text) {
    return of(LocalDate.parse(text));
  }

  /** The date of an epoch day, which must not be {@link #NONE}. */
  public static LocalDate toDate(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /** {@code yyyy-MM-dd}, or the empty string for {@link #NONE}. */
  public static String format(int day) {
    return day == NONE ? "" : toDate(day).toString();
  }

  /** The calendar year of a day. */
  public static int year(int day) {
    return toDate(day).getYear();
  }

  /** The first day of the calendar month of {@code day}. */
  public static int firstOfMonth(int day) {
    return day - toDate(day).getDayOfMonth() + 1;
  }

  /** The last day of the calendar month of {@code day}. */
  public static int lastOfMonth(int day) {
    return of(YearMonth.from(toDate(day)).atEndOfMonth());
  }

  /** The same day of a later (or earlier) month, or that month's last day when it is shorter. */
  public static int plusMonths(int day, int months) {
    return of(toDate(day).plusMonths(months));
  }

  /**
   * The same day of a later (or earlier) year; 29 February becomes 28 February (Civil Code art.
   * 202).
   */
  public static int plusYears(int day, int years) {
    return of(toDate(day).plusYears(years));
  }
}
