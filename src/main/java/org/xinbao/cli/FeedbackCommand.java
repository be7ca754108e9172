package org.xinbao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.job.FeedbackArguments;
import org.xinbao.job.FeedbackJob;
import org.xinbao.job.FeedbackOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the bureaux answered: {@code jobs/feedback.sh --dir DIR}. */
@Command(
    name = "feedback",
    description = "Takes in the bureaux' feedback files of a folder and lists what was rejected.",
    mixinStandardHelpOptions = true)
final class FeedbackCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "the folder with the feedback files, decrypted and unpacked")
  private @Nullable Path folder;

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
    FeedbackOutcome ended =
        FeedbackJob.run(
            new FeedbackArguments(
                Objects.requireNonNull(folder).toAbsolutePath().normalize(),
                places.output(),
                places.conf(),
                places.home(),
                Duration.ofSeconds(waitSeconds)));
    PrintWriter err = command.commandLine().getErr();
    ended.refused().forEach(each -> err.println("Refused: " + each));
    err.println(ended.outcome().sentence());
    return ended.outcome().code().number();
  }
}
