package org.xinbao.bureau.pboc;

import java.util.Optional;
import org.xinbao.arrears.Day;

/** Dates written as {@code yyyy-MM-dd}. */
final class Days {

  private Days() {}

  /** The epoch day of a date from year 1000 on, if the text is one. */
  static Optional<Integer> find(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    int day = Dates.find(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    return day == Day.NONE ? Optional.empty() : Optional.of(day);
  }

  /** The number that the digits say, or -1 when something else stands there. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
