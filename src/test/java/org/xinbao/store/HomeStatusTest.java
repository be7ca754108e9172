package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeStatusTest {

  private final Path home;

  HomeStatusTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void aStatusIsReadAsItWasWritten() throws IOException {
    assertThat(HomeStatus.read(home)).isEmpty();
    HomeStatus atWork = status(Optional.empty());
    atWork.write(home);
    assertThat(HomeStatus.read(home)).contains(atWork);
    HomeStatus ended = status(Optional.of(10));
    ended.write(home);
    assertThat(HomeStatus.read(home)).contains(ended);
    assertThat(home.resolve("status.json"))
        .content()
        .contains("\"businessDate\" : \"2026-10-31\"")
        .contains("\"startedAt\" : \"2026-11-01T03:00:00.123456Z\"")
        .contains("\"exitCode\" : 10");
  }

  @Test
  void anUnreadableStatusSaysWhatToDo() throws IOException {
    Files.writeString(home.resolve("status.json"), "{\"job\": \"nigh");
    assertThatThrownBy(() -> HomeStatus.read(home))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("delete it");
  }

  private static HomeStatus status(Optional<Integer> exitCode) {
    StepTime step =
        new StepTime("check", TestDatabases.NOW, Optional.of(TestDatabases.NOW.plusMillis(3)));
    return new HomeStatus(
        "nightly",
        "2026-10-31",
        1,
        exitCode.isEmpty() ? RunState.RUNNING : RunState.PUBLISHED,
        exitCode,
        "2 loans \"rejected\": see rejects.csv 完成",
        4711,
        TestDatabases.NOW,
        exitCode.map(code -> TestDatabases.NOW.plusSeconds(9)),
        List.of(step, new StepTime("assess", TestDatabases.NOW, Optional.empty())));
  }
}
