package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinbao.store.TestDatabases.NOW;
import static org.xinbao.store.TestDatabases.SHA;
import static org.xinbao.store.TestDatabases.input;
import static org.xinbao.store.TestDatabases.publish;
import static org.xinbao.store.TestDatabases.publishedRun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.SubmissionFile;

class RunsTest {

  private final Path home;

  RunsTest(@TempDir Path home) {
    this.home = home;
  }

  @ParameterizedTest
  @EnumSource
  void aRunIsFoundOnlyOnceItIsPublished(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      long run = runs.start(input("2026-10-31", 1), NOW);
      assertThat(runs.findPublished("nightly", Day.parse("2026-10-31"))).isEmpty();
      assertThat(runs.findUnfinished("nightly").map(Run::id)).contains(run);

      runs.fail(run, new Run.Result(30, "disk full", NOW.plusSeconds(5)));
      assertThat(runs.find(run).orElseThrow().state()).isEqualTo(RunState.FAILED);
      assertThat(runs.find(run).orElseThrow().result())
          .contains(new Run.Result(30, "disk full", NOW.plusSeconds(5)));
      runs.resume(run);
      assertThat(runs.find(run).orElseThrow().result()).isEmpty();

      publish(database, run);
      Run published = runs.findPublished("nightly", Day.parse("2026-10-31")).orElseThrow();
      assertThat(published)
          .isEqualTo(
              new Run(
                  run,
                  input("2026-10-31", 1),
                  RunState.PUBLISHED,
                  new RunCounts(10, 9, 1, 2),
                  SHA,
                  NOW,
                  Optional.of(new Run.Result(0, "done", NOW.plusSeconds(60)))));
      assertThat(runs.findUnfinished("nightly")).isEmpty();
      assertThat(runs.findPublished("retention", Day.parse("2026-10-31"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHighestVersionOfTheLatestDateIsTheLatest(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      assertThat(runs.findLatestPublished("nightly")).isEmpty();
      publishedRun(database, "2026-10-30", 1);
      publishedRun(database, "2026-10-31", 1);
      publishedRun(database, "2026-10-31", 2);
      long corrected = publishedRun(database, "2026-10-30", 2);
      runs.start(input("2026-11-01", 1), NOW);
      Run latest = runs.findLatestPublished("nightly").orElseThrow();
      assertThat(latest.snapshotKey()).isEqualTo(new SnapshotKey(Day.parse("2026-10-31"), 2));
      assertThat(runs.findPublished("nightly", Day.parse("2026-10-30")).map(Run::id))
          .contains(corrected);
      assertThat(runs.list(3)).extracting(Run::id).containsExactly(5L, 4L, 3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVersionOfADateIsPublishedOnce(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      publishedRun(database, "2026-10-31", 1);
      long again = new Runs(database).start(input("2026-10-31", 1), NOW);
      assertThatThrownBy(() -> publish(database, again)).isInstanceOf(DuplicateKeyException.class);
      long published = new Runs(database).findLatestPublished("nightly").orElseThrow().id();
      assertThatThrownBy(() -> publish(database, published))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Run " + published);
      assertThatThrownBy(() -> new Runs(database).discard(published))
          .isInstanceOf(StoreException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepsAreListedAsTheyBegan(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      long run = runs.start(input("2026-10-31", 1), NOW);
      runs.stepStarted(run, "check", NOW);
      runs.stepEnded(run, "check", NOW.plusMillis(20));
      runs.stepStarted(run, "assess", NOW.plusMillis(30));
      runs.stepEnded(run, "assess", NOW.plusMillis(40));
      runs.stepStarted(run, "assess", NOW.plusMillis(50));
      assertThat(runs.steps(run))
          .containsExactly(
              new StepTime("check", NOW, Optional.of(NOW.plusMillis(20))),
              new StepTime("assess", NOW.plusMillis(50), Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyAttemptsAtAPartitionExactlyOneCounts(DatabaseProduct product) throws Exception {
    try (Database database = TestDatabases.open(product, home)) {
      RunParts parts = new RunParts(database);
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      ExecutorService workers = Executors.newFixedThreadPool(8);
      for (int partition = 0; partition < 10; partition++) {
        CyclicBarrier together = new CyclicBarrier(8);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (long attempt = 1; attempt <= 8; attempt++) {
          RunPart part = new RunPart(run, "assess", partition, attempt, "p" + attempt, 5, 50, SHA);
          attempts.add(
              () -> {
                together.await();
                return parts.record(part);
              });
        }
        int wins = 0;
        for (Future<Boolean> future : workers.invokeAll(attempts)) {
          wins += future.get() ? 1 : 0;
        }
        assertThat(wins).isEqualTo(1);
      }
      workers.shutdown();
      List<RunPart> counted = parts.list(run, "assess");
      assertThat(counted)
          .extracting(RunPart::partition)
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(parts.record(counted.get(3))).as("the winner repeats itself").isTrue();
      parts.forget(run, "assess");
      assertThat(parts.list(run, "assess")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void serialNumbersCountOverPublishedVersions(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Submissions submissions = new Submissions(database);
      int created = Day.parse("2026-11-01");
      assertThat(submissions.nextSerial("pboc", "210", created)).isEqualTo(1);
      long first = new Runs(database).start(input("2026-10-31", 1), NOW);
      submissions.record(first, List.of(submission(first, "210", 1), submission(first, "210", 2)));
      assertThat(submissions.nextSerial("pboc", "210", created)).as("not published").isEqualTo(1);
      submissions.record(first, List.of(submission(first, "210", 1), submission(first, "210", 2)));
      publish(database, first);
      assertThat(submissions.nextSerial("pboc", "210", created)).isEqualTo(3);
      assertThat(submissions.nextSerial("pboc", "220", created)).isEqualTo(1);
      assertThat(submissions.nextSerial("pboc", "210", created + 1)).isEqualTo(1);
      assertThat(submissions.list(first))
          .containsExactly(submission(first, "210", 1), submission(first, "210", 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesWithoutAnAnswerAreListed(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Submissions submissions = new Submissions(database);
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      submissions.record(run, List.of(submission(run, "210", 1), submission(run, "110", 1)));
      publish(database, run);
      int answered = Day.parse("2026-11-03");
      int date = Day.parse("2026-10-31");
      new Feedbacks(database).record(feedback(1, run, "f110-1", answered));
      assertThat(submissions.listUnanswered(List.of("pboc", "other"), date, 1, 10))
          .containsExactly(new Submissions.Unanswered("pboc", "f210-1", 10, date));
      assertThat(submissions.unanswered(List.of("pboc", "other"), date, 1))
          .isEqualTo(Map.of("pboc", new FeedbackTotals(1, 10, 0)));
      assertThat(submissions.listUnanswered(List.of("pboc", "other"), date, 0, 10))
          .as("as a run saw it that used no feedback")
          .extracting(Submissions.Unanswered::fileName)
          .containsExactly("f110-1", "f210-1");
      assertThat(submissions.listUnanswered(List.of("pboc", "other"), date, 0, 1)).hasSize(1);
      assertThat(submissions.listUnanswered(List.of("pboc", "other"), date - 1, 1, 10)).isEmpty();
      assertThat(submissions.list(run).get(0).answeredOn()).isEqualTo(answered);
      assertThatThrownBy(
              () -> submissions.answer(run, "pboc", "none", SubmissionState.ACCEPTED, answered))
          .isInstanceOf(StoreException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrendShowsTheLatestVersionOfEachDate(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      PublishedFigures figures = new PublishedFigures(database);
      int[] versions = {1, 2};
      for (int version : versions) {
        long run = new Runs(database).start(input("2026-10-30", version), NOW);
        figures.record(run, List.of(figure("M1", 100L * version), figure("M0", 7)));
        publish(database, run);
      }
      long last = new Runs(database).start(input("2026-10-31", 1), NOW);
      figures.record(last, List.of(figure("M1", 999)));
      figures.record(last, List.of(figure("M1", 300), figure("m2", 1), figure("逾期", -5)));
      int from = Day.parse("2026-10-01");
      int to = Day.parse("2026-10-31");
      assertThat(figures.trend("nightly", "BUCKET", from, to)).hasSize(2);
      publish(database, last);
      int first = Day.parse("2026-10-30");
      assertThat(figures.trend("nightly", "BUCKET", from, to))
          .containsExactly(
              new PublishedFigures.Dated(first, figure("M0", 7)),
              new PublishedFigures.Dated(first, figure("M1", 200)),
              new PublishedFigures.Dated(to, figure("M1", 300)),
              new PublishedFigures.Dated(to, figure("m2", 1)),
              new PublishedFigures.Dated(to, figure("逾期", -5)));
      assertThat(figures.trend("nightly", "BUCKET", from, first)).hasSize(2);
      assertThat(figures.list(last)).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiscardedRunLeavesNoRows(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      long run = runs.start(input("2026-10-31", 1), NOW);
      runs.stepStarted(run, "check", NOW);
      new RunParts(database).record(new RunPart(run, "assess", 0, 1, "p", 1, 1, SHA));
      new PublishedFigures(database).record(run, List.of(figure("M1", 1)));
      new Submissions(database).record(run, List.of(submission(run, "210", 1)));
      runs.discard(run);
      for (String table : RunRows.tables()) {
        assertThat(
                database
                    .sql()
                    .sql("SELECT COUNT(*) FROM " + table)
                    .query((row, number) -> row.getInt(1))
                    .single())
            .as(table)
            .isZero();
      }
      assertThat(runs.findUnfinished("nightly")).isEmpty();
      assertThat(runs.find(run).orElseThrow().state()).isEqualTo(RunState.DISCARDED);
    }
  }

  private static PublishedFigure figure(String member, long cents) {
    return new PublishedFigure("BUCKET", "JIEBEI", "CNY", member, 3, cents);
  }

  private static Submission submission(long run, String type, int serial) {
    return new Submission(
        run,
        new SubmissionFile("pboc", type, "f" + type + "-" + serial, 10, 1000, 20),
        serial,
        Day.parse("2026-11-01"),
        SHA,
        12345,
        SubmissionState.SENT,
        Day.NONE,
        "A",
        "M");
  }

  private static FeedbackFile feedback(long number, long run, String submission, int day) {
    return new FeedbackFile(
        number,
        "pboc",
        "feedback-to-" + submission,
        SHA,
        72,
        "/in",
        run,
        submission,
        SubmissionState.ACCEPTED,
        10,
        0,
        List.of(),
        day,
        NOW);
  }
}
