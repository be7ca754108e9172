package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xinbao.arrears.Contradiction;
import org.xinbao.conf.ProductConf;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.evidence.Explained;
import org.xinbao.evidence.Explanation;
import org.xinbao.evidence.NotExplained;
import org.xinbao.ledger.CustomerKey;
import org.xinbao.ledger.DecisionRow;
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

/** The derivation of every figure of one loan from an export and a configuration. */
public final class LoanDerivation {

  private final Path ledger;
  private final Path conf;
  private final int date;
  private final String loanId;
  private final boolean later;
  private List<String> keys;
  private List<DecisionRow> exported = List.of();

  /**
   * What to derive from.
   *
   * @param ledger the folder of the export
   * @param conf the configuration folder
   * @param date the business date (epoch day)
   */
  public LoanDerivation(Path ledger, Path conf, int date, String loanId) {
    this(ledger, conf, date, loanId, false);
  }

  /**
   * The same for a night that was allowed a later export.
   *
   * @param later whether the export may be of a later date (rulings 10)
   */
  LoanDerivation(Path ledger, Path conf, int date, String loanId, boolean later) {
    this.ledger = ledger;
    this.conf = conf;
    this.date = date;
    this.loanId = loanId;
    this.later = later;
    this.keys = List.of(loanId);
  }

  /**
   * What records about the loan may be kept under: its id, its customer's key, its facility and
   * account.
   */
  List<String> keys() {
    return keys;
  }

  /**
   * Derives the figures.
   *
   * @param known decisions about the loan that were known before this export
   * @throws JobStopped when the export does not have the loan, it is rejected, or the export cannot
   *     be used
   */
  public Explanation explain(List<DecisionRow> known) throws IOException {
    Settings settings = Settings.read(conf);
    Products products = Products.read(conf);
    ExportedLoan loan = loan(settings, products);
    keys =
        Stream.concat(
                Stream.of(loanId, CustomerKey.of(loan.row().customerId())),
                Stream.of(loan.row().facilityId())
                    .filter(each -> !each.isEmpty())
                    .flatMap(each -> Stream.of(each, AccountNight.KEY + each)))
            .toList();
    ProductConf product =
        products
            .find(loan.row().product())
            .orElseThrow(
                () -> new IllegalStateException("a loan of an unknown product passed the checks"));
    List<DecisionRow> decisions = withExported(known);
    Explained explained =
        Explanation.of(
            loan.loan(),
            product,
            HoldDecisions.holds(decisions),
            Voidings.of(decisions, date).reasons(),
            date);
    if (explained instanceof NotExplained not) {
      throw contradicted(loan, not.contradiction());
    }
    return (Explanation) explained;
  }

  /** Decisions that were known, and those of the export with another id. */
  List<DecisionRow> withExported(List<DecisionRow> known) {
    List<DecisionRow> decisions = new ArrayList<>(known);
    for (DecisionRow each : exported) {
      if (decisions.stream().noneMatch(old -> old.decisionId().equals(each.decisionId()))) {
        decisions.add(each);
      }
    }
    return decisions;
  }

  private ExportedLoan loan(Settings settings, Products products) throws IOException {
    LedgerSettings ledgerSettings =
        new LedgerSettings(
            settings.providerCode(), products.byKey().keySet(), Set.copyOf(settings.currencies()));
    Path work = Files.createTempDirectory("xinbao-explain-");
    try (LedgerExport export = LedgerExport.open(ledger, date, later, ledgerSettings, work);
        LoanReader reader = export.read(new LoanRange(loanId, ""))) {
      LoanGroup group =
          reader
              .next()
              .filter(each -> each.loanId().equals(loanId))
              .orElseThrow(LoanDerivation::notInExport);
      exported = group.decisions();
      return usable(group);
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

  /** Where a row is and what is wrong with it. */
  static String sentence(Reject reject) {
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
