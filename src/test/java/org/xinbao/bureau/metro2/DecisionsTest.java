package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Restatement;
import org.xinbao.ledger.DecisionRow.Kind;
import org.xinbao.ledger.UsConsumer;

/** Corrections, deletions, disputes, renames, and what is held back. */
class DecisionsTest {

  private final Path folder;

  DecisionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private MetroLoan loan() {
    return loan("", false);
  }

  private MetroLoan loan(String more, boolean autoCorrect) {
    return new MetroLoan(MetroLoan.bureau(folder, more, autoCorrect));
  }

  @Test
  void anAccountIsDeletedOnceAndNothingFollows() {
    for (String fraud : List.of("0", "1")) {
      MetroLoan loan = loan();
      loan.monthEnds("2024-01-31", "2024-03-31");
      loan.decides("D1", Kind.DELETE_ACCOUNT, "2024-04-10", "", Map.of("fraud", fraud));
      Map<String, String> base = loan.night("2024-04-10").base();
      assertThat(base.get("Account Status")).isEqualTo(fraud.equals("1") ? "DF" : "DA");
      assertThat(base.get("Date First Delinquency")).isEqualTo("00000000");
      assertThat(base.get("Date Account Information")).isEqualTo("04102024");
      assertThat(loan.night("2024-04-30").records()).isEmpty();
      assertThat(loan.reported()).as("nothing is remembered of it").doesNotContain("2024-03-31 71");
    }
  }

  @Test
  void anAccountThatWasNeverReportedIsNotDeletedThereButNeverReported() {
    MetroLoan loan = loan().decides("D1", Kind.DELETE_ACCOUNT, "2024-01-20", "", Map.of());
    assertThat(loan.night("2024-01-31").records()).isEmpty();
    assertThat(loan.night("2024-02-29").records()).isEmpty();
  }

  /**
   * Reported at the end of March as 45 days late. The payment of 14 February comes to light in
   * April: listed, and after a decision the March report is replaced; its payment history was
   * right, as February ended 14 days late at the most.
   */
  @Test
  void aCorrectionReplacesTheLatestReport() {
    MetroLoan loan = loan();
    loan.monthEnds("2024-01-31", "2024-03-31");
    loan.pays("P1", "2024-02-14", "105.00");
    MetroLoan.Night night = loan.night("2024-04-05");
    assertThat(night.records()).isEmpty();
    assertThat(night.result().restatements())
        .extracting(Restatement::field)
        .containsExactly(
            "account_status", "current_balance", "amount_past_due", "date_first_delinquency");
    loan.decides("D1", Kind.CORRECT, "2024-04-06", "", Map.of());
    Map<String, String> base = loan.night("2024-04-06").base();
    assertThat(base.get("Correction Indicator")).isEqualTo("1");
    assertThat(base.get("Date Account Information")).isEqualTo("03312024");
    assertThat(base.get("Account Status")).isEqualTo("11");
    assertThat(base.get("Date First Delinquency")).isEqualTo("00000000");
    assertThat(loan.night("2024-04-07").result().restatements()).isEmpty();
    assertThat(loan.night("2024-04-30").base().get("Payment History Profile")).startsWith("000B");
  }

  /**
   * The same without a decision, where the institution says so; here a month of history is wrong.
   */
  @Test
  void autoCorrectPutsEarlierMonthsOfTheHistoryRight() {
    MetroLoan loan = loan("", true);
    loan.monthEnds("2024-01-31", "2024-04-30");
    loan.pays("P1", "2024-03-20", "108.40");
    Map<String, String> base = loan.night("2024-05-02").base();
    assertThat(base.get("Correction Indicator")).isEqualTo("1");
    assertThat(base.get("Payment History Profile"))
        .as("the end of March was 45 days late and is now 16")
        .startsWith("000B");
    assertThat(base.get("Account Status")).as("15 March is 46 days ago").isEqualTo("71");
    assertThat(base.get("Date First Delinquency")).isEqualTo("04142024");
  }

