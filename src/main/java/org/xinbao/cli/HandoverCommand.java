package org.xinbao.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.HandoverArguments;
import org.xinbao.job.HandoverJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Repeats a hand-over: {@code jobs/handover.sh --date 2026-10-31}. */
@Command(
    name = "handover",
    description =
        "Hands published files over that are not handed over yet, and lists the state of each.",
    mixinStandardHelpOptions = true)
final class HandoverCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the business date, yyyy-MM-dd; what is left of earlier dates goes first")
  private @Nullable LocalDate date;

  @Option(names = "--bureau", paramLabel = "B", description = "only this bureau's files")
  private @Nullable String bureau;

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description = "try this file although nobody knows how its last attempt ended")
  private @Nullable String again;

  @Option(
      names = "--done",
      paramLabel = "FILE",
      description = "this file has arrived, or was handed over by other means")
  private @Nullable String done;

  @Mixin private final Places places = new Places();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to release the home (default: 0)")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    CommandSpec command = Objects.requireNonNull(spec);
    if (waitSeconds < 0) {
      throw new ParameterException(command.commandLine(), "--wait must not be below 0");
    }
    HandoverArguments arguments =
        new HandoverArguments(
            Day.of(Objects.requireNonNull(date)),
            Optional.ofNullable(bureau),
            Optional.ofNullable(again),
            Optional.ofNullable(done),
            places.output(),
            places.conf(),
            places.home(),
            Duration.ofSeconds(waitSeconds));
    HandoverJob.Outcome outcome;
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      outcome = HandoverJob.run(arguments, progress);
    }
    PrintWriter out = command.commandLine().getOut();
    outcome.files().forEach(out::println);
    command.commandLine().getErr().println(outcome.run().sentence());
    return outcome.run().code().number();
  }
}
