package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.store.HomeStatus;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.StepTime;

/**
 * Keeps the home's status file up to date while a run is at work; nothing of it reaches an output.
 */
final class StatusBoard {

  private StatusBoard() {}

  /** The run is at work on a step. */
  static void working(NightRun night, String step) throws IOException {
    write(
        night.arguments().home(),
        night.run(),
        RunState.RUNNING,
        Optional.empty(),
        "At work: " + step + ".",
        night.stores().runs().steps(night.run().id()));
  }

  /** The run has ended. */
  static void ended(
      Path home, Stores stores, Run run, RunState state, ExitCode code, String sentence)
      throws IOException {
    write(home, run, state, Optional.of(code.number()), sentence, stores.runs().steps(run.id()));
  }

  private static void write(
      Path home,
      Run run,
      RunState state,
      Optional<Integer> exitCode,
      String sentence,
      List<StepTime> steps)
      throws IOException {
    new HomeStatus(
            Nightly.JOB,
            Day.format(run.input().businessDate()),
            run.input().version(),
            state,
            exitCode,
            sentence,
            ProcessHandle.current().pid(),
            run.startedAt(),
            exitCode.isPresent() ? Optional.of(Instant.now()) : Optional.empty(),
            steps)
        .write(home);
  }
}
