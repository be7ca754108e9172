package org.xinbao.report;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.xinbao.arrears.Day;

/** Calendar months as the aggregates name them, {@code yyyy-MM}. */
final class Months {

  private Months() {}

  /** The month of a day. */
  static YearMonth of(int day) {
    return YearMonth.from(Day.toDate(day));
  }

  /** A month as a member of a measure; empty for anything else, so also for no month. */
  static Optional<YearMonth> find(String member) {
    try {
      return Optional.of(YearMonth.parse(member));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Its first day as a workbook shows it, a date written as year and month. */
  static Cell cell(YearMonth month) {
    return Cell.month(Day.of(month.atDay(1)));
  }

  /** Its last day, epoch day. */
  static int end(YearMonth month) {
    return Day.of(month.atEndOfMonth());
  }

  /** Months from one to the other, negative when {@code to} is earlier. */
  static int between(YearMonth from, YearMonth to) {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
  }
}
