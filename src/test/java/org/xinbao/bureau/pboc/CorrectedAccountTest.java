package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.NoticeRow;

/** What an account that decisions have changed is told next. */
class CorrectedAccountTest {

  private static final int NOV_1 = DecidedAccount.NOV_1;
  private static final String OCTOBER = "CORRECT segment=H;report_date=2026-10-31";

  private static DecidedAccount account() {
    return DecidedAccount.reported(loan -> {});
  }

  /** Rulings 40: another name holds reports until a decision corrects segment B. */
  @Test
  void anotherNameNeedsADecision() {
    DecidedAccount account = account();
    account.loan.name = "测试丙";
    ReportResult held = account.night("2026-11-30");
    assertThat(DecidedAccount.heldCode(held)).isEqualTo("IDENTITY_CHANGED");
    assertThat(held.held().get(0).message()).doesNotContain("测试");
    assertThat(account.bureau.records).isEmpty();
    account.decide(Day.of(2026, 12, 1), "CORRECT segment=B");
    assertThat(account.bureau.types).containsExactly("212");
    assertThat(TestBureau.value(account.record(), "Name")).isEqualTo("测试丙");
    assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo("2026-10-31");
    account.night("2026-12-02");
    assertThat(account.bureau.points()).containsExactly("30@2026-11-30");
  }

  /** A value that a decision states stands until the ledger's own content changes. */
  @Test
  void aCorrectedSegmentIsNotSentAgainByTheNextReport() {
    DecidedAccount account = account();
    account.decide("CORRECT segment=C;report_date=2026-10-31;DueDate=2027-02-15");
    account.night("2026-11-30");
    assertThat(account.record()).doesNotContain("<AcctBsInfSgmt>");
    account.loan.matures = Day.of(2027, 3, 15);
    account.night("2026-12-31");
    assertThat(TestBureau.value(account.record(), "DueDate")).isEqualTo("2027-03-15");
  }

  @Test
  void aDeletedSegmentCGoesOutWithTheNextReport() {
    DecidedAccount account = account();
    account.decide("DELETE_PERIOD segment=C;to=2026-10-31");
    account.night("2026-11-30");
    assertThat(account.record()).contains("<AcctBsInfSgmt>");
  }

  @Test
  void aTransactionThatWasCorrectedIsNotToldAgain() {
    DecidedAccount account =
        DecidedAccount.reported(
            loan -> loan.move("E1", Day.of(2026, 9, 10), MovementType.EXTENSION, 500_000));
    account.decide("CORRECT segment=K;report_date=2026-09-30;TranDate=2026-09-11");
    assertThat(TestBureau.value(account.record(), "TranDate")).isEqualTo("2026-09-11");
    account.night("2026-11-30");
    assertThat(account.record()).doesNotContain("<AcctSpecTrstDspnSgmt>");
  }

  /** Closed by mistake and reported so: the deletion of the report opens the account again. */
  @Test
  void deletingTheClosingReportOpensTheAccountAgain() {
    DecidedAccount account = new DecidedAccount();
    account.night("2026-09-30");
    account.loan.closed(Day.of(2026, 10, 9));
    account.night("2026-10-09");
    assertThat(account.bureau.points()).containsExactly("20@2026-10-09");
    account.loan.loanStatus = LoanStatus.ACTIVE;
    account.loan.status = AccountStatus.NORMAL;
    account.loan.closedOn = Day.NONE;
    account.loan.balance = 1_200_000;
    account.loan.remaining = 12;
    account.loan.repaymentStatus = 'N';
    assertThat(DecidedAccount.heldCode(account.night("2026-10-31"))).isEqualTo("REOPENED");
    account.decide(Day.of(2026, 11, 1), "DELETE_PERIOD segment=H;from=2026-10-09;to=2026-10-09");
    account.night("2026-11-30");
    assertThat(account.bureau.points()).containsExactly("30@2026-11-30");
  }

  /** What the last month said decides on the 40: corrected to overdue, a payment is a recovery. */
  @Test
  void theLastMonthAsCorrectedDecidesOnTheNextReport() {
    DecidedAccount account = account();
    account.decide(
        OCTOBER
            + ";RpyStatus=1;OverdPrd=1;TotOverd=1010;OverdPrinc=1000;AcctStatus=2;FiveCate=2"
            + ";CurRpyAmt=1010");
    assertThat(account.bureau.types).containsExactly("212");
    account.loan.lastPaidOn = Day.of(2026, 11, 5);
    account.loan.lastPaidAmount = 101_000;
    account.loan.repaymentStatus = 'N';
    account.night("2026-11-05");
    assertThat(account.bureau.points()).containsExactly("40@2026-11-05");
  }

  /** A month that a correction makes adverse needs the notice that its report would need. */
  @Test
  void aCorrectionToAdverseNeedsANotice() {
    String overdue = OCTOBER + ";RpyStatus=1;OverdPrd=1;TotOverd=1010;OverdPrinc=1000";
    DecidedAccount account =
        new DecidedAccount(TestBureau.YAML.replace("\"OFF\"", "REQUIRE"), loan -> {});
    account.monthEnds();
    account.figures = TestLoan::overdue;
    assertThat(DecidedAccount.heldCode(account.decide(overdue))).isEqualTo("NO_NOTICE");
    account.bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", Day.of(2026, 10, 20)));
    assertThat(account.night(NOV_1 + 1).held()).isEmpty();
    assertThat(account.bureau.types).containsExactly("212");
  }

  /** BQR005: decided on 1 November, it cannot mean the event of 9 November. */
  @Test
  void anEventIsNotMadeVoidByAnEarlierDecision() {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {}).monthEnds();
    assertThat(DecidedAccount.heldCode(account.decide("CORRECT segment=215;Flag=0")))
        .isEqualTo("DECISION_BQR005");
    account.loan.loanStatus = LoanStatus.TRANSFERRED;
    account.loan.status = AccountStatus.TRANSFERRED;
    account.loan.closedOn = Day.of(2026, 11, 9);
    account.night("2026-11-09");
    assertThat(account.bureau.types).containsExactly("215");
    assertThat(TestBureau.value(account.record(), "Flag")).isEqualTo("1");
  }

  @Test
  void aVoidEventLetsTheAccountGoOn() {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {}).monthEnds();
    account.loan.loanStatus = LoanStatus.TRANSFERRED;
    account.loan.status = AccountStatus.TRANSFERRED;
    account.loan.closedOn = NOV_1;
    account.night(NOV_1);
    assertThat(account.bureau.types).containsExactly("215");
    account.decide(NOV_1 + 1, "CORRECT segment=215;Flag=0");
    assertThat(TestBureau.value(account.record(), "Flag")).isEqualTo("0");
    assertThat(DecidedAccount.heldCode(account.night(NOV_1 + 2))).isEqualTo("EVENT_VOIDED");
    account.loan.loanStatus = LoanStatus.ACTIVE;
    account.loan.status = AccountStatus.NORMAL;
    account.loan.closedOn = Day.NONE;
    account.night("2026-11-30");
    assertThat(account.bureau.points()).containsExactly("30@2026-11-30");
  }
}
