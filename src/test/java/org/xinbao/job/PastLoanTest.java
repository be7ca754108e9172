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
import org.xinbao.arrears.Day;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.Explanation;
import org.xinbao.store.SafeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code explain} for dates of the past: from the archive, with what was reported of the loan, when
 * and to whom, and what the bureau answered.
 */
class PastLoanTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT = "2026-11-30";

  /** Rejected by the bureau in the feedback that the test writes. */
  private static final String REJECTED = "XB00060027";

  private static Nights nights = Nights.in(Path.of(""));

  /** Two archived nights, the second one's file answered and its register deleted from; a third. */
  @BeforeAll
  static void publish(@TempDir Path folder) throws IOException {
    nights = Nights.in(folder).withConf(Deletions.conf(folder.resolve("conf")));
    Path ledgers = folder.resolve("ledgers");
    for (String date : List.of(FIRST, MONTH_END)) {
      nights.publish(Trees.copy(Nights.sample(date), ledgers.resolve(date)), date);
    }
    Path submission = FeedbackFiles.submission(nights.published(MONTH_END));
    Path answers = folder.resolve("answers");
    FeedbackFiles.reject(
        submission, answers, Map.of(FeedbackFiles.line(submission, REJECTED), "ABD005"));
    Ended taken =
        Commands.run(
            "feedback",
            "--dir",
            answers.toString(),
            "--home",
            nights.home().toString(),
            "--output",
            nights.output().toString(),
            "--conf",
            nights.conf().toString());
    assertThat(taken.code()).as(taken.toString()).isEqualTo(10);
    Deletions.archive(nights);
    SafeFiles.deleteTree(ledgers);
    assertThat(Deletions.run(nights, MONTH_END).code()).isZero();
    nights.publish(Nights.sample(NEXT), NEXT);
  }

  private static String[] arguments(String date, String loan, String... options) {
    List<String> arguments = new ArrayList<>(List.of("explain", "--date", date, "--loan", loan));
    arguments.addAll(List.of("--home", nights.home().toString()));
    arguments.addAll(List.of("--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  private static JsonNode publication(String date, String loan) {
    String text = Commands.output(arguments(date, loan, "--format", "json"));
    return JsonMapper.shared().readTree(text).get("publication");
  }

  @Test
  void theDerivationComesFromTheArchiveAndGivesWhatWasPublished() throws IOException {
    Ended ended = Commands.run(arguments(MONTH_END, REJECTED));
    assertThat(ended.code()).as(ended.toString()).isZero();
    String text = Commands.output(arguments(MONTH_END, REJECTED));
    String derivation =
        Files.readString(Path.of("src/test/resources/explain").resolve(REJECTED + ".txt"));
    assertThat(text).startsWith(derivation);
    assertThat(text.substring(derivation.length()))
        .contains("read from the archive, dates/2026-10-31")
        .contains("assessments.csv of that night has the same 33 figures.")
        .contains("AcctCode=TEST0000000001" + REJECTED)
        .doesNotContain("Name=")
        .doesNotContain("IDNum=");
    assertThat(nights.home().resolve("scratch")).doesNotExist();
  }

  /**
   * XB00030013 is held by a decision of October, XB00030014 by an open dispute: what the night read
   * from the database and from its export gives the states that it published.
   */
  @Test
  void holdsThatWereKnownThenCount() throws IOException {
    for (String date : List.of(FIRST, MONTH_END)) {
      for (String loan : List.of("XB00030013", "XB00030014")) {
        String text = Commands.output(arguments(date, loan));
        List<Map<String, String>> listed =
            Csv.rows(nights.published(date).resolve("episodes.csv"), loan);
        assertThat(listed).isNotEmpty();
        for (Map<String, String> each : listed) {
          assertThat(text)
              .contains(each.get("state") + ": overdue_from " + each.get("overdue_from"));
        }
      }
    }
  }

  @Test
  void whatTheBureauAnsweredIsToldWithItsReason() {
    JsonNode told = publication(MONTH_END, REJECTED);
    assertThat(told.get("version").asInt()).isEqualTo(1);
    assertThat(told.get("reports")).isNotEmpty();
    JsonNode report = told.get("reports").get(0);
    assertThat(report.get("when").asString()).isEqualTo("THEN");
    assertThat(report.get("bureau").asString()).isEqualTo("pboc");
    assertThat(report.get("report_date").asString()).isEqualTo(MONTH_END);
    assertThat(report.get("record_sha256").asString()).hasSize(64);
    JsonNode answer = report.get("answer");
    assertThat(answer.get("state").asString()).isEqualTo("REJECTED");
    assertThat(answer.get("reasons").get(0).get("code").asString()).isEqualTo("ABD005");
    assertThat(answer.get("reasons").get(0).get("meaning").asString()).isNotEmpty();
    // The next night sent it again; nobody has answered that yet.
    List<String> since = new ArrayList<>();
    for (JsonNode each : told.get("reports")) {
      if (each.get("when").asString().equals("SINCE")) {
        since.add(each.get("night").asString() + " " + each.get("answer").get("state").asString());
      }
    }
    assertThat(since).isNotEmpty().allMatch(each -> each.equals(NEXT + " NONE"));
    // Seen from the later night the same report came before.
    assertThat(publication(NEXT, REJECTED).get("reports").toString()).contains("\"BEFORE\"");
    // Another loan of the same file was taken.
    JsonNode other = publication(MONTH_END, "XB00060026").get("reports").get(0);
    assertThat(other.get("answer").get("state").asString()).isEqualTo("ACCEPTED");
  }

  /** XB00030002 was deleted on the month-end: the archive of the day before still shows it. */
  @Test
  void ofAnExpiredRecordItIsSaidThatOnlyTheArchiveHasIt() throws IOException {
    JsonNode deleted = publication(FIRST, "XB00030002").get("deleted_since");
    assertThat(deleted).hasSize(1);
    String tombstone =
        Csv.column(nights.output().resolve(MONTH_END + ".retention/deletions.csv"), "tombstone")
            .get(0);
    assertThat(deleted.get(0).get("because").asString())
        .startsWith("expired and deleted by the retention of 2026-10-31; only the source archive")
        .contains(tombstone);
    assertThat(publication(FIRST, REJECTED).get("deleted_since")).isEmpty();
  }

  /** Outputs go before the archive: what was reported is then told from the date made again. */
  @Test
  void aDateWhoseOutputsAreDeletedIsMadeAgain(@TempDir Path elsewhere) throws IOException {
    String before = Commands.output(arguments(MONTH_END, "XB00060026"));
    Path gone = elsewhere.resolve("gone");
    Files.move(nights.published(MONTH_END), gone);
    try {
      String after = Commands.output(arguments(MONTH_END, "XB00060026"));
      assertThat(after).contains("were made again from the archive");
      assertThat(after.lines().filter(each -> !each.contains("made again")))
          .containsExactlyElementsOf(before.lines().toList());
    } finally {
      Files.move(gone, nights.published(MONTH_END));
    }
  }

  /** Each version of a date has its own export, its own figures and its own reports. */
  @Test
  void everyVersionOfADateIsExplainedByItsOwnExport(@TempDir Path own) throws IOException {
    Nights before = nights;
    try {
      nights = Nights.in(own).withConf(before.conf());
      Trees.copyOrLink(before.home(), nights.home(), Path.of("archive/programs"));
      Trees.copy(before.output(), nights.output());
      Path ledger =
          TestLedger.sample(NEXT, own.resolve("corrected"))
              .replace("transactions.csv", REJECTED, ",721.28,", ",721.29,")
              .seal();
      List<String> night = new ArrayList<>(nights.arguments(ledger, NEXT));
      night.addAll(List.of("--correct", "--reason", "a cent more"));
      Ended corrected = Commands.run(night.toArray(String[]::new));
      assertThat(corrected.code()).as(corrected.toString()).isIn(0, 10);
      String first = Commands.output(arguments(NEXT, REJECTED, "--version-no", "1"));
      String second = Commands.output(arguments(NEXT, REJECTED));
      assertThat(first).contains("version 1 of 2026-11-30").contains("T007 721.28\n");
      assertThat(second).contains("version 2 of 2026-11-30").contains("T007 721.29\n");
      for (String each : List.of(first, second)) {
        assertThat(each).contains("assessments.csv of that night has the same 33 figures.");
      }
      assertThat(Commands.run(arguments(NEXT, REJECTED, "--version-no", "3")).code()).isEqualTo(2);
    } finally {
      nights = before;
    }
  }

  @Test
  void whatCannotBeExplainedSaysWhyAndWhatToDo() throws Exception {
    Ended unknown = Commands.run(arguments("2026-10-29", REJECTED));
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.sentence()).contains("2026-10-29 is not published in this home");
    Ended absent = Commands.run(arguments(MONTH_END, "XB0"));
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.sentence()).contains("does not have the loan");
    Path assessments = nights.published(FIRST).resolve("assessments.csv");
    byte[] published = Files.readAllBytes(assessments);
    AuditVerifyTest.flip(assessments, published.length / 2);
    Ended changed = Commands.run(arguments(FIRST, REJECTED));
    assertThat(changed.code()).isEqualTo(10);
    assertThat(Commands.output(arguments(FIRST, REJECTED)))
        .contains("assessments.csv of that night has been changed since; run audit verify.");
    AuditVerifyTest.flip(assessments, published.length / 2);
    Path packed = nights.home().resolve("archive/dates/" + FIRST + "/export/loans.csv.gz");
    AuditVerifyTest.flip(packed, 100);
    Ended damaged = Commands.run(arguments(FIRST, REJECTED));
    assertThat(damaged.code()).isEqualTo(10);
    assertThat(damaged.sentence()).contains("is damaged and was not used").contains("loans.csv");
    AuditVerifyTest.flip(packed, 100);
  }

  /** The derivation and the night, two walks over the same loans, agree on every twentieth loan. */
  @Test
  void theDerivationAgreesWithEveryColumn() throws IOException {
    List<Map<String, String>> rows = Csv.rows(nights.published(NEXT).resolve("assessments.csv"));
    for (int i = 0; i < rows.size(); i += 20) {
      Map<String, String> row = rows.get(i);
      String loan = row.getOrDefault("loan_id", "");
      Explanation explained =
          new LoanDerivation(
                  Nights.sample(NEXT).toAbsolutePath(), nights.conf(), Day.parse(NEXT), loan)
              .explain(List.of());
      Map<String, String> derived = explained.values();
      assertThat(derived.keySet())
          .containsAll(AssessmentCsv.COLUMNS.subList(4, AssessmentCsv.COLUMNS.size()));
      derived.forEach(
          (key, value) ->
              assertThat(row.getOrDefault(key, value)).as("%s %s", loan, key).isEqualTo(value));
    }
  }
}
