package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.Remaining;

/** Month figures, ageing fields, remaining instalments and annual cost. */
class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    // day: due this month, paid this month, last paid on, last paid amount
    "2026-01-09,   0.00,  40.00, 2026-01-02, 40.00",
    "2026-01-10, 111.00,  40.00, 2026-01-02, 40.00",
    "2026-01-30, 111.00, 100.00, 2026-01-30, 60.00", // two on one day: 20.00 + 40.00
    "2026-01-31, 333.00, 100.00, 2026-01-30, 60.00",
    "2026-02-01,   0.00,   0.00, 2026-01-30, 60.00",
    "2026-02-15, 111.00, 999.00, 2026-02-15, 999.00", // the whole amount, unallocated too
  })
  void monthFigures(String day, String due, String paid, String lastOn, String last) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00", "10.00", "1.00")
            .due("2026-01-31", "200.00", "20.00", "2.00")
            .due("2026-02-10", "100.00", "10.00", "1.00")
            .paid("P1", "2026-01-02", "40.00")
            .paid("P2", "2026-01-30", "20.00")
            .guarantorPaid("P3", "2026-01-30", "40.00")
            .paid("P4", "2026-02-15", "999.00")
            .at(day, RulesOf.jiebei());

    assertThat(Cents.format(at.dueThisMonth())).isEqualTo(due);
    assertThat(Cents.format(at.paidThisMonth())).isEqualTo(paid);
    assertThat(Day.format(at.lastPaidOn())).isEqualTo(lastOn);
    assertThat(Cents.format(at.lastPaidAmount())).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    // 1.00 principal for each age on 2026-07-20: days past due 1, 30, 31, 60, 61, 90, 91, 180, 181
    "2026-07-19, 1 0 0 0 0",
    "2026-06-20, 1 0 0 0 0",
    "2026-06-19, 0 1 0 0 0",
    "2026-05-21, 0 1 0 0 0",
    "2026-05-20, 0 0 1 0 0",
    "2026-04-21, 0 0 1 0 0",
    "2026-04-20, 0 0 0 1 0",
    "2026-01-21, 0 0 0 1 0",
    "2026-01-20, 0 0 0 0 1",
    "2026-07-20, 0 0 0 0 0", // not overdue
  })
  void principalByAge(String dueOn, String expected) {
    Assessment at = LoanOf.owing(dueOn, "0.01").at("2026-07-20", RulesOf.jiebei());

    assertThat(
            at.principal1To30()
                + " "
                + at.principal31To60()
                + " "
                + at.principal61To90()
                + " "
                + at.principal91To180()
                + " "
                + at.principalOver180())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // three instalments due 10 January, February, March; 150.00 paid on 2026-01-05: one and a half
    "NOT_DUE,  2026-01-04, 3",
    "NOT_DUE,  2026-01-05, 2",
    "NOT_DUE,  2026-02-10, 1", // due on the day is not remaining
    "NOT_DUE,  2026-03-10, 0",
    "NOT_PAID, 2026-01-05, 2",
    "NOT_PAID, 2026-03-31, 2",
  })
  void instalmentsRemaining(Remaining remaining, String day, int expected) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00")
            .due("2026-03-10", "100.00")
            .paid("P1", "2026-01-05", "150.00")
            .at(day, RulesOf.jiebei().remaining(remaining));

    assertThat(at.instalmentsRemaining()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // 1,000.00 opened 2025-12-10; interest 20.00 and fee 1.00 due 2026-01-09, then 1,000.00 later
    "2026-01-08,     -1", // day 29
    "2026-01-09, 255500", // 21.00 x 365 / (30 x 1,000.00)
    "2026-01-10, 247258", // 31 days: 0.2472580...
    "2026-06-08, 42583", // 180 days
  })
  void annualCost(String day, long expected) {
    Assessment at =
        LoanOf.owing("2026-01-09", "0.00", "20.00", "1.00")
            .due("2026-12-10", "1000.00")
            .paid("P1", "2026-01-09", "21.00")
            .at(day, RulesOf.jiebei());

    assertThat(at.costAnnualE6()).isEqualTo(expected);
  }

  @Test
  void annualCostCountsPenaltyPaidWaivedOrNot() {
    // Opened 2025-12-10, due 2025-12-20.
    // On 2026-01-19 (day 40): penalty 30 x 1.00 = 30.00, of it 10.00 paid on 2025-12-30 (day 20),
    // 5.00 waived; principal 1,000.00 for 40 days: 30.00 x 365 / 40,000.00 = 0.27375.
    Assessment at =
        LoanOf.owing("2025-12-20", "1000.00")
            .paid("P1", "2025-12-30", "10.00")
            .waived("W1", "2026-01-04", LoanOf.split("0.00", "0.00", "5.00", "0.00"))
            .at("2026-01-19", RulesOf.jiebei());

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo("15.00");
    assertThat(at.costAnnualE6()).isEqualTo(273_750);
  }

  @Test
  void annualCostFollowsThePrincipal() {
    // 1,000.00 for 20 days, 500.00 for 20 days; interest 15.00: 15 x 365 / 30,000 = 0.1825
    Assessment at =
        LoanOf.owing("2025-12-30", "500.00", "15.00", "0.00")
            .due("2026-06-30", "500.00")
            .paid("P1", "2025-12-30", "515.00")
            .at("2026-01-19", RulesOf.jiebei());

    assertThat(at.costAnnualE6()).isEqualTo(182_500);
  }

  @Test
  void movementsAfterTheBusinessDateAreIgnored() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-10", "100.00")
            .returned("R1", "2026-02-01", "100.00", "P1")
            .waived("W1", "2026-02-02", LoanOf.split("900.00", "0.00", "0.00", "0.00"));

    Assessment at = loan.at("2026-01-31", RulesOf.jiebei());

    assertThat(at.daysPastDue()).isZero();
    assertThat(at.paidThisMonth()).isEqualTo(10000);
  }
}
