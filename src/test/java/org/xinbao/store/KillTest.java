package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTest {

  private final Path home;

  KillTest(@TempDir Path home) {
    this.home = home;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 150})
  void whatWasAcknowledgedSurvivesTheDeathOfTheProcess(int commits) throws Exception {
    List<Long> acknowledged = new ArrayList<>();
    // Killed twice, so that a home that was recovered once is recovered again.
    for (int death = 0; death < 2; death++) {
      acknowledged.addAll(commitAndDie(commits));
    }
    try (Database database = Database.openEmbedded(home)) {
      for (long run : acknowledged) {
        assertThat(new Runs(database).find(run)).as("run " + run).isPresent();
        assertThat(new PublishedFigures(database).list(run))
            .as("figures of run " + run)
            .containsExactly(new PublishedFigure("M", "", "", "a", run, run));
      }
    }
  }

  private List<Long> commitAndDie(int commits) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommittingProcess.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Long> acknowledged = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = "";
      while (line != null) {
        if (line.startsWith("committed ")) {
          acknowledged.add(Long.parseLong(line.substring("committed ".length())));
          if (acknowledged.size() == commits) {
            // Through its handle: the process object would close the output that is still unread.
            process.toHandle().destroyForcibly();
          }
        }
        line = output.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(commits);
    return acknowledged;
  }
}
