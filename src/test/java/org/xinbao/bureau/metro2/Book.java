package org.xinbao.bureau.metro2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.UsConsumer;

/**
 * The accounts of one small file as of 2024-11-30, one for each status that a ledger can give and
 * one for each segment.
 */
final class Book {

  static final String CURRENT = "CURRENT1";
  static final String LATE = "LATE0001";
  static final String CHARGED_OFF = "CHARGED1";
  static final String PAID_AFTER = "PAIDOFF1";
  static final String PAID = "PAID0001";
  static final String SOLD = "SOLD0001";
  static final String SHARED = "SHARED01";
  static final String BOUGHT = "BOUGHT01";
  static final String LINE = "LINE0001";

  private final Path folder;

  Book(Path folder) {
    this.folder = folder;
  }

  private Bureau bureau(String more) {
    return MetroLoan.bureau(folder, more, false);
  }

  /** The records of the night, in the order of loans. */
  List<String> records() {
    List<String> records = new ArrayList<>();
    for (MetroLoan each :
        List.of(
            bought(),
            chargedOff(),
            current(),
            late(),
            line(),
            paid(),
            paidAfter(),
            shared(),
            sold())) {
      int day = Day.of(2024, 10, 31);
      each.monthEnds("2024-01-31", Day.format(day));
      records.addAll(each.night("2024-11-30").records());
    }
    return records;
  }

  private MetroLoan loan(String id, String more) {
    MetroLoan loan = new MetroLoan(bureau(more));
    loan.loanId = id;
    return loan;
  }

  private static MetroLoan onTime(MetroLoan loan) {
    for (int i = 1; i <= 10; i++) {
      loan.pays("P" + i, Day.format(Day.plusMonths(MetroLoan.OPENED, i)), "105.00");
    }
    return loan;
  }

  private MetroLoan current() {
    MetroLoan loan = onTime(loan(CURRENT, ""));
    loan.decides(
        "D1",
        DecisionRow.Kind.RENAME_ACCOUNT,
        "2024-11-20",
        "metro2",
        Map.of("new_id", "CURRENT2"));
    return loan;
  }

  private MetroLoan late() {
    MetroLoan loan = loan(LATE, "");
    for (int i = 1; i <= 8; i++) {
      loan.pays("P" + i, Day.format(Day.plusMonths(MetroLoan.OPENED, i)), "105.00");
    }
    return loan;
  }

  private MetroLoan chargedOff() {
    return loan(CHARGED_OFF, "")
        .move("W1", "2024-09-20", MovementType.WRITE_OFF, "1200.00")
        .ends(LoanStatus.WRITTEN_OFF, "2024-09-20");
  }

  private MetroLoan paidAfter() {
    MetroLoan loan =
        loan(PAID_AFTER, "")
            .move("W1", "2024-09-20", MovementType.WRITE_OFF, "1200.00")
            .ends(LoanStatus.WRITTEN_OFF, "2024-09-20");
    return loan.waivesAll("V1", "2024-11-05");
  }

  private MetroLoan paid() {
    MetroLoan loan = onTime(loan(PAID, ""));
    return loan.pays("P11", "2024-11-18", "210.00").ends(LoanStatus.CLOSED, "2024-11-18");
  }

  private MetroLoan sold() {
    return loan(SOLD, "  purchaser: TEST BUYER\n")
        .move("S1", "2024-11-20", MovementType.TRANSFER_OUT, "1200.00")
        .ends(LoanStatus.TRANSFERRED, "2024-11-20");
  }

  /** With a co-borrower at the same address and a guarantor elsewhere. */
  private MetroLoan shared() {
    MetroLoan loan = onTime(loan(SHARED, ""));
    loan.guarantees.add(
        party(GuaranteeRow.Role.CO_BORROWER, "Testroe", "1 Test Street", "123456789"));
    loan.guarantees.add(party(GuaranteeRow.Role.GUARANTOR, "Testpoe", "9 Test Road", ""));
    return loan;
  }

  private static GuaranteeRow party(
      GuaranteeRow.Role role, String surname, String address, String ssn) {
    UsConsumer p = MetroLoan.PERSON;
    UsConsumer consumer =
        new UsConsumer(
            surname, "Alex", "", "J", ssn, "", address, "", p.city(), p.state(), p.zip(), "US", "C",
            "O");
    return new GuaranteeRow(
        2,
        GuaranteeRow.PartyKind.PERSON,
        "测试乙",
        IdType.ID_CARD,
        LoanHistory.ID_CARD,
        role,
        0,
        "",
        "0",
        consumer,
        "");
  }

  /** Bought from another lender, with a balloon payment at the end; the employer is told. */
  private MetroLoan bought() {
    String conf =
        """
          balloon: true
          original-creditor: TEST BANK
          creditor-classification: 8
          purchased-from: TEST SELLER
        employment: true
        """;
    MetroLoan loan = onTime(loan(BOUGHT, conf));
    loan.employer = "Test Works";
    return loan;
  }

  private MetroLoan line() {
    String conf =
        MetroLoan.CONF
            .replace("portfolio: INSTALMENT", "portfolio: LINE_OF_CREDIT")
            .replace("account-type: \"01\"", "account-type: \"15\"");
    MetroLoan loan =
        new MetroLoan(
            new Metro2Factory()
                .read(LoanHistory.conf(folder, "metro2", conf), LoanHistory.settings(false)));
    loan.loanId = LINE;
    loan.facility =
        Optional.of(
            new FacilityRow(
                2,
                "F1",
                "C1",
                "测试甲",
                IdType.ID_CARD,
                LoanHistory.ID_CARD,
                FacilityRow.Kind.LOAN,
                true,
                500_000,
                "CNY",
                MetroLoan.OPENED,
                Day.NONE,
                FacilityRow.Status.ACTIVE,
                ""));
    return onTime(loan);
  }

  /** The file of the night. */
  SubmissionFile write() throws IOException {
    Path part = folder.resolve("part");
    Files.writeString(part, String.join("\n", records()) + "\n", StandardCharsets.US_ASCII);
    return bureau("")
        .assemble(Day.of(2024, 12, 1), Metro2.RECORD_TYPE, 1, List.of(part), folder)
        .get(0);
  }
}
