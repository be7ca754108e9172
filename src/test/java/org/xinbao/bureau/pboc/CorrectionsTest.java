package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.DecisionRow.Kind;

/** What decisions do to an account from night to night. */
class CorrectionsTest {

  private static final int NOV_1 = DecidedAccount.NOV_1;
  private static final String OCTOBER = "CORRECT segment=H;report_date=2026-10-31";

  private static DecidedAccount account() {
    return DecidedAccount.reported(loan -> {});
  }

  private static DecisionRow dated(DecisionRow row, int from, int to) {
    return new DecisionRow(
        row.decisionId(),
        row.loanId(),
        row.kind(),
        row.decidedOn(),
        from,
        to,
        "",
        row.details(),
        "",
        row.refDecisionId(),
        row.bureau());
  }

  @Test
  void eachIsCarriedOutOnce() {
    DecidedAccount account = account();
    account.decide(OCTOBER + ";ActRpyAmt=5");
    assertThat(account.bureau.types).containsExactly("212");
    for (int night = 1; night <= 3; night++) {
      assertThat(account.night(NOV_1 + night).held()).isEmpty();
      assertThat(account.bureau.types).isEmpty();
    }
  }

  /** Decided on 1 November: from {@code effective_from} to {@code effective_to}. */
  @ParameterizedTest
  @CsvSource({
    "'', '', 2026-11-01, true",
    "2026-11-03, '', 2026-11-02, false",
    "2026-11-03, '', 2026-11-03, true",
    "'', 2026-11-03, 2026-11-03, true",
    "'', 2026-11-03, 2026-11-04, false",
  })
  void aDecisionHoldsInItsTime(String from, String to, String night, boolean sent) {
    DecidedAccount account = account();
    account.bureau.decisions =
        List.of(
            dated(
                DecidedAccount.decision("D1", OCTOBER, NOV_1),
                from.isEmpty() ? Day.NONE : Day.parse(from),
                to.isEmpty() ? Day.NONE : Day.parse(to)));
    account.night(night);
    assertThat(account.bureau.records).hasSize(sent ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "pboc, true", "PBOC, true", "baihang, false"})
  void aDecisionIsForTheBureauThatItNames(String bureau, boolean sent) {
    DecidedAccount account = account();
    account.bureau.decisions =
        List.of(DecidedAccount.decision("D1", Kind.DELETE_ACCOUNT, NOV_1, "fraud=0", "", bureau));
    account.night(NOV_1);
    assertThat(account.bureau.records).hasSize(sent ? 1 : 0);
  }

  @Test
  void aCorrectionOfTheRegisterIsNotTheBureaus() {
    DecidedAccount account = account();
    assertThat(account.decide("CORRECT adverse_record=2026-09-16").held()).isEmpty();
    assertThat(account.bureau.records).isEmpty();
  }

  /** Rulings and reference/rules.md 2.1: resolving a dispute corrects nothing by itself. */
  @Test
  void anUpheldDisputeSendsNothing() {
    DecidedAccount account = account();
    account.decide("DISPUTE_OPENED due_on=2026-11-21", "DISPUTE_RESOLVED outcome=UPHELD");
    assertThat(account.bureau.records).isEmpty();
    // The correction that follows from it names it.
    account.bureau.decisions =
        List.of(
            DecidedAccount.decision(
                "D3", Kind.CORRECT, NOV_1, "segment=H;report_date=2026-10-31", "D2", ""));
    account.night(NOV_1 + 1);
    assertThat(account.bureau.types).containsExactly("212");
  }

