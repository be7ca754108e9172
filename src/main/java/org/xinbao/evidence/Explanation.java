package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.SplitDifference;
import org.xinbao.conf.ProductConf;
import org.xinbao.retention.Hold;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.treatment.Treatment;
import org.xinbao.treatment.TreatmentStep;

/**
 * The derivation of every figure of one loan at the close of a business date, as a person would
 * write it: rules with their sources, schedule, movements and what they were applied to, penalty
 * stretches, figures with the threshold or sum that gives them, adverse records with their clocks.
 *
 * <p>A pure function of values that holds no personal data. A sum that does not give the figure it
 * explains is never written: {@link #of} throws instead.
 */
public final class Explanation implements Explained {

  private final Facts facts;
  private final List<Rule> rules;
  private final List<Figure> figures;
  private final List<AdverseNote> adverse;

  private Explanation(Facts facts) {
    this.facts = facts;
    for (SplitDifference each : facts.assessment().splitDifferences()) {
      note(each);
    }
    rules = Rule.of(facts.conf());
    figures = List.copyOf(figures(facts));
    adverse = AdverseNote.of(facts);
  }

  /**
   * Explains a loan.
   *
   * @param holds legal holds and open disputes of the loan
   * @param businessDate epoch day
   * @throws IllegalStateException when the derivation does not give a figure of the assessment,
   *     which is a fault of the program
   */
  public static Explained of(Loan loan, ProductConf conf, List<Hold> holds, int businessDate) {
    return of(loan, conf, holds, new TreeMap<>(), businessDate);
  }

  /**
   * Explains a loan some of whose adverse records a decision has voided.
   *
   * @param voided the reasons by the records' first days (epoch days)
   */
  public static Explained of(
      Loan loan,
      ProductConf conf,
      List<Hold> holds,
      SortedMap<Integer, String> voided,
      int businessDate) {
    Recorder recorder = new Recorder(loan, conf.rules(), businessDate);
    AssessmentOutcome outcome = Arrears.assess(loan, conf.rules(), businessDate, recorder);
    if (outcome instanceof Contradiction contradiction) {
      return new NotExplained(contradiction);
    }
    return new Explanation(new Facts(loan, conf, holds, voided, (Assessment) outcome, recorder));
  }

  /** The figures that are explained. */
  public Assessment assessment() {
    return facts.assessment();
  }

  /** As text in sections, lines ending in LF. */
  public String toText() {
    return new ExplanationText(this).write();
  }

  /** The same content as JSON with stable keys, lines ending in LF. */
  public String toJson() {
    return new ExplanationJson(this).write();
  }

  /** The value of each figure, in the order of the columns of {@code assessments.csv}, by key. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    figures.forEach(each -> values.put(each.key(), each.value()));
    return values;
  }

  /** The first days (epoch days) of the adverse records that the date shows. */
  public List<Integer> recordsShown() {
    return AdverseNote.retained(facts).stream().map(each -> each.record().overdueFrom()).toList();
  }

  /** As text, with what was published of it. */
  public String toText(Publication publication) {
    return toText() + new PublicationText(publication).write();
  }

  /** As JSON, with what was published of it under {@code publication}. */
  public String toJson(Publication publication) {
    return new ExplanationJson(this).write(publication);
  }

  /** What was published of a loan that the night could not explain, as text. */
  public static String toTextWithout(String reason, Publication publication) {
    return "Loan "
        + publication.loanId()
        + " at the close of "
        + publication.night().businessDate()
        + ": "
        + reason
        + "\n"
        + new PublicationText(publication).write();
  }

  /** The same as JSON. */
  public static String toJsonWithout(String reason, Publication publication) {
    return ExplanationJson.without(reason, publication);
  }

  Facts facts() {
    return facts;
  }

  List<Rule> rules() {
    return rules;
  }

  /** In the order of the columns of {@code assessments.csv}, then what it does not show. */
  List<Figure> figures() {
    return figures;
  }

  List<AdverseNote> adverse() {
    return adverse;
  }

  private static List<Figure> figures(Facts facts) {
    List<Figure> figures = new ArrayList<>(ArrearsFigures.of(facts));
    MonthFigures month = new MonthFigures(facts);
    ClassFigures classes = new ClassFigures(facts);
    figures.add(month.dueThisMonth());
    figures.add(month.paidThisMonth());
    figures.add(month.lastPaidOn());
    figures.add(month.unallocated());
    figures.add(classes.fiveClass());
    figures.add(classes.repaymentStatus());
    figures.addAll(adverse(facts));
    figures.add(classes.treatment(step(facts)));
    figures.add(month.remaining());
    figures.add(
        Figure.said(
            "five_class_on",
            Day.format(facts.assessment().fiveClassOn()),
            "the day the present class was reached, the opening date at first"));
    figures.add(month.lastPaidAmount());
    figures.add(month.costAnnual());
    figures.add(month.waived());
    figures.add(month.closingDifference());
    figures.add(nothingOwedFrom(facts));
    return figures;
  }

  private static TreatmentStep step(Facts facts) {
    Assessment figures = facts.assessment();
    return Treatment.step(
        facts.conf().treatment(),
        figures.accountStatus(),
        figures.daysPastDue(),
        figures.overdueTotal());
  }

  private static List<Figure> adverse(Facts facts) {
    Optional<RetainedRecord> latest = Retention.latest(AdverseNote.retained(facts));
    String which = latest.isPresent() ? "of the latest record in section 7" : "no record is kept";
    return List.of(
        said("adverse_since", latest.map(each -> each.record().overdueFrom()), which),
        said("adverse_settled_on", latest.map(RetainedRecord::settledOn), which),
        said("retain_until", latest.map(RetainedRecord::retainUntil), which));
  }

  private static Figure said(String key, Optional<Integer> day, String because) {
    return Figure.said(key, day.map(Day::format).orElse(""), because);
  }

  private static Figure nothingOwedFrom(Facts facts) {
    int day = facts.assessment().nothingOwedFrom();
    return Figure.said(
        "nothing_owed_from",
        Day.format(day),
        day == Day.NONE
            ? "something is still owed"
            : "the first day from which nothing is owed, due or not, penalty included");
  }

  private void note(SplitDifference difference) {
    for (MovementTrace each : facts.replay().movements()) {
      if (each.movement().txnId().equals(difference.txnId())) {
        each.note(
            "the ledger booked principal "
                + Cents.format(difference.ledger().principal())
                + ", interest "
                + Cents.format(difference.ledger().interest())
                + ", penalty "
                + Cents.format(difference.ledger().penalty())
                + ", fee "
                + Cents.format(difference.ledger().fee())
                + ": a difference (differences.csv)");
      }
    }
  }
}
