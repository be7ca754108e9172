package org.xinbao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.Audit;
import org.xinbao.job.AuditArguments;
import org.xinbao.job.AuditReport;
import org.xinbao.job.Rerun;
import org.xinbao.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What auditors ask: {@code jobs/xinbao.sh audit verify}. */
@Command(
    name = "audit",
    description = "Proves that what was published is as it was, and how it came about.",
    subcommands = {
      AuditCommand.Verify.class,
      AuditCommand.Reproduce.class,
      AuditCommand.Report.class,
      AuditCommand.Again.class
    },
    mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "Name what to audit; jobs/xinbao.sh help audit lists it.");
  }

  /** Where every audit looks. */
  static final class Where {

    @Mixin private final Places places = new Places();

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

    AuditArguments arguments() {
      return new AuditArguments(
          places.home(),
          places.output(),
          places.conf(),
          places.archive(archive),
          Duration.ofSeconds(waitSeconds));
    }
  }

  /** The chain link by link, and every file against its hash. */
  @Command(
      name = "verify",
      description = "Walks the evidence chain and compares every file with its hash.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final Where where = new Where();

    @Override
    public Integer call() throws Exception {
      return say(Objects.requireNonNull(spec), Audit.verify(where.arguments()));
    }
  }

  /** A published date again, byte for byte. */
  @Command(
      name = "reproduce",
      description = "Runs a published date again from the archive and compares every byte.",
      mixinStandardHelpOptions = true)
  static final class Reproduce implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final Where where = new Where();

    @Option(
        names = "--date",
        required = true,
        paramLabel = "DATE",
        converter = DateConverter.class,
        description = "the business date, yyyy-MM-dd")
    private @Nullable LocalDate date;

    @Option(
        names = "--version-no",
        paramLabel = "N",
        description = "a version of the date (default: the last one)")
    private @Nullable Integer version;

    @Option(
        names = "--with-present",
        description = "run the present program, not the archived one, and list what differs")
    private boolean withPresent;

    @Override
    public Integer call() throws Exception {
      int day = Day.of(Objects.requireNonNull(date));
      OptionalInt wanted = version == null ? OptionalInt.empty() : OptionalInt.of(version);
      return say(
          Objects.requireNonNull(spec),
          Audit.reproduce(where.arguments(), day, wanted, withPresent));
    }
  }

  /** The auditors' workbook. */
  @Command(
      name = "report",
      description = "Writes the auditors' workbook of a span of business dates.",
      mixinStandardHelpOptions = true)
  static final class Report implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final Where where = new Where();

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        converter = DateConverter.class,
        description = "the first business date, yyyy-MM-dd")
    private @Nullable LocalDate from;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "DATE",
        converter = DateConverter.class,
        description = "the last business date, yyyy-MM-dd")
    private @Nullable LocalDate to;

    @Override
    public Integer call() throws Exception {
      return say(
          Objects.requireNonNull(spec),
          AuditReport.write(
              where.arguments(),
              Day.of(Objects.requireNonNull(from)),
              Day.of(Objects.requireNonNull(to))));
    }
  }

  /** What {@code reproduce} starts, in the program of that time. */
  @Command(name = "rerun", hidden = true, description = "Used by audit reproduce.")
  static final class Again implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--scratch", required = true)
    private @Nullable Path scratch;

    @Option(names = "--date", required = true, converter = DateConverter.class)
    private @Nullable LocalDate date;

    @Override
    public Integer call() throws Exception {
      RunOutcome outcome =
          Rerun.run(Objects.requireNonNull(scratch), Day.of(Objects.requireNonNull(date)));
      Objects.requireNonNull(spec).commandLine().getErr().println(outcome.sentence());
      return outcome.code().number();
    }
  }

  /** Findings to standard output, the sentence to standard error. */
  static int say(CommandSpec spec, Audit.Result result) {
    result.findings().forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getErr().println(result.sentence());
    return result.code().number();
  }
}