  @Test
  void aDeletedSpanIsNotAvailableInTheHistory() {
    MetroLoan loan = loan();
    loan.monthEnds("2024-01-31", "2024-05-31");
    loan.decides(
        "D1",
        Kind.DELETE_PERIOD,
        "2024-06-03",
        "metro2",
        Map.of("from", "2024-03-01", "to", "2024-04-30"));
    Map<String, String> base = loan.night("2024-06-03").base();
    assertThat(base.get("Correction Indicator")).isEqualTo("1");
    assertThat(base.get("Payment History Profile")).isEqualTo("DD00" + "B".repeat(20));
    assertThat(loan.night("2024-06-30").base().get("Payment History Profile"))
        .isEqualTo("3DD00" + "B".repeat(19));
  }

  @Test
  void aRenamedAccountCarriesBothNumbersOnce() {
    MetroLoan loan = loan();
    loan.night("2024-01-31");
    loan.decides("D1", Kind.RENAME_ACCOUNT, "2024-02-10", "metro2", Map.of("new_id", "NEW0001"));
    assertThat(loan.night("2024-02-10").records()).isEmpty();
    MetroLoan.Night night = loan.night("2024-02-29");
    String record = night.records().get(0);
    assertThat(Positions.base(record).get("Consumer Account Number")).isEqualTo("LOAN0001");
    assertThat(Positions.base(record).get("Record Descriptor Word")).isEqualTo("0480");
    assertThat(Positions.record(record).get(1).getValue())
        .containsEntry("Segment Identifier", "L1")
        .containsEntry("Change Indicator", "1")
        .containsEntry("New Consumer Account Number", "NEW0001");
    Map<String, String> after = loan.night("2024-03-31").base();
    assertThat(after.get("Consumer Account Number")).isEqualTo("NEW0001");
    assertThat(after.get("Record Descriptor Word")).isEqualTo("0426");
  }

  @Test
  void aDisputeIsMarkedAndItsEndToldOnce() {
    for (String outcome : List.of("REJECTED", "UPHELD")) {
      MetroLoan loan = loan();
      loan.decides("D1", Kind.DISPUTE_OPENED, "2024-01-20", "", Map.of());
      assertThat(condition(loan, "2024-01-31")).isEqualTo("XB");
      assertThat(condition(loan, "2024-02-29")).isEqualTo("XB");
      loan.decides("D2", Kind.DISPUTE_RESOLVED, "2024-03-10", "", Map.of("outcome", outcome));
      assertThat(condition(loan, "2024-03-31")).isEqualTo(outcome.equals("REJECTED") ? "XC" : "XH");
      assertThat(condition(loan, "2024-04-30")).isEmpty();
    }
  }

  private static String condition(MetroLoan loan, String date) {
    return loan.night(date).base().getOrDefault("Compliance Condition Code", "?");
  }

  @Test
  void whatCannotBeWrittenIsHeldAndNamed() {
    MetroLoan loan = loan();
    loan.hasBorrower = false;
    assertThat(loan.night("2024-01-31").held()).containsExactly("METRO2_NO_BORROWER");
    loan = loan();
    loan.consumer = UsConsumer.NONE;
    Held held = loan.night("2024-01-31").result().held().get(0);
    assertThat(held.code()).isEqualTo("METRO2_MISSING");
    assertThat(held.message()).contains("BASE surname");
    loan = loan();
    loan.consumer = consumer("测试", "90001");
    assertThat(loan.night("2024-01-31").held()).containsExactly("METRO2_NOT_ASCII");
    loan = loan();
    loan.consumer = consumer("T".repeat(26), "90001");
    assertThat(loan.night("2024-01-31").held()).containsExactly("METRO2_TOO_LONG");
    loan = loan();
    loan.consumer = consumer("Testdoe", "9000");
    assertThat(loan.night("2024-01-31").held()).containsExactly("METRO2_PRECHECK_M020");
    loan = loan();
    loan.loanId = "L".repeat(31);
    assertThat(loan.night("2024-01-31").held()).containsExactly("ACCOUNT_TOO_LONG");
    loan = loan();
    loan.currency = "USD";
    assertThat(loan.night("2024-01-31").held()).containsExactly("METRO2_CURRENCY");
    loan = new MetroLoan(revolving());
    assertThat(loan.night("2024-01-31").held()).containsExactly("NO_FACILITY");
    loan = loan();
    loan.bornOn = Day.of(2010, 1, 1);
    assertThat(loan.night("2024-01-31").held())
        .as("opened before of age")
        .containsExactly("METRO2_PRECHECK_M036");
  }

