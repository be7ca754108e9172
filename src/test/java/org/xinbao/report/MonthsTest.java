package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.report.Timeline.State;

/**
 * Vintages and recoveries over the months of {@link HistorySample#history}, by hand: June, July and
 * September were published, August was not; today is the last of October and shows nothing.
 */
class MonthsTest {

  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  private final ReportInput in = Samples.empty(Language.EN, new Figures(), HistorySample.history());

  @Test
  void aVintageIsFollowedFromMonthEndToMonthEnd() {
    var byProduct = Vintage.byProduct(in, "CNY", Measure.VINTAGE_30);
    assertThat(byProduct.keySet()).containsExactly("HUABEI", "JIEBEI");
    Vintage june = byProduct.getOrDefault("JIEBEI", List.of()).get(0);
    assertThat(june.month()).isEqualTo(JUNE);
    // 10 loans of 1,000.00 in June; the 8 loans left in September do not lower what was lent.
    assertThat(june.loans()).isEqualTo(10);
    assertThat(june.lent()).isEqualTo(100_000);
    assertThat(june.whole()).isTrue();
    assertThat(june.points().subList(0, 6))
        .containsExactly(
            new Vintage.Point(State.WHOLE, 0),
            new Vintage.Point(State.WHOLE, 5_000),
            new Vintage.Point(State.UNKNOWN, 0),
            new Vintage.Point(State.WHOLE, 12_000),
            new Vintage.Point(State.WHOLE, 0),
            new Vintage.Point(State.FUTURE, 0));
  }

  @Test
  void allProductsTogetherWeighByWhatWasLent() {
    List<Vintage> total = Vintage.total(Vintage.byProduct(in, "CNY", Measure.VINTAGE_30));
    assertThat(total).extracting(Vintage::month).containsExactly(JUNE, YearMonth.of(2026, 8));
    // June: 1,000.00 + 2,000.00 lent; 120.00 + 180.00 delinquent at the end of September.
    assertThat(total.get(0).lent()).isEqualTo(300_000);
    assertThat(total.get(0).ratio(3).percent()).isEqualTo("10.00%");
    // 50.00 / 3,000.00 at the end of July.
    assertThat(total.get(0).ratio(1).percent()).isEqualTo("1.67%");
    Vintage ninety = Vintage.total(Vintage.byProduct(in, "CNY", Measure.VINTAGE_90)).get(0);
    assertThat(ninety.ratio(3).percent()).isEqualTo("1.67%");
  }

  @Test
  void aVintageFirstSeenLateIsNotWhole() {
    // Opened in 2025-01, first seen at the end of June 2026: loans closed before are missing.
    Figures late = Figures.of(List.of(new Figure("VINTAGE", "P", "CNY", "2025-01", 4, 40_000)));
    ReportInput now =
        Samples.empty(
            Language.EN,
            new Figures(),
            List.of(new ReportInput.DatedFigures(Day.of(2026, 6, 30), late)));
    assertThat(Vintage.total(Vintage.byProduct(now, "CNY", Measure.VINTAGE_30)))
        .singleElement()
        .satisfies(vintage -> assertThat(vintage.whole()).isFalse());
  }

  @Test
  void olderVintagesThanTwoYearsAreNotShown() {
    Figures figures =
        Figures.of(
            List.of(
                new Figure("VINTAGE", "P", "CNY", "2024-10", 1, 100),
                new Figure("VINTAGE", "P", "CNY", "2024-11", 1, 100),
                new Figure("VINTAGE", "P", "CNY", "", 1, 100)));
    ReportInput now = Samples.empty(Language.EN, figures, List.of());
    assertThat(Vintage.total(Vintage.byProduct(now, "CNY", Measure.VINTAGE_30)))
        .extracting(Vintage::month)
        .containsExactly(YearMonth.of(2024, 11));
  }

  @Test
  void recoveryAddsUpTheMonthsAndStopsWhereOneIsMissing() {
    List<Cohort> cohorts = Cohort.of(in, "CNY", Optional.empty());
    assertThat(cohorts)
        .extracting(cohort -> cohort.month().getMonthValue())
        .containsExactly(6, 7, 8, 9, 10);
    Cohort june = cohorts.get(0);
    assertThat(june.entered()).extracting(Tally::count).containsExactly(8L, 6L, 5L);
    // 3 ended in June, 2 more in July, August is missing.
    assertThat(june.recovered())
        .extracting(Cohort.Recovered::count)
        .containsExactly(
            OptionalLong.of(3), OptionalLong.of(5), OptionalLong.empty(), OptionalLong.empty());
    assertThat(june.rate(1).percent()).isEqualTo("62.50%");
    // In July 4 records of May and 2 of June ended, 4.00 and 6.00 at their worst.
    assertThat(cohorts.get(1).ended()).isEqualTo(new Tally(6, 1_000));
    assertThat(cohorts.get(2).isKnown()).isFalse();
    Cohort september = cohorts.get(3);
    assertThat(september.recovered())
        .extracting(Cohort.Recovered::state)
        .containsExactly(State.WHOLE, State.WHOLE, State.FUTURE, State.FUTURE);
    assertThat(Cohort.of(in, "CNY", Optional.of("HUABEI")).get(3).entered().get(0).count())
        .isEqualTo(2);
  }

  @Test
  void aMonthThatHasNotEndedIsImmature() {
    Timeline timeline = new Timeline(Samples.on(Day.of(2026, 10, 30), in));
    assertThat(timeline.state(YearMonth.of(2026, 10))).isEqualTo(State.IMMATURE);
    assertThat(timeline.state(YearMonth.of(2026, 9))).isEqualTo(State.WHOLE);
    assertThat(timeline.state(YearMonth.of(2026, 8))).isEqualTo(State.UNKNOWN);
    assertThat(timeline.state(YearMonth.of(2026, 11))).isEqualTo(State.FUTURE);
  }

  /** A record that began on day b is n days past due on day b + n - 1; today is 31 October. */
  @Test
  void countsWhatEntersAndLeavesInTheMonth() {
    Figures figures = new Figures();
    // Since 27 October: day 1 on the 27th, day 4 on the 30th, day 8 not yet.
    add(figures, AccountStatus.OVERDUE, 5);
    // Since 29 September: day 1 in September, day 4 on 2 October, day 8 on 6 October.
    add(figures, AccountStatus.OVERDUE, 33);
    // Since 27 September: day 4 on 30 September, day 8 on 4 October.
    add(figures, AccountStatus.OVERDUE, 35);
    // Not overdue: the sample's record of 21 September that ended on 28 October, 70.00 at worst.
    add(figures, AccountStatus.NORMAL, 0);
    assertThat(figures.tally("CNY", Measure.ENTERED, "1").count()).isEqualTo(1);
    assertThat(figures.tally("CNY", Measure.ENTERED, "4").count()).isEqualTo(2);
    assertThat(figures.tally("CNY", Measure.ENTERED, "8").count()).isEqualTo(2);
    assertThat(figures.members("CNY", Measure.RECOVERED)).containsExactly("2026-09");
    assertThat(figures.tally("CNY", Measure.RECOVERED, "2026-09")).isEqualTo(new Tally(1, 7_000));
  }

  private static void add(Figures figures, AccountStatus status, int days) {
    figures.add(
        Samples.loan("L" + days, "P", "CNY", Samples.assessment(status, days, 10_000, 1_000)));
  }
}
