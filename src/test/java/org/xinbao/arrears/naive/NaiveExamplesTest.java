package org.xinbao.arrears.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.arrears.naive.Examples.day;
import static org.xinbao.arrears.naive.Examples.due;
import static org.xinbao.arrears.naive.Examples.loan;
import static org.xinbao.arrears.naive.Examples.other;
import static org.xinbao.arrears.naive.Examples.paid;
import static org.xinbao.arrears.naive.Examples.plain;
import static org.xinbao.arrears.naive.Examples.returned;
import static org.xinbao.arrears.naive.Examples.waived;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.Split;
import org.xinbao.arrears.SplitDifference;

/** The naive assessment against figures worked out by hand; 1000.00 bears 1.00 a day. */
class NaiveExamplesTest {

  private static final List<Instalment> ONE = List.of(due(1, "2026-02-01", 100_000, 500, 0));
  private static final List<Instalment> TWO =
      List.of(due(1, "2026-02-01", 100_000, 500, 200), due(2, "2026-03-01", 100_000, 400, 0));

  private static Assessment figures(Loan loan, ProductRules rules, String on) {
    return (Assessment) NaiveArrears.assess(loan, rules, day(on));
  }

  private static Contradiction fault(Loan loan, ProductRules rules, String on) {
    return (Contradiction) NaiveArrears.assess(loan, rules, day(on));
  }

  @Test
  void anUnpaidInstalmentAges() {
    ProductRules rules = plain().product();
    Assessment dueDay = figures(loan(ONE), rules, "2026-02-01");
    assertThat(dueDay.daysPastDue()).isZero();
    assertThat(dueDay.accountStatus()).isEqualTo(AccountStatus.NORMAL);
    assertThat(dueDay.dueThisMonth()).isEqualTo(100_500);
    // Unpaid at the close of its due date and nothing overdue yet.
    assertThat(dueDay.repaymentStatus()).isEqualTo('M');

    // 10 days from 2 to 11 February: 10 x 1.00.
    Assessment later = figures(loan(ONE), rules, "2026-02-11");
    assertThat(later.daysPastDue()).isEqualTo(10);
    assertThat(later.firstOverdueOn()).isEqualTo(day("2026-02-02"));
    assertThat(later.penaltyOnPrincipal()).isEqualTo(1_000);
    assertThat(later.overdueTotal()).isEqualTo(100_500 + 1_000);
    assertThat(later.principal1To30()).isEqualTo(100_000);
    assertThat(later.bucket()).isEqualTo(1);
    assertThat(later.fiveClass()).isEqualTo(2);
    assertThat(later.fiveClassOn()).isEqualTo(day("2026-02-02"));
    assertThat(later.repaymentStatus()).isEqualTo('1');
    assertThat(later.adverseRecords())
        .containsExactly(new AdverseRecord(day("2026-02-02"), Day.NONE, 10, 101_500));
  }

  @Test
  void theOtherClockCountsTheDueDateAsDayOne() {
    ProductRules rules = plain(r -> r.clock(DpdClock.DUE_DATE_IS_ONE));
    Assessment dueDay = figures(loan(ONE), rules, "2026-02-01");
    assertThat(dueDay.daysPastDue()).isEqualTo(1);
    assertThat(dueDay.firstOverdueOn()).isEqualTo(day("2026-02-01"));
    // The first charged day is still the day after the due date.
    assertThat(dueDay.penaltyOnPrincipal()).isZero();
    assertThat(figures(loan(ONE), rules, "2026-02-03").penaltyOnPrincipal()).isEqualTo(200);
  }

