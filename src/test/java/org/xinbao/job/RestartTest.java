package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * A night that died and is followed by something else than its own command: another date, another
 * export, another output folder (rulings 17). What its own command makes of it is in {@link
 * CrashTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
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

  /**
   * What was begun is completed before anything else, also when the next start is for another date.
   */
  @ParameterizedTest
  @EnumSource(
      names = {"KEY_SNAPSHOTS_PUBLISHED", "SNAPSHOT_PUBLISHED", "FOLDER_PUBLISHED", "COMMITTED"})
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
