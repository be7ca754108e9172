package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Split;
import org.xinbao.ledger.MovementDetail;

/**
 * Segment K from movements (rulings, section C). Instalments are 1,010.00 each, due on the 15th.
 */
class SpecialsTest {

  private static final PbocProduct PRODUCT =
      new PbocProduct(
          AccountType.D1,
          "0",
          "1",
          "91",
          "1",
          "1",
          "0",
          "4",
          Optional.empty(),
          "03",
          0,
          "",
          12,
          -1,
          false);

  private static int day(int month, int day) {
    return Day.of(2026, month, day);
  }

  private static List<String> of(TestLoan loan, PbocProduct product, ReportedState state) {
    return Specials.unsent(
            loan.build(),
            product,
            day -> {
              loan.date = day;
              return loan.build();
            },
            state)
        .stream()
        .map(each -> each.type() + "@" + Day.format(each.on()) + " " + each.amount())
        .toList();
  }

  private static List<String> of(TestLoan loan) {
    return of(loan, PRODUCT, ReportedState.NONE);
  }

  @Test
  void movementsHaveTheirTypes() {
    TestLoan loan =
        TestLoan.of(each -> {})
            .move("1", day(2, 1), MovementType.EXTENSION, 500)
            .move("2", day(3, 1), MovementType.GUARANTOR_REPAYMENT, 600)
            .move("3", day(4, 1), MovementType.WAIVER, 700)
            .move("4", day(5, 1), MovementType.WRITE_OFF, 800)
            .move("5", day(6, 1), MovementType.TRANSFER_OUT, 900)
            .move("6", day(12, 1), MovementType.WAIVER, 900);
    assertThat(of(loan))
        .containsExactly(
            "1@2026-02-01 500",
            "2@2026-03-01 600",
            "11@2026-04-01 700",
            "15@2026-05-01 800",
            "12@2026-06-01 900");
  }

  @Test
  void theLedgerMayNameTheKind() {
    TestLoan loan = TestLoan.of(each -> {}).move("1", day(2, 15), MovementType.REPAYMENT, 101_000);
    loan.details.add(new MovementDetail("1", "16", 3, "顺延"));
    Special special =
        Specials.unsent(loan.build(), PRODUCT, day -> loan.build(), ReportedState.NONE).get(0);
    assertThat(special).isEqualTo(new Special(16, day(2, 15), 101_000, 3, "顺延"));
  }

  @Test
  void whatIsSentOrReversedIsNotToldAgain() {
    TestLoan loan =
        TestLoan.of(each -> {})
            .move("1", day(2, 1), MovementType.WAIVER, 500)
            .move("2", day(3, 1), MovementType.GUARANTOR_REPAYMENT, 600);
    loan.movements.add(
        new Movement("3", day(3, 5), "2026-03-05", MovementType.REVERSAL, 600, "2", Split.NONE));
    assertThat(of(loan)).containsExactly("11@2026-02-01 500");
    ReportedState known = ReportedState.known(AccountType.D1, day(2, 2));
    assertThat(of(loan, PRODUCT, known)).isEmpty();
  }

  /** Two waivers of one day are one transaction; the bureau knows type and day only. */
  @Test
  void transactionsOfOneTypeAndDayAreOne() {
    TestLoan loan =
        TestLoan.of(each -> {})
            .move("1", day(2, 1), MovementType.WAIVER, 500)
            .move("2", day(2, 1), MovementType.WAIVER, 600);
    assertThat(of(loan)).containsExactly("11@2026-02-01 1100");
  }

  /**
   * 10 February: nothing is due yet. 1,009.99 is less than the next instalment, 1,010.00 is not.
   */
  @Test
  void aPrepaymentCountsFromOneInstalment() {
    assertThat(of(TestLoan.of(l -> {}).move("1", day(2, 10), MovementType.REPAYMENT, 100_999)))
        .isEmpty();
    assertThat(of(TestLoan.of(l -> {}).move("1", day(2, 10), MovementType.REPAYMENT, 101_000)))
        .containsExactly("4@2026-02-10 101000");
  }

  /** 15 February: 1,010.00 is due; of 3,000.00 the rest, 1,990.00, is prepaid. */
  @Test
  void whatIsDueIsNotPrepaid() {
    assertThat(of(TestLoan.of(l -> {}).move("1", day(2, 15), MovementType.REPAYMENT, 300_000)))
        .containsExactly("4@2026-02-15 199000");
  }

  /** Of 3,000.00 paid in arrears 1,010.00 was due and 50.00 penalty: 1,940.00 is prepaid. */
  @Test
  void penaltyIsNotPrepaid() {
    TestLoan loan =
        TestLoan.of(l -> l.penaltyPaid = 5_000)
            .move("1", day(2, 20), MovementType.REPAYMENT, 300_000);
    assertThat(of(loan)).containsExactly("4@2026-02-20 194000");
  }

  @Test
  void anAmountMayBeAskedFor() {
    PbocProduct from2000 =
        new PbocProduct(
            AccountType.D1,
            "0",
            "1",
            "91",
            "1",
            "1",
            "0",
            "4",
            Optional.empty(),
            "03",
            0,
            "",
            12,
            200_000,
            false);
    TestLoan loan =
        TestLoan.of(l -> {})
            .move("1", day(2, 10), MovementType.REPAYMENT, 199_999)
            .move("2", day(4, 10), MovementType.REPAYMENT, 402_001);
    // 10 April: paid 6,020.00, due 2,020.00 (15 February and 15 March): 4,000.00 of 4,020.01 ahead.
    assertThat(of(loan, from2000, ReportedState.NONE)).containsExactly("4@2026-04-10 400000");
  }

  /** The payment that closed the loan before its last instalment fell due is 提前结清. */
  @Test
  void fullPaymentAheadOfTimeIsAnEarlySettlement() {
    TestLoan loan =
        TestLoan.of(l -> l.closed(day(10, 9)))
            .move("1", day(10, 9), MovementType.REPAYMENT, 1_212_000);
    // Eight instalments of 1,010.00 fell due from 15 February to 15 September: 12,120 − 8,080.
    assertThat(of(loan)).containsExactly("5@2026-10-09 404000");
  }
}
