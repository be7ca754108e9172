package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;

/** The decision order of reference section 3.12 with rulings 9 and 37. */
class ReportingPointsTest {

  private final TestBureau bureau = new TestBureau();

  private static TestLoan on(int date) {
    return TestLoan.of(loan -> loan.date = date);
  }

  private static int day(int month, int day) {
    return Day.of(2026, month, day);
  }

  private List<String> night(TestLoan loan) {
    bureau.nightAlways(loan);
    return bureau.points();
  }

  private void known(int date, long overdue) {
    bureau.reported =
        Pboc.imported(AccountType.D1, date, 30, date, overdue, Day.of(2026, 1, 15), false);
  }

  @Test
  void aNewAccountGoesOutAtOnce() {
    TestLoan loan = on(day(1, 15));
    assertThat(night(loan)).containsExactly("10@2026-01-15");
    loan.date = day(1, 16);
    assertThat(night(loan)).isEmpty();
    loan.date = day(1, 31);
    assertThat(night(loan)).containsExactly("30@2026-01-31");
  }

  /** Opened on the 1st, first seen on the 31st: 30 days, which code 10 does not allow (BLE008). */
  @Test
  void thirtyDaysAfterOpeningItIsNoLongerNew() {
    TestLoan loan = on(day(10, 31));
    loan.opened = day(10, 1);
    loan.fiveClassOn = loan.opened;
    assertThat(night(loan)).containsExactly("31@2026-10-31");
    bureau.reported = "";
    loan.opened = day(10, 2);
    loan.fiveClassOn = loan.opened;
    assertThat(night(loan)).containsExactly("10@2026-10-31");
  }

  @Test
  void anOldAccountWaitsForItsSettlementDay() {
    assertThat(night(on(day(10, 30)))).isEmpty();
    assertThat(bureau.reported).isEmpty();
    assertThat(night(on(day(10, 31)))).containsExactly("31@2026-10-31");
  }

  @Test
  void anAccountClosedBeforeItWasReportedIsNotReported() {
    assertThat(night(TestLoan.of(loan -> loan.closed(day(10, 9))))).isEmpty();
  }

  @Test
  void aMonthIsReportedOnItsLastDayOnce() {
    known(day(9, 30), 0);
    assertThat(night(on(day(10, 30)))).isEmpty();
    assertThat(night(on(day(10, 31)))).containsExactly("30@2026-10-31");
    assertThat(night(on(day(10, 31)))).isEmpty();
  }

  @Test
  void aProductMaySettleOnADayOfItsOwn() {
    known(day(9, 20), 0);
    TestLoan loan = on(day(10, 20));
    loan.product = "ERSHI";
    assertThat(night(loan)).containsExactly("30@2026-10-20");
    assertThat(TestBureau.value(bureau.record(), "SettDate")).isEqualTo("2026-10-20");
    loan.date = day(10, 31);
    assertThat(night(loan)).isEmpty();
    assertThat(bureau.pboc.isSettlementDay(day(10, 20))).isTrue();
    assertThat(bureau.pboc.isSettlementDay(day(10, 31))).isTrue();
    assertThat(bureau.pboc.isSettlementDay(day(10, 30))).isFalse();
  }

  /** February has no 31st: its last day serves. */
  @Test
  void aShortMonthSettlesOnItsLastDay() {
    TestBureau late =
        new TestBureau(TestBureau.YAML.replace("settlement-day: 20", "settlement-day: 31"));
    assertThat(late.pboc.isSettlementDay(day(2, 28))).isTrue();
  }

  @Test
  void aClosedAccountGoesOutAtOnceWith20AndNeverAgain() {
    known(day(9, 30), 0);
    TestLoan loan = TestLoan.of(each -> each.closed(day(10, 9)));
    loan.date = day(10, 9);
    assertThat(night(loan)).containsExactly("20@2026-10-09");
    assertThat(TestBureau.value(bureau.record(), "RpyStatus")).isEqualTo("C");
    loan.date = day(10, 31);
    assertThat(night(loan)).isEmpty();
  }

  @Test
  void onASettlementDayAClosedAccountGoesOutWith32() {
    known(day(9, 30), 0);
    assertThat(night(TestLoan.of(loan -> loan.closed(day(10, 31)))))
        .containsExactly("32@2026-10-31");
  }

  /** 1 October to 31 October are 30 days: 20 is refused (BLE010), the settlement day takes 32. */
  @Test
  void thirtyDaysAfterClosingOnly32IsLeft() {
    known(day(9, 30), 0);
    TestLoan loan = TestLoan.of(each -> each.closed(day(10, 1)));
    loan.date = day(11, 1);
    assertThat(night(loan)).isEmpty();
    loan.date = day(11, 30);
    assertThat(night(loan)).containsExactly("32@2026-11-30");
  }

