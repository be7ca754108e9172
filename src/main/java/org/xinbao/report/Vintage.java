package org.xinbao.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinbao.report.Timeline.State;

/**
 * A vintage (账龄曲线, Vintage): the loans of one month of opening, followed month-end by month-end. A
 * point is the balance of those more than 30 (or 90) days delinquent then, divided by what the
 * whole vintage was lent.
 *
 * @param loans the most loans that any month-end showed of it
 * @param lent their contract principal, cents
 * @param whole whether a month-end was published before loans of it can have left the export, so
 *     that {@code lent} is all of it
 * @param points by months on book (MOB) from 0, the month of opening
 */
record Vintage(YearMonth month, long loans, long lent, boolean whole, List<Point> points) {

  /** An export keeps a loan for 62 days after it was closed (rulings 5), so at least so long. */
  private static final int MONTHS_COMPLETE = 1;

  /** The months on book that are shown: each of the first year, then each quarter. */
  static final List<Integer> AGES =
      List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 21, 24);

  Vintage {
    points = List.copyOf(points);
  }

  /**
   * A month on book.
   *
   * @param cents the delinquent balance, 0 unless whole or immature
   */
  record Point(State state, long cents) {

    boolean isKnown() {
      return state == State.WHOLE || state == State.IMMATURE;
    }
  }

  /** The share of what was lent that is delinquent at a point. */
  Fraction ratio(int monthsOnBook) {
    return new Fraction(points.get(monthsOnBook).cents(), lent);
  }

  /** Whether any of the months on book that are shown is known. */
  boolean isShown() {
    return lent > 0 && AGES.stream().anyMatch(age -> points.get(age).isKnown());
  }

  /** The latest vintages that are shown, as many as there are colours, oldest first. */
  static List<Vintage> latest(List<Vintage> vintages) {
    List<Vintage> shown = vintages.stream().filter(Vintage::isShown).toList();
    return shown.subList(Math.max(0, shown.size() - Charts.PALETTE.size()), shown.size());
  }

  /**
   * The vintages of the last {@link ReportInput#HISTORY_MONTHS} months, oldest first, of each
   * product that has any.
   */
  static SortedMap<String, List<Vintage>> byProduct(
      ReportInput in, String currency, Measure measure) {
    Timeline timeline = new Timeline(in);
    SortedMap<String, List<Vintage>> all = new TreeMap<>(Utf8Order.INSTANCE);
    for (String product : timeline.products(currency)) {
      SortedMap<YearMonth, Figures> known = new TreeMap<>();
      timeline
          .known()
          .forEach((month, figures) -> known.put(month, figures.only(currency, product)));
      List<Vintage> vintages = new ArrayList<>();
      for (YearMonth month : months(timeline, known, currency)) {
        vintages.add(of(timeline, known, currency, month, measure));
      }
      if (!vintages.isEmpty()) {
        all.put(product, vintages);
      }
    }
    return all;
  }

  private static NavigableSet<YearMonth> months(
      Timeline timeline, SortedMap<YearMonth, Figures> known, String currency) {
    NavigableSet<YearMonth> months = new TreeSet<>();
    for (Figures figures : known.values()) {
      for (String member : figures.members(currency, Measure.VINTAGE)) {
        Months.find(member).ifPresent(months::add);
      }
    }
    return months.tailSet(timeline.present().minusMonths(ReportInput.HISTORY_MONTHS - 1L), true);
  }

  /** The vintages of all products together, by month, oldest first. */
  static List<Vintage> total(SortedMap<String, List<Vintage>> byProduct) {
    SortedMap<YearMonth, Vintage> total = new TreeMap<>();
    byProduct
        .values()
        .forEach(list -> list.forEach(each -> total.merge(each.month(), each, Vintage::plus)));
    return List.copyOf(total.values());
  }

  private Vintage plus(Vintage other) {
    List<Point> sums = new ArrayList<>();
    for (int age = 0; age < points.size(); age++) {
      Point point = points.get(age);
      long sum = Math.addExact(point.cents(), other.points.get(age).cents());
      sums.add(new Point(point.state(), sum));
    }
    return new Vintage(
        month,
        Math.addExact(loans, other.loans),
        Math.addExact(lent, other.lent),
        whole && other.whole,
        sums);
  }

  private static Vintage of(
      Timeline timeline,
      SortedMap<YearMonth, Figures> known,
      String currency,
      YearMonth month,
      Measure measure) {
    Tally most = Tally.NONE;
    boolean whole = false;
    for (Map.Entry<YearMonth, Figures> each : known.entrySet()) {
      Tally lent = each.getValue().tally(currency, Measure.VINTAGE, month.toString());
      most = lent.cents() > most.cents() ? lent : most;
      int age = Months.between(month, each.getKey());
      whole |= age >= 0 && age <= MONTHS_COMPLETE;
    }
    List<Point> points = new ArrayList<>();
    for (int age = 0; age <= ReportInput.HISTORY_MONTHS; age++) {
      YearMonth at = month.plusMonths(age);
      Figures figures = known.get(at);
      points.add(
          new Point(
              timeline.state(at),
              figures == null ? 0 : figures.tally(currency, measure, month.toString()).cents()));
    }
    return new Vintage(month, most.count(), most.cents(), whole, points);
  }
}
