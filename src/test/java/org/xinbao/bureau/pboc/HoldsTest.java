package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.RepaymentMethod;

/** Why a report is held, and that nothing is ever cut or left out to let it pass. */
class HoldsTest {

  private static Arguments of(String code, Consumer<TestLoan> change) {
    return Arguments.of(code, change);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        of("NO_FACILITY", loan -> loan.product = "SUIJIE"),
        of("NO_FACILITY", loan -> loan.product = "XUNHUAN"),
        of("NO_FACILITY", loan -> loan.product = "FENCI"),
        of("NO_DUE_DATE", loan -> loan.matures = Day.NONE),
        of("NO_REPAY_MODE", loan -> loan.method = RepaymentMethod.REVOLVING),
        of("NO_GUARANTOR", loan -> loan.guaranteeMode = "3"),
        of("NO_GUARANTOR", loan -> loan.guaranteeMode = "5"),
        of("NAME_TOO_LONG", loan -> loan.name = "甲".repeat(31)),
        of("NAME_TOO_LONG", loan -> loan.name = "😀".repeat(31)),
        of("NAME_TOO_LONG", loan -> loan.guarantees.add(party("乙".repeat(31), IdType.OTHER, "Z1"))),
        of("BAD_TEXT", loan -> loan.name = "测试\n甲"),
        of("BAD_TEXT", loan -> loan.name = "测试\ud83d甲"),
        of("BAD_ID_TYPE", loan -> loan.idType = IdType.UNIFIED_CREDIT_CODE),
        of("BAD_ID_NUMBER", loan -> loan.idNumber = "990101190101010008"),
        of("BAD_ID_NUMBER", loan -> loan.guarantees.add(party("乙", IdType.ID_CARD, "1"))),
        of("PRECHECK_ABE000", loan -> loan.name = " "),
        of("PRECHECK_ABE001", loan -> loan.guaranteeMode = "8"),
        of("PRECHECK_ABE001", loan -> loan.terms = 1000),
        of("PRECHECK_ABE001", loan -> loan.currency = "CNX"),
        of("PRECHECK_BLE009", loan -> loan.matures = loan.opened - 1),
        of("PRECHECK_BLE050", loan -> loan.product = "FANGDAI"),
        of("PRECHECK_ABE002", loan -> loan.collateral.add("A-1")),
        of("PRECHECK_ABE011", loan -> loan.collateral.addAll(List.of("A1", "A1"))),
        of(
            "PRECHECK_BLE041",
            loan -> loan.guarantees.add(party("乙", IdType.ID_CARD, TestLoan.ID_CARD))),
        of("PRECHECK_ABE001", loan -> loan.balance = 100_000_000_000_000_000L));
  }

  private static GuaranteeRow party(String name, IdType type, String number) {
    return new GuaranteeRow(
        2,
        GuaranteeRow.PartyKind.PERSON,
        name,
        type,
        number,
        GuaranteeRow.Role.CO_BORROWER,
        -1,
        "",
        "");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRecordThatCannotGoOutIsHeldWithItsReason(String code, Consumer<TestLoan> change) {
    TestBureau bureau = new TestBureau();
    ReportResult result = bureau.nightAlways(TestLoan.of(change));
    assertThat(bureau.records).isEmpty();
    assertThat(result.reported()).isEmpty();
    assertThat(result.queue()).hasSize(1);
    assertThat(result.held()).extracting(Held::code).containsExactly(code);
    Held held = result.held().get(0);
    assertThat(held.message()).isNotBlank().doesNotContain("测试").doesNotContain(TestLoan.ID_CARD);
    assertThat(held.reportDate()).isEqualTo(TestLoan.OCT_31);
  }

  @Test
  void borrowersMustBeKnownToTheBureau() {
    TestBureau bureau =
        new TestBureau(
            TestBureau.YAML.replace(
                "borrowers-known-to-bureau: true", "borrowers-known-to-bureau: false"));
    TestLoan loan = TestLoan.of(each -> {});
    assertThat(bureau.nightAlways(loan).held())
        .extracting(Held::code)
        .containsExactly("NO_BASIC_INFO");
    bureau.queue = List.of();
    loan.borrowerListed = true;
    assertThat(bureau.nightAlways(loan).held()).isEmpty();
  }

  @Test
  void consentMayBeRequired() {
    TestBureau bureau = new TestBureau("consent: REQUIRE\n" + TestBureau.YAML);
    TestLoan loan = TestLoan.of(each -> {});
    assertThat(bureau.nightAlways(loan).held())
        .extracting(Held::code)
        .containsExactly("NO_CONSENT");
    bureau.queue = List.of();
    loan.consentedOn = Day.of(2026, 1, 10);
    assertThat(bureau.nightAlways(loan).held()).isEmpty();
  }

  @Test
  void anOpenDisputeHoldsOrMarks() {
    DecisionRow opened = decision("D1", DecisionRow.Kind.DISPUTE_OPENED, Day.of(2026, 10, 1), "");
    DecisionRow resolved =
        decision("D2", DecisionRow.Kind.DISPUTE_RESOLVED, Day.of(2026, 10, 20), "D1");
    DecisionRow other =
        decision("D3", DecisionRow.Kind.DISPUTE_RESOLVED, Day.of(2026, 10, 20), "D9");
    TestBureau hold = new TestBureau("dispute: HOLD\n" + TestBureau.YAML);
    hold.decisions = List.of(opened, other);
    assertThat(hold.nightAlways(TestLoan.of(each -> {})).held())
        .extracting(Held::code)
        .containsExactly("OPEN_DISPUTE");
    hold.queue = List.of();
    hold.decisions = List.of(opened, resolved);
    assertThat(hold.nightAlways(TestLoan.of(each -> {})).held()).isEmpty();
    TestBureau mark = new TestBureau();
    mark.decisions = List.of(opened);
    ReportResult marked = mark.nightAlways(TestLoan.of(each -> {}));
    assertThat(mark.records).hasSize(1);
    assertThat(marked.warnings()).extracting(Held::code).containsExactly("OPEN_DISPUTE");
  }

  private static DecisionRow decision(String id, DecisionRow.Kind kind, int from, String ref) {
    return new DecisionRow(
        id, "LOAN0001", kind, from, from, Day.NONE, "", Map.of(), "", ref, "PBOC");
  }

  @Test
  void aTransferredLoanClosesWithGOrByItsEvent() {
    TestLoan loan =
        TestLoan.of(
            each -> {
              each.loanStatus = LoanStatus.TRANSFERRED;
              each.status = AccountStatus.TRANSFERRED;
              each.closedOn = Day.of(2026, 10, 9);
              each.date = Day.of(2026, 10, 9);
              each.repaymentStatus = 'G';
              each.balance = 0;
              each.remaining = 0;
            });
    int lastMonth = Day.of(2026, 9, 30);
    String known =
        Pboc.imported(AccountType.D1, lastMonth, 30, lastMonth, 0, Day.of(2026, 1, 15), false);
    TestBureau close = new TestBureau();
    close.reported = known;
    close.nightAlways(loan);
    assertThat(TestBureau.value(close.record(), "RptDateCode")).isEqualTo("20");
    assertThat(TestBureau.value(close.record(), "RpyStatus")).isEqualTo("G");
    TestBureau event = new TestBureau("transfer: EVENT_21\n" + TestBureau.YAML);
    event.reported = known;
    assertThat(event.nightAlways(loan).held()).isEmpty();
    assertThat(event.types).containsExactly("215");
  }

  @Test
  void aDifferenceToTheLedgerMayHold() {
    BureauSettings settings =
        new BureauSettings(TestLoan.PROVIDER, TestBureau.PRODUCTS, LocalTime.of(3, 0), 100);
    TestBureau bureau = new TestBureau(TestBureau.YAML, settings);
    TestLoan loan = TestLoan.of(each -> each.ledgerPrincipal = each.balance + 101);
    assertThat(bureau.nightAlways(loan).held())
        .extracting(Held::code)
        .containsExactly("DIFFERS_FROM_LEDGER");
    bureau.queue = List.of();
    loan.ledgerPrincipal = loan.balance - 100;
    assertThat(bureau.nightAlways(loan).held()).isEmpty();
  }

  @Test
  void theAccountTypeNeverChanges() {
    TestBureau bureau = new TestBureau();
    int lastMonth = Day.of(2026, 9, 30);
    bureau.reported =
        Pboc.imported(AccountType.R4, lastMonth, 30, lastMonth, 0, Day.of(2026, 1, 15), false);
    assertThat(bureau.nightAlways(TestLoan.of(each -> {})).held())
        .extracting(Held::code)
        .containsExactly("ACCOUNT_TYPE_CHANGED");
  }

  @Test
  void hostileNamesAreEscapedAndWhole() {
    TestBureau bureau = new TestBureau();
    bureau.nightAlways(TestLoan.of(each -> each.name = "<&>\"😀'" + "甲".repeat(24)));
    assertThat(TestBureau.value(bureau.record(), "Name"))
        .isEqualTo("&lt;&amp;&gt;\"😀'" + "甲".repeat(24));
    assertThat(bureau.control).hasSize(1);
  }
}
