package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;

/**
 * Whole records 211 to 215 against {@code src/test/resources/pboc/corrections.txt}: what a decision
 * says, then the line that is written. The loan has 12,000 yuan in 12 instalments and was reported
 * at the month-ends of August to October; the decisions are of 1 November.
 */
class CorrectionRecordsTest {

  private final List<String> lines = new ArrayList<>();

  private void decided(String title, Consumer<TestLoan> change, String decision) {
    DecidedAccount account = DecidedAccount.reported(change);
    assertThat(account.decide(decision).held()).as(title).isEmpty();
    add(title, decision, account.record());
  }

  private void add(String title, String decision, String record) {
    lines.add("# " + title);
    lines.add(decision);
    lines.add(record);
    lines.add("");
  }

  private static void nothing(TestLoan loan) {
    assertThat(loan.guarantees).isEmpty();
  }

  private static void guaranteed(TestLoan loan) {
    loan.guarantees.add(
        new GuaranteeRow(
            2,
            GuaranteeRow.PartyKind.PERSON,
            "测试乙",
            IdType.PASSPORT,
            "CHNE00000001",
            GuaranteeRow.Role.GUARANTOR,
            1_200_000,
            "G1",
            "1"));
    loan.collateral.add("M1");
    loan.collateral.add("M2");
  }

  private static void extended(TestLoan loan) {
    loan.move("E1", Day.of(2026, 9, 10), MovementType.EXTENSION, 500_000);
    loan.move("W1", Day.of(2026, 9, 20), MovementType.WAIVER, 1_000);
  }

  @Test
  void recordsAreAsApproved() throws IOException {
    Consumer<TestLoan> any = CorrectionRecordsTest::nothing;
    decided("211 another account id", any, "RENAME_ACCOUNT new_id=LOAN9001");
    decided("212 B, the name", any, "CORRECT segment=B;report_date=2026-10-31;Name=测试<甲>");
    decided("212 C, as the ledger has it", any, "CORRECT segment=C;report_date=2026-08-31");
    decided(
        "212 C, another due date",
        any,
        "CORRECT segment=C;report_date=2026-11-01;DueDate=2027-02-15");
    decided(
        "212 D, the amount of the only party",
        CorrectionRecordsTest::guaranteed,
        "CORRECT segment=D;report_date=2026-10-31;ArlpAmt=6000");
    decided(
        "212 E, the second of two",
        CorrectionRecordsTest::guaranteed,
        "CORRECT segment=E;report_date=2026-10-31;Ccc.2=TEST0000000001M3");
    decided(
        "212 H, a month before the last one",
        any,
        "CORRECT segment=H;report_date=2026-09-30;ActRpyAmt=1010;CurRpyAmt=1010;RpyStatus=N");
    decided(
        "212 K, one of two transactions",
        CorrectionRecordsTest::extended,
        "CORRECT segment=K;report_date=2026-09-30;TranAmt.1=4000;DueTranMon.1=3");
    decided("213 a month", any, "DELETE_PERIOD segment=H;from=2026-10-31;to=2026-10-31");
    decided("213 open end", any, "DELETE_PERIOD segment=C;from=2026-09-01");
    decided("213 open begin", any, "DELETE_PERIOD segment=K;to=2026-09-01");
    decided("214", any, "DELETE_ACCOUNT fraud=1");
    recovered();
    agreement();
    event();
    approve();
  }

  /** A 40 of 20 October, of which the balance was wrong. */
  private void recovered() {
    DecidedAccount account = new DecidedAccount();
    account.loan.overdue();
    account.figures =
        loan -> {
          if (loan.date >= Day.of(2026, 10, 20)) {
            loan.status = AccountStatus.NORMAL;
            loan.repaymentStatus = 'N';
            loan.overduePrincipal = 0;
            loan.overdueInterest = 0;
            loan.instalmentsOverdue = 0;
            loan.p31 = 0;
            loan.lastPaidOn = Day.of(2026, 10, 20);
            loan.lastPaidAmount = 202_000;
          }
        };
    account.night("2026-09-30");
    account.night("2026-10-20");
    assertThat(account.bureau.points()).containsExactly("40@2026-10-20");
    String decision = "CORRECT segment=J;report_date=2026-10-20;AcctBal=11000";
    assertThat(account.decide(Day.of(2026, 10, 21), decision).held()).isEmpty();
    add("212 J, the balance of a 40", decision, account.record());
  }

  private void agreement() {
    DecidedAccount account =
        DecidedAccount.reported(
            loan -> {
              loan.product = "SUIJIE";
              loan.withFacility();
            });
    String decision = "CORRECT segment=F;report_date=2026-10-31;Mcc=TEST0000000001LIMIT0002";
    assertThat(account.decide(decision).held()).isEmpty();
    add("212 F, another agreement", decision, account.record());
  }

  private void event() {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {}).monthEnds();
    account.loan.loanStatus = LoanStatus.TRANSFERRED;
    account.loan.status = AccountStatus.TRANSFERRED;
    account.loan.closedOn = Day.of(2026, 11, 9);
    account.loan.balance = 0;
    account.loan.repaymentStatus = 'G';
    assertThat(account.night("2026-11-09").held()).isEmpty();
    add("215 transferred out, with transfer: EVENT_21", "(no decision)", account.record());
    String decision = "CORRECT segment=215;Flag=0";
    account.loan.loanStatus = LoanStatus.ACTIVE;
    account.loan.status = AccountStatus.NORMAL;
    account.loan.closedOn = Day.NONE;
    assertThat(account.decide(Day.of(2026, 11, 12), decision).held()).isEmpty();
    add("215 the event is void", decision, account.record());
  }

  private void approve() throws IOException {
    Path approved = Path.of("src/test/resources/pboc/corrections.txt");
    String received = String.join("\n", lines) + "\n";
    Files.writeString(
        Files.createDirectories(Path.of("target/received")).resolve("corrections.txt"), received);
    assertThat(received).isEqualTo(Files.readString(approved));
  }
}
