package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** Five-class by days, its cure and the day it was reached. Opened on 2025-12-10. */
class FiveClassTest {

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10, unpaid; thresholds 1, 91, 271, 361
    "2026-01-10, 1, 2025-12-10", // 0 days: the opening date at first
    "2026-01-11, 2, 2026-01-11", // 1
    "2026-04-10, 2, 2026-01-11", // 90
    "2026-04-11, 3, 2026-04-11", // 91
    "2026-10-07, 3, 2026-04-11", // 270
    "2026-10-08, 4, 2026-10-08", // 271
    "2027-01-05, 4, 2026-10-08", // 360
    "2027-01-06, 5, 2027-01-06", // 361
    "2027-12-31, 5, 2027-01-06",
  })
  void followsTheThresholds(String day, int fiveClass, String since) {
    Assessment at = LoanOf.owing("2026-01-10", "100.00").at(day, RulesOf.jiebei());

    assertThat(at.fiveClass()).isEqualTo(fiveClass);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo(since);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-09, DUE_DATE_IS_ONE,  0, 1, 2025-12-10",
    "2026-01-10, DUE_DATE_IS_ONE,  0, 2, 2026-01-10",
    "2026-04-09, DUE_DATE_IS_ONE,  0, 2, 2026-01-10",
    "2026-04-10, DUE_DATE_IS_ONE,  0, 3, 2026-04-10",
    "2026-01-15, DUE_DATE_IS_ZERO, 5, 1, 2025-12-10", // 5 days past due, 0 delinquent
    "2026-01-16, DUE_DATE_IS_ZERO, 5, 2, 2026-01-16",
    "2026-04-15, DUE_DATE_IS_ZERO, 5, 2, 2026-01-16",
    "2026-04-16, DUE_DATE_IS_ZERO, 5, 3, 2026-04-16",
  })
  void countsDaysDelinquent(String day, DpdClock clock, int grace, int fiveClass, String since) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .at(day, RulesOf.jiebei().clock(clock).grace(grace, GraceMeaning.AGEING_ONLY));

    assertThat(at.fiveClass()).isEqualTo(fiveClass);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo(since);
  }

  @ParameterizedTest
  @CsvSource({
    // Paid in full on the day (penalty included); 6 months of cure once class 3 was reached
    // paid on,   business date, class, since
    "2026-04-11, 2026-04-11, 1, 2026-04-11", // class 2 until the 10th: free at once
    "2026-04-12, 2026-04-12, 3, 2026-04-11",
    "2026-04-12, 2026-10-11, 3, 2026-04-11", // the last day kept
    "2026-04-12, 2026-10-12, 1, 2026-10-12",
    "2026-04-30, 2026-10-30, 3, 2026-04-11", // end of April: to the end of October
    "2026-04-30, 2026-10-31, 1, 2026-10-31",
    "2026-08-31, 2027-02-27, 3, 2026-04-11", // end of August: to the end of February
    "2026-08-31, 2027-02-28, 1, 2027-02-28",
    "2026-10-08, 2027-04-07, 3, 2026-04-11", // never 271 days at a close
    "2026-10-09, 2027-04-08, 4, 2026-10-08", // the worst class reached is kept
    "2026-10-09, 2027-04-09, 1, 2027-04-09",
  })
  void keepsTheWorstClassForTheCureMonths(String paid, String day, int fiveClass, String since) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00").paid("P1", paid, "200.00").at(day, RulesOf.jiebei());

    assertThat(at.fiveClass()).isEqualTo(fiveClass);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo(since);
  }

  @ParameterizedTest
  @CsvSource({
    // Clean from 2026-04-12, free on 2026-10-12; a second instalment due on a day, paid 5 days late
    "2026-10-11, 2026-10-12, 2, 2026-10-12", // its first overdue day is the 12th: not before
    "2026-10-11, 2026-10-16, 1, 2026-10-16", // class 2 from the 12th to the 15th
    "2026-10-10, 2026-10-12, 3, 2026-04-11", // overdue on the 11th: keeps the class
    "2026-10-10, 2026-10-31, 3, 2026-04-11",
    "2026-10-10, 2027-04-14, 3, 2026-04-11", // and starts the months again on 2026-10-15
    "2026-10-10, 2027-04-15, 1, 2027-04-15",
  })
  void becomingOverdueStartsTheMonthsAgain(String dueOn, String day, int fiveClass, String since) {
    int late = Day.parse(dueOn) + 5;
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .due(dueOn, "100.00")
            .paid("P1", "2026-04-12", "109.20") // 92 days
            .paid("P2", Day.format(late), "100.50")
            .at(day, RulesOf.jiebei());

    assertThat(at.fiveClass()).isEqualTo(fiveClass);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo(since);
  }

  @Test
  void unpaidPenaltyKeepsTheMonthsFromStarting() {
    // 92 days: principal paid on 2026-04-12, its penalty 9.20 on 2026-05-20: free on 2026-11-20
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-04-12", "100.00")
            .paid("P2", "2026-05-20", "9.20");
    RulesOf rules =
        RulesOf.jiebei()
            .order(Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY);

    assertThat(loan.at("2026-11-19", rules).fiveClass()).isEqualTo(3);
    assertThat(loan.at("2026-11-20", rules).fiveClass()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 1, 2025-12-10",
    "2026-02-01, 5, 2026-02-01",
    "2026-12-31, 5, 2026-02-01", // also when everything is paid
  })
  void isFiveFromTheWriteOffOn(String day, int fiveClass, String since) {
    Assessment at =
        LoanOf.owing("2026-03-10", "100.00")
            .writtenOff("W1", "2026-02-01")
            .is(LoanStatus.WRITTEN_OFF, "2026-02-01")
            .paid("P1", "2026-03-10", "100.00")
            .at(day, RulesOf.jiebei());

    assertThat(at.fiveClass()).isEqualTo(fiveClass);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo(since);
  }

  @Test
  void aClassFiveReachedByDaysBeforeTheWriteOffKeepsItsDay() {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .writtenOff("W1", "2027-02-01")
            .is(LoanStatus.WRITTEN_OFF, "2027-02-01")
            .at("2027-03-01", RulesOf.jiebei());

    assertThat(at.fiveClass()).isEqualTo(5);
    assertThat(Day.format(at.fiveClassOn())).isEqualTo("2027-01-06");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 6, 2026-08-31", // the end of a month stays the end
    "2026-02-27, 6, 2026-08-27",
    "2024-02-28, 6, 2024-08-28", // not the end of a leap year's February
    "2024-02-29, 6, 2024-08-31",
    "2026-08-30, 6, 2027-02-28",
    "2026-08-31, 6, 2027-02-28",
    "2026-01-15, 0, 2026-01-15",
  })
  void monthsKeepTheEndOfTheMonth(String day, int months, String later) {
    assertThat(Day.format(FiveClassTrack.plusMonthsKeepingEnd(Day.parse(day), months)))
        .isEqualTo(later);
  }
}
