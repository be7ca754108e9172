package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.Nightly;
import org.xinbao.job.NightlyArguments;
import org.xinbao.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job: {@code jobs/nightly.sh --ledger DIR --date 2026-10-31}. */
@Command(
    name = "nightly",
    description =
        "Reads the ledger export of a date and publishes what the bureaux and people need.",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

  private static final int THREADS_MAX = 256;
  private static final int PARTITIONS_MAX = 4096;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the export")
  private @Nullable Path ledger;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the business date, yyyy-MM-dd")
  private @Nullable LocalDate date;

  @Mixin private final Places places = new Places();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "partitions worked at the same time (default: the processors)")
  private int threads = Math.min(Runtime.getRuntime().availableProcessors(), THREADS_MAX);

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "number of partitions (default: by the number of loans)")
  private int partitions;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to release the home (default: 0)")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    if (threads < 1 || threads > THREADS_MAX) {
      throw wrong(command, "--threads must be 1 to " + THREADS_MAX);
    }
    if (partitions < 0 || partitions > PARTITIONS_MAX) {
      throw wrong(command, "--partitions must be 0 to " + PARTITIONS_MAX);
    }
    if (waitSeconds < 0) {
      throw wrong(command, "--wait must not be below 0");
    }
    NightlyArguments arguments =
        new NightlyArguments(
            java.util.Objects.requireNonNull(ledger).toAbsolutePath().normalize(),
            Day.of(java.util.Objects.requireNonNull(date)),
            places.output(),
            places.conf(),
            places.home(),
            threads,
            partitions,
            Duration.ofSeconds(waitSeconds));
    RunOutcome outcome;
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      outcome = Nightly.run(arguments, progress);
    }
    command.commandLine().getErr().println(outcome.sentence());
    return outcome.code().number();
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