  @Test
  void aDecisionThatCannotBeCarriedOutIsReplacedByALaterOne() {
    DecidedAccount account = account();
    ReportResult held = account.decide("CORRECT segment=H;report_date=2026-10-30");
    assertThat(DecidedAccount.heldCode(held)).isEqualTo("DECISION_BMR008");
    assertThat(held.held().get(0).since()).isEqualTo(NOV_1);
    ReportResult again = account.night(NOV_1 + 1);
    assertThat(again.held().get(0).since()).isEqualTo(NOV_1);
    List<DecisionRow> all = new ArrayList<>(account.bureau.decisions);
    all.add(
        DecidedAccount.decision(
            "D2", Kind.CORRECT, NOV_1 + 2, "segment=H;report_date=2026-10-31", "D1", ""));
    account.bureau.decisions = all;
    assertThat(account.night(NOV_1 + 2).held()).isEmpty();
    assertThat(account.bureau.types).containsExactly("212");
    assertThat(account.night(NOV_1 + 3).held()).isEmpty();
    assertThat(account.bureau.types).isEmpty();
    assertThat(account.state().dossier().waiting()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORRECT report_date=2026-10-31",
        "CORRECT segment=H",
        "CORRECT segment=X;report_date=2026-10-31",
        "CORRECT segment=H;report_date=31.10.2026",
        "CORRECT segment=H;report_date=2026-10-31;Mcc=1",
        "CORRECT segment=H;report_date=2026-10-31;Month=2026-09",
        "CORRECT segment=C;report_date=2026-11-02",
        "CORRECT segment=C;report_date=2026-10-31;LoanConCode=1",
        "CORRECT segment=215;Flag=1",
        "CORRECT segment=215",
        "DELETE_PERIOD from=2026-10-31",
        "DELETE_PERIOD segment=H;from=2026-13-01",
        "DELETE_PERIOD segment=H;from=2026-10-31;until=2026-10-31",
        "DELETE_ACCOUNT fraud=yes",
        "RENAME_ACCOUNT",
        "RENAME_ACCOUNT new_id=A;old_id=B",
      })
  void detailsThatDoNotSayWhatToDoAreHeld(String decision) {
    DecidedAccount account = account();
    ReportResult result = account.decide(decision);
    assertThat(account.bureau.records).isEmpty();
    assertThat(DecidedAccount.heldCode(result)).isEqualTo("DECISION_UNREADABLE");
    assertThat(result.held().get(0).message()).contains("ref_decision_id");
  }

  /** Two groups of segment E: the key must say which. */
  @Test
  void aGroupIsNamedByItsNumber() {
    DecidedAccount account =
        DecidedAccount.reported(
            loan -> {
              loan.collateral.add("M1");
              loan.collateral.add("M2");
            });
    String unnumbered = "CORRECT segment=E;report_date=2026-10-31;Ccc=TEST0000000001M9";
    assertThat(DecidedAccount.heldCode(account.decide(unnumbered)))
        .isEqualTo("DECISION_UNREADABLE");
    account.bureau.decisions = List.of();
    account.decide("CORRECT segment=E;report_date=2026-10-31;Ccc.1=TEST0000000001M9");
    assertThat(TestBureau.value(account.record(), "Ccc")).isEqualTo("TEST0000000001M9");
  }

  /** Rules of section 3 hold for the segment: overdue with status *, a wrong number, BLE019. */
  @ParameterizedTest
  @CsvSource({
    "TotOverd=100, PRECHECK_BLE015",
    "AcctBal=1.5, PRECHECK_ABE001",
    "RpyStatus=1, PRECHECK_BLE019",
    "LatRpyDate=2026-11-30, PRECHECK_ABE007",
  })
  void aSegmentThatBreaksARuleIsHeld(String value, String expected) {
    ReportResult result = account().decide(OCTOBER + ";" + value);
    assertThat(DecidedAccount.heldCode(result)).isEqualTo(expected);
  }

  /** A file takes one correction of a segment and account (ABR002): the second goes out next. */
  @Test
  void twoCorrectionsOfASegmentTakeTwoNights() {
    DecidedAccount account = account();
    account.decide(
        OCTOBER + ";ActRpyAmt=1", "CORRECT segment=H;report_date=2026-09-30;ActRpyAmt=2");
    assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo("2026-10-31");
    account.night(NOV_1 + 1);
    assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo("2026-09-30");
    account.night(NOV_1 + 2);
    assertThat(account.bureau.records).isEmpty();
  }

  @Test
  void recordsGoOutByTheirTypes() {
    DecidedAccount account = account();
    account.decide(
        "DELETE_PERIOD segment=H;from=2026-08-31;to=2026-08-31",
        OCTOBER,
        "RENAME_ACCOUNT new_id=LOAN9001");
    assertThat(account.bureau.types).containsExactly("211", "212", "213");
    assertThat(TestBureau.value(account.bureau.records.get(1), "ModRecCode"))
        .isEqualTo("TEST0000000001LOAN9001");
    assertThat(TestBureau.value(account.bureau.records.get(2), "DelRecCode"))
        .isEqualTo("TEST0000000001LOAN9001");
    account.night("2026-11-30");
    assertThat(TestBureau.value(account.record(), "AcctCode")).isEqualTo("TEST0000000001LOAN9001");
    // Back to the first id, which is the account's own (BIE002).
    account.decide(Day.of(2026, 12, 1), "RENAME_ACCOUNT new_id=LOAN0001");
    assertThat(TestBureau.value(account.record(), "OdBnesCode"))
        .isEqualTo("TEST0000000001LOAN9001");
  }

  @Test
  void anAccountThatWasNeverReportedHasItsNewIdFromTheBeginning() {
    DecidedAccount account = new DecidedAccount();
    account.decide(Day.of(2026, 10, 30), "RENAME_ACCOUNT new_id=LOAN9001");
    assertThat(account.bureau.records).isEmpty();
    account.night("2026-10-31");
    assertThat(TestBureau.value(account.record(), "AcctCode")).isEqualTo("TEST0000000001LOAN9001");
  }