  @Test
  void aLatePaymentPaysFeePenaltyInterestPrincipalAndTheRecordEndsWithThePenalty() {
    // 11 February: 10 days = 10.00 penalty; paid 1005.00: fee 2, penalty 10, interest 5, the
    // remaining 988.00 principal; 12.00 principal stays.
    Loan part = loan(TWO, paid("a", "2026-02-11", 100_500));
    Assessment on11 = figures(part, plain().product(), "2026-02-11");
    assertThat(on11.penaltyPaid()).isEqualTo(1_000);
    assertThat(on11.overduePrincipal()).isEqualTo(1_200);
    assertThat(on11.overdueInterest() + on11.overdueFee() + on11.penaltyOnPrincipal()).isZero();
    // 12.00 bear 0.012 a day: 0.12 after ten days; rounding as of 15 February: 0.048 -> 0.05.
    assertThat(figures(part, plain().product(), "2026-02-15").penaltyOnPrincipal()).isEqualTo(5);
    assertThat(figures(part, plain().product(), "2026-02-21").penaltyOnPrincipal()).isEqualTo(12);

    // The rest paid on 21 February: 12.12.
    Loan all = loan(TWO, paid("a", "2026-02-11", 100_500), paid("b", "2026-02-21", 1_212));
    Assessment settled = figures(all, plain().product(), "2026-02-25");
    assertThat(settled.overdueTotal()).isZero();
    assertThat(settled.repaymentStatus()).isEqualTo('M');
    assertThat(settled.paidThisMonth()).isEqualTo(101_712);
    // Worst total: 10 February, 1007.00 + 9 days.
    assertThat(settled.adverseRecords())
        .containsExactly(new AdverseRecord(day("2026-02-02"), day("2026-02-21"), 19, 101_600));
  }

  @Test
  void penaltyStaysOwedAfterItsInstalmentIsPaid() {
    ProductRules rules =
        plain(
            r ->
                r.order(Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY));
    Loan loan = loan(ONE, paid("a", "2026-02-11", 100_500));
    Assessment figures = figures(loan, rules, "2026-03-15");
    assertThat(figures.daysPastDue()).isZero();
    assertThat(figures.penaltyOnPrincipal()).isEqualTo(1_000);
    assertThat(figures.overdueTotal()).isEqualTo(1_000);
    assertThat(figures.adverseRecords().get(0).endedOn()).isEqualTo(Day.NONE);
    assertThat(figures.nothingOwedFrom()).isEqualTo(Day.NONE);
    assertThat(figures.repaymentStatus()).isEqualTo('*');
  }

  @Test
  void aGateForgivesGraceDaysOnlyWhenCuredWithinThem() {
    ProductRules rules = plain(r -> r.grace(3, GraceMeaning.GATE));
    // Paid on the last grace day, 4 February: nothing was ever charged.
    Loan inTime = loan(ONE, paid("a", "2026-02-04", 100_500));
    assertThat(figures(inTime, rules, "2026-02-04").penaltyOnPrincipal()).isZero();
    assertThat(figures(inTime, rules, "2026-02-04").unallocated()).isZero();
    // Half paid on 3 February, the rest open: days 2 and 3 on 1000.00, then 500.00 a day.
    Loan half = loan(ONE, paid("a", "2026-02-03", 50_500));
    assertThat(figures(half, rules, "2026-02-03").penaltyOnPrincipal()).isZero();
    assertThat(figures(half, rules, "2026-02-04").penaltyOnPrincipal()).isEqualTo(200 + 50);
    assertThat(figures(half, rules, "2026-02-06").penaltyOnPrincipal()).isEqualTo(200 + 150);
  }

  @Test
  void freeGraceIsNeverCharged() {
    ProductRules rules = plain(r -> r.grace(3, GraceMeaning.FREE));
    assertThat(figures(loan(ONE), rules, "2026-02-04").penaltyOnPrincipal()).isZero();
    assertThat(figures(loan(ONE), rules, "2026-02-06").penaltyOnPrincipal()).isEqualTo(200);
  }

  @Test
  void ageingGraceShiftsDelinquencyButNotPenalty() {
    ProductRules rules = plain(r -> r.grace(3, GraceMeaning.AGEING_ONLY));
    Assessment figures = figures(loan(ONE), rules, "2026-02-04");
    assertThat(figures.daysPastDue()).isEqualTo(3);
    assertThat(figures.daysDelinquent()).isZero();
    assertThat(figures.bucket()).isZero();
    assertThat(figures.penaltyOnPrincipal()).isEqualTo(300);
    assertThat(figures.accountStatus()).isEqualTo(AccountStatus.OVERDUE);
    assertThat(figures.repaymentStatus()).isEqualTo('N');
  }

