package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Contradiction.Kind;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.ReturnedPayment;

/**
 * Instalments with {@code valid_from} (rulings 7). 100.00 due 2026-01-10 at 0.10 a day; from
 * 2026-01-20 on due 2026-03-10, with 5.00 interest.
 */
class ScheduleVersionTest {

  private static LoanOf extended() {
    return LoanOf.owing("2026-01-10", "100.00")
        .rescheduled("2026-01-20", 1, "2026-03-10", "100.00", "5.00");
  }

  @ParameterizedTest
  @CsvSource({
    // day: days past due, overdue total, penalty, records
    // Until the 19th the first version alone: 9 days at 0.10.
    "2026-01-19,  9, 100.90, 0.90, 2026-01-11/",
    // The 20th is charged on what was unpaid at its start; then nothing is overdue, but penalty is
    // owed, so that the record goes on.
    "2026-01-20,  0,   1.00, 1.00, 2026-01-11/",
    "2026-03-10,  0,   1.00, 1.00, 2026-01-11/",
    // The new version: 105.00 overdue, penalty on 100.00 from 2026-03-11.
    "2026-03-11,  1, 106.10, 1.10, 2026-01-11/",
    "2026-03-20, 10, 107.00, 2.00, 2026-01-11/",
  })
  void theRowBelongsToTheScheduleFromThatDayOn(
      String day, int days, String total, String penalty, String records) {
    Assessment at = extended().at(day, RulesOf.jiebei());
    assertThat(at.daysPastDue()).isEqualTo(days);
    assertThat(Cents.format(at.overdueTotal())).isEqualTo(total);
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
    assertThat(AdverseRecordTest.text(at)).isEqualTo(records);
    assertThat(Cents.format(at.principalBalance())).isEqualTo("100.00");
  }

  @Test
  void whatWasPaidOfTheEarlierVersionCountsForTheLater() {
    // 15 January: penalty 5 × 0.10 = 0.50, principal 30.00. To the 20th 5 × 0.07 = 0.35.
    LoanOf loan = extended().paid("P1", "2026-01-15", "30.50");
    Assessment at = loan.at("2026-03-01", RulesOf.jiebei());
    assertThat(at.principalBalance()).isEqualTo(7_000);
    assertThat(at.penaltyOnPrincipal()).isEqualTo(35);
    assertThat(at.instalmentsRemaining()).isEqualTo(1);
    assertThat(at.unallocated()).isZero();
    assertThat(at.repaymentStatus()).isEqualTo('*');

    // All that is owed: 70.00 + 5.00 + 0.35; a cent more is unallocated.
    Assessment settled = loan.paid("P2", "2026-03-10", "75.36").at("2026-03-10", RulesOf.jiebei());
    assertThat(settled.principalBalance()).isZero();
    assertThat(settled.unallocated()).isEqualTo(1);
    assertThat(settled.nothingOwedFrom()).isEqualTo(Day.of(2026, 3, 10));
  }

  @Test
  void aVersionBelowWhatWasPaidContradictsThePayment() {
    AssessmentOutcome outcome =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-10", "30.00")
            .rescheduled("2026-01-20", 1, "2026-03-10", "20.00", "0.00")
            .outcome(RulesOf.jiebei(), "2026-01-20");
    assertThat(outcome).isEqualTo(new Contradiction(Kind.SCHEDULE_VERSION, "", 1_000));
  }

  @Test
  void anEarlierDateDoesNotSeeALaterVersion() {
    Loan loan = extended().build();
    assertThat(loan.scheduleAt(Day.of(2026, 1, 19))).containsExactly(loan.schedule().get(0));
    assertThat(loan.scheduleAt(Day.of(2026, 1, 20))).containsExactly(loan.schedule().get(1));
  }

  @Test
  void aNewNumberAddsAnInstalment() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .rescheduled("2026-01-05", 1, "2026-01-10", "60.00", "0.00")
            .rescheduled("2026-01-05", 2, "2026-02-10", "40.00", "0.00");
    assertThat(loan.at("2026-01-04", RulesOf.jiebei()).instalmentsRemaining()).isEqualTo(1);
    Assessment at = loan.at("2026-01-11", RulesOf.jiebei());
    assertThat(at.overduePrincipal()).isEqualTo(6_000);
    assertThat(at.principalBalance()).isEqualTo(10_000);
    assertThat(at.dueThisMonth()).isEqualTo(6_000);
  }

  @Test
  void anExtensionInsideTheGraceDaysIsNoArrearsThatCost() {
    // The gate of 10 January + 15 would open at the close of the 25th.
    Assessment at = extended().at("2026-02-01", RulesOf.jiebei().grace(15, GraceMeaning.GATE));
    assertThat(at.penaltyOnPrincipal()).isZero();
    assertThat(AdverseRecordTest.text(at)).isEqualTo("2026-01-11/2026-01-20");
  }

  @Test
  void aReturnedPaymentIsOwedAgainInTheVersionInForce() {
    LoanOf loan =
        extended().paid("P1", "2026-01-15", "30.50").returned("R1", "2026-02-05", "30.50", "P1");
    Assessment again =
        loan.at("2026-02-05", RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE));
    assertThat(again.principalBalance()).isEqualTo(10_000);
    assertThat(again.daysPastDue()).isZero();
    // 0.35 of the earlier version and the 0.50 that the payment had paid.
    assertThat(again.penaltyOnPrincipal()).isEqualTo(85);
    Assessment never = loan.at("2026-02-05", RulesOf.jiebei());
    assertThat(never.penaltyOnPrincipal()).isEqualTo(100);
  }
}
