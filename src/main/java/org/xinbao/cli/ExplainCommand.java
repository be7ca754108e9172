package org.xinbao.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.Explanation;
import org.xinbao.evidence.Publication;
import org.xinbao.job.AuditArguments;
import org.xinbao.job.ExitCode;
import org.xinbao.job.JobStopped;
import org.xinbao.job.LoanDerivation;
import org.xinbao.job.PastLoan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The derivation of every figure of one loan: {@code jobs/xinbao.sh explain --date D --loan ID} for
 * a published date, from the archive; with {@code --ledger DIR} from any export, without the home.
 *
 * <p>Ends with 0; 2 for wrong arguments or configuration and for a loan that the export does not
 * have; 10 when the derivation does not give what was published; 20 when the export cannot be used
 * or the loan is rejected.
 */
@Command(
    name = "explain",
    description = "Prints how every figure of one loan comes about, with the rule and its source.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  private static final Pattern LOAN_ID = Pattern.compile("[0-9A-Za-z]{1,46}");

  /** How the explanation is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final AuditCommand.Where where = new AuditCommand.Where();

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "the folder of an export; without it a published date is read from the archive")
  private @Nullable Path ledger;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the business date, yyyy-MM-dd")
  private @Nullable LocalDate date;

  @Option(names = "--loan", required = true, paramLabel = "ID", description = "the loan_id")
  private String loanId = "";

  @Option(
      names = "--version-no",
      paramLabel = "N",
      description = "a version of the published date (default: the last one)")
  private @Nullable Integer version;

  @Option(names = "--format", description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws Exception {
    if (!LOAN_ID.matcher(loanId).matches()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--loan takes 1 to 46 letters and digits");
    }
    int day = Day.of(Objects.requireNonNull(date));
    return ledger == null ? published(day) : exported(ledger, day);
  }

  private int exported(Path export, int day) throws Exception {
    Path folder = where.arguments().conf();
    if (!Files.isDirectory(folder)) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The configuration folder " + folder + " does not exist: name another one with --conf.");
    }
    Path ledgerFolder = export.toAbsolutePath().normalize();
    Explanation explanation =
        new LoanDerivation(ledgerFolder, folder, day, loanId).explain(List.of());
    print(format == Format.JSON ? explanation.toJson() : explanation.toText());
    return ExitCode.DONE.number();
  }

  private int published(int day) throws Exception {
    AuditArguments arguments = where.arguments();
    OptionalInt wanted = version == null ? OptionalInt.empty() : OptionalInt.of(version);
    PastLoan.Found found = PastLoan.find(arguments, day, wanted, loanId);
    Publication publication = found.publication();
    if (format == Format.JSON) {
      print(
          found
              .explanation()
              .map(each -> each.toJson(publication))
              .orElseGet(() -> Explanation.toJsonWithout(found.sentence(), publication)));
    } else {
      print(
          found
              .explanation()
              .map(each -> each.toText(publication))
              .orElseGet(() -> Explanation.toTextWithout(found.sentence(), publication)));
    }
    if (!found.sentence().isEmpty()) {
      Objects.requireNonNull(spec).commandLine().getErr().println(found.sentence());
    }
    return found.code().number();
  }

  private void print(String text) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
