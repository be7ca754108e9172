package org.xinbao.bureau.zhima;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow.Kind;

/** Changes, deletions and retention: flags 3, 2 and 1. */
class RectificationsTest {

  private final Path folder;

  RectificationsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The first instalment was told as default on the 11th of February and then as performed. */
  private LoanHistory late(Nights nights) {
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    nights.told(loan, "2026-01-10");
    nights.told(loan, "2026-02-11");
    loan.pays("P1", "2026-02-12", "1022.00");
    nights.told(loan, "2026-02-12");
    return loan;
  }

  /** The default was told although the payment had been made in time. */
  private LoanHistory wrong(Nights nights) {
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    nights.told(loan, "2026-01-10");
    nights.told(loan, "2026-02-11");
    return loan.pays("P0", "2026-02-09", "500.00");
  }

  @Test
  void aDecisionChangesWhatWasTold() {
    Nights nights = new Nights(folder);
    LoanHistory loan = wrong(nights);
    assertThat(nights.told(loan, "2026-02-12")).as("not without a decision").isEmpty();
    loan.decides("D1", Kind.CORRECT, "2026-02-13", Map.of("installment_due_date", "2026-02-10"));
    assertThat(nights.told(loan, "2026-02-13"))
        .containsExactly("3/1 2026-02-11 2026-02-10 520.00 2026-02-10");
    assertThat(nights.told(loan, "2026-02-14")).as("once").isEmpty();
  }

  @Test
  void aDecisionAboutAnotherInstalmentChangesNothing() {
    Nights nights = new Nights(folder);
    LoanHistory loan = wrong(nights);
    loan.decides("D1", Kind.CORRECT, "2026-02-13", Map.of("installment_due_date", "2026-03-10"));
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-13");
    assertThat(night.records()).isEmpty();
    assertThat(night.result().restatements())
        .extracting(each -> each.field() + " " + each.reported() + ">" + each.recomputed())
        .containsExactly("overdue_amt 1020.00>520.00");
  }

  @Test
  void withAutoCorrectNoDecisionIsNeeded() {
    Nights nights = new Nights(folder, "rectify-biz-date: CURRENT\n", true);
    LoanHistory loan = wrong(nights);
    assertThat(nights.told(loan, "2026-02-12"))
        .containsExactly("3/1 2026-02-12 2026-02-10 520.00 2026-02-10");
  }

  @Test
  void aPeriodIsDeletedAndNotToldAgain() {
    Nights nights = new Nights(folder);
    LoanHistory loan = wrong(nights).without("P0");
    loan.decides(
        "D1", Kind.DELETE_PERIOD, "2026-02-13", Map.of("from", "2026-02-01", "to", "2026-02-28"));
    assertThat(nights.told(loan, "2026-02-13")).containsExactly("2/ 2026-02-11 2026-02-10");
    assertThat(nights.told(loan, "2026-02-14")).as("though still overdue").isEmpty();
  }

  @Test
  void aDeletedAccountIsDeletedWholeAndNothingFollows() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights);
    loan.decides("D1", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-20");
    assertThat(night.records().stream().map(Nights::shortened)).containsExactly("1/ 2026-02-20");
    assertThat(nights.told(loan, "2026-03-11")).isEmpty();
  }

  @Test
  void deletionsHaveExactlySevenAndEightValues() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights);
    loan.decides(
        "D1", Kind.DELETE_PERIOD, "2026-02-20", Map.of("from", "2026-02-01", "to", "2026-02-28"));
    loan.decides("D2", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
    List<String> records = loan.night(nights.bureau(), "2026-02-20").records();
    assertThat(records).hasSize(2);
    assertThat(records.get(0).split("\":\"[^\"]", -1)).as("flag 2").hasSize(8 + 1);
    assertThat(records.get(1).split("\":\"[^\"]", -1)).as("flag 1").hasSize(7 + 1);
  }

  @Test
  void anUnreadableDecisionIsHeld() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights);
    loan.decides("D1", Kind.DELETE_PERIOD, "2026-02-20", Map.of("from", "February"));
    assertThat(loan.night(nights.bureau(), "2026-02-20").held())
        .containsExactly("ZHIMA_DECISION_UNREADABLE");
  }

  @Test
  void anExpiredRecordOfAnOpenLoanIsDeletedInstalmentByInstalment() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights);
    loan.retentionYears = 1;
    loan.pays("P2", "2026-03-10", "1020.00");
    nights.told(loan, "2026-03-10");
    loan.notice("2026-04-09");
    nights.told(loan, "2026-04-11");
    assertThat(nights.told(loan, "2027-02-12")).as("the last kept day").isEmpty();
    assertThat(nights.told(loan, "2027-02-13"))
        .as("the first instalment's record; the third is still overdue")
        .containsExactly("2/ 2026-02-12 2026-02-10");
    assertThat(loan.reported()).doesNotContain("20260210");
    assertThat(nights.told(loan, "2027-02-14")).isEmpty();
  }

  @Test
  void anExpiredRecordOfASettledLoanDeletesTheLoan() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights);
    loan.retentionYears = 1;
    loan.pays("P2", "2026-03-01", "2040.00").closes("2026-03-01");
    nights.told(loan, "2026-03-01");
    assertThat(nights.told(loan, "2027-02-12")).isEmpty();
    assertThat(nights.told(loan, "2027-02-13")).containsExactly("1/ 2027-02-13");
    assertThat(loan.reported()).doesNotContain("2026");
    assertThat(nights.told(loan, "2027-02-14")).isEmpty();
  }

  @Test
  void theFirstTemplateKnowsNoRectification() {
    Nights nights = new Nights(folder, "template: V1\n", false);
    LoanHistory loan = wrong(nights).decides("D1", Kind.CORRECT, "2026-02-13", Map.of());
    assertThat(loan.night(nights.bureau(), "2026-02-13").held())
        .containsExactly("ZHIMA_NO_RECTIFICATION");
  }

  @Test
  void aDeletionOfALoanThatTheExportLacksIsHeld() {
    Nights nights = new Nights(folder);
    LoanHistory loan = late(nights).decides("D1", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
    ReportResult result =
        nights
            .bureau()
            .reportAbsent(
                new AbsentRequest(
                    Day.of(2026, 2, 20),
                    1,
                    loan.loanId,
                    loan.reported(),
                    List.of(),
                    loan.decisions,
                    AccountIds.NONE),
                (type, day, record, control) -> {
                  throw new AssertionError("a record without a document number");
                });
    assertThat(result.held()).extracting(each -> each.code()).containsExactly("ZHIMA_NEEDS_LOAN");
  }
}
