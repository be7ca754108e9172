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
    working(Nightly.JOB, night.arguments().home(), night.stores(), night.run(), step);
  }

  /** A job is at work on a step for a run. */
  static void working(String job, Path home, Stores stores, Run run, String step)
      throws IOException {
    String sentence = "At work: " + step + ".";
    List<StepTime> steps = stores.runs().steps(run.id());
    write(job, home, run, RunState.RUNNING, Optional.empty(), sentence, steps);
  }

  /** The run has ended. */
  static void ended(
      Path home, Stores stores, Run run, RunState state, ExitCode code, String sentence)
      throws IOException {
    ended(Nightly.JOB, home, stores, run, state, new RunOutcome(code, sentence));
  }

  /** A job for a run has ended. */
  static void ended(
      String job, Path home, Stores stores, Run run, RunState state, RunOutcome outcome)
      throws IOException {
    write(
        job,
        home,
        run,
        state,
        Optional.of(outcome.code().number()),
        outcome.sentence(),
        stores.runs().steps(run.id()));
  }

  private static void write(
      String job,
      Path home,
      Run run,
      RunState state,
      Optional<Integer> exitCode,
      String sentence,
      List<StepTime> steps)
      throws IOException {
    new HomeStatus(
            job,
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
