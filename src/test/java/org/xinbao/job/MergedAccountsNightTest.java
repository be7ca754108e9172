package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/**
 * A merged account over several nights: two drawdowns of 5,000 yuan under one facility, each repaid
 * in 12 instalments of 449.88, and a loan beside them that is an account of its own.
 */
class MergedAccountsNightTest {

  private static final String MONTH_END = "2026-10-31";
  private static final String FIRST_DAY = "2026-11-01";
  private static final String LATE = "2026-11-30";
  private static final String LATE_NEXT = "2026-12-01";

  private static final String PLAIN = "XB00010001";
  private static final String ONE = "XB00070001";
  private static final String TWO = "XB00070002";
  private static final String FACILITY = "FA00070001";

  private final Path folder;
  private final Nights nights;

  MergedAccountsNightTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.nights = Nights.in(folder).withConf(conf(folder.resolve("conf")));
  }

  /** The sample configuration, with the product of drawdowns merged into one D1. */
  static Path conf(Path to) throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, to);
    replace(conf.resolve("xinbao.yaml"), "# vanish-share: 0.001", "vanish-share: 1");
    replace(
        conf.resolve("pboc.yaml"),
        "    account-type: R4\n",
        "    account-type: D1\n    flag: \"2\"\n    repay-mode: \"90\"\n    merged: FACILITY\n");
    return conf;
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private TestLedger book(String date) throws IOException {
    TestLedger ledger = TestLedger.sample(MONTH_END, folder.resolve("in-" + date)).date(date);
    Predicate<String> ours =
        row -> row.startsWith(PLAIN) || row.startsWith(ONE) || row.startsWith(TWO);
    for (String file : List.of("loans.csv", "instalments.csv", "transactions.csv")) {
      ledger.rows(file, all -> all.stream().filter(ours).toList());
    }
    for (String file : List.of("guarantees.csv", "decisions.csv", "notices.csv")) {
      ledger.rows(file, all -> List.of());
    }
    return ledger.rows(
        "facilities.csv", all -> all.stream().filter(r -> r.startsWith(FACILITY)).toList());
  }

  /** With November paid on the first loan and not on the second, due on the 17th. */
  private TestLedger late(String date) throws IOException {
    return book(date).add("transactions.csv", paid(PLAIN, "2026-11-07"), paid(ONE, "2026-11-10"));
  }

  private static String paid(String loanId, String on) {
    String amount = loanId.equals(PLAIN) ? "314.91" : "449.88";
    return loanId + ",T900," + on + "," + on + "T10:00:00,REPAYMENT," + amount + ",,,,,,";
  }

  private Path night(TestLedger ledger, String date) throws IOException {
    return nights.publish(ledger.seal(), date);
  }

  private static PbocFiles.Sent account(Path published) throws IOException {
    List<PbocFiles.Sent> sent = PbocFiles.records(published, FACILITY);
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private static List<String> held(Path published) throws IOException {
    return Csv.rows(published.resolve("held.csv")).stream()
        .map(row -> row.get("loan_id") + " " + row.get("code") + " " + row.get("since"))
        .toList();
  }

  private static Map<String, String> row(Path published) throws IOException {
    return Csv.rows(published.resolve("accounts.csv")).get(0);
  }

  /**
   * Of each loan 1,746.78 principal is left (instalments 9 to 12) and 449.88 were due and paid in
   * October: the account owes 3,493.56, was due 899.76 and was last paid on the 17th.
   */
  @Test
  void theLoansOfAFacilityAreOneAccount() throws IOException {
    Path published = night(book(MONTH_END), MONTH_END);
    assertThat(PbocFiles.records(published).stream().map(PbocFiles.Sent::loanId))
        .containsExactly(PLAIN, FACILITY);
    Path approved = Path.of("src/test/resources/pboc/merged-account.txt");
    String text =
        account(published).text().replaceAll("(<[A-Za-z]+Sgmt>|<(?!/)[^<]*>[^<]*</)", "\n$1")
            + "\n";
    assertThat(text.strip() + "\n").isEqualTo(Files.readString(approved, StandardCharsets.UTF_8));
    assertThat(row(published))
        .containsEntry("loan_id", FACILITY)
        .containsEntry("principal_balance", "3493.56")
        .containsEntry("due_this_month", "899.76")
        .containsEntry("account_code", "TEST0000000001" + FACILITY);
    // The facility is told with its account.
    assertThat(PbocFiles.texts(published, "220")).hasSize(1);
    assertThat(held(published)).isEmpty();
    // Nothing is due on the next day.
    Path next = night(book(FIRST_DAY), FIRST_DAY);
    assertThat(PbocFiles.records(next)).isEmpty();
    assertThat(Csv.rows(next.resolve("accounts.csv"))).hasSize(1);
  }

  /**
   * Due on the 17th, which is the first day: 14 days past due, 11 beyond the grace of 3 that ages
   * only, one instalment of 428.92 principal. The notice comes late, and the record with it.
   */
  @Test
  void whatIsHeldWaitsInTheQueueOfTheAccount() throws IOException {
    night(book(MONTH_END), MONTH_END);
    Path published = night(late(LATE), LATE);
    assertThat(held(published)).containsExactly(FACILITY + " NO_NOTICE 2026-11-30");
    assertThat(PbocFiles.records(published, FACILITY)).isEmpty();
    assertThat(row(published))
        .containsEntry("days_past_due", "14")
        .containsEntry("days_delinquent", "11")
        .containsEntry("repayment_status", "1")
        .containsEntry("instalments_overdue", "1");
    assertThat(Csv.column(published.resolve("notices-to-send.csv"), "loan_id"))
        .containsExactly(TWO);
    Path next = night(late(LATE_NEXT).add("notices.csv", TWO + ",SMS,2026-11-20"), LATE_NEXT);
    PbocFiles.Sent sent = account(next);
    assertThat(sent.reportDate()).isEqualTo(LATE);
    assertThat(sent.item("AcctStatus")).isEqualTo("2");
    assertThat(sent.item("RpyStatus")).isEqualTo("1");
    assertThat(sent.item("OverdPrd")).isEqualTo("1");
    assertThat(sent.item("OverdPrinc")).isEqualTo("429");
    assertThat(held(next)).isEmpty();
  }

  @Test
  void aRejectedRecordIsRepeated() throws IOException {
    Path published = night(book(MONTH_END), MONTH_END);
    Path submission = FeedbackFiles.submission(published);
    Path inbox = folder.resolve("feedback");
    FeedbackFiles.reject(
        submission, inbox, Map.of(FeedbackFiles.line(submission, FACILITY), "ABE004"));
    List<String> arguments = new ArrayList<>(List.of("feedback", "--dir", inbox.toString()));
    arguments.addAll(List.of("--home", nights.home().toString()));
    arguments.addAll(List.of("--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    Ended ended = Commands.run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    PbocFiles.Sent again = account(night(book(FIRST_DAY), FIRST_DAY));
    assertThat(again.reportDate()).isEqualTo(MONTH_END);
    assertThat(again.text()).isEqualTo(account(published).text());
    assertThat(PbocFiles.records(nights.published(FIRST_DAY))).hasSize(1);
  }

  /** An open loan that the export lacks makes the account's figures unknown. */
  @Test
  void theAccountWaitsForALoanThatIsMissing() throws IOException {
    night(book(MONTH_END), MONTH_END);
    Path published = night(late(LATE).without(ONE), LATE);
    assertThat(held(published)).containsExactly(FACILITY + " LOAN_OF_ACCOUNT_MISSING 2026-11-30");
    TestLedger back = late(LATE_NEXT).add("transactions.csv", paid(TWO, "2026-11-17"));
    PbocFiles.Sent sent = account(night(back, LATE_NEXT));
    assertThat(sent.reportDate()).isEqualTo(LATE);
    assertThat(sent.item("RpyStatus")).isEqualTo("N");
  }

  private TestLedger closed(TestLedger ledger, String loanId, String on) throws IOException {
    ledger.replace("loans.csv", loanId, ",ACTIVE,,", ",CLOSED," + on + ",");
    return ledger.add(
        "transactions.csv",
        loanId + ",T950," + on + "," + on + "T11:00:00,REPAYMENT,1900.00,,,,,,");
  }

  /** A closed loan leaves the export: what was paid out, first day and last payment stay told. */
  @Test
  void aLoanThatIsGoneStaysPartOfTheAccount() throws IOException {
    night(closed(book(MONTH_END), TWO, "2026-10-30"), MONTH_END);
    Path with = nights.published(MONTH_END);
    assertThat(account(with).item("AcctBal")).isEqualTo("1747");
    Path without = night(book(FIRST_DAY).without(TWO), FIRST_DAY);
    assertThat(row(without))
        .containsEntry("principal_balance", "1746.78")
        .containsEntry("last_paid_on", "2026-10-30")
        .containsEntry("last_paid_amount", "1900.00");
    Path later =
        night(
            book(LATE)
                .without(TWO)
                .add("transactions.csv", paid(PLAIN, "2026-11-07"), paid(ONE, "2026-11-10")),
            LATE);
    assertThat(account(later).item("LatRpyDate")).isEqualTo("2026-11-10");
    // Segment C has not changed: 10,000 were paid out, due with the later loan.
    assertThat(account(later).text()).doesNotContain("AcctBsInfSgmt");
    assertThat(Csv.rows(later.resolve("restatements.csv"))).isEmpty();
  }

  @Test
  void theAccountClosesWithItsFacility() throws IOException {
    night(book(MONTH_END), MONTH_END);
    TestLedger paidUp = closed(closed(book(FIRST_DAY), ONE, FIRST_DAY), TWO, FIRST_DAY);
    // All is paid, but the limit can be drawn on again.
    assertThat(PbocFiles.records(night(paidUp, FIRST_DAY), FACILITY)).isEmpty();
    assertThat(row(nights.published(FIRST_DAY)))
        .containsEntry("account_status", "NORMAL")
        .containsEntry("principal_balance", "0.00");
    String day = "2026-11-02";
    TestLedger ended =
        closed(closed(book(day), ONE, FIRST_DAY), TWO, FIRST_DAY)
            .replace("facilities.csv", FACILITY, ",ACTIVE", ",CANCELLED");
    PbocFiles.Sent sent = account(night(ended, day));
    assertThat(sent.point()).isEqualTo("20");
    assertThat(sent.item("AcctStatus")).isEqualTo("3");
    assertThat(sent.item("RpyStatus")).isEqualTo("C");
    assertThat(sent.item("CloseDate")).isEqualTo(day);
    assertThat(sent.text()).contains("<ChanTranType>4</ChanTranType><TranDate>2026-11-01");
  }

  /** The bureau has no way from an account a loan to one for all. */
  @Test
  void aLoanThatWasReportedByItselfStaysSo() throws IOException {
    Nights before = nights.withConf(Nights.SAMPLE_CONF);
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("before"));
    replace(conf.resolve("xinbao.yaml"), "# vanish-share: 0.001", "vanish-share: 1");
    replace(conf.resolve("pboc.yaml"), "    account-type: R4\n", "    account-type: D1\n");
    before.withConf(conf).publish(book(MONTH_END).seal(), MONTH_END);
    Path published = night(late(LATE).add("notices.csv", TWO + ",SMS,2026-11-20"), LATE);
    assertThat(PbocFiles.records(published).stream().map(PbocFiles.Sent::loanId))
        .containsExactly(PLAIN, ONE, TWO);
    assertThat(published.resolve("accounts.csv")).doesNotExist();
  }

  @Test
  void explainShowsTheRecordsOfTheAccount() throws IOException {
    night(book(MONTH_END), MONTH_END);
    String text =
        Commands.output(
            "explain",
            "--loan",
            ONE,
            "--date",
            MONTH_END,
            "--home",
            nights.home().toString(),
            "--output",
            nights.output().toString(),
            "--conf",
            nights.conf().toString());
    assertThat(text).contains("AcctCode").contains("TEST0000000001" + FACILITY);
  }
}
