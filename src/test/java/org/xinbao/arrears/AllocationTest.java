package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;

/**
 * Allocation of repayments and waivers. The loan: 100.00 principal, 10.00 interest, 1.00 fee due on
 * 2026-01-10, 2026-02-10 and 2026-03-10; on 2026-02-20 the first bears 41 x 0.10 = 4.10 penalty,
 * the second 10 x 0.10 = 1.00. All that is owed then: 333.00 + 5.10 = 338.10.
 */
class AllocationTest {

  private static LoanOf loan() {
    return LoanOf.owing("2026-01-10", "100.00", "10.00", "1.00")
        .due("2026-02-10", "100.00", "10.00", "1.00")
        .due("2026-03-10", "100.00", "10.00", "1.00");
  }

  /** Overdue fee, penalty, interest, principal, then principal balance and unallocated. */
  private static String rest(Assessment at) {
    return String.join(
        " ",
        Cents.format(at.overdueFee()),
        Cents.format(at.penaltyOnPrincipal()),
        Cents.format(at.overdueInterest()),
        Cents.format(at.overduePrincipal()),
        Cents.format(at.principalBalance()),
        Cents.format(at.unallocated()));
  }

  @ParameterizedTest
  @CsvSource({
    // FEE, PENALTY, INTEREST, PRINCIPAL; paid on 2026-02-20
    // sequence, amount, fee penalty interest principal | principal in all | unallocated
    "OLDEST_INSTALMENT_FIRST,   0.00, 2.00 5.10 20.00 200.00 300.00 0.00",
    "OLDEST_INSTALMENT_FIRST,   1.00, 1.00 5.10 20.00 200.00 300.00 0.00",
    "OLDEST_INSTALMENT_FIRST,   5.10, 1.00 1.00 20.00 200.00 300.00 0.00", // 1.00 + 4.10
    "OLDEST_INSTALMENT_FIRST,  15.10, 1.00 1.00 10.00 200.00 300.00 0.00",
    "OLDEST_INSTALMENT_FIRST,  15.11, 1.00 1.00 10.00 199.99 299.99 0.00",
    "OLDEST_INSTALMENT_FIRST, 115.10, 1.00 1.00 10.00 100.00 200.00 0.00", // the first is done
    "OLDEST_INSTALMENT_FIRST, 116.10, 0.00 1.00 10.00 100.00 200.00 0.00", // the second begins
    "OLDEST_INSTALMENT_FIRST, 227.10, 0.00 0.00 0.00 0.00 100.00 0.00", // all that is due
    "OLDEST_INSTALMENT_FIRST, 238.10, 0.00 0.00 0.00 0.00 100.00 0.00", // future fee and interest
    "OLDEST_INSTALMENT_FIRST, 338.10, 0.00 0.00 0.00 0.00 0.00 0.00",
    "OLDEST_INSTALMENT_FIRST, 339.00, 0.00 0.00 0.00 0.00 0.00 0.90", // more than all that is owed
    "COMPONENT_FIRST,           2.00, 0.00 5.10 20.00 200.00 300.00 0.00", // both fees
    "COMPONENT_FIRST,           6.10, 0.00 1.00 20.00 200.00 300.00 0.00", // the older penalty
    "COMPONENT_FIRST,           7.10, 0.00 0.00 20.00 200.00 300.00 0.00",
    "COMPONENT_FIRST,          27.10, 0.00 0.00 0.00 200.00 300.00 0.00",
    "COMPONENT_FIRST,         127.10, 0.00 0.00 0.00 100.00 200.00 0.00",
    "COMPONENT_FIRST,         238.10, 0.00 0.00 0.00 0.00 100.00 0.00",
    "COMPONENT_FIRST,         339.00, 0.00 0.00 0.00 0.00 0.00 0.90",
  })
  void appliesInSequence(Sequence sequence, String amount, String expected) {
    Assessment at =
        loan()
            .paid("P1", "2026-02-20", amount)
            .at("2026-02-20", RulesOf.jiebei().sequence(sequence));

    assertThat(rest(at)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // 50.00 paid on 2026-02-20 in another order: what is left of the first two
    "PRINCIPAL INTEREST PENALTY FEE, 2.00 5.10 20.00 150.00 250.00 0.00",
    "INTEREST PRINCIPAL FEE PENALTY, 2.00 5.10 10.00 160.00 260.00 0.00",
    "PENALTY FEE INTEREST PRINCIPAL, 1.00 1.00 10.00 165.10 265.10 0.00", // 4.10 + 1 + 10 + 34.90
    "FEE INTEREST PENALTY PRINCIPAL, 1.00 1.00 10.00 165.10 265.10 0.00",
  })
  void appliesInTheOrderOfTheProduct(String order, String expected) {
    Component[] components =
        Arrays.stream(order.split(" ")).map(Component::valueOf).toArray(Component[]::new);

    Assessment at =
        loan()
            .paid("P1", "2026-02-20", "50.00")
            .at("2026-02-20", RulesOf.jiebei().order(components));

    assertThat(rest(at)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // The loan is past due 90 days on 2026-04-10 and 91 on the 11th. 50.00 paid:
    // day, limit, overdue fee and interest of all, principal of all
    "2026-04-10, 90, 2.00 20.00 270.00",
    "2026-04-11, 90, 3.00 30.00 250.00",
    "2026-04-11, 91, 2.00 20.00 270.10",
    "2026-04-11, -1, 2.00 20.00 270.10", // none
  })
  void principalGoesFirstBeyondItsDays(String day, int limit, String expected) {
    // On the 10th the penalty of the first is 90 x 0.10 = 9.00: 50 - 1 - 9 - 10 = 30 off principal,
    // 270.00; on the 11th 9.10 leave 29.90, 270.10.
    Assessment at =
        loan().paid("P1", day, "50.00").at(day, RulesOf.jiebei().principalFirstAfterDays(limit));

    String rest =
        Cents.format(at.overdueFee())
            + " "
            + Cents.format(at.overdueInterest())
            + " "
            + Cents.format(at.overduePrincipal());
    assertThat(rest).isEqualTo(expected);
  }

