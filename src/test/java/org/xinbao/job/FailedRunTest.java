package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.cli.Ended;
import org.xinbao.store.Database;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.Runs;

/** A run that fails is on record as failed, and is taken up all the same. */
class FailedRunTest {

  private static final String DATE = "2026-10-30";

  private final Nights nights;

  FailedRunTest(@TempDir Path folder) {
    nights = Nights.in(folder);
  }

  private List<Run> runs() {
    try (Database database = Database.openEmbedded(nights.home())) {
      return new Runs(database).list(10);
    }
  }

  @Test
  void aFailedRunIsOnRecordAndResumed() throws Exception {
    // Something is where the state is to be put together.
    Path inTheWay = nights.home().resolve("state/." + DATE + ".state.new/full");
    Files.createDirectories(inTheWay);
    Ended failed = nights.runSample(DATE);
    assertThat(failed.code()).as(failed.toString()).isEqualTo(30);
    assertThat(runs()).extracting(Run::state).containsExactly(RunState.FAILED);
    assertThat(runs().get(0).result().orElseThrow().exitCode()).isEqualTo(30);
    assertThat(nights.home().resolve("logs/xinbao.log"))
        .content()
        .contains("the job nightly failed");

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    nights.publish(Nights.sample(DATE), DATE);
    assertThat(runs()).extracting(Run::state).containsExactly(RunState.PUBLISHED);
  }

  /** It became visible, then for example the database failed: the next start completes it. */
  @ParameterizedTest
  @EnumSource(names = {"SNAPSHOT_PUBLISHED", "FOLDER_PUBLISHED"})
  void aRunThatFailedWhilePublishingIsCompleted(FailurePoint point) throws Exception {
    ChildProgram.run(
        List.of("-D" + FailurePoint.PROPERTY + "=" + point),
        nights.arguments(Nights.sample(DATE), DATE));
    try (Database database = Database.openEmbedded(nights.home());
        Connection connection = database.dataSource().getConnection();
        PreparedStatement failed =
            connection.prepareStatement(
                "UPDATE run SET state = 'FAILED', exit_code = 30, sentence = 'x'")) {
      assertThat(failed.executeUpdate()).isEqualTo(1);
    }
    nights.publish(Nights.sample(DATE), DATE);
    nights.assertOutputHasOnly(DATE);
    assertThat(runs()).extracting(Run::state).containsExactly(RunState.PUBLISHED);
  }
}
