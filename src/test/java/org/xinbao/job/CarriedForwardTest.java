package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;
import org.xinbao.store.Database;
import org.xinbao.store.LoanRange;
import org.xinbao.store.Register;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one night leaves for the next: reports that wait (rulings 4), loans that are rejected or
 * have vanished (34, 5), the register of adverse records (7), notices and decisions (5).
 */
class CarriedForwardTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT_DAY = "2026-11-01";
  private static final String NEXT_MONTH = "2026-11-30";

  /** Nights that nothing disturbs: the first date, and the month-end after it. */
  private static Path calmFolder = Path.of("");

  private final Path folder;
  private final Nights nights;

  /** Each test goes on from its own copy of the home after the first date. */
  CarriedForwardTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.nights = Nights.in(folder.resolve("own"));
    Trees.copy(calmFolder.resolve("first/home"), nights.home());
    Trees.copy(calmFolder.resolve("first/out"), nights.output());
  }

  @BeforeAll
  static void runTheCalmNights(@TempDir Path folder) throws IOException {
    calmFolder = folder;
    Nights first = Nights.in(folder.resolve("first"));
    first.publish(Nights.sample(FIRST), FIRST);
    Nights calm = Nights.in(folder.resolve("calm"));
    Trees.copy(first.home(), calm.home());
    Trees.copy(first.output(), calm.output());
    calm.publish(Nights.sample(MONTH_END), MONTH_END);
  }

  /**
   * XB00020003 is overdue since 2026-10-15 and has its notice. Rejected on the settlement day, it
   * is reported on the next one with the report date it should have had, and the very bytes.
   */
  @Test
  void aRejectedLoanIsReportedLateWithTheFiguresOfItsReportDate() throws IOException {
    String loan = "XB00020003";
    TestLedger bad = TestLedger.sample(MONTH_END, folder.resolve("bad"));
    bad.replace("instalments.csv", loan, ",2026-10-15,", ",2026-10-35,");
    Path published = nights.publish(bad.seal(), MONTH_END);

    List<Map<String, String>> rejects = Csv.rows(published.resolve("rejects.csv"), loan);
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0))
        .containsEntry("file", "instalments.csv")
        .containsEntry("column", "due_on")
        .containsEntry("code", "BAD_VALUE");
    assertThat(rejects.get(0).get("line")).isNotEqualTo("0");
    assertThat(Csv.rows(published.resolve("assessments.csv"), loan)).isEmpty();
    assertThat(PbocFiles.records(published, loan)).isEmpty();
    List<Map<String, String>> held = Csv.rows(published.resolve("held.csv"), loan);
    assertThat(held).hasSize(1);
    assertThat(held.get(0))
        .containsEntry("code", "LOAN_REJECTED")
        .containsEntry("since", MONTH_END);
    // Rulings 34: the register stands.
    assertThat(Csv.rows(published.resolve("episodes.csv"), loan))
        .isEqualTo(Csv.rows(nights.published(FIRST).resolve("episodes.csv"), loan))
        .hasSize(1);
    JsonNode counts = run(published).path("counts");
    assertThat(counts.path("loans_rejected").asLong()).isEqualTo(1);
    assertThat(counts.path("loans_in").asLong()).isEqualTo(256);
    assertThat(counts.path("loans_assessed").asLong()).isEqualTo(255);

    Path later = nights.publish(redated(NEXT_DAY), NEXT_DAY);
    List<PbocFiles.Sent> sent = PbocFiles.records(later, loan);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).reportDate()).isEqualTo(MONTH_END);
    assertThat(sent).isEqualTo(PbocFiles.records(undisturbed(), loan));
    assertThat(late(later)).containsExactly("LATE " + loan + " " + MONTH_END);
    assertThat(Csv.rows(later.resolve("held.csv"), loan)).isEmpty();
    assertThat(Csv.rows(later.resolve("assessments.csv"), loan)).hasSize(1);
  }

  /** A loan that was never seen before has no state: it is opened late like any other. */
  @Test
  void aRejectedNewLoanIsOpenedLate() throws IOException {
    String loan = "XB00010122";
    TestLedger bad = TestLedger.sample(MONTH_END, folder.resolve("bad"));
    bad.replace("loans.csv", loan, ",JIEBEI,", ",NOWHERE,");
    nights.publish(bad.seal(), MONTH_END);
    Path later = nights.publish(redated(NEXT_DAY), NEXT_DAY);
    assertThat(PbocFiles.records(later, loan)).isEqualTo(PbocFiles.records(undisturbed(), loan));
    assertThat(PbocFiles.records(later, loan).get(0).point()).isEqualTo("10");
  }

  /** XB00020025 is held without notice; a notice that was sent in time arrives a day late. */
  @Test
  void aHeldReportGoesOutWhenItsNoticeArrives() throws IOException {
    String loan = "XB00020025";
    nights.runSample(MONTH_END);
    assertThat(Csv.rows(nights.published(MONTH_END).resolve("held.csv"), loan)).hasSize(1);
    Path waiting = nights.publish(redated(NEXT_DAY), NEXT_DAY);
    List<Map<String, String>> held = Csv.rows(waiting.resolve("held.csv"), loan);
    assertThat(held).hasSize(1);
    assertThat(held.get(0)).containsEntry("since", MONTH_END);

    TestLedger told = TestLedger.sample(MONTH_END, folder.resolve("told")).date("2026-11-02");
    Path later =
        nights.publish(told.add("notices.csv", loan + ",SMS,2026-10-25").seal(), "2026-11-02");
    List<PbocFiles.Sent> sent = PbocFiles.records(later, loan);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).reportDate()).isEqualTo(MONTH_END);
    assertThat(sent.get(0).item("Month")).isEqualTo("2026-10");
    assertThat(late(later)).containsExactly("LATE " + loan + " " + MONTH_END);
    assertThat(Csv.rows(later.resolve("held.csv"), loan)).isEmpty();
    Path after = nights.publish(redated("2026-11-03"), "2026-11-03");
    assertThat(PbocFiles.records(after, loan)).isEmpty();
  }

  /** Rulings 5: a notice counts from the night it is first seen on. */
  @Test
  void noticesAreRememberedWhenTheyAreNotExportedAgain() throws IOException {
    TestLedger silent = TestLedger.sample(MONTH_END, folder.resolve("silent"));
    // That of XB00020010 went out on the first date and is in that export; all others are older.
    silent.rows("notices.csv", all -> List.of());
    Path published = nights.publish(silent.seal(), MONTH_END);
    assertThat(PbocFiles.records(published)).isEqualTo(PbocFiles.records(undisturbed()));
  }

  /**
   * XB00030013 left the export after the first date; a court order holds its record since 10-12.
   */
  @Test
  void decisionsAreRememberedAndRunOutByThemselves() throws IOException {
    String loan = "XB00030013";
    assertThat(state(FIRST, loan)).containsExactly("HELD");
    TestLedger silent = TestLedger.sample(MONTH_END, folder.resolve("silent"));
    silent.rows("decisions.csv", all -> List.of());
    nights.publish(silent.seal(), MONTH_END);
    assertThat(state(MONTH_END, loan)).containsExactly("HELD");
    // Released on 2026-11-14, after its last kept day of 2026-10-20.
    nights.runSample(NEXT_MONTH);
    assertThat(state(NEXT_MONTH, loan)).isEmpty();
  }

  @Test
  void aDecisionThatComesAgainWithOtherContentIsRejected() throws IOException {
    TestLedger changed = TestLedger.sample(MONTH_END, folder.resolve("changed"));
    changed.rows(
        "decisions.csv",
        all -> all.stream().map(row -> row.replace("amount disputed", "another reason")).toList());
    Path published = nights.publish(changed.seal(), MONTH_END);
    assertThat(Csv.column(published.resolve("rejects.csv"), "code"))
        .containsExactly("DUPLICATE_DECISION");
    assertThat(Csv.column(published.resolve("rejects.csv"), "loan_id"))
        .containsExactly("XB00020027");
    long row = decisionLine(changed, "XB00020027");
    assertThat(Csv.column(published.resolve("rejects.csv"), "line"))
        .containsExactly(Long.toString(row));
    // Rulings 34: a bad decision row does not reject the loan.
    assertThat(Csv.rows(published.resolve("assessments.csv"), "XB00020027")).hasSize(1);
  }

  @Test
  void noticesAndDecisionsOfLoansThatNobodyKnowsAreRejectedWithTheirLines() throws IOException {
    TestLedger strange = TestLedger.sample(MONTH_END, folder.resolve("strange"));
    int notices = Csv.rows(strange.folder().resolve("notices.csv")).size();
    strange.add("notices.csv", "NOSUCHLOAN,SMS,2026-10-01", "NOSUCHLOAN,SMS,2026-10-01");
    Path published = nights.publish(strange.seal(), MONTH_END);
    assertThat(Csv.column(published.resolve("rejects.csv"), "code"))
        .containsExactly("UNKNOWN_LOAN", "UNKNOWN_LOAN");
    assertThat(Csv.column(published.resolve("rejects.csv"), "line"))
        .containsExactly(Integer.toString(notices + 2), Integer.toString(notices + 3));
  }

  /** The physical line of the only decision of a loan. */
  private static long decisionLine(TestLedger ledger, String loan) throws IOException {
    List<Map<String, String>> rows = Csv.rows(ledger.folder().resolve("decisions.csv"));
    return 2 + rows.stream().takeWhile(row -> !loan.equals(row.get("loan_id"))).count();
  }

  /** Rulings 7: XB00020001 was late by the first export; by the second it never was. */
  @Test
  void aPublishedRecordThatNoLongerFollowsIsVoidOnce() throws IOException {
    String loan = "XB00020001";
    assertThat(state(FIRST, loan)).containsExactly("KEPT");
    nights.publish(corrected(loan, MONTH_END), MONTH_END);
    assertThat(state(MONTH_END, loan)).containsExactly("VOID");
    assertThat(
            run(nights.published(MONTH_END)).path("counts").path("adverse_records_void").asLong())
        .isEqualTo(1);
    List<Map<String, String>> rows =
        Csv.rows(nights.published(MONTH_END).resolve("assessments.csv"), loan);
    assertThat(rows.get(0)).containsEntry("adverse_since", "");
    nights.publish(corrected(loan, NEXT_DAY), NEXT_DAY);
    assertThat(state(NEXT_DAY, loan)).isEmpty();
  }

  /** XB00020001 is overdue from 2026-10-13 to 10-20; a decision says that it is not its fault. */
  @Test
  void aDecisionVoidsARecordWithItsReason() throws IOException {
    String loan = "XB00020001";
    assertThat(state(FIRST, loan)).containsExactly("KEPT");
    String decision =
        "D0901," + loan + ",CORRECT,2026-10-31,,,the bank was late,adverse_record=2026-10-13";
    Path voided =
        TestLedger.sample(MONTH_END, folder.resolve("voided"))
            .add("decisions.csv", decision)
            .seal();
    Path published = nights.publish(voided, MONTH_END);
    assertThat(state(MONTH_END, loan)).containsExactly("VOID");
    assertThat(Csv.rows(published.resolve("assessments.csv"), loan).get(0))
        .containsEntry("adverse_since", "")
        .containsEntry("retain_until", "");
    try (Database database = Database.openEmbedded(nights.home())) {
      assertThat(new Register(database).read(LoanRange.ALL).take(loan).get(0).voidReason())
          .isEqualTo("the bank was late");
    }
    // The decision is remembered: the record does not come back, and is not listed twice.
    nights.publish(redated(NEXT_DAY), NEXT_DAY);
    assertThat(state(NEXT_DAY, loan)).isEmpty();
    // A day that is none is rejected, and voids nothing.
    TestLedger bad = TestLedger.sample(MONTH_END, folder.resolve("bad")).date("2026-11-02");
    bad.add(
        "decisions.csv",
        "D0902,XB00020002,CORRECT,2026-10-31,,,typing error,adverse_record=13.10.");
    Path later = nights.publish(bad.seal(), "2026-11-02");
    assertThat(Csv.column(later.resolve("rejects.csv"), "column")).containsExactly("details");
  }

  private Path corrected(String loan, String date) throws IOException {
    return TestLedger.sample(MONTH_END, folder.resolve("corrected-" + date))
        .replace("transactions.csv", loan, ",2026-10-20,", ",2026-10-12,")
        .date(date)
        .seal();
  }

  @Test
  void aLoanIdWithAnotherCustomerIsRejected() throws IOException {
    String loan = "XB00010001";
    TestLedger reused = TestLedger.sample(MONTH_END, folder.resolve("reused"));
    reused.replace("loans.csv", loan, "C00010001", "C99990001");
    Path published = nights.publish(reused.seal(), MONTH_END);
    assertThat(Csv.column(published.resolve("rejects.csv"), "code"))
        .containsExactly("LOAN_ID_REUSED");
    assertThat(Csv.rows(published.resolve("assessments.csv"), loan)).isEmpty();
    assertThat(Csv.rows(published.resolve("held.csv"), loan)).hasSize(1);
  }

  /** Rulings 1: closed with a balance is rejected, and does not count towards the share. */
  @Test
  void loansClosedWithABalanceAreRejectedWithoutRefusingTheExport() throws IOException {
    TestLedger closed = TestLedger.sample(MONTH_END, folder.resolve("closed"));
    closed.rows(
        "loans.csv",
        all -> {
          for (int i = 0; i < 25; i++) {
            all.set(i, all.get(i).replace(",ACTIVE,,", ",CLOSED,2026-10-30,"));
          }
          return all;
        });
    Path published = nights.publish(closed.seal(), MONTH_END);
    assertThat(
            Csv.column(published.resolve("rejects.csv"), "code").stream()
                .filter("CLOSED_WITH_BALANCE"::equals))
        .hasSize(25);
    JsonNode counts = run(published).path("counts");
    assertThat(counts.path("loans_rejected").asLong()).isEqualTo(25);
    assertThat(counts.path("loans_rejected_exempt").asLong()).isEqualTo(25);
  }

  /** Rulings 5: one of some 240 open loans is more than 0.1 %. */
  @Test
  void tooManyVanishedLoansRefuseTheExport() throws IOException {
    Path ledger = vanished("XB00010002");
    Ended ended = nights.run(ledger, MONTH_END);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence()).contains("LOANS_VANISHED: 1 of 2").contains("vanish-share");
    RefusedNightTest.assertOneSentence(ended);
    nights.assertOutputHasOnly(FIRST);
  }

  @Test
  void aVanishedLoanIsHeldAndReportedWhenItComesBack() throws IOException {
    String loan = "XB00010002";
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path settings = conf.resolve("xinbao.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("# vanish-share: 0.001", "vanish-share: 0.01"));
    Nights lenient = nights.withConf(conf);
    Path published = lenient.publish(vanished(loan), MONTH_END);
    List<Map<String, String>> held = Csv.rows(published.resolve("held.csv"), loan);
    assertThat(held).hasSize(1);
    assertThat(held.get(0))
        .containsEntry("code", "LOAN_VANISHED")
        .containsEntry("since", MONTH_END);
    assertThat(Csv.rows(published.resolve("rejects.csv"))).isEmpty();
    assertThat(run(published).path("counts").path("loans_vanished").asLong()).isEqualTo(1);
    // Still missing, still open: listed again.
    Path still = lenient.publish(vanished(loan, NEXT_DAY), NEXT_DAY);
    assertThat(Csv.rows(still.resolve("held.csv"), loan)).isEqualTo(held);
    Path back = lenient.publish(redated("2026-11-02"), "2026-11-02");
    assertThat(PbocFiles.records(back, loan)).isEqualTo(PbocFiles.records(undisturbed(), loan));
    assertThat(Csv.rows(back.resolve("held.csv"), loan)).isEmpty();
  }

  /** A row of a side file that cannot be used is listed, and its loan goes on without it. */
  @Test
  void aBadRowOfASideFileHoldsOnlyWhatItFeeds() throws IOException {
    TestLedger bad = TestLedger.sample(MONTH_END, folder.resolve("bad"));
    bad.add("notices.csv", "XB00010001,SMS,yesterday");
    Path published = nights.publish(bad.seal(), MONTH_END);
    List<Map<String, String>> rejects = Csv.rows(published.resolve("rejects.csv"), "XB00010001");
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0)).containsEntry("file", "notices.csv").containsEntry("line", "44");
    assertThat(Csv.rows(published.resolve("assessments.csv"), "XB00010001")).hasSize(1);
    assertThat(PbocFiles.records(published, "XB00010001")).hasSize(1);
  }

  /** The month-end of the sample without any disturbance, after its first date. */
  private static Path undisturbed() {
    return Nights.in(calmFolder.resolve("calm")).published(MONTH_END);
  }

  /** The month-end's book exported again on a later day. */
  private Path redated(String date) throws IOException {
    return TestLedger.sample(MONTH_END, folder.resolve("redated-" + date)).date(date).seal();
  }

  private Path vanished(String loan) throws IOException {
    return vanished(loan, MONTH_END);
  }

  private Path vanished(String loan, String date) throws IOException {
    return TestLedger.sample(MONTH_END, folder.resolve("vanished-" + date))
        .without(loan)
        .date(date)
        .seal();
  }

  private List<String> state(String date, String loan) throws IOException {
    return Csv.rows(nights.published(date).resolve("episodes.csv"), loan).stream()
        .map(row -> String.valueOf(row.get("state")))
        .toList();
  }

  private static JsonNode run(Path published) {
    return JsonMapper.builder().build().readTree(published.resolve("run.json").toFile());
  }

  private static List<String> late(Path published) {
    List<String> late = new ArrayList<>();
    for (JsonNode each : run(published).path("reports_of_other_dates")) {
      String what = each.path("what").asString();
      if (!what.startsWith("SENT_WITH")) {
        late.add(
            what
                + " "
                + each.path("loan_id").asString()
                + " "
                + each.path("report_date").asString());
      }
    }
    return late;
  }
}