  @Test
  void principalGoesFirstForFutureInstalmentsToo() {
    // Past due 91 days on 2026-04-11; all due principal 100.00 and then, oldest first, the rest of
    // the due one (penalty 9.10, interest 10.00, fee 1.00); 30.00 go to the next: principal first.
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00", "10.00", "1.00")
            .due("2026-05-10", "100.00", "10.00", "1.00")
            .paid("P1", "2026-04-11", "150.10")
            .at("2026-05-11", RulesOf.jiebei());

    assertThat(Cents.format(at.overduePrincipal())).isEqualTo("70.00");
    assertThat(Cents.format(at.overdueInterest())).isEqualTo("10.00");
    assertThat(Cents.format(at.overdueFee())).isEqualTo("1.00");
  }

  @Test
  void theDaysAreThoseBeforeThePaymentIsApplied() {
    // Two payments on the day the loan is 91 days past due. The first, 100.00, goes to principal
    // of the first instalment; its fee 1.00 and interest 10.00 stay overdue, so the second goes to
    // principal first too: 50.00 off the second instalment.
    Assessment at =
        loan()
            .paid("P1", "2026-04-11", "100.00")
            .paid("P2", "2026-04-11", "50.00")
            .at("2026-04-11", RulesOf.jiebei().sequence(Sequence.COMPONENT_FIRST));

    assertThat(Cents.format(at.overduePrincipal())).isEqualTo("150.00");
    assertThat(Cents.format(at.overdueInterest())).isEqualTo("30.00");
  }

  @Test
  void penaltyOnPrincipalIsPaidBeforePenaltyOnInterest() {
    // 10 days: 1.00 on 100.00 principal, 0.10 on 10.00 interest; fee 1.00 first, then 1.05 penalty
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00", "10.00", "1.00")
            .paid("P1", "2026-01-20", "2.05")
            .at("2026-01-20", RulesOf.jiebei().base(PenaltyBase.PRINCIPAL_AND_INTEREST));

    assertThat(at.penaltyOnPrincipal()).isZero();
    assertThat(at.penaltyOnInterest()).isEqualTo(5);
    assertThat(at.penaltyPaid()).isEqualTo(105);
  }

