package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.retention.RetainedRecord;

/** Decides whether a record that is due must be held back; the first reason counts. */
final class Holds {

  private static final int PERSON_NAME_MAX = 30;
  private static final int ORGANISATION_NAME_MAX = 80;

  private final PbocConf conf;
  private final BureauSettings settings;
  private final String bureau;

  Holds(PbocConf conf, BureauSettings settings, String bureau) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
  }

  /** The first reason to hold the record back, if there is one. */
  Optional<HeldCode> find(Draft draft, ReportRequest request, ReportedState state) {
    if (state.closed() || StateRules.hasEvent(state)) {
      return Optional.of(HeldCode.REOPENED);
    }
    if (!state.isKnown() && request.accountIds().isOthers(draft.account(), draft.row().loanId())) {
      return Optional.of(HeldCode.ACCOUNT_ID_TAKEN);
    }
    if (state.isKnown() && state.type().get() != draft.type()) {
      return Optional.of(HeldCode.ACCOUNT_TYPE_CHANGED);
    }
    if (!conf.borrowersKnown() && !draft.loan().exported().borrowerListed()) {
      return Optional.of(HeldCode.NO_BASIC_INFO);
    }
    String told = state.dossier().identity();
    if (!told.isEmpty() && !told.equals(draft.identity())) {
      return Optional.of(HeldCode.IDENTITY_CHANGED);
    }
    return content(draft).or(() -> permission(draft, request));
  }

  /** What must be given before anything about the loan is told: consent, no dispute, a notice. */
  Optional<HeldCode> permission(Draft draft, ReportRequest request) {
    if (conf.consent() == PbocConf.Consent.REQUIRE && !hasConsent(draft)) {
      return Optional.of(HeldCode.NO_CONSENT);
    }
    if (conf.dispute() == PbocConf.Dispute.HOLD && isDisputed(request)) {
      return Optional.of(HeldCode.OPEN_DISPUTE);
    }
    if (differs(request)) {
      return Optional.of(HeldCode.DIFFERS_FROM_LEDGER);
    }
    return needsNotice(draft, request) ? Optional.of(HeldCode.NO_NOTICE) : Optional.empty();
  }

  /** Whether a notice is required and missing. */
  boolean needsNotice(Draft draft, ReportRequest request) {
    return conf.notice() == PbocConf.Notice.REQUIRE && lacksNotice(draft, request);
  }

  /** What goes out but should be looked at: an adverse report without notice, an open dispute. */
  List<HeldCode> warnings(Draft draft, ReportRequest request) {
    boolean notice = conf.notice() == PbocConf.Notice.WARN && lacksNotice(draft, request);
    boolean dispute = isDisputed(request);
    if (notice && dispute) {
      return List.of(HeldCode.NO_NOTICE, HeldCode.OPEN_DISPUTE);
    }
    if (notice) {
      return List.of(HeldCode.NO_NOTICE);
    }
    return dispute ? List.of(HeldCode.OPEN_DISPUTE) : List.of();
  }

  private static Optional<HeldCode> content(Draft draft) {
    if (draft.point().isFirst()) {
      if (draft.hasAgreement() && draft.loan().exported().facility().isEmpty()) {
        return Optional.of(HeldCode.NO_FACILITY);
      }
      if (draft.dueDate() == Day.NONE) {
        return Optional.of(HeldCode.NO_DUE_DATE);
      }
      if (draft.repayMode().isEmpty()) {
        return Optional.of(HeldCode.NO_REPAY_MODE);
      }
      boolean guaranteed = draft.guarMode().equals("3") || draft.guarMode().equals("5");
      if (guaranteed && draft.loan().exported().guarantees().isEmpty()) {
        return Optional.of(HeldCode.NO_GUARANTOR);
      }
    }
    Optional<HeldCode> borrower =
        person(
            draft.row().borrowerName(),
            IdNumbers.personCode(draft.row().idType()),
            draft.row().idNumber());
    if (borrower.isPresent() || draft.point() == ReportPoint.RECOVERED) {
      return borrower;
    }
    return draft.loan().exported().guarantees().stream()
        .map(Holds::party)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<HeldCode> party(GuaranteeRow party) {
    if (party.partyKind() == GuaranteeRow.PartyKind.PERSON) {
      return person(party.name(), IdNumbers.personCode(party.idType()), party.idNumber());
    }
    String code = IdNumbers.organisationCode(party.idType());
    if (code.isEmpty()) {
      return Optional.of(HeldCode.BAD_ID_TYPE);
    }
    return names(party.name(), party.idNumber(), ORGANISATION_NAME_MAX);
  }

  private static Optional<HeldCode> person(String name, String idCode, String idNumber) {
    if (idCode.isEmpty()) {
      return Optional.of(HeldCode.BAD_ID_TYPE);
    }
    Optional<HeldCode> text = names(name, idNumber, PERSON_NAME_MAX);
    if (text.isPresent()) {
      return text;
    }
    return IdNumbers.isValid(idCode, idNumber)
        ? Optional.empty()
        : Optional.of(HeldCode.BAD_ID_NUMBER);
  }

  private static Optional<HeldCode> names(String name, String idNumber, int limit) {
    if (Text.characters(name) > limit) {
      return Optional.of(HeldCode.NAME_TOO_LONG);
    }
    return Text.isWritable(name) && Text.isWritable(idNumber)
        ? Optional.empty()
        : Optional.of(HeldCode.BAD_TEXT);
  }

  private static boolean hasConsent(Draft draft) {
    int on = draft.row().options().consentedOn();
    return on != Day.NONE && on <= draft.rptDate();
  }

  private boolean differs(ReportRequest request) {
    if (settings.differenceHold() < 0) {
      return false;
    }
    LoanOptions ledger = request.today().exported().row().options();
    Assessment ours = request.today().assessment();
    return differs(ledger.ledgerPrincipalBalance(), ours.principalBalance())
        || differs(ledger.ledgerOverdueTotal(), ours.overdueTotal())
        || differs(ledger.ledgerPenalty(), ours.penaltyOnPrincipal() + ours.penaltyOnInterest());
  }

  private boolean differs(long ledger, long ours) {
    return ledger >= 0 && Math.abs(ledger - ours) > settings.differenceHold();
  }

  /** The open dispute that holds everything about the loan back, if there is one. */
  Optional<Refusal> disputed(ReportRequest request) {
    return conf.dispute() == PbocConf.Dispute.HOLD && isDisputed(request)
        ? Optional.of(Refusal.of(HeldCode.OPEN_DISPUTE))
        : Optional.empty();
  }

  /** Whether a dispute that concerns this bureau is open on the business date. */
  private boolean isDisputed(ReportRequest request) {
    for (DecisionRow opened : request.decisions()) {
      if (opened.kind() == DecisionRow.Kind.DISPUTE_OPENED
          && Orders.isOurs(opened, bureau)
          && Orders.from(opened) <= request.businessDate()
          && (opened.effectiveTo() == Day.NONE || opened.effectiveTo() >= request.businessDate())
          && request.decisions().stream().noneMatch(each -> resolves(each, opened, request))) {
        return true;
      }
    }
    return false;
  }

  private boolean resolves(DecisionRow decision, DecisionRow opened, ReportRequest request) {
    return decision.kind() == DecisionRow.Kind.DISPUTE_RESOLVED
        && Orders.isOurs(decision, bureau)
        && Orders.from(decision) <= request.businessDate()
        && (decision.refDecisionId().isEmpty()
            ? Orders.from(decision) >= Orders.from(opened)
            : decision.refDecisionId().equals(opened.decisionId()));
  }

  /**
   * Whether an adverse report has no notice: none sent from {@code notice.ahead-days} before the
   * first overdue day of the present adverse record to the day before the report date (rulings 35).
   */
  private boolean lacksNotice(Draft draft, ReportRequest request) {
    return draft.figures().isAdverse()
        && lacksNotice(draft.loan(), draft.figures(), draft.rptDate(), request);
  }

  /**
   * Whether a report as of today would be adverse and have no notice; one that is sent today is in
   * time for the next report.
   */
  boolean lacksNotice(ReportRequest request) {
    AccountFigures figures = AccountFigures.of(request.today(), Day.NONE);
    return figures.isAdverse()
        && lacksNotice(request.today(), figures, request.businessDate() + 1, request);
  }

  private boolean lacksNotice(
      BureauLoan loan, AccountFigures figures, int rptDate, ReportRequest request) {
    int from = firstAdverseDay(loan, figures, rptDate) - conf.noticeAheadDays();
    String loanId = loan.exported().loanId();
    for (NoticeRow each : request.notices()) {
      boolean counts =
          conf.noticeScope() == PbocConf.NoticeScope.BORROWER || each.loanId().equals(loanId);
      if (counts && each.sentOn() >= from && each.sentOn() < rptDate) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first day of the adverse record that the report tells of. A loan written off or transferred
   * without one is adverse from that day.
   */
  private static int firstAdverseDay(BureauLoan loan, AccountFigures figures, int rptDate) {
    List<RetainedRecord> records = loan.adverse();
    if (!records.isEmpty()) {
      RetainedRecord last = records.get(records.size() - 1);
      int ended = last.record().endedOn();
      int closed = figures.closeDate();
      if (ended == Day.NONE || (closed != Day.NONE && ended >= closed)) {
        return last.record().overdueFrom();
      }
    }
    int overdue = loan.assessment().firstOverdueOn();
    int closedOn = loan.exported().loan().closedOn();
    if (overdue != Day.NONE) {
      return overdue;
    }
    return closedOn == Day.NONE ? rptDate : closedOn;
  }
}
