package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinbao.store.TestDatabases.NOW;
import static org.xinbao.store.TestDatabases.SHA;
import static org.xinbao.store.TestDatabases.input;
import static org.xinbao.store.TestDatabases.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.SubmissionFile;

class HandoversTest {

  private static final int THIRTIETH = Day.parse("2026-10-30");
  private static final int MONTH_END = Day.parse("2026-10-31");

  private final Path home;

  HandoversTest(@TempDir Path home) {
    this.home = home;
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsThereOnceItsRunIsPublishedAndUntilItIsDone(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Handovers handovers = new Handovers(database);
      long first = planned(database, "2026-10-30", "f1");
      assertThat(handovers.list(THIRTIETH)).isEmpty();
      publish(database, first);
      HandoverFile file = handovers.list(THIRTIETH).get(0);
      assertThat(file)
          .isEqualTo(
              new HandoverFile(
                  first,
                  1,
                  THIRTIETH,
                  1,
                  "pboc",
                  "210",
                  1,
                  "f1",
                  SHA,
                  HandoverState.WAITING,
                  0,
                  "",
                  ""));

      int attempt = handovers.begin(file, NOW);
      assertThat(attempt).isEqualTo(1);
      assertThat(states(handovers, THIRTIETH)).containsExactly("f1 BEGUN 1");
      handovers.end(file, attempt, result(HandoverState.FAILED, OptionalInt.of(3)));
      HandoverFile failed = handovers.list(THIRTIETH).get(0);
      assertThat(failed.reason()).isEqualTo("its command ended");
      assertThat(failed.outputFile()).isEqualTo("handover/x.log");
      assertThat(handovers.begin(failed, NOW)).isEqualTo(2);
      handovers.end(failed, 2, result(HandoverState.DONE, OptionalInt.of(0)));
      assertThat(states(handovers, THIRTIETH)).containsExactly("f1 DONE 2");
      assertThatThrownBy(
              () -> handovers.end(failed, 2, result(HandoverState.FAILED, OptionalInt.empty())))
          .isInstanceOf(StoreException.class);

      long second = planned(database, "2026-10-31", "f2");
      publish(database, second);
      // Of earlier dates only what is left; of later ones nothing.
      assertThat(states(handovers, MONTH_END)).containsExactly("f2 WAITING 0");
      assertThat(states(handovers, THIRTIETH)).containsExactly("f1 DONE 2");
      handovers.begin(handovers.list(MONTH_END).get(0), NOW);
      assertThat(states(handovers, MONTH_END + 1)).containsExactly("f2 BEGUN 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPlannedAgainStaysAsItIs(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Handovers handovers = new Handovers(database);
      long run = planned(database, "2026-10-30", "f1");
      publish(database, run);
      handovers.begin(handovers.list(THIRTIETH).get(0), NOW);
      handovers.plan(run, List.of(file("f1")));
      assertThat(states(handovers, THIRTIETH)).containsExactly("f1 BEGUN 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatIsGivenUpLeavesNoPlan(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Handovers handovers = new Handovers(database);
      long run = planned(database, "2026-10-30", "f1");
      new Runs(database).discard(run);
      publish(database, planned(database, "2026-10-30", "f2"));
      assertThat(states(handovers, MONTH_END)).containsExactly("f2 WAITING 0");
    }
  }

  private static List<String> states(Handovers handovers, int day) {
    return handovers.list(day).stream()
        .map(each -> each.name() + " " + each.state() + " " + each.attempts())
        .toList();
  }

  /** A run with one file of record 210 that is to be handed over. */
  private static long planned(Database database, String date, String name) {
    long run = new Runs(database).start(input(date, 1), NOW);
    new Submissions(database)
        .record(
            run,
            List.of(
                new Submission(
                    run,
                    file(name),
                    1,
                    Day.parse(date) + 1,
                    SHA,
                    100,
                    SubmissionState.SENT,
                    Day.NONE,
                    "",
                    "")));
    new Handovers(database).plan(run, List.of(file(name)));
    return run;
  }

  private static SubmissionFile file(String name) {
    return new SubmissionFile("pboc", "210", name, 10, 1000, 20);
  }

  private static HandoverResult result(HandoverState state, OptionalInt code) {
    return new HandoverResult(state, code, "its command ended", "handover/x.log", 70_000, NOW);
  }
}