  private org.xinbao.bureau.Bureau revolving() {
    return new Metro2Factory()
        .read(
            org.xinbao.bureau.LoanHistory.conf(
                folder,
                "metro2",
                MetroLoan.CONF
                    .replace("portfolio: INSTALMENT", "portfolio: LINE_OF_CREDIT")
                    .replace("account-type: \"01\"", "account-type: \"15\"")),
            org.xinbao.bureau.LoanHistory.settings(false));
  }

  private static UsConsumer consumer(String surname, String zip) {
    UsConsumer p = MetroLoan.PERSON;
    return new UsConsumer(
        surname,
        p.firstName(),
        "",
        "",
        p.ssn(),
        "",
        p.address1(),
        "",
        p.city(),
        p.state(),
        zip,
        "",
        "",
        "");
  }

  @Test
  void aHeldMonthGoesOutLaterAsOfThatMonth() {
    MetroLoan loan = loan();
    loan.hasBorrower = false;
    MetroLoan.Night night = loan.night("2024-03-31");
    assertThat(night.result().queue()).hasSize(1);
    loan.hasBorrower = true;
    Map<String, String> base = loan.night("2024-04-02").base();
    assertThat(base.get("Date Account Information")).isEqualTo("03312024");
    assertThat(base.get("Account Status")).isEqualTo("71");
    assertThat(loan.night("2024-04-03").result().queue()).isEmpty();
  }

  @Test
  void aHeldMonthIsDroppedOnceALaterOneIsReported() {
    MetroLoan loan = loan("", false);
    loan.currency = "USD";
    loan.night("2024-01-31");
    assertThat(loan.night("2024-02-29").result().queue()).hasSize(2);
    loan.currency = "CNY";
    MetroLoan.Night night = loan.night("2024-03-31");
    assertThat(night.records()).as("oldest first").hasSize(3);
    assertThat(night.result().queue()).isEmpty();
  }

  @Test
  void anAccountThatEndedAndOwesAgainIsHeld() {
    MetroLoan loan = loan();
    loan.pays("P1", "2024-02-14", "1260.00").ends(LoanStatus.CLOSED, "2024-02-14");
    loan.night("2024-02-29");
    loan.status = LoanStatus.ACTIVE;
    loan.closedOn = Day.NONE;
    loan.movements.removeIf(each -> each.txnId().equals("P1"));
    assertThat(loan.night("2024-03-31").held()).containsExactly("METRO2_ACCOUNT_ENDED");
    loan.decides("D1", Kind.CORRECT, "2024-04-01", "", Map.of());
    Map<String, String> base = loan.night("2024-04-01").base();
    assertThat(base.get("Account Status")).as("as of the end of February").isEqualTo("11");
    assertThat(loan.night("2024-04-30").base().get("Account Status")).isEqualTo("78");
  }

  /** Missed on 2024-02-15: 7 years and 180 days later is 2031-08-14. */
  @Test
  void whatIsTooOldIsNotReported() {
    assertThat(Day.format(Reporter.obsoleteFrom(Day.of(2024, 3, 16)))).isEqualTo("2031-08-14");
    MetroLoan loan = loan();
    assertThat(loan.night("2031-07-31").records()).hasSize(1);
    MetroLoan.Night night = loan.night("2031-08-31");
    assertThat(night.held()).containsExactly("METRO2_OBSOLETE");
    assertThat(night.result().queue()).isEmpty();
  }

  @Test
  void aDecisionThatCannotBeReadOrDoneIsHeld() {
    MetroLoan loan = loan();
    loan.decides("D1", Kind.CORRECT, "2024-01-20", "", Map.of());
    assertThat(loan.night("2024-01-20").held()).containsExactly("METRO2_NOT_REPORTED");
    MetroLoan renamed = loan();
    renamed.night("2024-01-31");
    renamed.decides(
        "D1", Kind.RENAME_ACCOUNT, "2024-02-01", "metro2", Map.of("new_id", "n".repeat(31)));
    assertThat(renamed.night("2024-02-01").held()).containsExactly("METRO2_DECISION_UNREADABLE");
    assertThat(Optional.of(renamed.reported()))
        .hasValueSatisfying(each -> assertThat(each).startsWith("M1 "));
  }
}
