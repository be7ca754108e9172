package org.xinbao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ProductConf;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.evidence.Explained;
import org.xinbao.evidence.Explanation;
import org.xinbao.evidence.NotExplained;
import org.xinbao.job.ExitCode;
import org.xinbao.job.HoldDecisions;
import org.xinbao.job.JobStopped;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;
import org.xinbao.ledger.RejectedLoan;
import org.xinbao.store.SafeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The derivation of every figure of one loan: {@code jobs/xinbao.sh explain --ledger DIR --date D
 * --loan ID}. Holds and disputes are those of the export; the home is not read.
 *
 * <p>Ends with 0; 2 for wrong arguments or configuration and for a loan that the export does not
 * have; 20 when the export cannot be used or the loan is rejected.
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

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the export")
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
      names = "--conf",
      paramLabel = "DIR",
      description = "the configuration folder (default: jobs/conf)")
  private @Nullable Path conf;

  @Option(names = "--format", description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    if (!LOAN_ID.matcher(loanId).matches()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--loan takes 1 to 46 letters and digits");
    }
    Path folder = Places.absolute(conf, "jobs/conf");
    if (!Files.isDirectory(folder)) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The configuration folder " + folder + " does not exist: name another one with --conf.");
    }
    Settings settings = Settings.read(folder);
    Products products = Products.read(folder);
    Explanation explanation =
        explain(loan(settings, products), products, Day.of(Objects.requireNonNull(date)));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(format == Format.JSON ? explanation.toJson() : explanation.toText());
    out.flush();
    return ExitCode.DONE.number();
  }

  private ExportedLoan loan(Settings settings, Products products) throws IOException {
    LedgerSettings ledgerSettings =
        new LedgerSettings(
            settings.providerCode(), products.byKey().keySet(), Set.copyOf(settings.currencies()));
    Path work = Files.createTempDirectory("xinbao-explain-");
    try (LedgerExport export =
            LedgerExport.open(
                Objects.requireNonNull(ledger).toAbsolutePath().normalize(),
                Day.of(Objects.requireNonNull(date)),
                ledgerSettings,
                work);
        LoanReader reader = export.read(new LoanRange(loanId, ""))) {
      return usable(
          reader
              .next()
              .filter(each -> each.loanId().equals(loanId))
              .orElseThrow(ExplainCommand::notInExport));
    } catch (ExportRefused e) {
      boolean otherInstitution = e.reason() == ExportRefused.Reason.WRONG_INSTITUTION;
      throw new JobStopped(
          otherInstitution ? ExitCode.USAGE : ExitCode.REFUSED, e.reason() + ": " + e.getMessage());
    } finally {
      SafeFiles.deleteTree(work);
    }
  }

  private static ExportedLoan usable(LoanGroup group) {
    if (group instanceof ExportedLoan loan) {
      return loan;
    }
    if (group instanceof RejectedLoan loan) {
      StringBuilder sentence = new StringBuilder("The loan is rejected:");
      loan.rejects().forEach(each -> sentence.append(' ').append(sentence(each)));
      throw new JobStopped(ExitCode.REFUSED, sentence.toString());
    }
    throw notInExport();
  }

  private static JobStopped notInExport() {
    return new JobStopped(
        ExitCode.USAGE,
        "loans.csv of this export does not have the loan: check the id, or take the export of a"
            + " date on which the loan was open.");
  }

  private static Explanation explain(ExportedLoan loan, Products products, int date) {
    ProductConf product =
        products
            .find(loan.row().product())
            .orElseThrow(
                () -> new IllegalStateException("a loan of an unknown product passed the checks"));
    Explained explained =
        Explanation.of(loan.loan(), product, HoldDecisions.holds(loan.decisions()), date);
    if (explained instanceof NotExplained not) {
      throw contradicted(loan, not.contradiction());
    }
    return (Explanation) explained;
  }

  private static JobStopped contradicted(ExportedLoan loan, Contradiction contradiction) {
    RejectCode code = RejectCode.valueOf(contradiction.kind().name());
    boolean loanRow = contradiction.txnId().isEmpty();
    Reject reject =
        new Reject(
            loanRow ? "loans.csv" : "transactions.csv",
            loanRow ? loan.row().line() : loan.lineOf(contradiction.txnId()),
            loan.loanId(),
            loanRow ? "status" : "amount",
            code,
            code.sentence());
    return new JobStopped(ExitCode.REFUSED, "The loan is rejected: " + sentence(reject));
  }

  private static String sentence(Reject reject) {
    return reject.file()
        + " line "
        + reject.line()
        + (reject.column().isEmpty() ? "" : ", column " + reject.column())
        + ": "
        + reject.code()
        + ": "
        + reject.message();
  }
}
