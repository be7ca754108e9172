package org.xinbao.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.Bureaux;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.ReportedAccounts;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.job.ExitCode;
import org.xinbao.job.JobStopped;
import org.xinbao.job.ReportedHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The pre-check of submission files, ours or another vendor's: {@code jobs/xinbao.sh precheck
 * FILE...}. Needs no configuration and no home; memory does not grow with the files. With a home it
 * also applies what the bureau would check against its store.
 *
 * <p>Ends with 0 when nothing was found, 10 when something was, 2 for wrong arguments or
 * configuration, 30 when a file cannot be read or the result cannot be written, 40 when another job
 * holds the home that is to be compared with.
 */
@Command(
    name = "precheck",
    description = "Checks submission files of any vendor by the rules of their bureau.",
    mixinStandardHelpOptions = true)
final class PrecheckCommand implements Callable<Integer> {

  private static final Pattern PROVIDER = Pattern.compile("[0-9A-Za-z]{14}");

  /** How the result is written. */
  enum Format {
    TEXT,
    CSV,
    JSON
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the submission files")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--provider",
      paramLabel = "CODE",
      description = "the only provider code that is known (default: that of each file)")
  private String provider = "";

  @Option(
      names = "--bureau",
      paramLabel = "NAME",
      description =
          "whose files they are (default: each file is recognised by its name or opening)")
  private String bureau = "";

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "takes provider code and organisation codes from this configuration")
  private @Nullable Path conf;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "also compares with what this home has sent, by its configuration (--conf)")
  private @Nullable Path home;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for another job to let go of the home (default: 0)")
  private int wait;

  @Option(names = "--format", description = "text, csv or json (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "print at most so many findings per code and file (default: 100); all are counted")
  private int limit = 100;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the result to this file (default: standard output)")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    refuseArguments();
    PrecheckDoor door =
        conf == null && home == null
            ? PrecheckDoor.unconfigured(bureau)
            : PrecheckDoor.configured(bureau, Places.absolute(conf, "jobs/conf"));
    refuseUnreadable();
    Path sent = home;
    if (sent == null) {
      return written(door, Optional.empty());
    }
    if (!Files.isDirectory(sent)) {
      throw new JobStopped(
          ExitCode.USAGE, "The home " + sent + " does not exist: name another one with --home.");
    }
    return ReportedHistory.in(
        sent.toAbsolutePath().normalize(),
        Places.absolute(conf, "jobs/conf"),
        Duration.ofSeconds(wait),
        history -> written(door, Optional.of(history)));
  }

  private int written(PrecheckDoor door, Optional<ReportedHistory> history) throws IOException {
    Path target = out;
    if (target == null) {
      return result(door, history, command().getOut());
    }
    Path whole = target.toAbsolutePath().normalize();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      int code;
      try (BufferedWriter file = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        code = result(door, history, new PrintWriter(file));
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return code;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private picocli.CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private void refuseArguments() {
    if (wait < 0) {
      throw new ParameterException(command(), "--wait takes a whole number of at least 0");
    }
    if (limit < 0) {
      throw new ParameterException(command(), "--limit takes a whole number of at least 0");
    }
    if (!provider.isEmpty() && !PROVIDER.matcher(provider).matches()) {
      throw new ParameterException(command(), "--provider takes 14 letters and digits");
    }
    Path given = out;
    if (given != null) {
      Path whole = given.toAbsolutePath().normalize();
      if (files.stream().anyMatch(each -> each.toAbsolutePath().normalize().equals(whole))) {
        throw new ParameterException(command(), "--out names a file that is to be checked");
      }
    }
    if (!bureau.isEmpty() && Bureaux.find(bureau).isEmpty()) {
      throw new ParameterException(command(), "--bureau takes one of " + Bureaux.names());
    }
  }

  private PrecheckKnown known(Optional<ReportedHistory> history, String bureauName) {
    return new PrecheckKnown(
        provider,
        name -> history.isPresent() && history.get().isUsedName(name),
        history.map(each -> each.accounts(bureauName)).orElse(ReportedAccounts.NONE));
  }

  private void refuseUnreadable() {
    for (Path each : files) {
      if (!Files.isRegularFile(each) || !Files.isReadable(each)) {
        throw new JobStopped(
            ExitCode.FAILED,
            "The file "
                + PrecheckReport.printable(each.toString())
                + " does not exist or cannot be read: name a plain submission file that may be"
                + " read.");
      }
    }
  }

  private int result(PrecheckDoor door, Optional<ReportedHistory> history, PrintWriter writer)
      throws IOException {
    PrecheckReport report =
        switch (format) {
          case TEXT -> new PrecheckText(writer);
          case CSV -> new PrecheckCsv(writer, command().getErr());
          case JSON -> new PrecheckJson(writer);
        };
    boolean found = false;
    report.begin();
    for (Path each : files) {
      found |= file(each, door, history, report);
      if (writer.checkError()) {
        throw new IOException("the result could not be written");
      }
    }
    report.end();
    if (writer.checkError()) {
      throw new IOException("the result could not be written");
    }
    return (found ? ExitCode.LOOK : ExitCode.DONE).number();
  }

  private boolean file(
      Path file, PrecheckDoor door, Optional<ReportedHistory> history, PrecheckReport report)
      throws IOException {
    BureauFactory factory = door.bureau(file);
    String name = PrecheckReport.printable(String.valueOf(file.getFileName()));
    TreeMap<String, Long> counts = new TreeMap<>();
    report.beginFile(name);
    SubmissionFile sums =
        door.check(
            factory,
            file,
            known(history, factory.name()),
            finding -> {
              if (counts.merge(finding.code(), 1L, Long::sum) <= limit) {
                report.finding(name, finding);
              }
            });
    report.endFile(new PrecheckReport.Summary(name, factory, sums, counts, limit));
    return !counts.isEmpty();
  }
}
