package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.CatchUp;
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

  @Option(
      names = "--catch-up",
      description =
          "first run the dates since the last published one, from the exports beside this one")
  private boolean catchUp;

  @Option(
      names = "--as-of-export",
      paramLabel = "DIR",
      description = "with --catch-up: a later export for dates that have none of their own")
  private @Nullable Path asOfExport;

  @Option(
      names = "--workers",
      paramLabel = "WHO",
      description =
          "who works the partitions: ${COMPLETION-CANDIDATES}; remote: jobs/worker.sh on any host,"
              + " with --threads 0 none here (default: local)")
  private NightlyArguments.Workers workers = NightlyArguments.Workers.LOCAL;

  @Mixin private final AllowedOptions allowed = new AllowedOptions();

  @Override
  public Integer call() throws Exception {
    CommandSpec command = Objects.requireNonNull(spec);
    int fewest = workers == NightlyArguments.Workers.REMOTE ? 0 : 1;
    if (threads < fewest || threads > THREADS_MAX) {
      throw wrong(command, "--threads must be " + fewest + " to " + THREADS_MAX);
    }
    if (partitions < 0 || partitions > PARTITIONS_MAX) {
      throw wrong(command, "--partitions must be 0 to " + PARTITIONS_MAX);
    }
    if (waitSeconds < 0) {
      throw wrong(command, "--wait must not be below 0");
    }
    if (asOfExport != null && !catchUp) {
      throw wrong(command, "--as-of-export belongs to --catch-up");
    }
    if (catchUp && allowed.isForOneDate()) {
      throw wrong(command, "--catch-up goes with none of --correct, --skip-to, --accept-rules");
    }
    RunOutcome outcome = run(arguments(command));
    command.commandLine().getErr().println(outcome.sentence());
    return outcome.code().number();
  }

  private NightlyArguments arguments(CommandSpec command) {
    LocalDate day = Objects.requireNonNull(date);
    return new NightlyArguments(
        Objects.requireNonNull(ledger).toAbsolutePath().normalize(),
        Day.of(day),
        places.output(),
        places.conf(),
        places.home(),
        threads,
        partitions,
        Duration.ofSeconds(waitSeconds),
        allowed.of(day, sentence -> wrong(command, sentence)),
        workers);
  }

  private RunOutcome run(NightlyArguments arguments) throws Exception {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      return catchUp
          ? CatchUp.run(
              arguments,
              Optional.ofNullable(asOfExport).map(each -> each.toAbsolutePath().normalize()),
              progress)
          : Nightly.run(arguments, progress);
    }
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
