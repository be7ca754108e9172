package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Movement;

/** Rows of one loan that are right each by itself but do not agree. */
class LoanChecksTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private LoanGroup read(ExportFolder folder) throws Exception {
    Path written = folder.write(temp.resolve("export"));
    Path work = Files.createDirectories(temp.resolve("work"));
    try (LedgerExport export =
        LedgerExport.open(written, ExportFolder.DATE, ExportFolder.SETTINGS, work)) {
      List<LoanGroup> groups = ExportFolder.readAll(export);
      assertThat(groups).hasSize(1);
      return groups.get(0);
    }
  }

  private static ExportFolder transactions(String... rows) {
    List<String> lines = new ArrayList<>(List.of(ExportFolder.TRANSACTION_COLUMNS));
    lines.addAll(List.of(rows));
    return ExportFolder.oneLoan().file("transactions.csv", lines.toArray(String[]::new));
  }

  private static String places(LoanGroup group) {
    return String.join(
        " ",
        group.rejects().stream()
            .map(r -> r.file() + ":" + r.line() + ":" + r.column() + ":" + r.code())
            .toList());
  }

  private void assertRejected(ExportFolder folder, String... places) throws Exception {
    LoanGroup group = read(folder);
    assertThat(group).as(places(group)).isInstanceOf(RejectedLoan.class);
    assertThat(places(group)).isEqualTo(String.join(" ", places));
    assertThat(group.rejects()).allMatch(r -> r.loanId().equals("L1"));
  }

  private void assertExported(ExportFolder folder) throws Exception {
    LoanGroup group = read(folder);
    assertThat(group).as(places(group)).isInstanceOf(ExportedLoan.class);
  }

  @Test
  void everyRowOfALoanThatOccursTwiceIsRejected() throws Exception {
    assertRejected(
        ExportFolder.oneLoan()
            .file(
                "loans.csv",
                ExportFolder.LOAN_COLUMNS,
                ExportFolder.loan("L1"),
                ExportFolder.loan("L1").replace("2026-08-01", "2026-07-01")),
        "loans.csv:2:loan_id:DUPLICATE_LOAN",
        "loans.csv:3:loan_id:DUPLICATE_LOAN");
  }

  @Test
  void instalmentNumberMayOccurOnce() throws Exception {
    assertRejected(
        ExportFolder.oneLoan().replace("instalments.csv", "L1,2,", "L1,1,"),
        "instalments.csv:2:seq:DUPLICATE_INSTALMENT",
        "instalments.csv:3:seq:DUPLICATE_INSTALMENT");
  }

  @Test
  void instalmentsAndMovementsAreBroughtInOrder() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan()
            .file(
                "instalments.csv",
                ExportFolder.INSTALMENT_COLUMNS,
                "L1,1,2026-10-01,100.00,1.50,",
                "L1,2,2026-09-01,100.00,3.10,")
            .file(
                "transactions.csv",
                ExportFolder.TRANSACTION_COLUMNS,
                "L1,T9,2026-09-01,2026-09-01T10:00:00,REPAYMENT,1.00,,,,,",
                "L1,T8,2026-09-01,2026-09-01T10:00:00,REPAYMENT,2.00,,,,,",
                "L1,T7,2026-09-01,2026-09-01,REPAYMENT,3.00,,,,,",
                "L1,T6,2026-08-01,2026-10-01,DISBURSEMENT,200.00,,,,,");
    ExportedLoan loan = (ExportedLoan) read(folder);
    assertThat(loan.loan().schedule()).extracting(Instalment::seq).containsExactly(2, 1);
    assertThat(loan.loan().movements())
        .extracting(Movement::txnId)
        .containsExactly("T6", "T7", "T8", "T9");
  }

  @Test
  void transactionIdMayOccurOnce() throws Exception {
    assertRejected(
        ExportFolder.oneLoan().replace("transactions.csv", "L1,T2,", "L1,T1,"),
        "transactions.csv:2:txn_id:DUPLICATE_TRANSACTION",
        "transactions.csv:3:txn_id:DUPLICATE_TRANSACTION");
  }

  @Test
  void loanWithoutInstalmentIsRejected() throws Exception {
    assertRejected(
        ExportFolder.oneLoan().file("instalments.csv", ExportFolder.INSTALMENT_COLUMNS),
        "loans.csv:2::NO_SCHEDULE");
    assertExported(
        ExportFolder.oneLoan()
            .replace("loans.csv", "EQUAL_PRINCIPAL", "REVOLVING")
            .file("instalments.csv", ExportFolder.INSTALMENT_COLUMNS));
  }

  /** The instalments' principal is 200.00; the loan's too; the business date is 2026-10-31. */
  @ParameterizedTest
  @CsvSource({
    "200.00, 2026-08-01, , , true",
    "199.99, 2026-08-01, , , false",
    "150.00, 2026-08-01, 50.00, 2026-10-31, true",
    "150.00, 2026-08-01, 50.00, 2026-11-01, false",
    "200.00, 2026-08-01, 50.00, 2026-11-01, true",
    "999.00, 2026-11-01, , , true"
  })
  void scheduledPrincipalIsWhatWasPaidOut(
      String first, String firstOn, String second, String secondOn, boolean good) throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("L1,A," + firstOn + ",2026-08-01,DISBURSEMENT," + first + ",,,,,");
    if (second != null) {
      rows.add("L1,B," + secondOn + ",2026-08-01,DISBURSEMENT," + second + ",,,,,");
    }
    ExportFolder folder = transactions(rows.toArray(String[]::new));
    if (good) {
      assertExported(folder);
    } else {
      assertRejected(folder, "instalments.csv:0:principal:SCHEDULE_NOT_PRINCIPAL");
      assertExported(folder.replace("loans.csv", "EQUAL_PRINCIPAL", "REVOLVING"));
    }
  }

  @Test
  void withoutDisbursementTheLoansPrincipalCounts() throws Exception {
    assertExported(transactions());
    assertRejected(
        transactions().replace("loans.csv", "200.00", "200.01"),
        "instalments.csv:0:principal:SCHEDULE_NOT_PRINCIPAL");
  }

  /** P is a repayment of 10.00 on 1 September, booked at ten; R the reversal. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-05, 2026-09-05, 10.00, P, REPAYMENT, true",
    "2026-09-05, 2026-09-05, 10.00, P, GUARANTOR_REPAYMENT, true",
    "2026-09-05, 2026-09-05, 10.00, P, DISBURSEMENT, false",
    "2026-09-05, 2026-09-05, 10.00, P, WRITE_OFF, false",
    "2026-09-05, 2026-09-05, 9.99, P, REPAYMENT, false",
    "2026-09-05, 2026-09-05, 10.00, Q, REPAYMENT, false",
    "2026-09-05, 2026-09-05, 10.00, R, REPAYMENT, false",
    "2026-08-31, 2026-09-05, 10.00, P, REPAYMENT, false",
    "2026-09-01, 2026-09-01T09:00:00, 10.00, P, REPAYMENT, false",
    "2026-09-01, 2026-09-01T11:00:00, 10.00, P, REPAYMENT, true",
    "2026-09-01, 2026-09-01T10:00:00, 10.00, P, REPAYMENT, true"
  })
  void reversalUndoesAnEarlierRepayment(
      String on, String booked, String amount, String reverses, String type, boolean good)
      throws Exception {
    ExportFolder folder =
        transactions(
                "L1,P,2026-09-01,2026-09-01T10:00:00," + type + ",10.00,,,,,",
                "L1,R," + on + "," + booked + ",REVERSAL," + amount + "," + reverses + ",,,,")
            .replace("loans.csv", "EQUAL_PRINCIPAL", "REVOLVING");
    if (good) {
      assertExported(folder);
    } else {
      assertRejected(folder, "transactions.csv:3:reverses:REVERSAL_OF_NOTHING");
    }
  }

  @Test
  void repaymentIsReversedOnce() throws Exception {
    assertRejected(
        transactions(
            "L1,P,2026-09-01,2026-09-01,REPAYMENT,10.00,,,,,",
            "L1,R,2026-09-02,2026-09-02,REVERSAL,10.00,P,,,,",
            "L1,S,2026-09-03,2026-09-03,REVERSAL,10.00,P,,,,"),
        "transactions.csv:4:reverses:REVERSAL_OF_NOTHING");
  }

  @Test
  void reversalNamesWhatItUndoes() throws Exception {
    assertRejected(
        transactions("L1,R,2026-09-02,2026-09-02,REVERSAL,10.00,,,,,"),
        "transactions.csv:2:reverses:MISSING_VALUE");
  }

  @ParameterizedTest
  @CsvSource({
    "'10.00,,1.00,2.00,3.00,4.00', true",
    "'10.00,,,,10.00,', true",
    "'10.00,,,,9.99,', false",
    "'10.00,,,,,', false",
    "'0.00,,,,,', true"
  })
  void waiverSaysWhatItForgives(String rest, boolean good) throws Exception {
    ExportFolder folder = transactions("L1,W,2026-10-02,2026-10-02,WAIVER," + rest);
    if (good) {
      assertExported(folder);
    } else {
      assertRejected(folder, "transactions.csv:2:amount:WAIVER_NOT_SPLIT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, , '', loans.csv:2:closed_on:STATUS_WITHOUT_DATE",
    "CLOSED, 2026-10-20, '', ",
    "CLOSED, 2026-07-31, '', loans.csv:2:closed_on:BAD_VALUE",
    "WRITTEN_OFF, 2026-10-20, WRITE_OFF, ",
    "WRITTEN_OFF, 2026-10-21, WRITE_OFF, loans.csv:2:closed_on:STATUS_WITHOUT_MOVEMENT",
    "WRITTEN_OFF, 2026-10-20, TRANSFER_OUT, loans.csv:2:closed_on:STATUS_WITHOUT_MOVEMENT",
    "TRANSFERRED, 2026-10-20, TRANSFER_OUT, ",
    "TRANSFERRED, 2026-10-20, WRITE_OFF, loans.csv:2:closed_on:STATUS_WITHOUT_MOVEMENT",
    "TRANSFERRED, 2026-10-20, '', loans.csv:2:closed_on:STATUS_WITHOUT_MOVEMENT"
  })
  void endOfALoanHasItsDateAndMovement(String status, String on, String type, String place)
      throws Exception {
    String date = on == null ? "" : on;
    ExportFolder folder =
        (type.isEmpty()
                ? transactions()
                : transactions("L1,E,2026-10-20,2026-10-20," + type + ",200.00,,,,,"))
            .replace("loans.csv", "ACTIVE,", status + "," + date);
    if (place == null) {
      assertExported(folder);
    } else {
      assertRejected(folder, place);
    }
  }

  @Test
  void ratesChangeOnceADay() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan()
            .file(
                "rates.csv",
                "loan_id,from,annual_rate,penalty_annual_rate",
                "L1,2026-10-01,0.20,0.30",
                "L1,2026-09-01,0.19,");
    ExportedLoan loan = (ExportedLoan) read(folder);
    assertThat(loan.loan().rates())
        .extracting(r -> r.annualRateE10() + " " + r.penaltyAnnualRateE10())
        .containsExactly("1900000000 -1", "2000000000 3000000000");
    assertRejected(
        folder.replace("rates.csv", "2026-10-01", "2026-09-01"),
        "rates.csv:2:from:DUPLICATE_ROW",
        "rates.csv:3:from:DUPLICATE_ROW");
    assertRejected(
        folder.replace("rates.csv", "0.19", ""), "rates.csv:3:annual_rate:MISSING_VALUE");
  }

  @Test
  void optionalColumnsAreRead() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan()
            .replace("loans.csv", "closed_on\n", "closed_on,org_code,ledger_penalty,extra\n")
            .replace("loans.csv", "ACTIVE,\n", "ACTIVE,,TEST0000000002,1.23,whatever\n")
            .file(
                "transactions.csv",
                ExportFolder.TRANSACTION_COLUMNS + ",special_kind,months_changed,detail",
                "L1,T2,2026-08-02,2026-08-01,EXTENSION,200.00,,,,,,12,3,note",
                "L1,T1,2026-08-01,2026-08-01,DISBURSEMENT,200.00,,,,,,,,");
    ExportedLoan loan = (ExportedLoan) read(folder);
    assertThat(loan.row().options().orgCode()).isEqualTo("TEST0000000002");
    assertThat(loan.row().options().ledgerPenalty()).isEqualTo(123);
    assertThat(loan.row().options().ledgerOverdueTotal()).isEqualTo(-1);
    assertThat(loan.movementDetails()).containsExactly(new MovementDetail("T2", "12", 3, "note"));
  }

  @Test
  void loanWithTooManyRowsIsRejectedWithoutKeepingThem() throws Exception {
    StringBuilder rows = new StringBuilder(ExportFolder.INSTALMENT_COLUMNS).append('\n');
    for (int i = 0; i < Limits.LOAN_ROWS + 5; i++) {
      rows.append("L1,").append(1 + i % 90_000).append(",2026-09-01,1.00,0,\n");
    }
    ExportFolder folder =
        ExportFolder.oneLoan()
            .bytes(
                "instalments.csv",
                rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    LoanGroup group = read(folder);
    assertThat(group.rejects()).extracting(Reject::code).contains(RejectCode.TOO_MANY_ROWS);
  }
}