  @Test
  void aLoanWhoseIdWasGivenAwayIsHeld() {
    DecidedAccount account = new DecidedAccount();
    account.bureau.accountIds = (id, loanId) -> id.equals("LOAN0001");
    assertThat(DecidedAccount.heldCode(account.night("2026-10-31"))).isEqualTo("ACCOUNT_ID_TAKEN");
    account.decide(Day.of(2026, 11, 1), "RENAME_ACCOUNT new_id=LOAN9001");
    account.night("2026-11-02");
    assertThat(TestBureau.value(account.record(), "AcctCode")).isEqualTo("TEST0000000001LOAN9001");
  }

  /** 214, and what was queued for the account is dropped; then nothing, on settlement days too. */
  @Test
  void aDeletedAccountIsNeverReportedAgain() {
    DecidedAccount account = account();
    account.bureau.queue =
        List.of(new QueuedReport(Day.of(2026, 10, 31), Day.of(2026, 10, 31), "NO_NOTICE"));
    ReportResult result = account.decide("DELETE_ACCOUNT");
    assertThat(account.bureau.types).containsExactly("214");
    assertThat(result.queue()).isEmpty();
    assertThat(result.dropped()).containsExactly(Day.of(2026, 10, 31));
    for (String night : List.of("2026-11-02", "2026-11-30", "2026-12-31")) {
      assertThat(account.night(night).held()).isEmpty();
      assertThat(account.bureau.records).isEmpty();
    }
  }

  /** The report due on the night of the decision is not sent first. */
  @Test
  void theReportOfTheNightIsNotSentToAnAccountThatIsDeleted() {
    DecidedAccount account = account();
    account.decide(Day.of(2026, 11, 30), "DELETE_ACCOUNT");
    assertThat(account.bureau.types).containsExactly("214");
    DecidedAccount unknown = new DecidedAccount();
    for (String night : List.of("2026-10-31", "2026-11-30")) {
      unknown.decide(
          Day.parse(night), unknown.bureau.decisions.isEmpty() ? "DELETE_ACCOUNT" : "LEGAL_HOLD");
      assertThat(unknown.bureau.records).isEmpty();
    }
  }

  /** Rulings 3: taking the state back makes a rejected correction due again, and no other. */
  @Test
  void aStateThatIsTakenBackRepeatsWhatItForgot() {
    DecidedAccount account = account();
    account.decide("RENAME_ACCOUNT new_id=LOAN9001");
    String accepted = account.bureau.reported;
    account.decide(NOV_1 + 1, OCTOBER);
    assertThat(account.bureau.types).containsExactly("212");
    account.bureau.reported = accepted;
    account.night(NOV_1 + 2);
    assertThat(account.bureau.types).containsExactly("212");
    account.night(NOV_1 + 3);
    assertThat(account.bureau.types).isEmpty();
  }

  @Test
  void moreDecisionsThanAreRememberedAreHeld() {
    DecidedAccount account = account();
    Dossier dossier = account.state().dossier();
    for (int i = 0; i < Dossier.DONE_MAX; i++) {
      dossier = dossier.withDone("OLD" + i);
    }
    account.bureau.reported = account.state().with(dossier).toText();
    assertThat(account.decide(OCTOBER).held())
        .extracting(Held::code)
        .containsExactly("DECISIONS_TOO_MANY");
  }

  /** Without the loan's figures: 211, 213 and 214 from the state, 212 waits. */
  @Test
  void aLoanWithoutFigures() {
    DecidedAccount account = account();
    account.bureau.decisions =
        List.of(
            DecidedAccount.decision("D1", OCTOBER, NOV_1),
            DecidedAccount.decision("D2", "DELETE_PERIOD segment=H;to=2026-08-31", NOV_1),
            DecidedAccount.decision("D3", "RENAME_ACCOUNT new_id=LOAN9001", NOV_1));
    ReportResult result = account.bureau.absent("LOAN0001", NOV_1);
    assertThat(account.bureau.types).containsExactly("211", "213");
    assertThat(DecidedAccount.heldCode(result)).isEqualTo("DECISION_NEEDS_LOAN");
    account.bureau.decisions = List.of(DecidedAccount.decision("D4", "DELETE_ACCOUNT", NOV_1 + 1));
    account.bureau.queue = List.of(new QueuedReport(NOV_1, NOV_1, "LOAN_VANISHED"));
    assertThat(account.bureau.absent("LOAN0001", NOV_1 + 1).queue()).isEmpty();
    assertThat(TestBureau.value(account.record(), "DelRecCode"))
        .isEqualTo("TEST0000000001LOAN9001");
  }
}
