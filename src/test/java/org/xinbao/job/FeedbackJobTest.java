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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Database;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.Feedbacks;
import org.xinbao.store.Submission;
import org.xinbao.store.SubmissionState;
import org.xinbao.store.Submissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feedback job and the nights after it, on the sample book. */
class FeedbackJobTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT_DAY = "2026-11-01";
  private static final String SECOND_DAY = "2026-11-02";
  private static final String ELEVEN_DAYS = "2026-11-11";

  private static Path calmFolder = Path.of("");

  private final Path folder;
  private final Nights nights;
  private final Path inbox;

  /** Each test goes on from its own copy of the home after the month-end. */
  FeedbackJobTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.inbox = Files.createDirectories(folder.resolve("in"));
    this.nights = Nights.in(folder.resolve("own")).withConf(calmFolder.resolve("conf"));
    Trees.copy(calmFolder.resolve("home"), nights.home());
    Trees.copy(calmFolder.resolve("out"), nights.output());
  }

  @BeforeAll
  static void runTheNights(@TempDir Path folder) throws IOException {
    calmFolder = folder;
    Nights calm = Nights.in(folder).withConf(Nights.confWithoutAgreements(folder.resolve("conf")));
    calm.publish(Nights.sample(FIRST), FIRST);
    calm.publish(Nights.sample(MONTH_END), MONTH_END);
  }

  private static List<String> arguments(Nights nights, Path inbox) {
    List<String> arguments = new ArrayList<>(List.of("feedback", "--dir", inbox.toString()));
    arguments.addAll(List.of("--home", nights.home().toString()));
    arguments.addAll(List.of("--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    return arguments;
  }

  private Ended feedback() {
    return Commands.run(arguments(nights, inbox).toArray(String[]::new));
  }

  /** The night of the month-end's book on a later date. */
  private Path night(Nights where, String date) throws IOException {
    Path ledger = folder.resolve("ledger-" + date);
    if (!Files.exists(ledger)) {
      TestLedger.sample(MONTH_END, ledger).date(date).seal();
    }
    return where.publish(ledger, date);
  }

  private Path monthEnd() throws IOException {
    return FeedbackFiles.submission(nights.published(MONTH_END));
  }

  /** Two loans of which the month-end told the first record of the account. */
  private List<PbocFiles.Sent> two() throws IOException {
    List<String> before =
        PbocFiles.records(nights.published(FIRST)).stream().map(PbocFiles.Sent::loanId).toList();
    return PbocFiles.records(nights.published(MONTH_END)).stream()
        .filter(each -> !before.contains(each.loanId()))
        .filter(each -> each.point().equals("31"))
        .limit(2)
        .toList();
  }

  private Map<Integer, String> rejections(String code) throws IOException {
    List<PbocFiles.Sent> two = two();
    return Map.of(
        FeedbackFiles.line(monthEnd(), two.get(0).loanId()),
        code,
        FeedbackFiles.line(monthEnd(), two.get(1).loanId()),
        code);
  }

  @Test
  void rejectedRecordsAreRepeatedUntilTheyAreAccepted() throws IOException {
    List<PbocFiles.Sent> two = two();
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    Ended ended = feedback();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    Path list = FeedbackList.file(nights.home(), name(inbox, 0));
    assertThat(ended.sentence()).contains(", 2 rejected").contains(list.toString());
    assertThat(Csv.column(list, "loan_id"))
        .containsExactly(two.get(0).loanId(), two.get(1).loanId());
    assertThat(Csv.rows(list).get(0))
        .containsEntry("report_date", MONTH_END)
        .containsEntry("code", "ABE004")
        .containsEntry("tag", "IDNum")
        .containsEntry("reason_en", "An id number breaks the rule of its type.")
        .containsEntry("reason_zh", "证件号码不符合编码规则。")
        .hasEntrySatisfying("repair", text -> assertThat(text).contains("loans.csv"));
    assertThat(states()).containsExactly(SubmissionState.SENT, SubmissionState.PARTLY);

    Path next = night(nights, NEXT_DAY);
    assertThat(PbocFiles.records(next))
        .as("with their report date and the very bytes")
        .containsAll(two);
    assertThat(PbocFiles.records(next))
        .filteredOn(each -> each.reportDate().equals(MONTH_END))
        .hasSize(2);
    assertThat(run(next).path("feedback_number").asInt()).isEqualTo(1);

    FeedbackFiles.acceptAll(FeedbackFiles.submission(next), inbox);
    Ended accepted = feedback();
    assertThat(accepted.code()).as(accepted.toString()).isEqualTo(0);
    assertThat(accepted.sentence()).contains("1 taken in before");
    Path second = night(nights, SECOND_DAY);
    assertThat(PbocFiles.records(second))
        .extracting(PbocFiles.Sent::loanId)
        .doesNotContain(two.get(0).loanId(), two.get(1).loanId());
    assertThat(Csv.rows(second.resolve("held.csv")))
        .extracting(row -> row.get("code"))
        .noneMatch(code -> String.valueOf(code).startsWith("REJECTED"));
  }

  /** The whole file failed: every record of it goes out again. */
  @Test
  void aFileThatFailedIsSentAgain() throws IOException {
    List<PbocFiles.Sent> sent = PbocFiles.records(nights.published(MONTH_END));
    FeedbackFiles.fail(monthEnd(), inbox, "ABF010");
    Ended ended = feedback();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(Csv.rows(FeedbackList.file(nights.home(), name(inbox, 0)))).hasSize(1);
    assertThat(PbocFiles.records(night(nights, NEXT_DAY))).containsAll(sent);
  }

  @Test
  void acceptedFilesChangeNothingButTheState() throws IOException {
    FeedbackFiles.acceptAll(monthEnd(), inbox);
    FeedbackFiles.acceptAll(FeedbackFiles.submission(nights.published(FIRST)), inbox);
    Ended ended = feedback();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(0);
    assertThat(states()).containsOnly(SubmissionState.ACCEPTED);
    assertThat(nights.home().resolve("feedback")).doesNotExist();
    Nights without = Nights.in(folder.resolve("without")).withConf(nights.conf());
    Trees.copy(calmFolder.resolve("home"), without.home());
    Trees.copy(calmFolder.resolve("out"), without.output());
    assertThat(Trees.differences(night(nights, NEXT_DAY), night(without, NEXT_DAY)))
        .as("the number of the feedback, and what the bureau accepted")
        .allMatch(each -> each.equals("run.json") || each.startsWith("reports/"));
  }

  /** Each is refused with its reason, the good one beside them is taken. */
  @Test
  void badFilesAreRefusedAndTheGoodOneIsTaken() throws IOException {
    Path first = FeedbackFiles.submission(nights.published(FIRST));
    FeedbackFiles.acceptAll(first, inbox);
    Files.writeString(inbox.resolve("notes.txt"), "hello");
    Files.writeString(inbox.resolve(".part"), "not finished");
    String header = FeedbackFiles.header(first, '1', 1, 0);
    Files.writeString(
        inbox.resolve("TEST00000000022026110121000011.txt"),
        header.replace("TEST0000000001", "TEST0000000002"));
    Files.writeString(
        inbox.resolve("TEST00000000012020010121000011.txt"),
        header.replace("TEST000000000120261031", "TEST000000000120200101"));
    Path wrong =
        FeedbackFiles.write(monthEnd(), inbox, '1', FeedbackFiles.header(monthEnd(), '1', 3, 0));
    Ended ended = feedback();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.errors())
        .anyMatch(each -> each.startsWith("Refused: notes.txt: NOT_FEEDBACK: "))
        .anyMatch(each -> each.contains("00002") && each.contains(": FOREIGN: "))
        .anyMatch(each -> each.contains("20200101") && each.contains(": UNKNOWN_SUBMISSION: "))
        .anyMatch(each -> each.contains(name(wrong)) && each.contains(": TRUNCATED: "))
        .hasSize(5);
    assertThat(ended.sentence()).startsWith("1 feedback files taken in (4 refused)");
    assertThat(states()).containsExactly(SubmissionState.ACCEPTED, SubmissionState.SENT);
  }

  @Test
  void aLineMustBeAboutARecordThatWasSent() throws IOException {
    int records = PbocFiles.records(nights.published(MONTH_END)).size();
    String record = Trees.lines(monthEnd()).get(1);
    String header = FeedbackFiles.header(monthEnd(), '3', records - 2, 2);
    String good = FeedbackFiles.line(2, "ABE004", record);
    assertRefused(header + good + good, "BAD_LINE", "another line");
    assertRefused(header + good + FeedbackFiles.line(1, "ABE004", record), "BAD_LINE", "line 3");
    assertRefused(
        header + good + FeedbackFiles.line(records + 2, "ABE004", record),
        "BAD_LINE",
        "never sent");
    assertRefused(
        header + good + FeedbackFiles.line(3, "ABE004", record), "OTHER_RECORD", "line 3");
    assertThat(states()).containsOnly(SubmissionState.SENT);
  }

  private void assertRefused(String text, String reason, String words) throws IOException {
    FeedbackFiles.write(monthEnd(), inbox, '3', text);
    Ended ended = feedback();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence()).contains(": " + reason + ": ").contains(words);
    try (Database database = Database.openEmbedded(nights.home())) {
      assertThat(Stores.of(database, nights.home()).rejectedRecords().list(1).hasNext())
          .as("rows of a refused file")
          .isFalse();
    }
  }

  @Test
  void aFileIsAnsweredOnce() throws IOException {
    Path feedback = FeedbackFiles.acceptAll(monthEnd(), inbox);
    assertThat(feedback().code()).isEqualTo(0);
    Ended again = feedback();
    assertThat(again.code()).isEqualTo(0);
    assertThat(again.sentence()).contains("1 taken in before");
    assertThat(files()).hasSize(1);
    Files.writeString(feedback, Files.readString(feedback).replace("090000", "100000"));
    Ended other = feedback();
    assertThat(other.code()).isEqualTo(20);
    assertThat(other.sentence()).contains("ANSWERED_BEFORE");
    Files.delete(feedback);
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    assertThat(feedback().sentence()).contains("ANSWERED_BEFORE");
    assertThat(files()).hasSize(1);
  }

  @Test
  void withoutTheIndexRejectedRecordsCannotBeTold() throws IOException {
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    Nights elsewhere =
        new Nights(nights.home(), folder.resolve("nowhere"), nights.conf(), List.of());
    Ended ended = Commands.run(arguments(elsewhere, inbox).toArray(String[]::new));
    assertThat(ended.code()).isEqualTo(20);
    assertThat(ended.sentence()).contains("NO_INDEX").contains("--output");
    assertThat(feedback().code()).isEqualTo(10);
  }

  @Test
  void anEmptyFolderIsNothingToDoAndAMissingOneIsAWrongArgument() throws IOException {
    assertThat(feedback().code()).isEqualTo(0);
    Files.delete(inbox);
    assertThat(feedback().code()).isEqualTo(2);
  }

  /** Killed before or after the commit of the first of two files: the same command goes on. */
  @ParameterizedTest
  @EnumSource(names = "FEEDBACK_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aDeathInBetweenIsMadeGoodByTheSameCommand(FailurePoint point) throws Exception {
    FeedbackFiles.acceptAll(FeedbackFiles.submission(nights.published(FIRST)), inbox);
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    Nights calm = Nights.in(folder.resolve("calm")).withConf(nights.conf());
    Trees.copy(nights.home(), calm.home());
    Trees.copy(nights.output(), calm.output());
    Commands.run(arguments(calm, inbox).toArray(String[]::new));
    Ended dead =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + point), arguments(nights, inbox));
    assertThat(dead.code()).as(dead.toString()).isEqualTo(FailurePoint.HALTED);
    Ended again = feedback();
    assertThat(again.code()).as(again.toString()).isEqualTo(10);
    assertThat(files())
        .extracting(FeedbackFile::number, FeedbackFile::rejected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, 0L),
            org.assertj.core.groups.Tuple.tuple(2L, 2L));
    assertThat(
            Trees.differences(nights.home().resolve("feedback"), calm.home().resolve("feedback")))
        .isEmpty();
    assertThat(Evidence.of(nights, EvidenceKind.FEEDBACK))
        .extracting(each -> each.statements().value("feedback_number"))
        .containsExactly("1", "2");
    assertThat(Trees.differences(night(nights, NEXT_DAY), night(calm, NEXT_DAY))).isEmpty();
  }

  /** A night that died before the feedback came uses none when it is resumed (rulings 15). */
  @Test
  void aResumedNightUsesTheFeedbackOfItsStart() throws Exception {
    Path ledger = TestLedger.sample(MONTH_END, folder.resolve("resumed")).date(NEXT_DAY).seal();
    Ended dead =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + FailurePoint.NOTE_WRITTEN),
            nights.arguments(ledger, NEXT_DAY));
    assertThat(dead.code()).isEqualTo(FailurePoint.HALTED);
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    assertThat(feedback().code()).isEqualTo(10);
    Path resumed = nights.publish(ledger, NEXT_DAY);
    assertThat(run(resumed).path("feedback_number").asInt()).isZero();
    assertThat(PbocFiles.records(resumed)).noneMatch(e -> e.reportDate().equals(MONTH_END));
    assertThat(PbocFiles.records(night(nights, SECOND_DAY)))
        .filteredOn(each -> each.reportDate().equals(MONTH_END))
        .hasSize(2);
  }

  /** The loan has left the export when its rejection comes: it waits in the queue. */
  @Test
  void aRejectedRecordOfALoanThatIsNotExportedWaits() throws IOException {
    PbocFiles.Sent gone = two().get(0);
    FeedbackFiles.reject(monthEnd(), inbox, rejections("ABE004"));
    assertThat(feedback().code()).isEqualTo(10);
    TestLedger without = TestLedger.sample(MONTH_END, folder.resolve("without")).date(NEXT_DAY);
    without.replace("instalments.csv", gone.loanId(), ",2026-", ",20x6-");
    Path published = nights.publish(without.seal(), NEXT_DAY);
    assertThat(PbocFiles.records(published, gone.loanId())).isEmpty();
    assertThat(Csv.rows(published.resolve("held.csv"), gone.loanId()))
        .extracting(row -> row.get("code"))
        .containsExactly("LOAN_REJECTED");
    assertThat(PbocFiles.records(night(nights, SECOND_DAY), gone.loanId())).containsExactly(gone);
  }

  /** {@code unanswered-after-days} is 10: on the eleventh day both files are listed. */
  @Test
  void filesWithoutAnAnswerAreListed() throws IOException {
    FeedbackFiles.acceptAll(FeedbackFiles.submission(nights.published(FIRST)), inbox);
    assertThat(feedback().code()).isEqualTo(0);
    JsonNode before = run(night(nights, "2026-11-09")).path("unanswered_files");
    assertThat(before.path("count").asInt()).isZero();
    JsonNode listed = run(night(nights, ELEVEN_DAYS)).path("unanswered_files");
    assertThat(listed.path("count").asInt()).isEqualTo(1);
    assertThat(listed.path("oldest").get(0).path("file").asString()).isEqualTo(name(monthEnd()));
    assertThat(listed.path("oldest").get(0).path("business_date").asString()).isEqualTo(MONTH_END);
  }

  private List<SubmissionState> states() {
    try (Database database = Database.openEmbedded(nights.home())) {
      Submissions submissions = new Submissions(database);
      List<SubmissionState> states = new ArrayList<>();
      for (long run = 1; run <= 2; run++) {
        states.addAll(submissions.list(run).stream().map(Submission::state).toList());
      }
      return states;
    }
  }

  private List<FeedbackFile> files() {
    try (Database database = Database.openEmbedded(nights.home())) {
      return new Feedbacks(database).list("pboc");
    }
  }

  private static JsonNode run(Path published) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(published.resolve("run.json")));
  }

  private static String name(Path folder, int index) throws IOException {
    try (var all = Files.list(folder)) {
      return name(all.sorted().toList().get(index));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