  @Test
  void dayCountsGiveTheirOwnDays() {
    // From 28 February to 1 March 2026: 30E/360 counts 3 days, the calendar 1.
    List<Instalment> february = List.of(due(1, "2026-02-28", 100_000, 0, 0));
    ProductRules thirty = plain(r -> r.dayCount(DayCount.THIRTY_E_360));
    assertThat(figures(loan(february), thirty, "2026-03-01").penaltyOnPrincipal()).isEqualTo(300);
    // 30 to 31 March: 0 days.
    List<Instalment> march = List.of(due(1, "2026-03-30", 100_000, 0, 0));
    assertThat(figures(loan(march), thirty, "2026-03-31").penaltyOnPrincipal()).isZero();
    // ACT_ACT: 1 January 2028 is charged by 2027, 2 January by the leap year:
    // 100000.00 x 0.36 x (1/365 + 1/366) = 98.630... + 98.360... = 196.991
    List<Instalment> leap = List.of(due(1, "2027-12-31", 10_000_000, 0, 0));
    ProductRules isda = plain(r -> r.dayCount(DayCount.ACT_ACT_ISDA));
    assertThat(figures(loan(leap), isda, "2028-01-02").penaltyOnPrincipal()).isEqualTo(19_699);
    // PER_PERIOD: the year ends the stretch: 98.63 + 98.36.
    ProductRules period =
        plain(r -> r.dayCount(DayCount.ACT_ACT_ISDA).when(RoundingMoment.PER_PERIOD));
    assertThat(figures(loan(leap), period, "2028-01-02").penaltyOnPrincipal())
        .isEqualTo(9_863 + 9_836);
  }

  @Test
  void theMomentOfRoundingMovesCents() {
    // 4.00 bear 0.004 a day.
    List<Instalment> small =
        List.of(due(1, "2026-02-01", 400, 0, 0), due(2, "2026-09-01", 1_000, 0, 0));
    // Waivers on 2 and 3 February post on both days.
    Loan loan =
        loan(
            small,
            waived("a", "2026-02-02", Split.of(0, 0, 0, 0)),
            waived("b", "2026-02-03", Split.of(0, 0, 0, 0)));
    // AT_POSTING: 0.004 -> 0 twice, then 3 days 0.012 -> 0.01.
    assertThat(figures(loan, plain().product(), "2026-02-06").penaltyOnPrincipal()).isEqualTo(1);
    // PER_DAY: 0.004 -> 0 five times.
    ProductRules daily = plain(r -> r.when(RoundingMoment.PER_DAY));
    assertThat(figures(loan, daily, "2026-02-06").penaltyOnPrincipal()).isZero();
    // PER_PERIOD: one stretch of 5 days: 0.020.
    ProductRules period = plain(r -> r.when(RoundingMoment.PER_PERIOD));
    assertThat(figures(loan, period, "2026-02-06").penaltyOnPrincipal()).isEqualTo(2);
  }

  @Test
  void compoundInterestIsASecondPenalty() {
    // 5.00 interest bear 0.005 a day: 0.05 in ten days.
    Assessment figures = figures(loan(ONE), plain(Examples.Rules::compound), "2026-02-11");
    assertThat(figures.penaltyOnPrincipal()).isEqualTo(1_000);
    assertThat(figures.penaltyOnInterest()).isEqualTo(5);
  }

  @Test
  void sequenceDecidesWhetherInstalmentOrComponentGoesFirst() {
    // On 1 March 33.00 are paid. Penalty of the first instalment: 28 days, 28.00.
    Loan loan = loan(TWO, paid("a", "2026-03-01", 3_300));
    // By instalment: fee 2, penalty 28, then 3 of the first's 5 of interest.
    Assessment instalment = figures(loan, plain().product(), "2026-03-02");
    assertThat(instalment.overdueInterest()).isEqualTo(200 + 400);
    // By component with interest first: 5 + 4 interest, then fee 2, then 22 of penalty.
    ProductRules component =
        plain(
            r ->
                r.sequence(Sequence.COMPONENT_FIRST)
                    .order(
                        Component.INTEREST, Component.FEE, Component.PENALTY, Component.PRINCIPAL));
    Assessment first = figures(loan, component, "2026-03-02");
    assertThat(first.overdueInterest() + first.overdueFee()).isZero();
    assertThat(first.penaltyPaid()).isEqualTo(3_300 - 500 - 400 - 200);
  }

  @Test
  void principalGoesFirstBeyondTheThreshold() {
    ProductRules rules = plain(r -> r.principalFirst(9));
    // Day 9: not beyond. 9 days of penalty are paid first.
    assertThat(
            figures(loan(ONE, paid("a", "2026-02-10", 10_000)), rules, "2026-02-10").penaltyPaid())
        .isEqualTo(900);
    // Day 10: principal first.
    Assessment beyond = figures(loan(ONE, paid("a", "2026-02-11", 10_000)), rules, "2026-02-11");
    assertThat(beyond.penaltyPaid()).isZero();
    assertThat(beyond.overduePrincipal()).isEqualTo(90_000);
  }

