package org.xinbao.bureau.pboc;

import java.util.Arrays;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * Judges one value by its form. The number, day or month that a well-formed value says is kept
 * until the next value.
 */
final class FormCheck {

  private static final int FIRST_YEAR = 1901;
  private static final int LAST_YEAR = 2099;
  private static final Optional<PbocRule> WRONG = Optional.of(PbocRule.ABE001);
  private static final Optional<PbocRule> FOREIGN = Optional.of(PbocRule.ABE002);
  private static final Optional<PbocRule> OUT_OF_RANGE = Optional.of(PbocRule.ABE008);

  private final byte[] provider;
  private long value = ParsedRecord.NO_VALUE;

  /**
   * A check for one provider.
   *
   * @param provider the 14 bytes that business codes must begin with
   */
  FormCheck(byte[] provider) {
    this.provider = provider.clone();
  }

  /** Number, epoch day or month (yyyymm) of the last value, or {@link ParsedRecord#NO_VALUE}. */
  long value() {
    return value;
  }

  /** The rule that a value, which is not empty, breaks. */
  Optional<PbocRule> check(Form form, byte[] bytes, int from, int to) {
    value = ParsedRecord.NO_VALUE;
    int length = to - from;
    boolean right =
        switch (form.kind()) {
          case DATE -> date(bytes, from, to);
          case MONTH -> month(bytes, from, to);
          case YEAR -> length == 4 && digits(bytes, from, to) >= 0;
          case UINT -> number(bytes, from, to, form.length());
          case EXACT -> length == form.length() && isAlphanumeric(bytes, from, to);
          case ALPHANUMERIC -> length <= form.length() && isAlphanumeric(bytes, from, to);
          case DIGITS -> length == form.length() && digits(bytes, from, to) >= 0;
          case TEXT ->
              length <= form.length() || Entities.characters(bytes, from, to) <= form.length();
          case DISTRICT -> length == 6 && digits(bytes, from, to) >= 0;
          case BUSINESS_CODE -> length <= form.length();
          case CODE -> form.codes().contains(bytes, from, to);
          case BY_RULE -> true;
        };
    if (!right) {
      return WRONG;
    }
    return switch (form.kind()) {
      case DATE, MONTH -> value == ParsedRecord.NO_VALUE ? OUT_OF_RANGE : Optional.empty();
      case YEAR -> isInRange(digits(bytes, from, to)) ? Optional.empty() : OUT_OF_RANGE;
      case BUSINESS_CODE -> isOurs(bytes, from, to) ? Optional.empty() : FOREIGN;
      default -> Optional.empty();
    };
  }

  private boolean isOurs(byte[] bytes, int from, int to) {
    return isAlphanumeric(bytes, from, to)
        && to - from >= provider.length
        && Arrays.equals(bytes, from, from + provider.length, provider, 0, provider.length);
  }

  private static boolean isInRange(long year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** {@code yyyy-MM-dd}; outside 1901 to 2099 it has the form, but no value. */
  private boolean date(byte[] bytes, int from, int to) {
    if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return false;
    }
    int year = (int) digits(bytes, from, from + 4);
    int month = (int) digits(bytes, from + 5, from + 7);
    int dayOfMonth = (int) digits(bytes, from + 8, from + 10);
    if (year < 0 || month < 0 || dayOfMonth < 0) {
      return false;
    }
    if (!isInRange(year)) {
      return true;
    }
    int day = Dates.find(year, month, dayOfMonth);
    if (day == Day.NONE) {
      return false;
    }
    value = day;
    return true;
  }

  private boolean month(byte[] bytes, int from, int to) {
    if (to - from != 7 || bytes[from + 4] != '-') {
      return false;
    }
    long year = digits(bytes, from, from + 4);
    long month = digits(bytes, from + 5, from + 7);
    if (year < 0 || month < 1 || month > 12) {
      return false;
    }
    if (isInRange(year)) {
      value = year * 100 + month;
    }
    return true;
  }

  private boolean number(byte[] bytes, int from, int to, int digits) {
    if (to - from > digits) {
      return false;
    }
    long number = digits(bytes, from, to);
    if (number < 0) {
      return false;
    }
    value = number;
    return true;
  }

  /** The number that at most 18 digits say, or -1 when something else stands there. */
  static long digits(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  static boolean isAlphanumeric(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (!((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z'))) {
        return false;
      }
    }
    return true;
  }
}
