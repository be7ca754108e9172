package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Contradiction.Kind;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.ReturnedPayment;

/**
 * Returned repayments. 100.00 due 2026-01-10 at 0.10 a day; 101.00 paid on the 20th (penalty 1.00,
 * principal 100.00), returned on 2026-02-05.
 */
class ReturnedPaymentTest {

  private static LoanOf loan() {
    return LoanOf.owing("2026-01-10", "100.00")
        .paid("P1", "2026-01-20", "101.00")
        .returned("R1", "2026-02-05", "101.00", "P1");
  }

  @ParameterizedTest
  @CsvSource({
    // convention, day: days past due, principal, penalty, penalty paid, last paid, adverse records
    "ORIGINAL_DUE_DATE, 2026-02-04,  0,   0.00, 0.00, 1.00, 2026-01-20, 2026-01-11/2026-01-20",
    "ORIGINAL_DUE_DATE, 2026-02-05, 26, 100.00, 2.60, 0.00,           , 2026-01-11/",
    "ORIGINAL_DUE_DATE, 2026-02-10, 31, 100.00, 3.10, 0.00,           , 2026-01-11/",
    // RETURN_DATE: due again on the day of the return; 1.00 penalty as a fixed amount
    "RETURN_DATE,       2026-02-04,  0,   0.00, 0.00, 1.00, 2026-01-20, 2026-01-11/2026-01-20",
    "RETURN_DATE,       2026-02-05,  0, 100.00, 1.00, 0.00,           , 2026-01-11/2026-01-20",
    "RETURN_DATE,       2026-02-06,  1, 100.00, 1.10, 0.00,           , 2026-01-11/2026-01-20 "
        + "2026-02-06/",
    "RETURN_DATE,       2026-02-10,  5, 100.00, 1.50, 0.00,           , 2026-01-11/2026-01-20 "
        + "2026-02-06/",
  })
  void followsTheConvention(
      ReturnedPayment convention,
      String day,
      int days,
      String principal,
      String penalty,
      String penaltyPaid,
      String lastPaid,
      String records) {
    Assessment at = loan().at(day, RulesOf.jiebei().returned(convention));

    assertThat(at.daysPastDue()).isEqualTo(days);
    assertThat(Cents.format(at.principalBalance())).isEqualTo(principal);
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
    assertThat(Cents.format(at.penaltyPaid())).isEqualTo(penaltyPaid);
    assertThat(Day.format(at.lastPaidOn())).isEqualTo(lastPaid == null ? "" : lastPaid);
    assertThat(AdverseRecordTest.text(at)).isEqualTo(records);
  }

  @Test
  void anUndonePaymentIsNoPostingDate() {
    // 105.00 at 0.105 a day: 0.210 -> 0.21 on the 12th; had the 11th rounded, 0.22.
    Assessment at =
        LoanOf.owing("2026-01-10", "105.00")
            .paid("P1", "2026-01-11", "0.01")
            .returned("R1", "2026-01-12", "0.01", "P1")
            .at("2026-01-12", RulesOf.jiebei());

    assertThat(at.penaltyOnPrincipal()).isEqualTo(21);
  }

  @Test
  void theReturnRoundsNothingButThePaymentDid() {
    // RETURN_DATE: 0.105 -> 0.11 on the 11th, 0.01 of it paid; 12th and 13th: 0.21 as one;
    // the returned 0.01 stands beside: 0.10 + 0.21 + 0.01 = 0.32.
    Assessment at =
        LoanOf.owing("2026-01-10", "105.00")
            .paid("P1", "2026-01-11", "0.01")
            .returned("R1", "2026-01-12", "0.01", "P1")
            .at("2026-01-13", RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE));

    assertThat(at.penaltyOnPrincipal()).isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource({
    // The instalment of 2026-02-10 was prepaid on 2026-01-05; returned on
    // day, days past due on 2026-02-20 with clock zero, instalments overdue
    "2026-02-09, 10", // not yet due: unpaid again in it
    "2026-02-10, 10", // due today: an instalment of its own, due today
    "2026-02-11,  9",
  })
  void whatIsNotYetDueIsUnpaidAgainInItsInstalment(String returned, int days) {
    Assessment at =
        LoanOf.owing("2026-02-10", "100.00")
            .paid("P1", "2026-01-05", "100.00")
            .returned("R1", returned, "100.00", "P1")
            .at("2026-02-20", RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE));

