package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.SubmissionFile;

/** Feedback files and the rejected records that they name, on both databases. */
class FeedbacksTest {

  private static final String SHA = "ab".repeat(32);
  private static final Instant NOW = Instant.parse("2026-11-01T01:00:00Z");
  private static final int DATE = Day.of(2026, 10, 31);

  private final Path home;

  FeedbacksTest(@TempDir Path home) {
    this.home = home;
  }

  /** A published run with one file of records about A to M and one about N to Z. */
  private static long run(Database database) {
    Runs runs = new Runs(database);
    RunInput input = new RunInput("nightly", DATE, 1, 0, SHA, SHA, "/export", "0.1.0", 0, 0);
    long run = runs.start(input, NOW);
    new Submissions(database)
        .record(run, List.of(submission(run, 1, "A", "M"), submission(run, 2, "N", "Z")));
    runs.publish(run, new RunCounts(1, 1, 0, 0), SHA, new Run.Result(0, "done", NOW));
    return run;
  }

  private static Submission submission(long run, int serial, String first, String last) {
    SubmissionFile file = new SubmissionFile("pboc", "210", "f" + serial, 10, 0, 0);
    return new Submission(
        run, file, serial, DATE + 1, SHA, 99, SubmissionState.SENT, Day.NONE, first, last);
  }

  private static FeedbackFile file(
      long number, long run, SubmissionState outcome, RejectionCode... fileCodes) {
    return new FeedbackFile(
        number,
        "pboc",
        "answer" + number,
        SHA,
        72,
        "/in",
        run,
        "f" + number,
        outcome,
        8,
        2,
        List.of(fileCodes),
        DATE + 2,
        NOW);
  }

  private static RejectedRow row(long feedback, long line, long run, String loan, String code) {
    return new RejectedRow(
        feedback,
        line,
        run,
        "pboc",
        "210",
        loan,
        DATE,
        1,
        List.of(new RejectionCode(code, "TotOverd"), new RejectionCode("ABE004", "")),
        SHA);
  }

  @ParameterizedTest
  @EnumSource
  void aFeedbackFileAnswersItsSubmission(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      long run = run(database);
      Feedbacks feedbacks = new Feedbacks(database);
      assertThat(feedbacks.lastNumber()).isZero();
      FeedbackFile first = file(1, run, SubmissionState.PARTLY);
      FeedbackFile second = file(2, run, SubmissionState.REJECTED, new RejectionCode("ABF010", ""));
      feedbacks.record(first);
      feedbacks.record(second);
      assertThat(feedbacks.lastNumber()).isEqualTo(2);
      assertThat(feedbacks.find("pboc", "answer1")).contains(first);
      assertThat(feedbacks.find("pboc", "answer3")).isEmpty();
      assertThat(feedbacks.list("pboc")).containsExactly(first, second);
      assertThat(new Submissions(database).list(run))
          .extracting(Submission::state)
          .containsExactly(SubmissionState.PARTLY, SubmissionState.REJECTED);
      assertThat(feedbacks.answers(0, 1))
          .containsExactly(new AnsweredFile(1, "pboc", "210", DATE, 1, "A", "M", List.of()));
      assertThat(feedbacks.answers(1, 2))
          .extracting(AnsweredFile::fileCodes)
          .containsExactly(List.of(new RejectionCode("ABF010", "")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void rejectedRecordsAreReadByLoanAndByLine(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      long run = run(database);
      RejectedRecords records = new RejectedRecords(database);
      Feedbacks feedbacks = new Feedbacks(database);
      RejectedRow later = row(1, 9, run, "B", "BLE019");
      RejectedRow earlier = row(1, 4, run, "A", "BLE020");
      records.add(List.of(later, earlier));
      feedbacks.record(file(1, run, SubmissionState.PARTLY));
      RejectedRow second = row(2, 3, run, "B", "BLR027");
      records.add(List.of(second));
      feedbacks.record(file(2, run, SubmissionState.PARTLY));
      assertThat(all(records.list(1))).containsExactly(earlier, later);
      LoanRows<RejectedRow> of = records.read(new LoanRange("", ""), List.of("210"), 0, 2);
      assertThat(of.take("A")).containsExactly(earlier);
      assertThat(of.take("B")).containsExactly(later, second);
      assertThat(records.read(new LoanRange("", ""), List.of("210"), 1, 2).take("B"))
          .containsExactly(second);
      assertThat(records.read(new LoanRange("", ""), List.of("110"), 0, 2).nextLoan()).isEmpty();
    }
  }

  /** More rows than a page holds. */
  @ParameterizedTest
  @EnumSource
  void whatAnAttemptLeftIsTidiedAway(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      long run = run(database);
      RejectedRecords records = new RejectedRecords(database);
      records.add(
          LongStream.rangeClosed(2, 6_001)
              .mapToObj(line -> row(1, line, run, "A", "BLE019"))
              .toList());
      assertThat(all(records.list(1))).hasSize(6_000);
      new Feedbacks(database).tidy();
      assertThat(all(records.list(1))).as("its feedback file was never taken in").isEmpty();
    }
  }

  private static List<RejectedRow> all(Iterator<RejectedRow> rows) {
    List<RejectedRow> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }
}
