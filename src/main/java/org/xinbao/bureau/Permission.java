package org.xinbao.bureau;

import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ConfNode;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.NoticeRow;

/**
 * What must be given before a bureau is told anything of a loan: the borrower's consent, no open
 * dispute, no difference to the ledger; and before it is told of an arrear, a notice (rulings 2,
 * 35).
 */
public final class Permission {

  private final String bureau;
  private final long differenceHold;
  private final Notice notice;
  private final int aheadDays;
  private final Scope scope;
  private final Dispute dispute;
  private final Consent consent;

  /** What an adverse report without notice to the borrower means (征信业管理条例 art. 15). */
  public enum Notice {
    REQUIRE,
    WARN,
    OFF
  }

  /** Whether a notice about another loan of the borrower counts. */
  public enum Scope {
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

  /** Why something is held back: its code and one sentence for {@code held.csv}. */
  public record Reason(String code, String sentence) {

    /** No notice that counts; time alone does not heal it. */
    public static final Reason NO_NOTICE =
        new Reason(
            "NO_NOTICE",
            "The report is adverse and no notice to the borrower was sent in time; send the notice,"
                + " it goes out the night after.");

    /** An open dispute. */
    public static final Reason OPEN_DISPUTE =
        new Reason(
            "OPEN_DISPUTE",
            "A dispute about the loan is open; the report goes out once it is resolved.");

    private static final Reason NO_CONSENT =
        new Reason(
            "NO_CONSENT", "The borrower's consent is not recorded; fill consented_on of the loan.");

    private static final Reason DIFFERS =
        new Reason(
            "DIFFERS_FROM_LEDGER",
            "The ledger's own figures differ from the computed ones by more than difference-hold;"
                + " see differences.csv.");
  }

  private Permission(ConfNode root, BureauSettings settings, String bureau, Dispute otherwise) {
    ConfNode node = root.node("notice");
    this.bureau = bureau;
    this.differenceHold = settings.differenceHold();
    this.notice = node.choice("mode", Notice.class);
    this.aheadDays = node.integer("ahead-days", 0, 366, 30);
    this.scope = node.choice("scope", Scope.class, Scope.LOAN);
    this.dispute = root.choice("dispute", Dispute.class, otherwise);
    this.consent = root.choice("consent", Consent.class, Consent.ASSUME);
    node.refuseUnknownKeys();
  }

  /**
   * Reads {@code notice}, {@code dispute} and {@code consent} of a bureau's file.
   *
   * @param otherwise what an open dispute does where the file does not say
   */
  public static Permission read(
      ConfNode root, BureauSettings settings, String bureau, Dispute otherwise) {
    return new Permission(root, settings, bureau, otherwise);
  }

  /** Why nothing may be told of the loan tonight, if there is a reason. */
  public Optional<Reason> find(ReportRequest request) {
    LoanOptions options = request.today().exported().row().options();
    boolean consented =
        options.consentedOn() != Day.NONE && options.consentedOn() <= request.businessDate();
    if (consent == Consent.REQUIRE && !consented) {
      return Optional.of(Reason.NO_CONSENT);
    }
    if (dispute == Dispute.HOLD && isDisputed(request)) {
      return Optional.of(Reason.OPEN_DISPUTE);
    }
    return differs(options, request.today().assessment())
        ? Optional.of(Reason.DIFFERS)
        : Optional.empty();
  }

  /** Whether an adverse report without notice is held back. */
  public boolean requiresNotice() {
    return notice == Notice.REQUIRE;
  }

  /** Whether an adverse report without notice goes out and is listed. */
  public boolean warnsOfNotice() {
    return notice == Notice.WARN;
  }

  /**
   * Whether no notice was sent from {@code ahead-days} before the first overdue day to the day
   * before the report date.
   *
   * @param overdueFrom first day of the adverse record (epoch day)
   * @param reportDate epoch day
   */
  public boolean lacksNotice(ReportRequest request, int overdueFrom, int reportDate) {
    String loanId = request.today().exported().loanId();
    for (NoticeRow each : request.notices()) {
      boolean ours = scope == Scope.BORROWER || each.loanId().equals(loanId);
      if (ours && each.sentOn() >= overdueFrom - aheadDays && each.sentOn() < reportDate) {
        return false;
      }
    }
    return true;
  }

  private boolean differs(LoanOptions ledger, Assessment ours) {
    return differenceHold >= 0
        && (differs(ledger.ledgerPrincipalBalance(), ours.principalBalance())
            || differs(ledger.ledgerOverdueTotal(), ours.overdueTotal())
            || differs(
                ledger.ledgerPenalty(),
                Math.addExact(ours.penaltyOnPrincipal(), ours.penaltyOnInterest())));
  }

  private boolean differs(long ledger, long ours) {
    return ledger >= 0 && Math.abs(ledger - ours) > differenceHold;
  }

  /** Whether a dispute that concerns this bureau is open on the business date. */
  public boolean isDisputed(ReportRequest request) {
    for (DecisionRow opened : request.decisions()) {
      boolean open =
          opened.kind() == DecisionRow.Kind.DISPUTE_OPENED
              && isInForce(opened, bureau, request.businessDate());
      if (open && request.decisions().stream().noneMatch(e -> resolves(e, opened, request))) {
        return true;
      }
    }
    return false;
  }

  private boolean resolves(DecisionRow decision, DecisionRow opened, ReportRequest request) {
    return decision.kind() == DecisionRow.Kind.DISPUTE_RESOLVED
        && isOurs(decision, bureau)
        && from(decision) <= request.businessDate()
        && (decision.refDecisionId().isEmpty()
            ? from(decision) >= from(opened)
            : decision.refDecisionId().equals(opened.decisionId()));
  }

  /** Whether a decision concerns a bureau (an empty column means all) and holds on a day. */
  public static boolean isInForce(DecisionRow decision, String bureau, int day) {
    return isOurs(decision, bureau)
        && from(decision) <= day
        && (decision.effectiveTo() == Day.NONE || decision.effectiveTo() >= day);
  }

  private static boolean isOurs(DecisionRow decision, String bureau) {
    return decision.bureau().isEmpty() || decision.bureau().equalsIgnoreCase(bureau);
  }

  private static int from(DecisionRow decision) {
    return decision.effectiveFrom() == Day.NONE ? decision.decidedOn() : decision.effectiveFrom();
  }
}