  @ParameterizedTest
  @CsvSource({
    // 15.10 paid on 2026-02-20. Computed: fee 1.00, penalty 4.10, interest 10.00 of the first.
    // source, booked principal, interest, penalty, fee: what is overdue then, differences listed
    "COMPUTED, 0.00, 10.00, 4.10, 1.00, 1.00 1.00 10.00 200.00 300.00 0.00, 0",
    "COMPUTED, 15.10, 0.00, 0.00, 0.00, 1.00 1.00 10.00 200.00 300.00 0.00, 1",
    "LEDGER,   15.10, 0.00, 0.00, 0.00, 2.00 5.10 20.00 184.90 284.90 0.00, 0",
    "LEDGER,   0.00, 15.10, 0.00, 0.00, 2.00 5.10 4.90 200.00 300.00 0.00, 0",
    "LEDGER,   3.00, 10.00, 0.00, 2.10, 0.00 5.10 10.00 197.00 297.00 0.00, 0", // 0.10 of the
    // future fee
    "LEDGER,   5.00, 10.00, 0.00, 0.00, 1.00 1.00 10.00 200.00 300.00 0.00, 1", // sum is 15.00
    "LEDGER,   8.00, 0.00, 7.10, 0.00, 2.00 0.00 20.00 192.00 292.00 2.00, 1", // penalty is 5.10
  })
  void theLedgersOwnSplitCountsWhereTheRulesSaySo(
      Source source,
      String principal,
      String interest,
      String penalty,
      String fee,
      String expected,
      int differences) {
    Assessment at =
        loan()
            .paid("P1", "2026-02-20", "15.10", LoanOf.split(principal, interest, penalty, fee))
            .at("2026-02-20", RulesOf.jiebei().source(source));

    assertThat(rest(at)).isEqualTo(expected);
    assertThat(at.splitDifferences()).hasSize(differences);
  }

  @Test
  void aWaiverForgivesTheComponentsItNames() {
    // On 2026-02-20: principal 150.00 of 300.00, interest 10.00, penalty 5.00 of 5.10, fee 3.00
    // over all three, due or not.
    Assessment at =
        loan()
            .waived("W1", "2026-02-20", LoanOf.split("150.00", "10.00", "5.00", "3.00"))
            .at("2026-02-20", RulesOf.jiebei());

    assertThat(rest(at)).isEqualTo("0.00 0.10 10.00 50.00 150.00 0.00");
    assertThat(at.penaltyWaived()).isEqualTo(500);
    assertThat(at.penaltyPaid()).isZero();
    assertThat(at.paidThisMonth()).isZero();
    assertThat(at.lastPaidOn()).isEqualTo(Day.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // what is forgiven on 2026-02-20 and by how much it is too much
    "300.00, 30.00, 5.10, 3.00,   0",
    "300.01,  0.00, 0.00, 0.00,   1",
    "  0.00, 30.01, 0.00, 0.00,   1",
    "  0.00,  0.00, 5.11, 0.00,   1",
    "  0.00,  0.00, 0.00, 3.01,   1",
    "301.00, 31.00, 0.00, 0.00, 200",
  })
  void aWaiverOfMoreThanIsOwedIsAContradiction(
      String principal, String interest, String penalty, String fee, long excess) {
    AssessmentOutcome outcome =
        loan()
            .waived("W1", "2026-02-20", LoanOf.split(principal, interest, penalty, fee))
            .outcome(RulesOf.jiebei(), "2026-02-28");

    if (excess == 0) {
      assertThat(outcome).isInstanceOf(Assessment.class);
    } else {
      assertThat(outcome)
          .isEqualTo(new Contradiction(Contradiction.Kind.WAIVER_EXCEEDS_OWED, "W1", excess));
    }
  }

  @Test
  void aWaiverIsAPostingDate() {
    // 105.00 at 0.105 a day. Fee waived on the 11th: 0.105 -> 0.11 fixed; + 0.11 on the 12th.
    Assessment at =
        LoanOf.owing("2026-01-10", "105.00", "0.00", "1.00")
            .waived("W1", "2026-01-11", LoanOf.split("0.00", "0.00", "0.00", "1.00"))
            .at("2026-01-12", RulesOf.jiebei());

    assertThat(at.penaltyOnPrincipal()).isEqualTo(22);
  }

  @Test
  void aPeriodThatWasPaidInPartIsStillRoundedAsAWhole() {
    // 105.00 at 0.105 a day; 0.11 penalty paid on the 11th; on the 12th the whole is 0.21
    Assessment at =
        LoanOf.owing("2026-01-10", "105.00")
            .paid("P1", "2026-01-11", "0.11")
            .paid("P2", "2026-01-12", "0.10")
            .at(
                "2026-01-12",
                RulesOf.jiebei().rounding(RoundingMoment.PER_PERIOD, RoundingMode.HALF_UP));

    assertThat(at.penaltyPaid()).isEqualTo(21);
    assertThat(at.penaltyOnPrincipal()).isZero();
    assertThat(Cents.format(at.principalBalance())).isEqualTo("105.00");
  }
}
