package org.xinbao.cli;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.RebuiltReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Workbooks made again: {@code jobs/report.sh}. */
@Command(
    name = "report",
    description = "Makes workbooks and run pages of published dates again, and a month-end pack.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final AuditCommand.Where where = new AuditCommand.Where();

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
    return AuditCommand.say(
        Objects.requireNonNull(spec),
        RebuiltReports.run(
            where.arguments(),
            Day.of(Objects.requireNonNull(from)),
            Day.of(Objects.requireNonNull(to))));
  }
}
