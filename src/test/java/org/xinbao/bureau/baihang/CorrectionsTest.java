package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow.Kind;

/** Repeats, changes and deletions: operations M and D. */
class CorrectionsTest {

  private static final String WRONG = "D3 A 02-11 1 overdue 1021.00 0.00 D1 1021.00 3000.00 2";

  /** 500.00 paid on the 9th: 20.00 interest, 480.00 principal; 520.00 left, 0.52 a day. */
  private static final String RIGHT = "D3 M 02-11 1 overdue 520.52 0.00 D1 520.52 2520.00 2";

  private final Path folder;

  CorrectionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private LoanHistory overdue(Nights nights) {
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    nights.told(loan, "2026-01-10");
    assertThat(nights.told(loan, "2026-02-11")).containsExactly(WRONG);
    return loan;
  }

  private static FileAnswer rejection(String type, String day, int place) {
    int on = Day.parse(day);
    return new FileAnswer(
        type,
        on,
        1,
        List.of(),
        List.of(new RejectedRecord(on, place, List.of(new RejectionCode("E1", "")))));
  }

  @Test
  void whatTheBureauDidNotTakeIsSentAgainAsMWithItsNumber() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    nights.told(loan, "2026-01-10");
    String first = loan.night(nights.bureau(), "2026-02-11").records().get(0);
    loan.answered(nights.bureau(), "2026-02-12", rejection("D3", "2026-02-11", 1));
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-12");
    assertThat(night.records()).hasSize(1);
    assertThat(Nights.shortened(night.records().get(0))).isEqualTo(WRONG.replace(" A ", " M "));
    assertThat(SubmissionReader.row(night.records().get(0).substring(3)).get("reqID"))
        .isEqualTo(SubmissionReader.row(first.substring(3)).get("reqID"));
    assertThat(nights.told(loan, "2026-02-13")).as("once").isEmpty();
    loan.answered(nights.bureau(), "2026-02-14", rejection("D3", "2026-02-12", 1));
    assertThat(nights.told(loan, "2026-02-14"))
        .as("its file of the 12th has no record of the 12th, but place 1 of the 11th was accepted")
        .isEmpty();
  }

  @Test
  void aFileThatFailedAsAWholeIsRepeated() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    FileAnswer answer =
        new FileAnswer(
            "D3", Day.of(2026, 2, 11), 1, List.of(new RejectionCode("F1", "")), List.of());
    loan.answered(nights.bureau(), "2026-02-12", answer);
    assertThat(nights.told(loan, "2026-02-12")).containsExactly(WRONG.replace(" A ", " M "));
  }

  @Test
  void aRejectedRecordThatNoLongerFollowsIsNotRepeated() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    loan.answered(nights.bureau(), "2026-02-12", rejection("D3", "2026-02-11", 1));
    loan.pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(loan, "2026-02-12"))
        .containsExactly("D3 A 02-12 1 normal 0.00 1020.00 - 0.00 2000.00 1");
  }

  @Test
  void aDecisionChangesWhatWasTold() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights).pays("P0", "2026-02-09", "500.00");
    assertThat(nights.told(loan, "2026-02-12"))
        .as("the payment that came to be known is told, what was told wrong is not changed")
        .containsExactly("D3 A 02-12 1 overdue 521.04 500.00 D2 521.04 2520.00 2");
    loan.decides("D1", Kind.CORRECT, "2026-02-13", Map.of("report_date", "2026-02-11"));
    assertThat(nights.told(loan, "2026-02-13")).containsExactly(RIGHT);
    assertThat(nights.told(loan, "2026-02-14")).as("once").isEmpty();
  }

  @Test
  void aDecisionAboutAnotherDayChangesNothing() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights).pays("P0", "2026-02-09", "500.00");
    nights.told(loan, "2026-02-12");
    loan.decides("D1", Kind.CORRECT, "2026-02-13", Map.of("report_date", "2026-02-01"));
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-13");
    assertThat(night.records()).isEmpty();
    assertThat(night.result().restatements())
        .extracting(each -> each.field() + " " + each.reported() + ">" + each.recomputed())
        .containsExactly(
            "targetRepayment 1021.00>520.52",
            "overdueAmount 1021.00>520.52",
            "remainingAmount 3000.00>2520.00");
  }

  @Test
  void withAutoCorrectNoDecisionIsNeededAndWhatNeverWasIsDeleted() {
    Nights nights = new Nights(folder, "", true);
    LoanHistory loan = overdue(nights).pays("P0", "2026-02-09", "500.00");
    assertThat(nights.told(loan, "2026-02-12")).contains(RIGHT);
    LoanHistory paid = overdue(nights).pays("P1", "2026-02-10", "1020.00");
    assertThat(nights.told(paid, "2026-02-12"))
        .containsExactly("D3 D", "D3 A 02-12 1 normal 0.00 1020.00 - 0.00 2000.00 1");
    assertThat(nights.told(paid, "2026-02-13")).isEmpty();
  }

  @Test
  void aPurposeThatWasWrongIsChangedByDecision() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    loan.purpose = "12";
    assertThat(nights.told(loan, "2026-02-12")).isEmpty();
    loan.decides("D1", Kind.CORRECT, "2026-02-13", Map.of());
    assertThat(nights.told(loan, "2026-02-13"))
        .containsExactly("D2 M 2026-04-10 2026-02-10,2026-03-10,2026-04-10");
  }

  @Test
  void aPeriodIsDeletedAndNotToldAgain() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    loan.decides(
        "D1", Kind.DELETE_PERIOD, "2026-02-13", Map.of("from", "2026-02-01", "to", "2026-02-28"));
    assertThat(nights.told(loan, "2026-02-13")).containsExactly("D3 D");
    assertThat(nights.told(loan, "2026-02-14")).as("though still overdue").isEmpty();
  }

  @Test
  void aDeletedAccountIsDeletedWholeAndNothingFollows() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    loan.decides("D1", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
    assertThat(nights.told(loan, "2026-02-20")).containsExactly("D2 D", "D3 D");
    assertThat(nights.told(loan, "2026-03-11")).isEmpty();
    loan.answered(nights.bureau(), "2026-03-12", wholeOf("2026-02-20"));
    assertThat(nights.told(loan, "2026-03-12"))
        .as("a deletion that was not taken is sent again")
        .containsExactly("D3 D");
  }

  private static FileAnswer wholeOf(String day) {
    return new FileAnswer("D3", Day.parse(day), 1, List.of(new RejectionCode("F1", "")), List.of());
  }

  @Test
  void aDeletionSaysWhichRecordAndWhoseAndNothingElse() {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    nights.told(loan, "2026-01-10");
    String first = loan.night(nights.bureau(), "2026-02-11").records().get(0);
    loan.decides(
        "D1", Kind.DELETE_PERIOD, "2026-02-20", Map.of("from", "2026-02-01", "to", "2026-02-28"));
    String record = loan.night(nights.bureau(), "2026-02-20").records().get(0);
    Map<String, String> row = SubmissionReader.row(record.substring(3));
    assertThat(row.get("reqID")).isEqualTo(SubmissionReader.row(first.substring(3)).get("reqID"));
    assertThat(row.values().stream().filter(each -> !each.equals("null"))).hasSize(7);
  }

  @Test
  void whereTheBureauTakesNoDeletionItIsHeld() {
    Nights nights = new Nights(folder, "deletion: HOLD\n");
    LoanHistory loan = overdue(nights).decides("D1", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-02-20");
    assertThat(night.records()).isEmpty();
    assertThat(night.held()).containsExactly("BAIHANG_NO_DELETION");
  }

  @Test
  void decisionsThatCannotBeCarriedOutAreHeld() {
    Nights nights = new Nights(folder);
    LoanHistory loan =
        overdue(nights).decides("D1", Kind.DELETE_PERIOD, "2026-02-20", Map.of("from", "February"));
    assertThat(loan.night(nights.bureau(), "2026-02-20").held())
        .containsExactly("BAIHANG_DECISION_UNREADABLE");
    LoanHistory changed = overdue(nights).decides("D1", Kind.CORRECT, "2026-02-20", Map.of());
    changed.idNumber = "990101190101010015";
    assertThat(changed.night(nights.bureau(), "2026-02-20").held())
        .containsExactly("BAIHANG_IDENTITY_CHANGED");
  }

  @Test
  void whatWasToldOfAnExpiredRecordIsDeletedAndForgotten() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights);
    loan.retentionYears = 1;
    loan.pays("P1", "2026-02-12", "1022.00");
    nights.told(loan, "2026-02-12");
    loan.pays("P2", "2026-03-10", "1020.00");
    nights.told(loan, "2026-03-10");
    loan.notice("2026-04-09");
    nights.told(loan, "2026-04-11");
    assertThat(nights.told(loan, "2027-02-12"))
        .as("the last kept day; the reports after the last due date fall in between")
        .allMatch(each -> each.startsWith("D3 A"));
    assertThat(nights.told(loan, "2027-02-13"))
        .as("the due date that passed, and the payment that ended it")
        .containsExactly("D3 D", "D3 D");
    assertThat(loan.reported()).doesNotContain("20260211").doesNotContain("20260212");
    assertThat(nights.told(loan, "2027-02-15"))
        .as("310 days after the last due date")
        .containsExactly("D3 A 02-14 3 overdue 1330.00 0.00 D310 1330.00 1000.00 2");
  }

  @Test
  void aLoanThatTheExportLacksIsHeldWhereSomethingIsToBeDeleted() {
    Nights nights = new Nights(folder);
    LoanHistory loan = overdue(nights).decides("D1", Kind.DELETE_ACCOUNT, "2026-02-20", Map.of());
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
    assertThat(result.held()).extracting(each -> each.code()).containsExactly("BAIHANG_NEEDS_LOAN");
  }
}
