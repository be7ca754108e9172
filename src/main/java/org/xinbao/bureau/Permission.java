package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ConfNode;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.NoticeRow;

/**
 * What must be given before anything about a loan may be told to a bureau: consent, no dispute that
 * holds it back, figures that agree with the ledger's, and for adverse information a notice
 * (征信业管理条例 art. 15, 29; rulings 2 and 35). The first reason to hold a report back counts.
 *
 * @param noticeAheadDays days before the first overdue day from which a notice counts
 */
public record Permission(
    Notice notice,
    int noticeAheadDays,
    NoticeScope noticeScope,
    Dispute dispute,
    Consent consent,
    long differenceHold,
    String bureau) {

  private static final int AHEAD_MAX = 366;
  private static final int AHEAD = 30;

  /** What an adverse report without notice to the borrower means. */
  public enum Notice {
    REQUIRE,
    WARN,
    OFF
  }

  /** Whether a notice about another loan of the borrower counts. */
  public enum NoticeScope {
    LOAN,
    BORROWER
  }

  /** What an open dispute does to a report. */
  public enum Dispute {
    MARK,
    HOLD
  }

  /** Whether a report needs the borrower's recorded consent. */
  public enum Consent {
    ASSUME,
    REQUIRE
  }

  /** Why nothing may be told. */
  public enum Reason {
    NO_CONSENT("The borrower's consent is not recorded; fill consented_on of the loan."),
    OPEN_DISPUTE("A dispute about the loan is open; the report goes out once it is resolved."),
    DIFFERS_FROM_LEDGER(
        "The ledger's own figures differ from the computed ones by more than difference-hold; see"
            + " differences.csv."),
    NO_NOTICE(
        "The report is adverse and no notice to the borrower lies between the notice period and the"
            + " day before the report date; send the notice, the next report can then go out.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** One sentence without personal data: what is missing and what to do. */
    public String sentence() {
      return sentence;
    }

    /** A row of {@code held.csv}, its days as there. */
    public Held held(String loanId, String bureau, int reportDate, int since) {
      return new Held(loanId, bureau, name(), sentence, reportDate, since);
    }
  }

  /**
   * Reads the keys {@code notice}, {@code dispute} and {@code consent} of a bureau's file.
   *
   * @param otherwise what an open dispute does where the file does not say
   */
  public static Permission read(
      ConfNode root, Dispute otherwise, BureauSettings settings, String bureau) {
    ConfNode notice = root.node("notice");
    Permission permission =
        new Permission(
            notice.choice("mode", Notice.class),
            notice.integer("ahead-days", 0, AHEAD_MAX, AHEAD),
            notice.choice("scope", NoticeScope.class, NoticeScope.LOAN),
            root.choice("dispute", Dispute.class, otherwise),
            root.choice("consent", Consent.class, Consent.ASSUME),
            settings.differenceHold(),
            bureau);
    notice.refuseUnknownKeys();
    return permission;
  }

  /**
   * The first reason to tell nothing.
   *
   * @param adverseFrom the first day of what is adverse in the report (epoch day), {@link Day#NONE}
   *     when nothing is
   * @param reportDate of the report (epoch day)
   */
  public Optional<Reason> refusal(ReportRequest request, int adverseFrom, int reportDate) {
    if (consent == Consent.REQUIRE && !hasConsent(request, reportDate)) {
      return Optional.of(Reason.NO_CONSENT);
    }
    if (dispute == Dispute.HOLD && isDisputed(request)) {
      return Optional.of(Reason.OPEN_DISPUTE);
    }
    if (differs(request)) {
      return Optional.of(Reason.DIFFERS_FROM_LEDGER);
    }
    return notice == Notice.REQUIRE && lacksNotice(request, adverseFrom, reportDate)
        ? Optional.of(Reason.NO_NOTICE)
        : Optional.empty();
  }

  /** What goes out but should be looked at: an adverse report without notice, an open dispute. */
  public List<Reason> warnings(ReportRequest request, int adverseFrom, int reportDate) {
    boolean unnoticed = notice == Notice.WARN && lacksNotice(request, adverseFrom, reportDate);
    boolean disputed = isDisputed(request);
    if (unnoticed && disputed) {
      return List.of(Reason.NO_NOTICE, Reason.OPEN_DISPUTE);
    }
    if (unnoticed) {
      return List.of(Reason.NO_NOTICE);
    }
    return disputed ? List.of(Reason.OPEN_DISPUTE) : List.of();
  }

  /**
   * Whether an adverse report has no notice: none sent from the days ahead before its first adverse
   * day to the day before the report date.
   *
   * @param adverseFrom as in {@link #refusal}
   */
  public boolean lacksNotice(ReportRequest request, int adverseFrom, int reportDate) {
    if (adverseFrom == Day.NONE) {
      return false;
    }
    String loanId = request.today().exported().loanId();
    for (NoticeRow each : request.notices()) {
      boolean counts = noticeScope == NoticeScope.BORROWER || each.loanId().equals(loanId);
      if (counts && each.sentOn() >= adverseFrom - noticeAheadDays && each.sentOn() < reportDate) {
        return false;
      }
    }
    return true;
  }

  /** Whether a dispute that concerns this bureau is open on the business date. */
  public boolean isDisputed(ReportRequest request) {
    for (DecisionRow opened : request.decisions()) {
      if (opened.kind() == DecisionRow.Kind.DISPUTE_OPENED
          && concerns(opened, bureau)
          && holdsFrom(opened) <= request.businessDate()
          && (opened.effectiveTo() == Day.NONE || opened.effectiveTo() >= request.businessDate())
          && request.decisions().stream().noneMatch(each -> resolves(each, opened, request))) {
        return true;
      }
    }
    return false;
  }

  private boolean resolves(DecisionRow decision, DecisionRow opened, ReportRequest request) {
    return decision.kind() == DecisionRow.Kind.DISPUTE_RESOLVED
        && concerns(decision, bureau)
        && holdsFrom(decision) <= request.businessDate()
        && (decision.refDecisionId().isEmpty()
            ? holdsFrom(decision) >= holdsFrom(opened)
            : decision.refDecisionId().equals(opened.decisionId()));
  }

  /** Whether a decision concerns a bureau; an empty column means all. */
  public static boolean concerns(DecisionRow decision, String bureau) {
    return decision.bureau().isEmpty() || decision.bureau().equalsIgnoreCase(bureau);
  }

  /** The day from which a decision holds: {@code effective_from}, else {@code decided_on}. */
  public static int holdsFrom(DecisionRow decision) {
    return decision.effectiveFrom() == Day.NONE ? decision.decidedOn() : decision.effectiveFrom();
  }

  private static boolean hasConsent(ReportRequest request, int reportDate) {
    int on = request.today().exported().row().options().consentedOn();
    return on != Day.NONE && on <= reportDate;
  }

  private boolean differs(ReportRequest request) {
    if (differenceHold < 0) {
      return false;
    }
    LoanOptions ledger = request.today().exported().row().options();
    Assessment ours = request.today().assessment();
    return differs(ledger.ledgerPrincipalBalance(), ours.principalBalance())
        || differs(ledger.ledgerOverdueTotal(), ours.overdueTotal())
        || differs(ledger.ledgerPenalty(), ours.penaltyOnPrincipal() + ours.penaltyOnInterest());
  }

  private boolean differs(long ledger, long ours) {
    return ledger >= 0 && Math.abs(ledger - ours) > differenceHold;
  }
}