    assertThat(at.daysPastDue()).isEqualTo(days);
    assertThat(at.instalmentsOverdue()).isEqualTo(1);
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(Cents.format(10L * days));
    // only the schedule counts as due this month, once
    assertThat(Cents.format(at.dueThisMonth())).isEqualTo("100.00");
  }

  @ParameterizedTest
  @CsvSource({
    // Restored on 2026-02-05 with 5 grace days of their own
    "GATE, 2026-02-09, 1.00",
    "GATE, 2026-02-10, 1.50",
    "FREE, 2026-02-10, 1.00",
    "FREE, 2026-02-11, 1.10",
  })
  void restoredInstalmentsHaveGraceOfTheirOwn(GraceMeaning meaning, String day, String penalty) {
    // The original grace: with GATE and FREE 5 days, the first penalty is 1.00 (GATE) on the 20th;
    // with FREE 0.50, so 0.50 of the payment was unallocated.
    Assessment at =
        loan().at(day, RulesOf.jiebei().grace(5, meaning).returned(ReturnedPayment.RETURN_DATE));

    String expected = meaning == GraceMeaning.FREE ? less(penalty, "0.50") : penalty;
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(expected);
    assertThat(at.unallocated()).isZero();
  }

  private static String less(String amount, String by) {
    return Cents.format(LoanOf.cents(amount) - LoanOf.cents(by));
  }

  @Test
  void takesItsUnallocatedPartBack() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P0", "2026-01-10", "100.00")
            .paid("P1", "2026-01-11", "7.00")
            .paid("P2", "2026-01-12", "5.00")
            .returned("R1", "2026-01-13", "7.00", "P1");
    RulesOf rules = RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE);

    assertThat(loan.at("2026-01-12", rules).unallocated()).isEqualTo(1200);
    assertThat(loan.at("2026-01-13", rules).unallocated()).isEqualTo(500);
  }

  @Test
  void restoredInstalmentsRankInTheOrderOfThoseTheyComeFrom() {
    // Two instalments of 100.00 and 200.00 paid by two repayments, both returned on 2026-02-10, the
    // later repayment first; a scheduled one of 50.00 is due the same day. 150.00 paid that day go
    // to the scheduled one, then to what comes from the first.
    RulesOf rules =
        RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE).clock(DpdClock.DUE_DATE_IS_ONE);
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-01-11", "200.00")
            .due("2026-02-10", "50.00")
            .paid("P1", "2026-01-10", "100.00")
            .paid("P2", "2026-01-11", "200.00")
            .returned("R1", "2026-02-10", "200.00", "P2")
            .returned("R2", "2026-02-10", "100.00", "P1")
            .paid("Z", "2026-02-10", "150.00");
    Assessment at = loan.at("2026-02-10", rules);

    // 50.00 and 100.00 paid in full: one instalment of 200.00 is left
    assertThat(at.instalmentsOverdue()).isEqualTo(1);
    assertThat(Cents.format(at.overduePrincipal())).isEqualTo("200.00");
  }

  @Test
  void aReturnAfterATransferRestoresNothing() {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-10", "150.00")
            .transferred("T1", "2026-01-15")
            .returned("R1", "2026-01-20", "150.00", "P1")
            .is(LoanStatus.TRANSFERRED, "2026-01-15")
            .at("2026-02-28", RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE));

    assertThat(at.principalBalance()).isZero();
    assertThat(at.unallocated()).isZero();
    assertThat(at.daysPastDue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // A reversal of P1 (100.00 on 2026-01-10) that undoes nothing it could
    "2026-01-12, 100.00, P9", // no such repayment
    "2026-01-12,  99.00, P1", // not in full
    "2026-01-09, 100.00, P1", // sorts before it
    "2026-01-12,   5.00, W1", // not a repayment
    "2026-01-12, 100.00, ''",
  })
  void aReversalOfNothingIsAContradiction(String day, String amount, String reverses) {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00", "5.00", "0.00")
            .waived("W1", "2026-01-08", LoanOf.split("0.00", "5.00", "0.00", "0.00"))
            .paid("P1", "2026-01-10", "100.00")
            .returned("R1", day, amount, reverses);

    for (ReturnedPayment convention : ReturnedPayment.values()) {
      assertThat(loan.outcome(RulesOf.jiebei().returned(convention), "2026-01-31"))
          .isEqualTo(new Contradiction(Kind.REVERSAL_OF_NOTHING, "R1", 0));
    }
    assertThat(loan.outcome(RulesOf.jiebei(), "2026-01-08")).isInstanceOf(Assessment.class);
  }

  @Test
  void aSecondReversalIsAContradiction() {
    assertThat(
            loan()
                .returned("R2", "2026-02-06", "101.00", "P1")
                .outcome(RulesOf.jiebei(), "2026-02-28"))
        .isEqualTo(new Contradiction(Kind.REVERSAL_OF_NOTHING, "R2", 0));
  }
}