  @Test
  void aReturnedPaymentIsAsIfItHadNeverBeen() {
    Loan loan =
        loan(ONE, paid("a", "2026-02-01", 100_500), returned("b", "2026-02-11", 100_500, "a"));
    ProductRules rules = plain().product();
    assertThat(figures(loan, rules, "2026-02-10").daysPastDue()).isZero();
    assertThat(figures(loan, rules, "2026-02-10").adverseRecords()).isEmpty();
    Assessment after = figures(loan, rules, "2026-02-11");
    assertThat(after.daysPastDue()).isEqualTo(10);
    assertThat(after.penaltyOnPrincipal()).isEqualTo(1_000);
    assertThat(after.lastPaidOn()).isEqualTo(Day.NONE);
    assertThat(after.adverseRecords())
        .containsExactly(new AdverseRecord(day("2026-02-02"), Day.NONE, 10, 101_500));
  }

  @Test
  void aReturnedPaymentIsOwedAgainFromTheReturn() {
    Loan loan =
        loan(TWO, paid("a", "2026-02-11", 101_800), returned("b", "2026-02-21", 101_800, "a"));
    ProductRules rules = plain(r -> r.returned(ReturnedPayment.RETURN_DATE));
    // 1007.00 + 10.00 penalty were paid, 1.00 of the second instalment's interest in advance.
    assertThat(figures(loan, rules, "2026-02-20").overdueTotal()).isZero();
    Assessment back = figures(loan, rules, "2026-02-23");
    assertThat(back.daysPastDue()).isEqualTo(2);
    assertThat(back.instalmentsOverdue()).isEqualTo(1);
    assertThat(back.overduePrincipal()).isEqualTo(100_000);
    assertThat(back.overdueInterest()).isEqualTo(500);
    // 10.00 restored, 2 days of 1.00.
    assertThat(back.penaltyOnPrincipal()).isEqualTo(1_200);
    assertThat(back.penaltyPaid()).isZero();
    assertThat(back.dueThisMonth()).isEqualTo(100_700);
    // The advance interest is simply unpaid again in the second instalment.
    assertThat(figures(loan, rules, "2026-03-02").overdueInterest()).isEqualTo(500 + 400);
    // Worst: 10 February 1007 + 9; from 21 February the second record (nothing overdue on the 21st,
    // though 10.00 of penalty are unpaid: a record begins with an overdue instalment).
    assertThat(back.adverseRecords())
        .containsExactly(
            new AdverseRecord(day("2026-02-02"), day("2026-02-11"), 9, 101_600),
            new AdverseRecord(day("2026-02-22"), Day.NONE, 2, 100_700 + 1_200));
  }

  @Test
  void aRemainderWithinTheToleranceIsNotOverdueButStaysOwed() {
    ProductRules rules = plain(r -> r.tolerance(50));
    Loan loan = loan(ONE, paid("a", "2026-02-01", 100_450));
    Assessment figures = figures(loan, rules, "2026-04-01");
    assertThat(figures.daysPastDue()).isZero();
    assertThat(figures.penaltyOnPrincipal()).isZero();
    assertThat(figures.principalBalance()).isEqualTo(50);
    assertThat(figures.adverseRecords()).isEmpty();
    assertThat(figures.nothingOwedFrom()).isEqualTo(Day.NONE);
  }

  @Test
  void aWriteOffStopsPenaltyAndStaysReportable() {
    Loan loan =
        loan(
            LoanStatus.WRITTEN_OFF,
            "2026-02-06",
            ONE,
            other("w", "2026-02-06", MovementType.WRITE_OFF));
    Assessment figures = figures(loan, plain().product(), "2026-03-10");
    assertThat(figures.penaltyOnPrincipal()).isEqualTo(500); // 2 to 6 February
    assertThat(figures.daysPastDue()).isEqualTo(37);
    assertThat(figures.fiveClass()).isEqualTo(5);
    assertThat(figures.fiveClassOn()).isEqualTo(day("2026-02-06"));
    assertThat(figures.repaymentStatus()).isEqualTo('B');
    assertThat(
            fault(loan(LoanStatus.WRITTEN_OFF, "2026-02-06", ONE), plain().product(), "2026-02-06"))
        .isEqualTo(new Contradiction(Contradiction.Kind.STATUS_WITHOUT_MOVEMENT, "", 0));
  }

