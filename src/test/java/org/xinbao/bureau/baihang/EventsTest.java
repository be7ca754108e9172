package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.ledger.DecisionRow.Kind;
import org.xinbao.ledger.IdType;

/** What is told of a loan, night after night, by the text of the reference. */
class EventsTest {

  private static final String D2 = "D2 A 2026-04-10 2026-02-10,2026-03-10,2026-04-10";

  private final Path folder;

  EventsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static LoanHistory opened(Nights nights) {
    LoanHistory loan =
        new LoanHistory().notice("2026-02-09").notice("2026-03-09").notice("2026-04-09");
    assertThat(nights.told(loan, "2026-01-10")).containsExactly(D2);
    return loan;
  }

  @Test
  void aLoanThatIsPaidOnTimeIsToldOnceAndOnEveryRepayment() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    assertThat(nights.told(loan, "2026-01-11")).isEmpty();
    loan.pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(loan, "2026-02-10"))
        .containsExactly("D3 A 02-10 1 normal 0.00 1020.00 - 0.00 2000.00 1");
    loan.pays("P2", "2026-03-10", "1020.00");
    assertThat(nights.told(loan, "2026-03-10"))
        .containsExactly("D3 A 03-10 2 normal 0.00 1020.00 - 0.00 1000.00 1");
    loan.pays("P3", "2026-04-10", "1020.00").closes("2026-04-10");
    assertThat(nights.told(loan, "2026-04-10"))
        .containsExactly("D3 A 04-10 3 normal 0.00 1020.00 - 0.00 0.00 3");
    assertThat(nights.told(loan, "2026-04-11")).isEmpty();
  }

  @Test
  void everyDueDateThatPassesUnpaidIsToldAndWhatAPaymentClears() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    assertThat(nights.told(loan, "2026-02-10")).as("it can still be paid today").isEmpty();
    assertThat(nights.told(loan, "2026-02-11"))
        .as("1,020.00 + one day of 1.00")
        .containsExactly("D3 A 02-11 1 overdue 1021.00 0.00 D1 1021.00 3000.00 2");
    assertThat(nights.told(loan, "2026-02-12")).isEmpty();
    assertThat(nights.told(loan, "2026-03-11"))
        .as("second: 1,020 + 1; both: 2,040 + 29 + 1; 29 days since the 10th of February")
        .containsExactly("D3 A 03-11 2 overdue 1021.00 0.00 D29 2070.00 3000.00 2");
    loan.pays("P1", "2026-03-20", "1060.00");
    assertThat(nights.told(loan, "2026-03-20"))
        .as("first: 1,020 + 38; 2.00 left for the second's penalty of 10.00")
        .containsExactly(
            "D3 A 03-20 1 normal 0.00 1058.00 - 1028.00 2000.00 2",
            "D3 A 03-20 2 overdue 1028.00 2.00 D10 1028.00 2000.00 2");
  }

  @Test
  void figuresFollowTheSettings() {
    Nights nights =
        new Nights(
            folder,
            """
            target-repayment: WITHOUT_PENALTY
            overdue-amount: WITHOUT_PENALTY
            remaining-amount: ALL
            overdue-days: RUN_DAY
            """);
    LoanHistory loan = opened(nights);
    assertThat(nights.told(loan, "2026-02-11"))
        .as("all: 3,060.00 + 1.00; to the day of the run it is two days")
        .containsExactly("D3 A 02-11 1 overdue 1020.00 0.00 D2 1020.00 3061.00 2");
  }

  @Test
  void afterTheLastDueDateItIsToldAgainEvery31Days() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    nights.told(loan, "2026-03-11");
    nights.told(loan, "2026-04-11");
    assertThat(nights.told(loan, "2026-05-10")).isEmpty();
    assertThat(nights.told(loan, "2026-05-11"))
        .as("penalties of 90, 62 and 31 days")
        .containsExactly("D3 A 05-11 3 overdue 1051.00 0.00 D90 3243.00 3000.00 2");
    assertThat(nights.told(loan, "2026-05-12")).isEmpty();
    assertThat(nights.told(loan, "2026-06-12"))
        .as("a night later than the 62nd day, told as of that day: 121, 93 and 62 days")
        .containsExactly("D3 A 06-11 3 overdue 1082.00 0.00 D121 3336.00 3000.00 2");
    Nights never = new Nights(folder, "track-days: 0\n");
    assertThat(never.told(loan, "2026-07-12")).isEmpty();
  }

  @Test
  void anExtensionIsToldWithItsNewSchedule() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-02-10", "1020.00");
    nights.told(loan, "2026-02-10");
    loan.move("X1", "2026-03-01", MovementType.EXTENSION, "0.00", "");
    for (int seq = 2; seq <= 3; seq++) {
      loan.schedule.add(
          new Instalment(seq, Day.of(2026, seq + 3, 10), 100_000, 2_000, 0, Day.of(2026, 3, 1)));
    }
    loan.schedule.sort(Instalment.ORDER);
    assertThat(nights.told(loan, "2026-03-01"))
        .containsExactly("D4 A 2026-06-10 2026-02-10,2026-05-10,2026-06-10");
    assertThat(nights.told(loan, "2026-03-11")).as("not due on the old day any more").isEmpty();
    loan.notice("2026-05-09");
    assertThat(nights.told(loan, "2026-05-11").get(0))
        .isEqualTo("D3 A 05-11 2 overdue 1021.00 0.00 D1 1021.00 2000.00 2");
  }

  @Test
  void aReturnedPaymentIsToldOnTheDayItComesBack() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-02-10", "1020.00");
    nights.told(loan, "2026-02-10");
    loan.returns("R1", "2026-02-15", "1020.00", "P1");
    assertThat(nights.told(loan, "2026-02-15"))
        .as("overdue since the 11th, five days of penalty, first for the due date, then the return")
        .containsExactly(
            "D3 A 02-15 1 overdue 1025.00 0.00 D5 1025.00 3000.00 2",
            "D3 A 02-15 1 overdue 1025.00 0.00 D5 1025.00 3000.00 2");
  }

  @Test
  void aReturnedPaymentOfAnOverdueInstalmentIsToldToo() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-13", "1023.00");
    assertThat(nights.told(loan, "2026-02-13"))
        .containsExactly("D3 A 02-13 1 normal 0.00 1023.00 - 0.00 2000.00 1");
    loan.returns("R1", "2026-02-16", "1023.00", "P1");
    assertThat(nights.told(loan, "2026-02-16"))
        .as("as if never paid: six days since the 10th")
        .containsExactly("D3 A 02-16 1 overdue 1026.00 0.00 D6 1026.00 3000.00 2");
    assertThat(nights.told(loan, "2026-02-17")).isEmpty();
  }

  @Test
  void aLoanThatClosesWithoutAPaymentThatDayIsToldAsSettled() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-01-20", "3060.00");
    assertThat(nights.told(loan, "2026-01-20"))
        .containsExactly(
            "D3 A 01-20 1 normal 0.00 1020.00 - 0.00 0.00 1",
            "D3 A 01-20 2 normal 0.00 1020.00 - 0.00 0.00 1",
            "D3 A 01-20 3 normal 0.00 1020.00 - 0.00 0.00 1");
    loan.closes("2026-01-22");
    assertThat(nights.told(loan, "2026-01-22"))
        .containsExactly("D3 A 01-22 3 normal 0.00 0.00 - 0.00 0.00 3");
    assertThat(nights.told(loan, "2026-01-23")).isEmpty();
  }

  @Test
  void nightsThatWereLeftOutAreToldWithTheFiguresOfEachDay() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-02-13", "1023.00");
    assertThat(nights.told(loan, "2026-02-15"))
        .containsExactly(
            "D3 A 02-11 1 overdue 1021.00 0.00 D1 1021.00 3000.00 2",
            "D3 A 02-13 1 normal 0.00 1023.00 - 0.00 2000.00 1");
  }

  @Test
  void aPaymentBookedLateIsToldWithTonightsFiguresAndItsOwnTime() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-10", "1020.00");
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-12");
    assertThat(night.records().stream().map(Nights::shortened))
        .containsExactly("D3 A 02-12 1 normal 0.00 1020.00 - 0.00 2000.00 1");
    assertThat(night.records().get(0)).contains("\"realRepaymentDate\":\"2026-02-10T20:15:00\"");
    assertThat(night.result().restatements())
        .extracting(each -> each.field() + " " + each.reported() + ">" + each.recomputed())
        .as("the due date had not passed unpaid")
        .containsExactly(
            "overdueStatus D1>",
            "targetRepayment 1021.00>",
            "realRepayment 0.00>",
            "overdueAmount 1021.00>",
            "remainingAmount 3000.00>",
            "loanStatus 2>");
  }

  @Test
  void whatIsAdverseWaitsForANoticeAndIsToldAsOfTheFirstNightThatMay() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory();
    nights.told(loan, "2026-01-10");
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-11");
    assertThat(night.records()).isEmpty();
    assertThat(night.held()).containsExactly("NO_NOTICE");
    assertThat(nights.bureau().lacksNotice(loan.request(Day.of(2026, 2, 11)))).isTrue();
    loan.notice("2026-02-12");
    LoanHistory.Night same = loan.night(nights.bureau(), "2026-02-12");
    assertThat(same.held()).as("sent today: in time for tomorrow").containsExactly("NO_NOTICE");
    assertThat(same.result().held().get(0).since()).isEqualTo(Day.of(2026, 2, 11));
    assertThat(nights.told(loan, "2026-02-13"))
        .containsExactly("D3 A 02-13 1 overdue 1023.00 0.00 D3 1023.00 3000.00 2");
  }

  @Test
  void anOverdueInstalmentThatIsPaidBeforeTheNoticeIsToldAsPaidOnly() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory();
    nights.told(loan, "2026-01-10");
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-12", "1022.00");
    assertThat(nights.told(loan, "2026-02-12"))
        .containsExactly("D3 A 02-12 1 normal 0.00 1022.00 - 0.00 2000.00 1");
  }

  @Test
  void anOpenDisputeHoldsWhereTheInstitutionSaysSo() {
    Nights nights = new Nights(folder, "dispute: HOLD\n");
    LoanHistory loan = opened(nights).decides("D1", Kind.DISPUTE_OPENED, "2026-02-10", Map.of());
    assertThat(loan.night(nights.bureau(), "2026-02-11").held()).containsExactly("OPEN_DISPUTE");
    loan.decides("D2", Kind.DISPUTE_RESOLVED, "2026-02-14", Map.of());
    assertThat(nights.told(loan, "2026-02-14"))
        .containsExactly("D3 A 02-11 1 overdue 1021.00 0.00 D1 1021.00 3000.00 2");
    Nights marking = new Nights(folder);
    LoanHistory marked = opened(marking).decides("D1", Kind.DISPUTE_OPENED, "2026-02-10", Map.of());
    assertThat(marked.night(marking.bureau(), "2026-02-11").result().warnings())
        .extracting(each -> each.code())
        .containsExactly("OPEN_DISPUTE");
  }

  @Test
  void aLoanFirstSeenLateIsToldWithItsPresentArrearsButNotItsPast() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-03-09").pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(loan, "2026-03-15"))
        .containsExactly(D2, "D3 A 03-15 2 overdue 1025.00 0.00 D5 1025.00 2000.00 2");
    LoanHistory closed = new LoanHistory().pays("P1", "2026-02-01", "3060.00").closes("2026-02-01");
    assertThat(nights.told(closed, "2026-03-15")).as("closed before it was ever told").isEmpty();
  }

  @Test
  void aLoanThatIsTakenOverIsToldFromThenOnOnly() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-03-09");
    loan.takenAsKnown = true;
    assertThat(nights.told(loan, "2026-02-15")).as("its default is known").isEmpty();
    assertThat(nights.told(loan, "2026-03-11"))
        .containsExactly("D3 A 03-11 2 overdue 1021.00 0.00 D29 2070.00 3000.00 2");
  }

  @Test
  void aTransferredLoanIsToldNoFurther() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights);
    nights.told(loan, "2026-02-11");
    loan.move("X1", "2026-02-20", MovementType.TRANSFER_OUT, "3000.00", "");
    loan.status = LoanStatus.TRANSFERRED;
    loan.closedOn = Day.of(2026, 2, 20);
    assertThat(nights.told(loan, "2026-02-20")).isEmpty();
    assertThat(nights.told(loan, "2026-03-11")).isEmpty();
  }

  @Test
  void whatTheRecordsNeedAndTheLedgerLacksIsHeldAndToldOnceItIsThere() {
    Nights nights = new Nights(folder);
    LoanHistory passport = new LoanHistory();
    passport.idType = IdType.PASSPORT;
    LoanHistory mobile = new LoanHistory();
    mobile.mobile = "";
    LoanHistory applied = new LoanHistory();
    applied.appliedAt = "";
    LoanHistory purpose = new LoanHistory();
    purpose.purpose = "14";
    LoanHistory unpaid = new LoanHistory().without("T0");
    LoanHistory wrong = new LoanHistory();
    wrong.idNumber = "990101190101010008";
    LoanHistory foreign = new LoanHistory();
    foreign.name = "Test";
    for (var each :
        List.of(
            Map.entry(passport, "BAIHANG_ID_TYPE"),
            Map.entry(mobile, "BAIHANG_NO_MOBILE"),
            Map.entry(applied, "BAIHANG_NO_APPLICATION"),
            Map.entry(purpose, "BAIHANG_PURPOSE"),
            Map.entry(unpaid, "BAIHANG_NOT_PAID_OUT"),
            Map.entry(wrong, "BAIHANG_PRECHECK_BH014"),
            Map.entry(foreign, "BAIHANG_PRECHECK_BH013"))) {
      LoanHistory.Night night = each.getKey().night(nights.bureau(), "2026-01-10");
      assertThat(night.held()).containsExactly(each.getValue());
      assertThat(night.records()).isEmpty();
    }
    mobile.pays("P1", "2026-01-11", "20.00");
    assertThat(mobile.night(nights.bureau(), "2026-01-11").held())
        .as("nothing is told of an account that the bureau does not know")
        .containsExactly("BAIHANG_NO_MOBILE", "BAIHANG_NO_MOBILE");
    mobile.mobile = "10000000001";
    assertThat(nights.told(mobile, "2026-01-12"))
        .containsExactly(D2, "D3 A 01-11 1 normal 1000.00 20.00 - 0.00 3000.00 1");
  }

  @Test
  void anotherPersonIsHeld() {
    Nights nights = new Nights(folder);
    LoanHistory loan = opened(nights).pays("P1", "2026-02-10", "1020.00");
    loan.name = "测试乙";
    assertThat(loan.night(nights.bureau(), "2026-02-10").held())
        .containsExactly("BAIHANG_IDENTITY_CHANGED");
  }
}
