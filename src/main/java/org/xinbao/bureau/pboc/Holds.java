package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.retention.RetainedRecord;

/** Decides whether a record that is due must be held back; the first reason counts. */
final class Holds {

  private static final int PERSON_NAME_MAX = 30;
  private static final int ORGANISATION_NAME_MAX = 80;

  private final PbocConf conf;

  Holds(PbocConf conf) {
    this.conf = conf;
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
    return conf.permission()
        .refusal(request, adverseFrom(draft), draft.rptDate())
        .map(each -> HeldCode.valueOf(each.name()));
  }

  /** Whether a notice is required and missing. */
  boolean needsNotice(Draft draft, ReportRequest request) {
    return conf.permission().notice() == Permission.Notice.REQUIRE
        && conf.permission().lacksNotice(request, adverseFrom(draft), draft.rptDate());
  }

  /** What goes out but should be looked at: an adverse report without notice, an open dispute. */
  List<HeldCode> warnings(Draft draft, ReportRequest request) {
    return conf.permission().warnings(request, adverseFrom(draft), draft.rptDate()).stream()
        .map(each -> HeldCode.valueOf(each.name()))
        .toList();
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

  /** The open dispute that holds everything about the loan back, if there is one. */
  Optional<Refusal> disputed(ReportRequest request) {
    return conf.permission().dispute() == Permission.Dispute.HOLD
            && conf.permission().isDisputed(request)
        ? Optional.of(Refusal.of(HeldCode.OPEN_DISPUTE))
        : Optional.empty();
  }

  private static int adverseFrom(Draft draft) {
    return draft.figures().isAdverse()
        ? firstAdverseDay(draft.loan(), draft.figures(), draft.rptDate())
        : Day.NONE;
  }

  /**
   * Whether a report as of today would be adverse and have no notice; one that is sent today is in
   * time for the next report.
   */
  boolean lacksNotice(ReportRequest request) {
    AccountFigures figures = AccountFigures.of(request.today(), Day.NONE);
    int next = request.businessDate() + 1;
    return figures.isAdverse()
        && conf.permission()
            .lacksNotice(request, firstAdverseDay(request.today(), figures, next), next);
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
