package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The short form of {@code src/bench/crash.sh}: of each job a few of its points, another choice for
 * another {@code -Dxinbao.test.seed}, and a moment of chance. What another command makes of a night
 * that died is in {@link RestartTest}.
 */
class CrashTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);

  @ParameterizedTest
  @CsvSource({
    "FIRST_NIGHT, false, 1, 1",
    "NIGHTLY,     false, 2, 1",
    "NIGHTLY,     true,  1, 0",
    "FEEDBACK,    true,  1, 0",
    "RETENTION,   false, 0, 1"
  })
  void killedAnywhereAJobLeavesWhatItWouldHaveLeft(
      CrashJob job, boolean server, int points, int moments, @TempDir Path folder)
      throws Exception {
    Random random = new Random(SEED);
    try (CrashStore store = server ? new CrashStore.Server() : new CrashStore.Embedded()) {
      CrashLives lives = new CrashLives(job, store, folder);
      List<String> all = lives.points();
      for (int i = 0; i < points; i++) {
        lives.dieAt(all.get(random.nextInt(all.size())));
      }
      for (int i = 0; i < moments; i++) {
        lives.dieWhenever(random.nextLong());
      }
      assertThat(lives.differences()).as("seed " + SEED).isEmpty();
    }
  }
}
