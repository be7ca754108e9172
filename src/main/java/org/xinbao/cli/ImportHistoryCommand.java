package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.HistoryArguments;
import org.xinbao.job.HistoryImport;
import org.xinbao.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes over what another system reported: {@code jobs/xinbao.sh import-history}. */
@Command(
    name = "import-history",
    description = "Takes over, once and before the first night, what another system has reported.",
    mixinStandardHelpOptions = true)
final class ImportHistoryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Places places = new Places();

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "the folder with reported.csv and the other files of the history")
  private @Nullable Path folder;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the day at whose close the history holds, yyyy-MM-dd")
  private @Nullable LocalDate date;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to release the home (default: 0)")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    RunOutcome outcome =
        HistoryImport.run(
            new HistoryArguments(
                Objects.requireNonNull(folder).toAbsolutePath().normalize(),
                Day.of(Objects.requireNonNull(date)),
                places.conf(),
                places.home(),
                Duration.ofSeconds(waitSeconds)));
    Objects.requireNonNull(spec).commandLine().getErr().println(outcome.sentence());
    return outcome.code().number();
  }
}
