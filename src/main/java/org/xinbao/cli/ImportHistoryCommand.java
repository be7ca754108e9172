package org.xinbao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.HistoryImport;
import org.xinbao.job.ImportArguments;
import org.xinbao.job.ImportOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What another system reported: {@code jobs/xinbao.sh import-history --dir DIR --date D}. */
@Command(
    name = "import-history",
    description = "Takes over, once, what another system has told the bureaux.",
    mixinStandardHelpOptions = true)
final class ImportHistoryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "the folder with the files of the history")
  private @Nullable Path folder;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the last day that the other system reported, yyyy-MM-dd")
  private @Nullable LocalDate date;

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "the configuration folder (default: jobs/conf)")
  private @Nullable Path conf;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "the empty home of the nights to come (default: var)")
  private @Nullable Path home;

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
    ImportOutcome ended =
        HistoryImport.run(
            new ImportArguments(
                Objects.requireNonNull(folder).toAbsolutePath().normalize(),
                Day.of(Objects.requireNonNull(date)),
                Places.absolute(conf, "jobs/conf"),
                Places.absolute(home, "var"),
                Duration.ofSeconds(waitSeconds)));
    PrintWriter err = command.commandLine().getErr();
    ended.refused().forEach(each -> err.println("Refused: " + each));
    err.println(ended.outcome().sentence());
    return ended.outcome().code().number();
  }
}
