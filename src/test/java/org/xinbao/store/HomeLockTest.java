package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

  private final Path home;

  HomeLockTest(@TempDir Path folder) {
    this.home = folder.resolve("home");
  }

  @Test
  void oneJobAtATimeHoldsTheHome() throws Exception {
    try (HomeLock lock = HomeLock.acquire(home, "nightly", Duration.ZERO)) {
      lock.requireHeld();
      LockedByOther refused = refused("retention", Duration.ofMillis(250));
      assertThat(refused.job()).isEqualTo("nightly");
      assertThat(refused.processId()).isEqualTo(ProcessHandle.current().pid());
      assertThat(refused)
          .hasMessageContaining("nightly since " + refused.since())
          .hasMessageContaining("process " + refused.processId());
    }
    HomeLock.acquire(home, "retention", Duration.ZERO).close();
    assertThat(home.resolve("lock.holder")).doesNotExist();
  }

  @Test
  void anotherProcessIsKeptOutUntilItsHolderDies() throws Exception {
    try (Child child = new Child(home)) {
      assertThat(child.line()).isEqualTo("held");
      LockedByOther refused = refused("retention", Duration.ZERO);
      assertThat(refused.job()).isEqualTo("child");
      assertThat(refused.processId()).isEqualTo(child.process.pid());
      child.process.destroyForcibly().waitFor();
      assertThat(home.resolve("lock.holder")).as("left behind").exists();
      HomeLock.acquire(home, "retention", Duration.ZERO).close();
    }
  }

  @Test
  void thisProcessKeepsAnotherOut() throws Exception {
    try (HomeLock lock = HomeLock.acquire(home, "nightly", Duration.ZERO)) {
      lock.requireHeld();
      // A refused second attempt within the process must not drop the lock of the first.
      refused("retention", Duration.ZERO);
      try (Child child = new Child(home)) {
        assertThat(child.line()).isEqualTo("nightly " + ProcessHandle.current().pid());
      }
    }
    try (Child child = new Child(home)) {
      assertThat(child.line()).isEqualTo("held");
    }
  }

  @Test
  void aWaitingJobGetsTheHomeWhenItIsFree() throws Exception {
    HomeLock first = HomeLock.acquire(home, "nightly", Duration.ZERO);
    Thread closer =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                first.close();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    closer.start();
    HomeLock.acquire(home, "retention", Duration.ofSeconds(60)).close();
    closer.join();
  }

  @Test
  void anUnreadableNoteDoesNotHide() throws Exception {
    try (HomeLock lock = HomeLock.acquire(home, "nightly", Duration.ZERO)) {
      lock.requireHeld();
      Files.writeString(home.resolve("lock.holder"), "nonsense");
      assertThat(refused("retention", Duration.ZERO))
          .hasMessageContaining("a job that has just started");
    }
  }

  private LockedByOther refused(String job, Duration wait) {
    return catchThrowableOfType(
        LockedByOther.class, () -> HomeLock.acquire(home, job, wait).close());
  }

  /** Another Java process that takes the lock, says so and keeps it. */
  private static final class Child implements AutoCloseable {
    final Process process;
    private final BufferedReader output;

    Child(Path home) throws IOException {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      LockingProcess.class.getName(),
                      home.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      return String.valueOf(output.readLine());
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