  @Test
  void paidArrearsGoOutWith40ForTheDayOfTheLastRepayment() {
    known(day(9, 30), 500);
    TestLoan loan = on(day(10, 16));
    loan.lastPaidOn = day(10, 15);
    loan.lastPaidAmount = 50_050;
    loan.repaymentStatus = 'M';
    assertThat(night(loan)).containsExactly("40@2026-10-15");
    String record = bureau.record();
    // 500.50 yuan, half up.
    assertThat(TestBureau.value(record, "LatRpyAmt")).isEqualTo("501");
    assertThat(TestBureau.value(record, "LatRpyDate")).isEqualTo("2026-10-15");
    assertThat(TestBureau.value(record, "RpyStatus")).isEqualTo("N");
    assertThat(TestBureau.value(record, "AcctStatus")).isEqualTo("1");

    loan.date = day(10, 17);
    loan.lastPaidOn = day(10, 17);
    assertThat(night(loan)).as("one 40 a month").isEmpty();
    loan.date = day(10, 31);
    assertThat(night(loan)).containsExactly("30@2026-10-31");
    loan.date = day(11, 5);
    loan.lastPaidOn = day(11, 5);
    assertThat(night(loan)).as("the 30 said that nothing is overdue").isEmpty();
  }

  @Test
  void thereIsNo40WhileSomethingIsOverdueOrForAPaymentOnTheSettlementDay() {
    known(day(9, 30), 500);
    TestLoan still = on(day(10, 15));
    still.overdue().lastPaidOn = day(10, 15);
    assertThat(night(still)).isEmpty();
    TestLoan last = on(day(10, 31));
    last.lastPaidOn = day(10, 31);
    assertThat(night(last)).containsExactly("30@2026-10-31");
  }

  /** The last repayment lies before the last report: nothing new to tell. */
  @Test
  void thereIsNo40ForAnEarlierPayment() {
    known(day(10, 16), 500);
    TestLoan loan = on(day(10, 20));
    loan.lastPaidOn = day(10, 15);
    assertThat(night(loan)).isEmpty();
  }

  /** Paid on the 20th, booked only on the 31st: both dates are reported. */
  @Test
  void a40ThatComesLateDoesNotReplaceTheMonth() {
    known(day(9, 30), 500);
    TestLoan loan = on(day(10, 31));
    loan.lastPaidOn = day(10, 20);
    assertThat(night(loan)).containsExactly("40@2026-10-20", "30@2026-10-31");
  }

  /** As of the repayment something was still overdue (a waiver took the rest later): no 40. */
  @Test
  void the40sFiguresAreThoseOfTheRepayment() {
    known(day(9, 30), 500);
    TestLoan then = on(day(10, 15));
    then.overdue().lastPaidOn = day(10, 15);
    BureauLoan earlier = then.build();
    TestLoan now = on(day(10, 20));
    now.lastPaidOn = day(10, 15);
    bureau.night(now.build(), day -> earlier);
    assertThat(bureau.points()).isEmpty();
  }

  @Test
  void anAccountReportedAsClosedThatIsOpenAgainIsHeldOnItsSettlementDay() {
    bureau.reported =
        Pboc.imported(AccountType.D1, day(10, 9), 20, day(10, 9), 0, Day.of(2026, 1, 15), true);
    assertThat(bureau.nightAlways(on(day(10, 31))).held())
        .extracting(each -> each.code())
        .containsExactly("REOPENED");
    assertThat(bureau.queue).isEmpty();
  }

  @Test
  void aLoanTakenAsKnownGoesOnWithItsMonthlyRecord() {
    bureau.takenAsKnown = true;
    bureau.nightAlways(on(day(10, 30)));
    assertThat(bureau.points()).isEmpty();
    assertThat(bureau.reported).isNotEmpty();
    bureau.takenAsKnown = false;
    bureau.nightAlways(on(day(10, 31)));
    assertThat(bureau.points()).containsExactly("30@2026-10-31");
    assertThat(bureau.record()).doesNotContain("AcctBsInfSgmt");
  }

  @Test
  void aLoanThatComesAfterTheFirstLoadIsNew() {
    TestLoan fresh = on(day(10, 31));
    fresh.opened = day(10, 20);
    fresh.fiveClassOn = fresh.opened;
    bureau.nightAlways(fresh);
    assertThat(bureau.points()).containsExactly("10@2026-10-31");
  }
}
