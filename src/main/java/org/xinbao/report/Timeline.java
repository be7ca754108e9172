package org.xinbao.report;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinbao.report.ReportInput.DatedFigures;

/**
 * The figures by month: those of each published month-end, and today's for the month of the
 * business date. What a table shows of other months is either not yet or not known.
 */
final class Timeline {

  private final TreeMap<YearMonth, Figures> months = new TreeMap<>();
  private final YearMonth present;
  private final boolean presentIsWhole;

  Timeline(ReportInput in) {
    for (DatedFigures each : in.history()) {
      months.put(Months.of(each.date()), each.figures());
    }
    present = Months.of(in.businessDate());
    presentIsWhole = Months.end(present) == in.businessDate();
    months.put(present, in.today());
  }

  /** How far a figure of a month is known. */
  enum State {
    /** As of the month's last day. */
    WHOLE,
    /** As of the business date: its month has not ended, the figure still grows. */
    IMMATURE,
    /** The month lies in the future. */
    FUTURE,
    /** The month's last day was never run, or is not kept. */
    UNKNOWN
  }

  State state(YearMonth month) {
    if (month.isAfter(present)) {
      return State.FUTURE;
    }
    if (month.equals(present)) {
      return presentIsWhole ? State.WHOLE : State.IMMATURE;
    }
    return months.containsKey(month) ? State.WHOLE : State.UNKNOWN;
  }

  /** The figures of a month, where it is whole or immature. */
  Optional<Figures> find(YearMonth month) {
    return Optional.ofNullable(months.get(month));
  }

  /** The month of the business date. */
  YearMonth present() {
    return present;
  }

  /** All figures there are by their month, oldest first. */
  Map<YearMonth, Figures> known() {
    return months;
  }

  /** The products that occur in a currency in any month, in order. */
  SortedSet<String> products(String currency) {
    SortedSet<String> products = new TreeSet<>(Utf8Order.INSTANCE);
    months.values().forEach(figures -> products.addAll(figures.products(currency)));
    return products;
  }
}
