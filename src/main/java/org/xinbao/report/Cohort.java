package org.xinbao.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.xinbao.report.Timeline.State;

/**
 * What came into collection (入催) in one month, and how much of it has left again (催回).
 *
 * <p>What enters in a month is taken from that month's end, what leaves in a month from that
 * month's end: a loan that leaves is in the export at the end of the month whatever happens to it
 * later.
 *
 * @param state how far the month itself is known
 * @param entered records that reached day 1, 4 and 8 in the month; empty when not known
 * @param recovered records of the month that had ended by the end of it, of the next and so on,
 *     with the state of that last month
 * @param ended records that ended in the month, whenever they began
 */
record Cohort(
    YearMonth month, State state, List<Tally> entered, List<Recovered> recovered, Tally ended) {

  /** The present month and the twelve before it. */
  static final int MONTHS = 13;

  /** The month itself and the three after it. */
  static final int FOLLOWED = 4;

  Cohort {
    entered = List.copyOf(entered);
    recovered = List.copyOf(recovered);
  }

  boolean isKnown() {
    return !entered.isEmpty();
  }

  /** Whether there is nothing to show of it. */
  boolean isNothing() {
    return entered.stream().allMatch(Tally::isNone)
        && ended.isNone()
        && recovered.stream().allMatch(each -> each.count().orElse(0) == 0);
  }

  /** Of what entered in the month, the share that had ended by the end of a later month. */
  Fraction rate(int monthsLater) {
    return new Fraction(
        recovered.get(monthsLater).count().orElse(0), isKnown() ? entered.get(0).count() : 0);
  }

  /** Records that had ended by the end of a month; no count when a month between is not known. */
  record Recovered(State state, OptionalLong count) {}

  /** The months of a currency, oldest first, without those before anything is known. */
  static List<Cohort> of(ReportInput in, String currency, Optional<String> product) {
    Timeline timeline = new Timeline(in);
    List<Cohort> cohorts = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      YearMonth month = timeline.present().minusMonths(back);
      if (timeline.find(month).isPresent() || !cohorts.isEmpty()) {
        cohorts.add(of(timeline, currency, product, month));
      }
    }
    return cohorts;
  }

  private static Cohort of(
      Timeline timeline, String currency, Optional<String> product, YearMonth month) {
    Optional<Figures> own = figures(timeline, currency, product, month);
    List<Tally> entered =
        own.map(
                f ->
                    Measure.ENTERED.members().stream()
                        .map(day -> f.tally(currency, Measure.ENTERED, day))
                        .toList())
            .orElse(List.of());
    Tally ended = Tally.NONE;
    if (own.isPresent()) {
      for (String began : own.get().members(currency, Measure.RECOVERED)) {
        ended = ended.plus(own.get().tally(currency, Measure.RECOVERED, began));
      }
    }
    List<Recovered> recovered = new ArrayList<>();
    OptionalLong sum = OptionalLong.of(0);
    for (int later = 0; later < FOLLOWED; later++) {
      YearMonth at = month.plusMonths(later);
      Optional<Figures> figures = figures(timeline, currency, product, at);
      sum =
          sum.isPresent() && figures.isPresent()
              ? OptionalLong.of(
                  Math.addExact(
                      sum.getAsLong(),
                      figures.get().tally(currency, Measure.RECOVERED, month.toString()).count()))
              : OptionalLong.empty();
      recovered.add(new Recovered(timeline.state(at), sum));
    }
    return new Cohort(month, timeline.state(month), entered, recovered, ended);
  }

  private static Optional<Figures> figures(
      Timeline timeline, String currency, Optional<String> product, YearMonth month) {
    return timeline.find(month).map(f -> product.map(p -> f.only(currency, p)).orElse(f));
  }
}
