package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Contradiction.Kind;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** Account status, repayment status and what closing, writing off and transferring do. */
class StatusTest {

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10, unpaid; clock zero
    "2025-12-31, *", // nothing due this month
    "2026-01-09, *",
    "2026-01-10, M", // due today and unpaid at its close, not overdue yet
    "2026-01-11, 1",
    "2026-02-09, 1", // 30
    "2026-02-10, 2", // 31
    "2026-03-11, 2", // 60
    "2026-03-12, 3", // 61
    "2026-04-10, 3", // 90
    "2026-04-11, 4", // 91
    "2026-07-09, 6", // 180
    "2026-07-10, 7", // 181
    "2027-07-10, 7",
  })
  void repaymentStatusGoesInStepsOfThirtyDays(String day, String status) {
    RulesOf otherBuckets = RulesOf.jiebei().buckets(10, 20, 30, 40, 50, 60);
    LoanOf loan = LoanOf.owing("2026-01-10", "100.00");

    assertThat(loan.at(day, RulesOf.jiebei()).repaymentStatus()).isEqualTo(status.charAt(0));
    assertThat(loan.at(day, otherBuckets).repaymentStatus()).isEqualTo(status.charAt(0));
  }

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10, paid in full on a day, assessed on another
    "2026-01-10, 2026-01-31, N",
    "2026-01-05, 2026-01-31, N", // paid before
    "2026-01-11, 2026-01-31, M", // after the due date, before month end
    "2026-01-25, 2026-01-31, M",
    "2026-01-25, 2026-02-28, *", // nothing due in February
    "2026-01-05, 2026-01-09, *", // not due yet
  })
  void repaymentStatusOfAPaidLoan(String paid, String day, String status) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-06-10", "100.00")
            .paid("P1", paid, "102.00")
            .at(day, RulesOf.jiebei());

    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
  }

  @ParameterizedTest
  @CsvSource({
    // overdue since 2026-01-11 by an amount: below 0.50 in total it is not reported as overdue
    "0.48, N", // + 21 days x 0.00048 = 0.01: 0.49
    "0.49, 1", // + 0.01
    "0.50, 1",
  })
  void aTotalBelowHalfAYuanHasNoDigit(String owed, String status) {
    Assessment at = LoanOf.owing("2026-01-10", owed).at("2026-01-31", RulesOf.jiebei());

    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
    assertThat(at.accountStatus()).isEqualTo(AccountStatus.OVERDUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15, 0, N", // past due, not delinquent
    "2026-01-16, 1, 1",
    "2026-02-14, 30, 1",
    "2026-02-15, 31, 2",
  })
  void repaymentStatusFollowsDaysDelinquent(String day, int delinquent, String status) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .at(day, RulesOf.jiebei().grace(5, GraceMeaning.AGEING_ONLY));

    assertThat(at.daysDelinquent()).isEqualTo(delinquent);
    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
  }

  @ParameterizedTest
  @CsvSource({
    // a guarantor pays 1.00 on 2026-02-15 of a loan overdue since 2026-01-11
    "2026-02-14, 2",
    "2026-02-15, D",
    "2026-02-28, D",
    "2026-03-01, 2", // another month: 50 days
  })
  void aGuarantorsRepaymentComesBeforeTheDigits(String day, String status) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .guarantorPaid("P1", "2026-02-15", "1.00")
            .at(day, RulesOf.jiebei());

    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
  }

  @Test
  void aReturnedGuarantorsRepaymentCountsForNothing() {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .guarantorPaid("P1", "2026-02-15", "1.00")
            .returned("R1", "2026-02-16", "1.00", "P1")
            .at("2026-02-28", RulesOf.jiebei());

    assertThat(at.repaymentStatus()).isEqualTo('2');
    assertThat(at.paidThisMonth()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, OVERDUE,     1, 21",
    "2026-02-01, WRITTEN_OFF, B, 22", // from closed_on on
    "2026-02-28, WRITTEN_OFF, B, 49",
    "2026-03-15, WRITTEN_OFF, G, 0", // nothing owed any more
  })
  void writtenOff(String day, AccountStatus account, String status, int days) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .writtenOff("W1", "2026-02-01")
            .is(LoanStatus.WRITTEN_OFF, "2026-02-01")
            .guarantorPaid("P1", "2026-03-15", "102.20") // 22 days of penalty
            .at(day, RulesOf.jiebei());

    assertThat(at.accountStatus()).isEqualTo(account);
    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
    assertThat(at.daysPastDue()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, OVERDUE,     1, 100.00, 100.00",
    "2026-02-01, TRANSFERRED, G,   0.00,   0.00",
    "2026-02-28, TRANSFERRED, G,   0.00,   0.00",
  })
  void transferred(String day, AccountStatus account, String status, String principal, String due) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00") // due after the transfer: not this lender's
            .transferred("T1", "2026-02-01")
            .is(LoanStatus.TRANSFERRED, "2026-02-01")
            .paid("P1", "2026-02-20", "30.00")
            .at(day, RulesOf.jiebei());

    assertThat(at.accountStatus()).isEqualTo(account);
    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
    assertThat(Cents.format(at.overduePrincipal())).isEqualTo(principal);
    assertThat(Cents.format(at.dueThisMonth())).isEqualTo(due);
    assertThat(Cents.format(at.unallocated()))
        .isEqualTo(day.equals("2026-02-28") ? "30.00" : "0.00");
  }

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10; paid on 2026-01-20 (10 days: 1.00), closed that day; tolerance 1.00
    // paid, difference; a negative one is the excess of the contradiction
    "101.00,  0.00",
    "100.01,  0.99",
    "100.00,  1.00", // principal 1.00
    " 99.99, -0.01",
    " 50.00, -50.00",
  })
  void closedOwesAtMostTheClosingTolerance(String paid, String difference) {
    AssessmentOutcome outcome =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-20", paid)
            .is(LoanStatus.CLOSED, "2026-01-20")
            .outcome(RulesOf.jiebei(), "2026-03-31");

    long cents = LoanOf.cents(difference);
    if (cents < 0) {
      assertThat(outcome).isEqualTo(new Contradiction(Kind.CLOSED_WITH_BALANCE, "", -cents));
      return;
    }
    assertThat(outcome).isInstanceOf(Assessment.class);
    Assessment at = (Assessment) outcome;
    assertThat(at.closingDifference()).isEqualTo(cents);
    assertThat(at.principalBalance()).isZero();
    assertThat(at.overdueTotal()).isZero();
    assertThat(at.repaymentStatus()).isEqualTo('C');
    assertThat(AdverseRecordTest.text(at)).isEqualTo("2026-01-11/2026-01-20");
    assertThat(Day.format(at.nothingOwedFrom())).isEqualTo("2026-01-20");
  }

  @Test
  void closedMayOweAnyPenaltyAlone() {
    // 100.00 paid after 90 days, principal first: 9.00 of penalty counts as waived that day
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-04-10", "100.00")
            .is(LoanStatus.CLOSED, "2026-04-10")
            .at(
                "2026-05-31",
                RulesOf.jiebei()
                    .order(
                        Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY));

    assertThat(at.closingDifference()).isEqualTo(900);
    assertThat(at.penaltyWaived()).isEqualTo(900);
    assertThat(at.overdueTotal()).isZero();
  }

  @Test
  void closedHoldsFromItsDayOnly() {
    Assessment before =
        LoanOf.owing("2026-01-10", "100.00")
            .is(LoanStatus.CLOSED, "2026-02-01")
            .at("2026-01-31", RulesOf.jiebei());

    assertThat(before.accountStatus()).isEqualTo(AccountStatus.OVERDUE);
  }

  @ParameterizedTest
  @CsvSource({"WRITTEN_OFF, 2026-02-02", "TRANSFERRED, 2026-02-02"})
  void needsItsMovementOnTheDay(LoanStatus status, String closedOn) {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .writtenOff("W1", "2026-02-01")
            .transferred("T1", "2026-02-03")
            .is(status, closedOn);

    assertThat(loan.outcome(RulesOf.jiebei(), "2026-02-28"))
        .isEqualTo(new Contradiction(Kind.STATUS_WITHOUT_MOVEMENT, "", 0));
    assertThat(loan.outcome(RulesOf.jiebei(), "2026-02-01")).isInstanceOf(Assessment.class);
  }

  @Test
  void anAmountTooLargeIsAValue() {
    LoanOf loan = LoanOf.owing("2026-01-10", "92233720368547758.07").due("2026-02-10", "0.01");

    assertThat(loan.outcome(RulesOf.jiebei(), "2026-01-31"))
        .isEqualTo(new Contradiction(Kind.AMOUNT_OVERFLOW, "", 0));
  }

  @Test
  void penaltyThatOutgrowsCentsIsAValue() {
    LoanOf loan = LoanOf.owing("2026-01-10", "92233720368547758.07");

    assertThat(loan.outcome(RulesOf.jiebei(), "2026-01-10")).isInstanceOf(Assessment.class);
    assertThat(loan.outcome(RulesOf.jiebei(), "2026-01-11"))
        .isEqualTo(new Contradiction(Kind.AMOUNT_OVERFLOW, "", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "DUE_DATE_IS_ZERO, M", // due today, unpaid at its close, nothing overdue
    "DUE_DATE_IS_ONE,  1",
  })
  void theDueDateItself(DpdClock clock, String status) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00").at("2026-01-10", RulesOf.jiebei().clock(clock));

    assertThat(at.repaymentStatus()).isEqualTo(status.charAt(0));
  }
}
