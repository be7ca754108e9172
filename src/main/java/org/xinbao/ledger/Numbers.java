package org.xinbao.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;

/** Numbers and dates read straight from the bytes of a field. */
final class Numbers {

  /** The bytes are not what was expected. */
  static final long BAD = Long.MIN_VALUE;

  private static final int MIN_YEAR = 1901;
  private static final int MAX_YEAR = 2099;
  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final Pattern SIGNED = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{0,20})?");

  private Numbers() {}

  /**
   * A decimal number at or above 0 times 10<sup>decimals</sup>: up to {@code digits} whole digits,
   * optionally a point and 1 to {@code decimals} digits; {@link #BAD} for anything else.
   */
  static long decimal(byte[] data, int from, int to, int digits, int decimals) {
    long value = 0;
    int at = from;
    while (at < to && isDigit(data[at])) {
      value = value * 10 + data[at++] - '0';
      if (at - from > digits) {
        return BAD;
      }
    }
    if (at == from) {
      return BAD;
    }
    int fraction = 0;
    if (at < to) {
      if (data[at++] != '.' || at == to || to - at > decimals) {
        return BAD;
      }
      while (at < to) {
        if (!isDigit(data[at])) {
          return BAD;
        }
        value = value * 10 + data[at++] - '0';
        fraction++;
      }
    }
    for (; fraction < decimals; fraction++) {
      value *= 10;
    }
    return value;
  }

  /** A whole number of 1 to 9 digits, or {@link #BAD}. */
  static long whole(byte[] data, int from, int to) {
    if (to - from > 9) {
      return BAD;
    }
    return decimal(data, from, to, 9, 0);
  }

  /** The epoch day of {@code yyyy-MM-dd} in the years 1901 to 2099, or {@link Day#NONE}. */
  static int day(byte[] data, int from, int to) {
    if (to - from != 10 || data[from + 4] != '-' || data[from + 7] != '-') {
      return Day.NONE;
    }
    long year = whole(data, from, from + 4);
    long month = whole(data, from + 5, from + 7);
    long day = whole(data, from + 8, from + 10);
    if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1) {
      return Day.NONE;
    }
    if (day > monthDays((int) year, (int) month)) {
      return Day.NONE;
    }
    return epochDay((int) year, (int) month, (int) day);
  }

  private static int monthDays(int year, int month) {
    // From 1901 to 2099 every fourth year is a leap year.
    return month == 2 && year % 4 == 0 ? 29 : MONTH_DAYS[month - 1];
  }

  /** Counted in years that begin in March, so that the leap day comes last. */
  private static int epochDay(int year, int month, int day) {
    int shifted = (month + 9) % 12;
    int marchYear = month <= 2 ? year - 1 : year;
    int dayOfYear = (153 * shifted + 2) / 5 + day - 1;
    // 1900-03-01 is epoch day -25508; from then to 2100-02-28 every fourth year is a leap year.
    return (marchYear - 1900) * 365 + (marchYear - 1900) / 4 + dayOfYear - 25508;
  }

  /** Whether the bytes are {@code HH:mm:ss}. */
  static boolean isTime(byte[] data, int from, int to) {
    if (to - from != 8 || data[from + 2] != ':' || data[from + 5] != ':') {
      return false;
    }
    return below(data, from, 24) && below(data, from + 3, 60) && below(data, from + 6, 60);
  }

  private static boolean below(byte[] data, int from, int bound) {
    long value = whole(data, from, from + 2);
    return value >= 0 && value < bound;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /**
   * A number in any decimal form, for control totals over rows that are themselves rejected (a
   * negative amount, too many decimals); none when it is no number or has more decimals.
   */
  static Optional<BigInteger> lenient(byte[] data, int from, int to, int decimals) {
    if (to - from > 60) {
      return Optional.empty();
    }
    String text = new String(data, from, to - from, StandardCharsets.UTF_8);
    if (!SIGNED.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
    return number.scale() > 0 ? Optional.empty() : Optional.of(number.toBigIntegerExact());
  }
}
