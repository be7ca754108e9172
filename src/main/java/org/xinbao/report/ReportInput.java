package org.xinbao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything the workbook and the run page show: aggregates and bounded lists, no loan by loan data
 * beyond them. Texts from outside (ids, messages, rule values) may be hostile; both outputs make
 * them harmless.
 *
 * @param businessDate epoch day
 * @param institution the provider code
 * @param program name and version of the program
 * @param funnel what went in and what came out
 * @param today the figures of the business date
 * @param previous the figures of the last published date before it
 * @param monthEnd the figures of the last month-end before the business date
 * @param history the figures of the published month-ends before the business date, oldest first
 * @param conventions the rules in force, as configured
 * @param inputs the files of the export
 * @param outputs the files of the output folder known so far; a file cannot list itself
 * @param answers what bureaux answered and did not answer so far
 * @param notes warnings and remarks of the run
 */
public record ReportInput(
    int businessDate,
    String institution,
    Language language,
    String program,
    Funnel funnel,
    Figures today,
    Optional<DatedFigures> previous,
    Optional<DatedFigures> monthEnd,
    List<DatedFigures> history,
    Worklist worklist,
    Thresholds thresholds,
    List<Convention> conventions,
    List<InputFile> inputs,
    List<OutputFile> outputs,
    Listing<RejectLine> rejects,
    Listing<HeldLine> held,
    Listing<DifferenceLine> differences,
    List<Submission> submissions,
    Answers answers,
    Listing<Dispute> disputes,
    List<Note> notes) {

  /** The most lines that a listing shows; the full list is the CSV file beside the report. */
  public static final int LISTING_LIMIT = 5_000;

  /** How many month-ends the history needs at most: vintages are followed for two years. */
  public static final int HISTORY_MONTHS = 24;

  public ReportInput {
    history = List.copyOf(history);
    conventions = List.copyOf(conventions);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    submissions = List.copyOf(submissions);
    notes = List.copyOf(notes);
  }

  /** The products that have loans in a currency today or had some at the last month-end. */
  List<String> productsWithLoans(String currency) {
    SortedSet<String> products = new TreeSet<>(Utf8Order.INSTANCE);
    products.addAll(today.productsWithLoans(currency));
    monthEnd.ifPresent(end -> products.addAll(end.figures().productsWithLoans(currency)));
    return List.copyOf(products);
  }

  /** The figures of an earlier date; {@code date} is an epoch day. */
  public record DatedFigures(int date, Figures figures) {}

  /**
   * The way from rows to records.
   *
   * @param rowsRead rows of all files of the export, without headers
   * @param rowsUsed rows read less rows rejected and rows of rejected loans
   * @param loansRead loans of the export
   * @param loansAssessed loans read less loans rejected
   * @param loansReportable loans for which at least one record was due for a bureau
   * @param records records written for all bureaux
   */
  public record Funnel(
      long rowsRead,
      long rowsUsed,
      long loansRead,
      long loansAssessed,
      long loansReportable,
      long records) {

    /** Loans that were not assessed. */
    public long loansRejected() {
      return loansRead - loansAssessed;
    }
  }

  /**
   * From where on a light is amber or red. Ratios are fractions times 10<sup>6</sup>.
   *
   * @param nplAmberE6 NPL ratio (不良率)
   * @param overdueAmberE6 overdue balance to balance (逾期率)
   * @param rejectedRedE6 rejected loans to loans read; any reject is amber
   */
  public record Thresholds(
      long nplAmberE6, long nplRedE6, long overdueAmberE6, long overdueRedE6, long rejectedRedE6) {

    /** NPL 3 % and 5 %, overdue 5 % and 10 %, rejected loans 0.1 %. */
    public static final Thresholds DEFAULT = new Thresholds(30_000, 50_000, 50_000, 100_000, 1_000);
  }

  /**
   * A rule in force, as configured.
   *
   * @param scope the product, bureau or file it belongs to
   */
  public record Convention(String scope, String key, String value) {}

  /** A file of the export; {@code rows} without its header. */
  public record InputFile(String name, long rows, String sha256) {}

  /** A file of the output folder; {@code path} is relative to it. */
  public record OutputFile(String path, long bytes, String sha256) {}

  /**
   * A list cut to what a person can use, and how many there are by group and code.
   *
   * @param lines at most {@link #LISTING_LIMIT} are shown
   * @param counts every group and code that occurs, complete
   */
  public record Listing<T>(List<T> lines, List<CodeCount> counts) {

    public Listing {
      lines = List.copyOf(lines.subList(0, Math.min(lines.size(), LISTING_LIMIT)));
      counts = List.copyOf(counts);
    }

    /** Nothing listed. */
    public static <T> Listing<T> none() {
      return new Listing<>(List.of(), List.of());
    }

    /** How many carry a code, over all groups. */
    long count(String code) {
      return counts.stream()
          .filter(each -> each.code().equals(code))
          .mapToLong(CodeCount::count)
          .sum();
    }

    /** How many there are in all. */
    public long total() {
      return counts.stream().mapToLong(CodeCount::count).sum();
    }
  }

  /**
   * How many lines carry a code.
   *
   * @param group the file of a reject, the bureau of what is held
   */
  public record CodeCount(String group, String code, long count) {}

  /**
   * A row that was not used; a line of {@code rejects.csv}.
   *
   * @param line physical line, 0 when it is about no single line
   */
  public record RejectLine(
      String file, long line, String loanId, String column, String code, String message) {}

  /**
   * What is reportable but held back; a line of {@code held.csv}.
   *
   * @param since the business date on which it was first held (epoch day)
   */
  public record HeldLine(String loanId, String bureau, String code, String message, int since) {}

  /**
   * A file for a bureau.
   *
   * @param balance control total in the bureau's own unit
   * @param overdue control total in the bureau's own unit
   */
  public record Submission(
      String bureau, String recordType, String file, long records, long balance, long overdue) {}

  /**
   * What bureaux answered so far.
   *
   * @param bureaux one per bureau that has been sent anything
   * @param refusals why records were refused: bureau, the bureau's code, number of records
   * @param unanswered files without an answer for longer than the setting allows, oldest first
   */
  public record Answers(
      List<Feedback> bureaux, List<CodeCount> refusals, List<UnansweredFile> unanswered) {

    /** Nothing was sent before. */
    public static final Answers NONE = new Answers(List.of(), List.of(), List.of());

    public Answers {
      bureaux = List.copyOf(bureaux);
      refusals = List.copyOf(refusals);
      unanswered = List.copyOf(unanswered);
    }
  }

  /**
   * What a bureau answered to the records sent to it before the business date.
   *
   * @param rejected every record that it has rejected
   * @param corrected those of them that do not wait any more: sent again, or replaced by a later
   *     report
   * @param unanswered records of files without an answer for longer than the setting allows
   */
  public record Feedback(
      String bureau, long accepted, long rejected, long corrected, long unanswered) {}

  /**
   * A file that a bureau has not answered.
   *
   * @param sentOn the business date whose file it is, epoch day
   */
  public record UnansweredFile(String bureau, String file, long records, int sentOn) {}

  /**
   * A figure of the ledger that differs from ours; a line of {@code differences.csv}.
   *
   * @param reference the transaction, or empty
   * @param ledger as the ledger has it
   * @param computed as we have it
   */
  public record DifferenceLine(
      String loanId, String kind, String reference, String ledger, String computed) {}

  /**
   * An open dispute (异议); a line of {@code disputes.csv}.
   *
   * @param openedOn epoch day
   * @param dueOn the day by which it must be answered, epoch day
   */
  public record Dispute(String decisionId, String loanId, int openedOn, int dueOn) {

    /** A dispute due within so many days is amber, one past its day red. */
    static final int SOON_DAYS = 5;

    private static final Comparator<Dispute> ORDER =
        Comparator.comparingInt(Dispute::dueOn)
            .thenComparing(Dispute::loanId, Utf8Order.INSTANCE)
            .thenComparing(Dispute::decisionId, Utf8Order.INSTANCE);

    /** The disputes, the most urgent first, counted by their light. */
    public static Listing<Dispute> list(List<Dispute> disputes, int businessDate) {
      List<CodeCount> counts = new ArrayList<>();
      for (Light light : List.of(Light.RED, Light.AMBER, Light.GREEN)) {
        long count = disputes.stream().filter(d -> d.light(businessDate) == light).count();
        if (count > 0) {
          counts.add(new CodeCount("", light.name(), count));
        }
      }
      return new Listing<>(disputes.stream().sorted(ORDER).toList(), counts);
    }

    Light light(int businessDate) {
      int left = dueOn - businessDate;
      return left < 0 ? Light.RED : left <= SOON_DAYS ? Light.AMBER : Light.GREEN;
    }
  }

  /** A remark on the run. */
  public record Note(Level level, String text) {

    /** A warning about how this version of the date came about. */
    public enum Kind {
      /** Business dates were never run: first and last, equal for a single one. */
      MISSED_DATES,
      /** Not the first version: the date, its version, the version before. */
      CORRECTION,
      /** Run from the export of a later date: that date. */
      LATER_EXPORT,
      /** Changed rules of published products were accepted: their keys. */
      ACCEPTED_RULES
    }

    /** A warning; dates among its values are written {@code yyyy-MM-dd}. */
    public static Note warning(Language language, Kind kind, String... values) {
      return warning(Labels.of(language), kind, values);
    }

    static Note warning(Labels labels, Kind kind, String... values) {
      String key = "note." + kind.name().toLowerCase(Locale.ROOT);
      return new Note(Level.WARNING, labels.text(key, (Object[]) values));
    }

    /** How much a remark matters. */
    public enum Level {
      INFO,
      WARNING
    }
  }
}
