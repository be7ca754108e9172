package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Database;
import org.xinbao.store.EvidenceChain;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.Runs;

/**
 * A night that dies and is started again publishes what an undisturbed one would have (rulings 17,
 * contract section 3: exit code 30).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {

  private static final String MONTH_BEFORE = "2026-09-30";
  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final long LOANS = Long.getLong("xinbao.test.kill.loans", 6_000);
  private static final int KILLS = Integer.getInteger("xinbao.test.kills", 4);
  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);

  /** The earliest kill: before it the child has hardly loaded its classes. */
  private static final long EARLIEST_MILLIS = 400;

  private final Path folder;

  /** What undisturbed nights publish: the first date alone, and both. */
  private final Nights calmFirst;

  private final Nights calm;

  RestartTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    calmFirst = Nights.in(folder.resolve("calm-first"));
    calmFirst.publish(Nights.sample(FIRST), FIRST);
    calm = Nights.in(folder.resolve("calm"));
    Trees.copy(calmFirst.home(), calm.home());
    Trees.copy(calmFirst.output(), calm.output());
    calm.publish(Nights.sample(MONTH_END), MONTH_END);
  }

  @ParameterizedTest
  @EnumSource(names = "FEEDBACK_.*|IMPORT_.*", mode = EnumSource.Mode.MATCH_NONE)
  void aDeathWhilePublishingIsMadeGoodByTheSameCommand(FailurePoint point) throws Exception {
    Nights nights = deadAt(point);
    boolean visible = point == FailurePoint.FOLDER_PUBLISHED || point == FailurePoint.COMMITTED;
    assertThat(Files.exists(nights.published(FIRST))).isEqualTo(visible);
    Ended again = nights.runSample(FIRST);
    assertThat(again.code()).as(again.toString()).isEqualTo(0);
    assertThat(Trees.differences(nights.output(), calmFirst.output())).isEmpty();
    nights.assertOutputHasOnly(FIRST);
    assertThat(nights.runSample(MONTH_END).code()).isEqualTo(10);
    assertThat(Trees.differences(nights.output(), calm.output())).isEmpty();
    assertPublished(nights, 2);
  }

  /**
   * What was begun is completed before anything else, also when the next start is for another date.
   */
  @ParameterizedTest
  @EnumSource(
      names = "PART_WRITTEN|NOTE_WRITTEN|FEEDBACK_.*|IMPORT_.*",
      mode = EnumSource.Mode.MATCH_NONE)
  void aHalfPublishedDateIsCompletedByTheNextDate(FailurePoint point) throws Exception {
    Nights nights = deadAt(point);
    Ended next = nights.runSample(MONTH_END);
    assertThat(next.code()).as(next.toString()).isEqualTo(10);
    nights.assertOutputHasOnly(FIRST, MONTH_END);
    assertThat(Trees.differences(nights.output(), calm.output())).isEmpty();
    assertPublished(nights, 2);
  }

  /** Nothing of it was visible: another export of the date takes its place. */
  @Test
  void aNightThatDiedUnseenGivesWayToAnotherExport() throws Exception {
    Nights nights = deadAt(FailurePoint.NOTE_WRITTEN);
    Path other = TestLedger.sample(FIRST, folder.resolve("other")).seal();
    Ended ended = nights.run(other, FIRST);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(0);
    nights.assertOutputHasOnly(FIRST);
    Nights alone = Nights.in(folder.resolve("alone"));
    alone.publish(other, FIRST);
    assertThat(Trees.differences(nights.output(), alone.output())).isEmpty();
  }

  /** The output folder is an argument; what lies in the old one is taken away. */
  @Test
  void aNightThatDiedIsStartedAgainWithAnotherOutputFolder() throws Exception {
    Nights nights = deadAt(FailurePoint.NOTE_WRITTEN);
    Nights moved =
        new Nights(nights.home(), folder.resolve("moved-out"), nights.conf(), nights.options());
    moved.publish(Nights.sample(FIRST), FIRST);
    assertThat(Trees.differences(moved.output(), calmFirst.output())).isEmpty();
    moved.assertOutputHasOnly(FIRST);
    assertThat(nights.output()).isEmptyDirectory();
  }

  private Nights deadAt(FailurePoint point) throws Exception {
    Nights nights = Nights.in(Files.createTempDirectory(folder, point.name()));
    Ended dead =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + point),
            nights.arguments(Nights.sample(FIRST), FIRST));
    assertThat(dead.code()).as(dead.toString()).isEqualTo(FailurePoint.HALTED);
    return nights;
  }

  /**
   * Kills at random moments of a month-end night on the state of the night before. More kills:
   * {@code -Dxinbao.test.kills=50}; another series: {@code -Dxinbao.test.seed}.
   */
  @Test
  void killedAtAnyMomentANightEndsAsIfItHadNotBeen() throws Exception {
    Random random = new Random(SEED);
    Books.writeTwoMonths(LOANS, MONTH_END, folder.resolve("book"));
    Nights before = options(Nights.in(folder.resolve("before")));
    before.publish(folder.resolve("book").resolve(MONTH_BEFORE), MONTH_BEFORE);

    Nights undisturbed = copyOf(before, "undisturbed");
    long started = System.nanoTime();
    Ended end =
        ChildProgram.run(
            List.of(), undisturbed.arguments(folder.resolve("book").resolve(MONTH_END), MONTH_END));
    long took = (System.nanoTime() - started) / 1_000_000;
    assertThat(end.code()).as(end.toString()).isIn(0, 10);

    int kills = 0;
    for (int life = 0; kills < KILLS; life++) {
      Nights nights = copyOf(before, "life-" + life);
      boolean alive = true;
      while (alive && kills < KILLS) {
        long millis = EARLIEST_MILLIS + random.nextLong(Math.max(1, took));
        alive = !killed(nights, millis);
        kills++;
      }
      Ended ended = nights.run(folder.resolve("book").resolve(MONTH_END), MONTH_END);
      String seed = "seed " + SEED + ", kill " + kills + ": ";
      assertThat(ended.code()).as(seed + ended).isEqualTo(end.code());
      assertThat(ended.sentence().replace(nights.output().toString(), ""))
          .as(seed)
          .isEqualTo(end.sentence().replace(undisturbed.output().toString(), ""));
      assertThat(Trees.differences(nights.output(), undisturbed.output())).as(seed).isEmpty();
      assertThat(
              Trees.differences(
                  nights.home().resolve("state"), undisturbed.home().resolve("state")))
          .as(seed)
          .isEmpty();
      nights.assertOutputHasOnly(MONTH_BEFORE, MONTH_END);
      assertPublished(nights, 2);
    }
  }

  /** Starts the night, kills it after a while, and says whether it had published by then. */
  private boolean killed(Nights nights, long afterMillis) throws Exception {
    Process child =
        ChildProgram.start(
            List.of(), nights.arguments(folder.resolve("book").resolve(MONTH_END), MONTH_END));
    try {
      child.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    } finally {
      child.destroyForcibly().waitFor();
    }
    return Files.exists(nights.published(MONTH_END));
  }

  /** Partitions, so that some are done and some are not when the night dies. */
  private static Nights options(Nights nights) {
    return nights.withOptions("--threads", "2", "--partitions", "6");
  }

  private Nights copyOf(Nights nights, String name) throws IOException {
    Nights copy = options(Nights.in(folder.resolve(name)));
    Trees.copy(nights.home(), copy.home());
    Trees.copy(nights.output(), copy.output());
    return copy;
  }

  /** So many runs are in force, and none is at work or failed. */
  private static void assertPublished(Nights nights, int published) {
    try (Database database = Database.openEmbedded(nights.home())) {
      Runs runs = new Runs(database);
      assertThat(runs.list(100).stream().filter(run -> run.state() == RunState.PUBLISHED))
          .hasSize(published);
      assertThat(runs.findUnfinished(Nightly.JOB)).isEmpty();
      List<Long> told = new ArrayList<>();
      new EvidenceChain(database)
          .entries()
          .forEachRemaining(
              each -> {
                assertThat(each.isWhole()).isTrue();
                if (each.kind() == EvidenceKind.RUN) {
                  told.add(Long.parseLong(each.statements().value("run")));
                }
              });
      assertThat(told)
          .as("runs of the evidence chain")
          .containsExactlyElementsOf(runs.listPublished().stream().map(Run::id).toList());
    }
  }
}
