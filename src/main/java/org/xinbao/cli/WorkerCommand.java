package org.xinbao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.job.RunOutcome;
import org.xinbao.job.Worker;
import org.xinbao.job.WorkerArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A worker of {@code nightly --workers remote}: {@code jobs/worker.sh}. */
@Command(
    name = "worker",
    description = "Works partitions of nights on this host until it is stopped.",
    mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {

  private static final int THREADS_MAX = 256;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "the nightly job's home, on a folder that all hosts share (default: var)")
  private @Nullable Path home;

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "the configuration folder (default: jobs/conf)")
  private @Nullable Path conf;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "partitions worked at the same time (default: the processors)")
  private int threads = Math.min(Runtime.getRuntime().availableProcessors(), THREADS_MAX);

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      description = "end when no partition came for so long (default: wait until stopped)")
  private int idleSeconds;

  @Override
  public Integer call() throws Exception {
    CommandSpec command = Objects.requireNonNull(spec);
    if (threads < 1 || threads > THREADS_MAX) {
      throw wrong(command, "--threads must be 1 to " + THREADS_MAX);
    }
    if (idleSeconds < 0) {
      throw wrong(command, "--idle must not be below 0");
    }
    PrintWriter err = command.commandLine().getErr();
    RunOutcome outcome =
        Worker.run(
            new WorkerArguments(
                Places.absolute(conf, "jobs/conf"),
                Places.absolute(home, "var"),
                threads,
                idleSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(idleSeconds))),
            err::println);
    err.println(outcome.sentence());
    return outcome.code().number();
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