  @Test
  void aTransferLeavesTheRecordOpen() {
    Loan loan =
        loan(
            LoanStatus.TRANSFERRED,
            "2026-02-06",
            TWO,
            other("t", "2026-02-06", MovementType.TRANSFER_OUT));
    Assessment figures = figures(loan, plain().product(), "2026-03-10");
    assertThat(figures.principalBalance()).isZero();
    assertThat(figures.overdueTotal()).isZero();
    assertThat(figures.repaymentStatus()).isEqualTo('G');
    assertThat(figures.dueThisMonth()).isZero(); // 1 March is after the transfer
    // Worst on 5 February, day 4: 1007.00 + 4.00.
    assertThat(figures.adverseRecords())
        .containsExactly(new AdverseRecord(day("2026-02-02"), Day.NONE, 4, 100_700 + 400));
  }

  @Test
  void aClosedLoanMayOweTheClosingToleranceOrOnlyPenalty() {
    // 11 February: 10.00 penalty, 1015.00 due; 0.90 short: within 1.00.
    Loan shortBy90 =
        loan(LoanStatus.CLOSED, "2026-02-11", ONE, paid("a", "2026-02-11", 101_500 - 90));
    Assessment figures = figures(shortBy90, plain().product(), "2026-02-12");
    assertThat(figures.closingDifference()).isEqualTo(90);
    assertThat(figures.principalBalance()).isZero();
    assertThat(figures.nothingOwedFrom()).isEqualTo(day("2026-02-11"));
    assertThat(figures.adverseRecords().get(0).endedOn()).isEqualTo(day("2026-02-11"));
    assertThat(figures.repaymentStatus()).isEqualTo('C');
    // Before the closing date it is not closed yet.
    assertThat(figures(shortBy90, plain().product(), "2026-02-10").daysPastDue()).isEqualTo(9);

    Loan shortBy101 =
        loan(LoanStatus.CLOSED, "2026-02-11", ONE, paid("a", "2026-02-11", 101_500 - 101));
    assertThat(fault(shortBy101, plain().product(), "2026-02-12").kind())
        .isEqualTo(Contradiction.Kind.CLOSED_WITH_BALANCE);

    ProductRules penaltyLast =
        plain(
            r ->
                r.order(Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY));
    Loan onlyPenalty = loan(LoanStatus.CLOSED, "2026-02-11", ONE, paid("a", "2026-02-11", 100_500));
    assertThat(figures(onlyPenalty, penaltyLast, "2026-02-12").closingDifference())
        .isEqualTo(1_000);
    assertThat(figures(onlyPenalty, penaltyLast, "2026-02-12").penaltyWaived()).isEqualTo(1_000);
  }

  @Test
  void contradictionsNameTheirMovement() {
    ProductRules rules = plain().product();
    Loan waiver = loan(ONE, waived("w", "2026-02-03", Split.of(0, 0, 201, 0)));
    assertThat(fault(waiver, rules, "2026-02-03"))
        .isEqualTo(new Contradiction(Contradiction.Kind.WAIVER_EXCEEDS_OWED, "w", 1));
    Loan reversal = loan(ONE, returned("r", "2026-02-03", 100, "x"));
    assertThat(fault(reversal, rules, "2026-02-03"))
        .isEqualTo(new Contradiction(Contradiction.Kind.REVERSAL_OF_NOTHING, "r", 0));
    // Nothing later than the business date counts.
    assertThat(figures(reversal, rules, "2026-02-02").daysPastDue()).isEqualTo(1);
  }

  @Test
  void theLedgersSplitCountsWhereTheProductSaysSo() {
    // 5 February: penalty 4.00. The ledger books all 100.00 as principal.
    Split booked = Split.of(10_000, 0, 0, 0);
    Loan loan = loan(ONE, paid("a", "2026-02-05", 10_000, booked));
    Assessment ledger = figures(loan, plain(r -> r.source(Source.LEDGER)), "2026-02-05");
    assertThat(ledger.overduePrincipal()).isEqualTo(90_000);
    assertThat(ledger.splitDifferences()).isEmpty();
    Assessment ours = figures(loan, plain().product(), "2026-02-05");
    // penalty 4.00, interest 5.00, principal 91.00
    assertThat(ours.overduePrincipal()).isEqualTo(90_900);
    assertThat(ours.splitDifferences())
        .containsExactly(new SplitDifference("a", booked, Split.of(9_100, 500, 400, 0)));
  }
}
