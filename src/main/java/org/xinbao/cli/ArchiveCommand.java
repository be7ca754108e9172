package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.Archive;
import org.xinbao.job.ArchiveArguments;
import org.xinbao.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The archive job: {@code jobs/archive.sh}. */
@Command(
    name = "archive",
    description = "Archives what published dates were computed from, outside the night.",
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Places places = new Places();

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "the source archive (default: archive below the home)")
  private @Nullable Path archive;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only this business date, yyyy-MM-dd (default: all that are not archived)")
  private @Nullable LocalDate date;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to release the home (default: 0)")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    RunOutcome outcome =
        Archive.run(
            new ArchiveArguments(
                places.home(),
                places.conf(),
                places.archive(archive),
                date == null ? OptionalInt.empty() : OptionalInt.of(Day.of(date)),
                Duration.ofSeconds(waitSeconds)));
    Objects.requireNonNull(spec).commandLine().getErr().println(outcome.sentence());
    return outcome.code().number();
  }
}
