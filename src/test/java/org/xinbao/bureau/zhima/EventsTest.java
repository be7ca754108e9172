package org.xinbao.bureau.zhima;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.ledger.DecisionRow.Kind;
import org.xinbao.ledger.IdType;

/** What is told of a loan, night after night, by the text of the template. */
class EventsTest {

  private final Path folder;

  EventsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A loan that was told as paid out on its first day. */
  private static LoanHistory opened(Nights nights) {
    LoanHistory loan = new LoanHistory().notice("2026-02-09").notice("2026-03-09");
    assertThat(nights.told(loan, "2026-01-10")).containsExactly("0/6 2026-01-10 2026-01-10 0");
    return loan;
  }

  @Test
  void aLoanThatIsPaidOnTimeIsToldOncePerInstalmentAndAsSettledAtTheEnd() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    assertThat(nights.told(loan, "2026-01-11")).isEmpty();
    loan.pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(loan, "2026-02-10")).containsExactly("0/0 2026-02-10 2026-02-10 0");
    loan.pays("P2", "2026-03-10", "1020.00");
    assertThat(nights.told(loan, "2026-03-10")).containsExactly("0/0 2026-03-10 2026-03-10 0");
    loan.pays("P3", "2026-04-10", "1020.00").closes("2026-04-10");
    assertThat(nights.told(loan, "2026-04-10"))
        .as("2 stands for the last instalment, which is not told as 0")
        .containsExactly("0/2 2026-04-10 2026-04-10 0");
    assertThat(nights.told(loan, "2026-04-11")).isEmpty();
  }

  @Test
  void anInstalmentThatPassesItsDueDateUnpaidIsToldAsDefaultAndLaterAsPerformed() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    assertThat(nights.told(loan, "2026-02-10")).isEmpty();
    assertThat(nights.told(loan, "2026-02-11"))
        .containsExactly("0/1 2026-02-11 2026-02-10 1020.00 2026-02-10");
    assertThat(nights.told(loan, "2026-02-12")).isEmpty();
    assertThat(nights.told(loan, "2026-03-11"))
        .as("the second one: what is overdue of both, since the first one's due date")
        .containsExactly("0/1 2026-03-11 2026-03-10 2040.00 2026-02-10");
    loan.pays("P1", "2026-03-20", "1060.00");
    assertThat(nights.told(loan, "2026-03-20")).containsExactly("0/0 2026-03-20 2026-02-10 0");
  }

  @Test
  void whatIsOverdueFollowsTheSettings() {
    Nights nights =
        new Nights(folder, "gmt-ovd-date: DAY_AFTER\noverdue-amt: WITH_PENALTY\n", false);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-10");
    assertThat(nights.told(loan, "2026-02-11"))
        .as("1,000.00 + 20.00 + one day of 1.00")
        .containsExactly("0/1 2026-02-11 2026-02-10 1021.00 2026-02-11");
  }

  @Test
  void anEarlyPaymentIsToldWhenItIsPaidOrWhenItIsDue() {
    for (String setting : List.of("WHEN_PAID", "WHEN_DUE")) {
      Nights nights = new Nights(folder, "prepaid: " + setting + "\n", false);
      LoanHistory loan = opened(nights).pays("P1", "2026-02-01", "1020.00");
      List<String> early = nights.told(loan, "2026-02-01");
      List<String> due = nights.told(loan, "2026-02-10");
      boolean whenPaid = setting.equals("WHEN_PAID");
      assertThat(whenPaid ? early : due)
          .containsExactly((whenPaid ? "0/0 2026-02-01 " : "0/0 2026-02-10 ") + "2026-02-10 0");
      assertThat(whenPaid ? due : early).isEmpty();
    }
  }

  @Test
  void settlingEarlyTellsWhatWasOverdueAndTheSettlementButNothingForLaterInstalments() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-20", "3070.00").closes("2026-02-20");
    assertThat(nights.told(loan, "2026-02-20"))
        .containsExactly("0/0 2026-02-20 2026-02-10 0", "0/2 2026-02-20 2026-02-20 0");
  }

  @Test
  void afterTwoNeitherZeroNorOneIsTold() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-09");
    loan.pays("P1", "2026-02-20", "3070.00").closes("2026-02-20");
    nights.told(loan, "2026-02-20");
    loan.returns("R1", "2026-02-25", "3070.00", "P1");
    loan.status = org.xinbao.arrears.LoanStatus.ACTIVE;
    loan.closedOn = org.xinbao.arrears.Day.NONE;
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-25");
    assertThat(night.records()).isEmpty();
    assertThat(night.held()).containsExactly("ZHIMA_AFTER_SETTLED");
    assertThat(night.result().restatements())
        .extracting(each -> each.field() + " " + each.reported() + ">" + each.recomputed())
        .as("the payment had not come back on the day that 0 was told for")
        .containsExactly("scene_status 2>");
    loan.decides("D1", Kind.CORRECT, "2026-02-26", Map.of());
    assertThat(nights.told(loan, "2026-02-26"))
        .as("the settlement is deleted, then the default can be told")
        .containsExactly(
            "2/ 2026-02-20 2026-02-20", "0/1 2026-02-26 2026-02-10 1020.00 2026-02-10");
    assertThat(nights.told(loan, "2026-03-11"))
        .containsExactly("0/1 2026-03-11 2026-03-10 2040.00 2026-02-10");
  }

  @Test
  void nightsThatWereLeftOutAreToldWithTheDayOfEachEvent() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-02-13", "1023.00");
    assertThat(nights.told(loan, "2026-02-15"))
        .containsExactly(
            "0/1 2026-02-11 2026-02-10 1020.00 2026-02-10", "0/0 2026-02-13 2026-02-10 0");
  }

  @Test
  void aPaymentBookedLateIsToldTonightAndListedAsOtherThanTold() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-10", "1020.00");
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-12");
    assertThat(night.records().stream().map(Nights::shortened))
        .containsExactly("0/0 2026-02-12 2026-02-10 0");
    assertThat(night.result().restatements())
        .extracting(each -> each.field() + " " + each.reported() + ">" + each.recomputed())
        .containsExactly("scene_status 1>0");
  }

  @Test
  void aDefaultWithoutNoticeIsHeldAndToldAsOfTheFirstNightThatMay() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory();
    nights.told(loan, "2026-01-10");
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-11");
    assertThat(night.records()).isEmpty();
    assertThat(night.held()).containsExactly("NO_NOTICE");
    assertThat(nights.bureau().lacksNotice(loan.request(org.xinbao.arrears.Day.of(2026, 2, 11))))
        .isTrue();
    loan.notice("2026-02-12");
    LoanHistory.Night same = loan.night(nights.bureau(), "2026-02-12");
    assertThat(same.held()).as("sent today: in time for tomorrow").containsExactly("NO_NOTICE");
    assertThat(same.result().held().get(0).since())
        .isEqualTo(org.xinbao.arrears.Day.of(2026, 2, 11));
    assertThat(nights.told(loan, "2026-02-13"))
        .containsExactly("0/1 2026-02-13 2026-02-10 1020.00 2026-02-10");
  }

  @Test
  void aDefaultWithoutNoticeThatIsPaidIsNeverTold() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory();
    nights.told(loan, "2026-01-10");
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-12", "1022.00");
    assertThat(nights.told(loan, "2026-02-12")).containsExactly("0/0 2026-02-12 2026-02-10 0");
  }

  @Test
  void anOpenDisputeHoldsEverythingAndItIsToldAfterwardsWithItsOwnDays() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).decides("D1", Kind.DISPUTE_OPENED, "2026-02-10", Map.of());
    assertThat(loan.night(nights.bureau(), "2026-02-11").held()).containsExactly("OPEN_DISPUTE");
    loan.pays("P1", "2026-02-12", "1022.00");
    LoanHistory.Night second = loan.night(nights.bureau(), "2026-02-12");
    assertThat(second.held()).containsExactly("OPEN_DISPUTE", "OPEN_DISPUTE");
    loan.decides("D2", Kind.DISPUTE_RESOLVED, "2026-02-14", Map.of());
    assertThat(nights.told(loan, "2026-02-14"))
        .containsExactly(
            "0/1 2026-02-11 2026-02-10 1020.00 2026-02-10", "0/0 2026-02-12 2026-02-10 0");
  }

  @Test
  void aLoanThatIsTakenOverIsToldFromThenOnOnly() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-03-09");
    loan.takenAsKnown = true;
    assertThat(nights.told(loan, "2026-02-15")).as("its default is known").isEmpty();
    assertThat(nights.told(loan, "2026-03-11"))
        .containsExactly("0/1 2026-03-11 2026-03-10 2040.00 2026-02-10");
  }

  @Test
  void aLoanFirstSeenLaterIsToldAsItStands() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-03-09").pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(loan, "2026-03-15"))
        .as("payout and what is overdue, not what was paid long ago")
        .containsExactly(
            "0/6 2026-01-10 2026-01-10 0", "0/1 2026-03-15 2026-03-10 1020.00 2026-03-10");
    LoanHistory closed = new LoanHistory().pays("P1", "2026-02-01", "3060.00").closes("2026-02-01");
    assertThat(nights.told(closed, "2026-03-15")).as("closed before it was ever told").isEmpty();
  }

  @Test
  void aTransferredLoanIsToldNoFurther() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.move("X1", "2026-02-20", MovementType.TRANSFER_OUT, "3000.00", "");
    loan.status = org.xinbao.arrears.LoanStatus.TRANSFERRED;
    loan.closedOn = org.xinbao.arrears.Day.of(2026, 2, 20);
    assertThat(nights.told(loan, "2026-02-20")).isEmpty();
    assertThat(nights.told(loan, "2026-03-11")).isEmpty();
  }

  @Test
  void onlyIdentityCardsAndUnchangedPersonsAreTold() {
    Nights nights = new Nights(folder);
    LoanHistory passport = new LoanHistory();
    passport.idType = IdType.PASSPORT;
    assertThat(passport.night(nights.bureau(), "2026-01-10").held())
        .containsExactly("ZHIMA_ID_TYPE");
    LoanHistory wrong = new LoanHistory();
    wrong.idNumber = "990101190101010008";
    assertThat(wrong.night(nights.bureau(), "2026-01-10").held())
        .containsExactly("ZHIMA_PRECHECK_ZM011");
    LoanHistory loan = opened(nights).pays("P1", "2026-02-10", "1020.00");
    loan.name = "测试乙";
    assertThat(loan.night(nights.bureau(), "2026-02-10").held())
        .containsExactly("ZHIMA_IDENTITY_CHANGED");
  }
}
