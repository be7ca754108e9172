package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.FacilityRow.Status;

/** Loans drawn on a facility: the account, its receipts and what happens to them. */
class RevolvingTest {

  private static final FacilityRow FACILITY = Nights.facility("5000.00", Status.ACTIVE);

  private final Path folder;

  RevolvingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private LoanHistory receipt() {
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    loan.facility = Optional.of(FACILITY);
    return loan;
  }

  @Test
  void aReceiptIsToldAsOpenedChangedOverdueAndPaid() {
    Nights nights = new Nights(folder, Nights.REVOLVING);
    LoanHistory loan = receipt();
    assertThat(nights.told(loan, "2026-01-10"))
        .containsExactly("CL1 A 2026-04-10 2026-02-10,2026-03-10,2026-04-10");
    assertThat(nights.told(loan, "2026-02-11"))
        .containsExactly("CL2 A 02-11 1 overdue 1021.00 0.00 D1 1021.00 3000.00 2");
    loan.pays("P1", "2026-02-12", "1022.00");
    assertThat(nights.told(loan, "2026-02-12"))
        .containsExactly("CL2 A 02-12 1 normal 0.00 1022.00 - 0.00 2000.00 1");
    loan.move("X1", "2026-03-01", MovementType.EXTENSION, "0.00", "");
    loan.schedule.add(
        new Instalment(3, Day.of(2026, 5, 10), 100_000, 2_000, 0, Day.of(2026, 3, 1)));
    loan.schedule.sort(Instalment.ORDER);
    assertThat(nights.told(loan, "2026-03-01"))
        .containsExactly("CL1 A 2026-05-10 2026-02-10,2026-03-10,2026-05-10");
  }

  @Test
  void usageIsTheBalanceOrAllThatWasDrawn() {
    Nights nights = new Nights(folder, Nights.REVOLVING + "credit-usage: DRAWN\n");
    LoanHistory loan = receipt();
    nights.told(loan, "2026-01-10");
    loan.pays("P1", "2026-01-20", "3060.00").closes("2026-01-20");
    assertThat(nights.told(loan, "2026-01-20").get(2))
        .isEqualTo("CL2 A 01-20 3 normal 0.00 1020.00 - 0.00 3000.00 3");
  }

  @Test
  void theAccountIsToldOnceAndWhenItChanges() {
    Nights nights = new Nights(folder, Nights.REVOLVING);
    LoanHistory loan = receipt();
    List<String> told = new ArrayList<>();
    LoanHistory.Night first = loan.night(nights.bureau(), "2026-01-10");
    KeyResult one = nights.account(first, FACILITY, "2026-01-10", "", told);
    assertThat(one.reported()).matches("[ -~]*").doesNotContain("10000000001");
    Map<String, String> opened = SubmissionReader.row(told.get(0).substring(3));
    assertThat(opened)
        .containsEntry("accountAction", "1")
        .containsEntry("creditLimit", "5000.00")
        .containsEntry("creditAccntStatus", "1")
        .containsEntry("accntBillingDate", "3")
        .containsEntry("accntBillingDueDate", "13")
        .containsEntry("accountOpenDate", "2026-01-05T00:00:00")
        .containsEntry("accountExpireDate", "2027-01-04");
    LoanHistory.Night next = loan.night(nights.bureau(), "2026-01-11");
    KeyResult same = nights.account(next, FACILITY, "2026-01-11", one.reported(), told);
    assertThat(told).as("nothing changed").hasSize(1);
    FacilityRow raised = Nights.facility("8000.00", Status.CANCELLED);
    KeyResult two = nights.account(next, raised, "2026-01-12", same.reported(), told);
    Map<String, String> changed = SubmissionReader.row(told.get(1).substring(3));
    assertThat(changed)
        .containsEntry("opCode", "A")
        .containsEntry("accountAction", "2")
        .containsEntry("creditLimit", "8000.00")
        .containsEntry("creditAccntStatus", "3")
        .containsEntry("accountInfoUpdate", "2026-01-12T23:59:59");
    assertThat(changed.getOrDefault("reqID", "")).isNotEqualTo(opened.getOrDefault("reqID", ""));
    String rejected = nights.bureau().answeredKey(two.reported(), List.of(failed("2026-01-12")));
    nights.account(next, raised, "2026-01-13", rejected, told);
    Map<String, String> again = SubmissionReader.row(told.get(2).substring(3));
    assertThat(again)
        .containsEntry("opCode", "M")
        .containsEntry("reqID", changed.getOrDefault("reqID", ""));
    assertThat(nights.bureau().forgotten(two.reported(), id -> id.equals("LOAN0001"))).isEmpty();
    assertThat(nights.bureau().forgotten(two.reported(), id -> false)).isEqualTo(two.reported());
  }

  private static FileAnswer failed(String day) {
    return new FileAnswer("X2", Day.parse(day), 1, List.of(new RejectionCode("F1", "")), List.of());
  }

  @Test
  void whatTheAccountNeedsAndTheLedgerLacksHoldsTheReceipt() {
    Nights nights = new Nights(folder, Nights.REVOLVING);
    assertThat(new LoanHistory().night(nights.bureau(), "2026-01-10").held())
        .containsExactly("NO_FACILITY");
    LoanHistory loan = receipt();
    loan.facility =
        Optional.of(
            new FacilityRow(
                2,
                "LIMIT0001",
                "C1",
                "测试甲",
                FACILITY.idType(),
                FACILITY.idNumber(),
                FacilityRow.Kind.LOAN,
                true,
                500_000,
                "CNY",
                Day.of(2026, 1, 5),
                Day.NONE,
                Status.ACTIVE,
                ""));
    LoanHistory.Night night = loan.night(nights.bureau(), "2026-01-10");
    assertThat(night.held()).containsExactly("BAIHANG_NO_BILLING_DAY");
    assertThat(night.result().facts()).as("no account without a receipt").isEmpty();
  }
}
