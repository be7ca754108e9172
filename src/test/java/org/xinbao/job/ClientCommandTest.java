package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.conf.HandoverSettings;
import org.xinbao.conf.HandoverSettings.Placeholder;
import org.xinbao.store.HandoverState;

/** One run of a client, with real programs. */
class ClientCommandTest {

  private static final Map<Placeholder, String> VALUES =
      Map.of(
          Placeholder.FILE, "/out/a b/{name}.txt",
          Placeholder.NAME, "{file}.txt",
          Placeholder.DATE, "2026-10-31",
          Placeholder.RECORD_TYPE, "210",
          Placeholder.BUREAU, "pboc");

  private final Path folder;

  ClientCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ClientCommand.Ended run(String script, String... arguments) throws Exception {
    return run(60, script, arguments);
  }

  private ClientCommand.Ended run(int seconds, String script, String... arguments)
      throws Exception {
    Path program = folder.resolve("client");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return command(seconds, command).run();
  }

  private ClientCommand command(int seconds, List<String> command) {
    TreeMap<String, String> environment = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "A", "1"));
    return new ClientCommand(
        new HandoverSettings(command, seconds, false, environment), VALUES, folder);
  }

  private static String text(ClientCommand.Ended ended) {
    return new String(ended.output().bytes(), StandardCharsets.UTF_8);
  }

  /** A value that looks like a placeholder stays as it is; no shell looks at anything. */
  @Test
  void argumentsReachTheProgramAsTheyAre() throws Exception {
    ClientCommand.Ended ended =
        run(
            "for each; do printf '%s\\n' \"$each\"; done",
            "{file}",
            "{name}",
            "{date}/{record-type}/{bureau}",
            "$(touch hacked); *",
            "",
            "{\"a\": 1}");
    assertThat(text(ended))
        .isEqualTo(
            """
            /out/a b/{name}.txt
            {file}.txt
            2026-10-31/210/pboc
            $(touch hacked); *

            {"a": 1}
            """);
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  @Test
  void theEnvironmentIsWhatWasConfiguredAndNothingElse() throws Exception {
    ClientCommand.Ended ended = command(60, List.of("/usr/bin/env")).run();
    assertThat(text(ended).lines()).containsExactlyInAnyOrder("PATH=/usr/bin:/bin", "A=1");
  }

  @Test
  void itWorksInItsFolderWithoutInputAndBothOutputsAreKept() throws Exception {
    ClientCommand.Ended ended = run("pwd; wc -c; echo to standard error >&2");
    assertThat(text(ended).lines().map(String::strip))
        .containsExactly(folder.toRealPath().toString(), "0", "to standard error");
  }

  /** Exit code 0 is done; 128 + n is how systems and shells say signal n. */
  @ParameterizedTest
  @CsvSource({
    "exit 0,     DONE,   0,   its command ended with exit code 0",
    "exit 1,     FAILED, 1,   its command ended with exit code 1",
    "exit 128,   FAILED, 128, its command ended with exit code 128",
    "exit 129,   KILLED, 129, its command was ended by signal 1",
    "exit 192,   KILLED, 192, its command was ended by signal 64",
    "exit 193,   FAILED, 193, its command ended with exit code 193",
    "exit 255,   FAILED, 255, its command ended with exit code 255",
    "kill -9 $$, KILLED, 137, its command was ended by signal 9",
  })
  void theExitCodeDecides(String script, HandoverState state, int code, String reason)
      throws Exception {
    ClientCommand.Ended ended = run(script);
    assertThat(ended.state()).isEqualTo(state);
    assertThat(ended.exitCode()).isEqualTo(OptionalInt.of(code));
    assertThat(ended.reason()).isEqualTo(reason);
  }

  @Test
  void aProgramThatIsNotThereHasTakenNothing() throws Exception {
    ClientCommand.Ended ended = command(60, List.of(folder.resolve("none").toString())).run();
    assertThat(ended.state()).isEqualTo(HandoverState.FAILED);
    assertThat(ended.exitCode()).isEmpty();
    assertThat(ended.reason()).isEqualTo("its command could not be started");
    assertThat(text(ended)).startsWith("The program could not be started: ");
  }

  /** A client that hangs dies with all it has started, children of children too. */
  @Test
  void aHangingCommandIsKilledWithAllItHasStarted() throws Exception {
    ClientCommand.Ended ended =
        run(
            1,
            """
            echo $$ > pids
            sh -c 'echo $$ >> pids; sleep 300 & echo $! >> pids; wait' &
            echo began
            wait
            """);
    assertThat(ended.state()).isEqualTo(HandoverState.TIMED_OUT);
    assertThat(ended.reason())
        .isEqualTo("its command did not end within 1 seconds and was stopped");
    assertThat(text(ended)).isEqualTo("began\n");
    List<String> pids = Files.readAllLines(folder.resolve("pids"));
    assertThat(pids).hasSize(3);
    for (String pid : pids) {
      assertThat(isGoneSoon(Long.parseLong(pid))).as("process %s is gone", pid).isTrue();
    }
  }

  /** A process that is dead but not yet waited for by its new parent counts as gone. */
  private static boolean isGoneSoon(long pid) throws InterruptedException, IOException {
    for (int i = 0; i < 100; i++) {
      Path stat = Path.of("/proc/" + pid + "/stat");
      if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)
          || !Files.exists(stat)
          || Files.readString(stat).contains(") Z ")) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  /** What a command leaves running behind it does not hold the night up. */
  @Test
  void aCommandEndsAlthoughAChildHoldsItsOutputOpen() throws Exception {
    long began = System.nanoTime();
    ClientCommand.Ended ended = run("sleep 30 & echo $! > pid; echo sent");
    assertThat(ended.state()).isEqualTo(HandoverState.DONE);
    assertThat(text(ended)).isEqualTo("sent\n");
    assertThat((System.nanoTime() - began) / 1_000_000_000L).isLessThan(20);
    long child = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** 3,000,000 numbers, of which the last 65,536 bytes are kept: each line has 8 bytes then. */
  @Test
  void ofMuchOutputOnlyTheTailIsKept() throws Exception {
    ClientCommand.Ended ended = run("seq 1 3000000");
    assertThat(ended.state()).isEqualTo(HandoverState.DONE);
    // 9·2 + 90·3 + 900·4 + 9,000·5 + 90,000·6 + 900,000·7 + 2,000,001·8 bytes
    assertThat(ended.output().total()).isEqualTo(22_888_896L);
    byte[] tail = ended.output().bytes();
    assertThat(tail).hasSize(65_536);
    assertThat(text(ended)).startsWith("2991809\n").endsWith("\n3000000\n");
  }
}
