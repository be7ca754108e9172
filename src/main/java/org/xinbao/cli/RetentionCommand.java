package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.Deletion;
import org.xinbao.job.DeletionArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The retention job: {@code jobs/retention.sh --date 2026-10-31 [--dry-run]}. */
@Command(
    name = "retention",
    description = "Deletes what is past its time, and says what falls due.",
    mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Places places = new Places();

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "the day by which clocks are read, yyyy-MM-dd; not after the last published date")
  private @Nullable LocalDate date;

  @Option(names = "--dry-run", description = "only say what is due; deletes nothing")
  private boolean dryRun;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "the source archive (default: archive below the home)")
  private @Nullable Path archive;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to release the home (default: 0)")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    Deletion.Result result =
        Deletion.run(
            new DeletionArguments(
                places.home(),
                places.output(),
                places.conf(),
                places.archive(archive),
                Day.of(Objects.requireNonNull(date)),
                dryRun,
                Duration.ofSeconds(waitSeconds)));
    var command = Objects.requireNonNull(spec).commandLine();
    result.due().forEach(command.getOut()::println);
    command.getErr().println(result.outcome().sentence());
    return result.outcome().code().number();
  }
}
