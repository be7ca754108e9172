package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.ledger.DecisionRow;

/**
 * Carries out what decisions say about accounts that were reported: records 211 to 215, after the
 * night's reports. Each decision is carried out once; one that cannot be is held and tried again
 * every night. Holds buffers, so each thread has its own.
 */
final class Corrections {

  private final PbocConf conf;
  private final String bureau;
  private final Holds holds;
  private final CorrectionWriter writer;
  private final SegmentCorrection segments;
  private final RecordChecks checks;

  Corrections(PbocConf conf, BureauSettings settings, String bureau) {
    this.conf = conf;
    this.bureau = bureau;
    this.holds = new Holds(conf);
    this.writer = new CorrectionWriter(settings.providerCode());
    this.segments = new SegmentCorrection(settings);
    this.checks = new RecordChecks(settings.providerCode(), conf.organisations());
  }

  /**
   * A loan tonight.
   *
   * @param present its figures, unless the export lacks it or its rows were rejected
   */
  record Case(
      int businessDate,
      String loanId,
      List<DecisionRow> decisions,
      AccountIds accountIds,
      Optional<ReportRequest> present) {

    Case {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * What the bureau knows afterwards, and what is held.
   *
   * @param sent keys of the records sent ({@link Order#recordKey})
   */
  record Outcome(ReportedState state, List<Held> held, Set<String> sent) {

    Outcome {
      held = List.copyOf(held);
      sent = Set.copyOf(sent);
    }
  }

  /** The decisions of a loan that wait to be carried out. */
  List<Order> pending(Case loan, ReportedState state) {
    return Orders.pending(loan.decisions(), bureau, loan.businessDate(), state.dossier());
  }

  /**
   * A record that changes what was reported.
   *
   * @param rptDate RptDate; of records without one the business date
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes go to the sink as they are
  record Written(String recordType, int rptDate, byte[] record) {

    /** What no two records of an account and night share: answers are told apart by it. */
    private String slot() {
      return recordType + "@" + rptDate;
    }
  }

  /** Takes a record, and what the bureau knows once it has it. */
  @FunctionalInterface
  interface Sender {
    void send(Written written, ReportedState after);
  }

  /** Carries out all that can be. */
  Outcome carryOut(Case loan, ReportedState before, Sender sender) {
    List<Order> orders = pending(loan, before);
    if (orders.isEmpty() && before.dossier().waiting().isEmpty()) {
      return new Outcome(before, List.of(), Set.of());
    }
    ReportedState state = before;
    List<Held> held = new ArrayList<>();
    List<Dossier.Waiting> waiting = new ArrayList<>();
    Set<String> sent = new HashSet<>();
    for (Order order : orders) {
      String id = order.decision().decisionId();
      if (!order.recordKey().isEmpty() && sent.contains(order.recordKey())) {
        continue;
      }
      Step step = step(loan, state, order);
      if (step.written().filter(each -> sent.contains(each.slot())).isPresent()) {
        continue;
      }
      state = step.state();
      if (step.refusal().isPresent()) {
        int since = before.dossier().waitingSince(id).orElse(loan.businessDate());
        waiting.add(new Dossier.Waiting(Dossier.key(id), since));
        held.add(held(loan, order.decision(), step.refusal().get(), since));
      } else if (step.isDone()) {
        state = state.with(state.dossier().withDone(id));
      }
      if (step.written().isPresent()) {
        sent.add(order.recordKey());
        sent.add(step.written().get().slot());
        sender.send(step.written().get(), state);
      }
    }
    return new Outcome(state.with(state.dossier().withWaiting(waiting)), held, sent);
  }

  private Held held(Case loan, DecisionRow decision, Refusal refusal, int since) {
    return new Held(
        loan.loanId(),
        bureau,
        refusal.code(),
        "Decision " + decision.decisionId() + ": " + refusal.sentence(),
        loan.businessDate(),
        since);
  }

  /**
   * How one decision ended; neither done nor refused when there is nothing to do yet.
   *
   * @param written the record to send, if any
   */
  record Step(
      ReportedState state, boolean isDone, Optional<Refusal> refusal, Optional<Written> written) {

    private static Step done(ReportedState state) {
      return new Step(state, true, Optional.empty(), Optional.empty());
    }

    private static Step refused(ReportedState state, Refusal refusal) {
      return new Step(state, false, Optional.of(refusal), Optional.empty());
    }
  }

  private Step step(Case loan, ReportedState state, Order order) {
    if (state.dossier().done().size() >= Dossier.DONE_MAX) {
      return Step.refused(state, Refusal.of(HeldCode.DECISIONS_TOO_MANY));
    }
    if (order instanceof Order.Rename rename) {
      return rename(loan, state, rename);
    }
    if (order instanceof Order.Correct correct) {
      return correct(loan, state, correct);
    }
    if (order instanceof Order.DeletePeriod delete) {
      return deletePeriod(loan, state, delete);
    }
    if (order instanceof Order.DeleteAccount) {
      return deleteAccount(loan, state);
    }
    if (order instanceof Order.VoidEvent event) {
      return voidEvent(loan, state, event);
    }
    return Step.refused(state, Refusal.unreadable(((Order.Unreadable) order).problem()));
  }

  private Step rename(Case loan, ReportedState state, Order.Rename order) {
    boolean inUse = loan.accountIds().isOthers(order.newId(), loan.loanId());
    Optional<CorrectionRule> rule = StateRules.rename(order, state, loan.loanId(), inUse);
    if (rule.isPresent()) {
      return Step.refused(state, Refusal.of(rule.get()));
    }
    ReportedState after = state.with(state.dossier().withAccount(order.newId()));
    return state.isKnown()
        ? tell(
            "211",
            loan.businessDate(),
            writer.rename(state.account(loan.loanId()), order.newId()),
            new Move(state, after))
        : Step.done(after);
  }

  private Step correct(Case loan, ReportedState state, Order.Correct order) {
    if (loan.present().isEmpty()) {
      return Step.refused(state, Refusal.of(HeldCode.DECISION_NEEDS_LOAN));
    }
    ReportRequest request = loan.present().get();
    int rptDate = order.reportDate() == Day.NONE ? state.rptDate() : order.reportDate();
    String status = request.today().exported().row().options().bureauStatus();
    return send(
        new SegmentCorrection.Wanted(
            request,
            product(request),
            state,
            order.segment(),
            rptDate,
            status,
            order.values(),
            SegmentCorrection.Cause.DECISION));
  }

  /**
   * Sends a month's figures as of its report date from the present export, unless a rule forbids it
   * or the report would be held if it were made today.
   *
   * @param sent keys of the records sent tonight
   */
  Restated restate(
      ReportRequest request,
      ReportedState state,
      ToldReport month,
      Set<String> sent,
      Sender sender) {
    if (sent.contains("212 " + Segment.H)) {
      return Restated.NOTHING;
    }
    Step step = send(SegmentCorrection.Wanted.month(request, product(request), state, month));
    Optional<Written> written = step.written().filter(each -> !sent.contains(each.slot()));
    written.ifPresent(each -> sender.send(each, step.state()));
    return new Restated(written.map(each -> step.state()), step.refusal());
  }

  /**
   * What became of a restated month.
   *
   * @param state after its correction, empty when none was sent
   * @param refusal why none may be sent, if that is the reason
   */
  record Restated(Optional<ReportedState> state, Optional<Refusal> refusal) {

    static final Restated NOTHING = new Restated(Optional.empty(), Optional.empty());
  }

  private PbocProduct product(ReportRequest request) {
    return conf.product(request.today().exported().row().product());
  }

  private Step send(SegmentCorrection.Wanted wanted) {
    ReportedState state = wanted.state();
    Optional<CorrectionRule> rule =
        StateRules.correct(wanted.segment(), wanted.rptDate(), state, wanted.product().type());
    if (rule.isPresent()) {
      return Step.refused(state, Refusal.of(rule.get()));
    }
    SegmentCorrection.Result result;
    try {
      result = segments.prepare(wanted);
    } catch (NotAssessable e) {
      return Step.refused(state, Refusal.of(HeldCode.DECISION_NOT_ASSESSABLE));
    }
    if (result.refusal().isPresent()) {
      return Step.refused(state, result.refusal().get());
    }
    SegmentCorrection.Prepared prepared = result.prepared().orElseThrow();
    SegmentText text = prepared.text();
    RecordBytes record =
        writer.correct(
            prepared.draft().account(),
            wanted.rptDate(),
            wanted.product().type(),
            text.segment() == Segment.B ? text.only(StateRules.PERSON) : text);
    Optional<Refusal> refusal =
        checks.first("212", record).map(Refusal::of).or(() -> monthRefusal(wanted, prepared));
    if (refusal.isPresent()) {
      return Step.refused(state, refusal.get());
    }
    return new Step(
        CorrectedState.after(wanted, prepared),
        true,
        Optional.empty(),
        Optional.of(new Written("212", wanted.rptDate(), record.copy())));
  }

  private Optional<Refusal> monthRefusal(
      SegmentCorrection.Wanted wanted, SegmentCorrection.Prepared prepared) {
    if (wanted.segment() != Segment.H) {
      return Optional.empty();
    }
    ToldReport told =
        wanted.state().dossier().history().find(wanted.rptDate(), Segment.H).orElseThrow();
    ToldReport corrected = told.with(prepared.figures(), true);
    Optional<CorrectionRule> rule = StateRules.fits(corrected, wanted.state());
    if (rule.isPresent()) {
      return rule.map(Refusal::of);
    }
    if (wanted.cause() == SegmentCorrection.Cause.DATA) {
      return holds.permission(prepared.draft(), wanted.request()).map(Refusal::of);
    }
    boolean newlyAdverse = corrected.isAdverse() && !told.isAdverse();
    return newlyAdverse && holds.needsNotice(prepared.draft(), wanted.request())
        ? Optional.of(Refusal.of(HeldCode.NO_NOTICE))
        : Optional.empty();
  }

  private Step deletePeriod(Case loan, ReportedState state, Order.DeletePeriod order) {
    Optional<CorrectionRule> rule = StateRules.deletePeriod(order, state);
    if (rule.isPresent()) {
      return Step.refused(state, Refusal.of(rule.get()));
    }
    return tell(
        "213",
        loan.businessDate(),
        writer.deletePeriod(state.account(loan.loanId()), order),
        new Move(state, CorrectedState.after(order, state)));
  }

  /** An account that the bureau does not know is not reported any more; nothing is sent. */
  private Step deleteAccount(Case loan, ReportedState state) {
    if (state.dossier().fate() == Dossier.Fate.DELETED) {
      return Step.refused(state, Refusal.of(CorrectionRule.BTE000));
    }
    if (!state.isKnown()) {
      return new Step(state, false, Optional.empty(), Optional.empty());
    }
    Dossier deleted = state.dossier().withFate(Dossier.Fate.DELETED, Day.NONE);
    return tell(
        "214",
        loan.businessDate(),
        writer.deleteAccount(state.account(loan.loanId())),
        new Move(state, state.with(deleted)));
  }

  /** Tells that the account was transferred out (215, event 21). */
  Step transferredOut(String loanId, ReportedState state, int rptDate) {
    Dossier gone = state.dossier().withFate(Dossier.Fate.TRANSFERRED, rptDate);
    return tell(
        "215",
        rptDate,
        writer.transferredOut(state.account(loanId), rptDate, true),
        new Move(state, state.withRptDate(rptDate).with(gone)));
  }

  /** What the bureau knows before a record and after it. */
  private record Move(ReportedState before, ReportedState after) {}

  /** Sends a record unless the pre-check finds something. */
  private Step tell(String type, int rptDate, RecordBytes record, Move move) {
    Optional<RecordCheck.Problem> problem = checks.first(type, record);
    if (problem.isPresent()) {
      return Step.refused(move.before(), Refusal.of(problem.get()));
    }
    Written written = new Written(type, rptDate, record.copy());
    return new Step(move.after(), true, Optional.empty(), Optional.of(written));
  }

  /** A decision from before the event cannot mean it. */
  private Step voidEvent(Case loan, ReportedState state, Order.VoidEvent order) {
    boolean earlier = Permission.holdsFrom(order.decision()) < state.dossier().fateOn();
    if (!StateRules.hasEvent(state) || earlier) {
      return Step.refused(state, Refusal.of(CorrectionRule.BQR005));
    }
    int on = state.dossier().fateOn();
    Dossier reported = state.dossier().withFate(Dossier.Fate.EVENT_VOID, on);
    return tell(
        "215",
        on,
        writer.transferredOut(state.account(loan.loanId()), on, false),
        new Move(state, state.with(reported)));
  }
}
