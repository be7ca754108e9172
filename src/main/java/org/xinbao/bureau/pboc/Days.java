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
    String digits = text.substring(0, 4) + text.substring(5, 7) + text.substring(8);
    if (!Text.isDigits(digits)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    int day = Dates.find(number / 10_000, number / 100 % 100, number % 100);
    return day == Day.NONE ? Optional.empty() : Optional.of(day);
  }
}
