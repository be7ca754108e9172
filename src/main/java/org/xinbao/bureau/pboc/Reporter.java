package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;

/**
 * Reports one loan: first what is queued, by report date, then what is due today (rulings 4). Holds
 * buffers, so each thread has its own; {@link #report} depends on its request alone.
 */
final class Reporter {

  private final PbocConf conf;
  private final BureauSettings settings;
  private final String bureau;
  private final Holds holds;
  private final RecordWriter writer = new RecordWriter();
  private final RecordCheck check;
  private final Corrections corrections;
  private final Restatements restatements;

  Reporter(PbocConf conf, BureauSettings settings, String bureau) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
    this.holds = new Holds(conf);
    this.check = new RecordCheck(settings.providerCode(), conf.organisations());
    this.corrections = new Corrections(conf, settings, bureau);
    this.restatements = new Restatements(conf, settings, corrections);
  }

  ReportResult report(ReportRequest request, RecordSink sink) {
    return new Night(request, sink).report();
  }

  /** Whether an adverse report of the loan as it stands today would have no notice. */
  boolean lacksNotice(ReportRequest request) {
    return holds.lacksNotice(request);
  }

  /** Carries out what decisions ask for a loan without figures. */
  ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    SentHistory before = SentHistory.parse(request.reported());
    Corrections.Case loan =
        new Corrections.Case(
            request.businessDate(),
            request.loanId(),
            request.decisions(),
            request.accountIds(),
            Optional.empty());
    SentHistory[] history = {before};
    Corrections.Outcome outcome =
        corrections.carryOut(
            loan,
            before.last(),
            (written, after) -> {
              sink.accept(
                  written.recordType(), written.rptDate(), written.record(), ControlFigures.NONE);
              SentKey key =
                  new SentKey(
                      request.businessDate(),
                      request.version(),
                      written.recordType(),
                      written.rptDate());
              history[0] = history[0].sent(key, after);
            });
    boolean gone = outcome.state().dossier().isGone();
    return new ReportResult(
        history[0].noted(outcome.state()).text(),
        gone ? List.of() : request.queue(),
        outcome.held(),
        gone ? request.queue().stream().map(QueuedReport::reportDate).toList() : List.of());
  }

  /** What makes two queued reports the same: their kind and month. */
  private record Slot(String kind, int month) {}

  /** One loan's night. */
  private final class Night {

    private final ReportRequest request;
    private final RecordSink sink;
    private final PbocProduct product;
    private final String loanId;
    private final List<QueuedReport> queue = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Held> warned = new ArrayList<>();
    private final List<Integer> dropped = new ArrayList<>();
    private SentHistory history;
    private ReportedState state;
    private Optional<Refusal> eventHeld = Optional.empty();
    private boolean unchanged;
    private boolean reported;

    Night(ReportRequest request, RecordSink sink) {
      this.request = request;
      this.sink = sink;
      this.product = conf.product(request.today().exported().row().product());
      this.loanId = request.today().exported().loanId();
      this.history = firstHistory();
      this.state = history.last();
    }

    /** A loan that was there when the home was taken over is known when the setting says so. */
    private SentHistory firstHistory() {
      SentHistory given = SentHistory.parse(request.reported());
      return given.last().isKnown() || !request.takenAsKnown()
          ? given
          : SentHistory.of(ReportedState.known(product.type(), request.businessDate()));
    }

    ReportResult report() {
      ReportedState before = state;
      unchanged = restatements.isUnchanged(request, before);
      Corrections.Case loan =
          new Corrections.Case(
              request.businessDate(),
              loanId,
              request.decisions(),
              request.accountIds(),
              Optional.of(request));
      boolean goes =
          corrections.pending(loan, state).stream().anyMatch(Order.DeleteAccount.class::isInstance);
      if (goes) {
        request.queue().forEach(each -> dropped.add(each.reportDate()));
      } else {
        reports();
        transfer();
      }
      Corrections.Outcome outcome = corrections.carryOut(loan, state, this::send);
      held.addAll(outcome.held());
      Restatements.Found found =
          restatements.check(
              request,
              before,
              unchanged,
              eventWaits(before, outcome.state()),
              outcome.sent(),
              this::send);
      found.refusal().ifPresent(this::correctionHeld);
      state = found.state();
      if (!state.equals(before)) {
        settleQueue();
      }
      history = history.noted(state);
      String named = before.dossier().identity();
      boolean renamed = !named.isEmpty() && !named.equals(state.dossier().identity());
      return new ReportResult(
          history.text(),
          queue,
          held,
          dropped,
          warned,
          LoanFacts.of(request, reported, renamed, product.hasAgreement()),
          found.restatements());
    }

    private void correctionHeld(Refusal refusal) {
      int today = request.businessDate();
      held.add(new Held(loanId, bureau, refusal.code(), refusal.sentence(), today, today));
    }

    private void reports() {
      request.queue().stream()
          .sorted(Comparator.comparingInt(QueuedReport::reportDate))
          .forEach(this::queued);
      for (Points.Due due : decide(request.today(), request.businessDate())) {
        today(due);
      }
    }

    private List<Points.Due> decide(BureauLoan loan, int day) {
      boolean left =
          switch (state.dossier().fate()) {
            case DELETED -> true;
            case TRANSFERRED -> AccountFigures.isClosed(loan.assessment());
            case REPORTED, EVENT_VOID ->
                state.isKnown() && TransferEvent.applies(loan, conf, product.type());
          };
      return left ? List.of() : Points.decide(state, loan, day, product, request.asOf());
    }

    /** The event that ends a transferred account, where it stands in for the closing record. */
    private void transfer() {
      if (!TransferEvent.applies(request.today(), conf, product.type())) {
        return;
      }
      TransferEvent.Due due = TransferEvent.decide(state, request.today(), request.businessDate());
      Optional<Refusal> refusal =
          due.refusal().or(() -> due.rptDate().flatMap(day -> holds.disputed(request)));
      if (refusal.isPresent()) {
        eventHeld = refusal;
      } else if (due.rptDate().isPresent()) {
        Corrections.Step step = corrections.transferredOut(loanId, state, due.rptDate().get());
        eventHeld = step.refusal();
        step.written().ifPresent(written -> send(written, step.state()));
        state = step.state();
      }
    }

    /** Lists an event that cannot be sent, with the date since when. */
    private ReportedState eventWaits(ReportedState before, ReportedState after) {
      if (eventHeld.isEmpty()) {
        return after;
      }
      Refusal refusal = eventHeld.get();
      int today = request.businessDate();
      int since = before.dossier().waitingSince(refusal.code()).orElse(today);
      held.add(new Held(loanId, bureau, refusal.code(), refusal.sentence(), today, since));
      List<Dossier.Waiting> waiting = new ArrayList<>(after.dossier().waiting());
      waiting.add(new Dossier.Waiting(Dossier.key(refusal.code()), since));
      return after.with(after.dossier().withWaiting(waiting));
    }

    private void queued(QueuedReport entry) {
      int day = entry.reportDate();
      if (history.isInDoubt(day)) {
        await(entry);
        return;
      }
      boolean accepted = entry.code().equals(HeldCode.AWAITING_ANSWER.name());
      if (accepted || day >= request.businessDate()) {
        return;
      }
      BureauLoan then = request.asOf().apply(day);
      Optional<Points.Due> due =
          decide(then, day).stream().filter(each -> each.rptDate() == day).findFirst();
      if (due.isEmpty()) {
        dropped.add(day);
        return;
      }
      attempt(due.get(), then).ifPresent(reason -> keep(due.get(), entry.since(), reason));
    }

    /** A report whose first record may still be accepted is not sent again. */
    private void await(QueuedReport entry) {
      HeldCode code = HeldCode.AWAITING_ANSWER;
      held.add(
          new Held(
              loanId, bureau, code.name(), code.sentence(), entry.reportDate(), entry.since()));
      queue.add(entry);
    }

    private void today(Points.Due due) {
      int day = due.rptDate();
      if (history.isInDoubt(day)) {
        return;
      }
      BureauLoan loan = day == request.businessDate() ? request.today() : request.asOf().apply(day);
      attempt(due, loan).ifPresent(reason -> keep(due, request.businessDate(), reason));
    }

    /** Lists what cannot be sent, and queues it unless its kind and month are queued already. */
    private void keep(Points.Due due, int since, HeldReason reason) {
      Slot slot = slot(due);
      if (slots.contains(slot)) {
        return;
      }
      slots.add(slot);
      held.add(new Held(loanId, bureau, reason.code(), reason.sentence(), due.rptDate(), since));
      if (reason.isLasting()) {
        return;
      }
      queue.add(new QueuedReport(due.rptDate(), since, reason.code()));
    }

    private Slot slot(Points.Due due) {
      int day = due.rptDate();
      boolean settles = product.settlementOf(day) == day;
      return new Slot(settles ? "month" : due.point().name(), Dates.month(day));
    }

    /** Drops from the queue what a later report has overtaken. */
    private void settleQueue() {
      Predicate<QueuedReport> overtaken =
          each -> decide(request.asOf().apply(each.reportDate()), each.reportDate()).isEmpty();
      List<QueuedReport> gone =
          queue.stream()
              .filter(each -> each.reportDate() < request.businessDate())
              .filter(each -> !history.isInDoubt(each.reportDate()))
              .filter(overtaken)
              .toList();
      gone.forEach(each -> dropped.add(each.reportDate()));
      queue.removeAll(gone);
      held.removeIf(each -> gone.stream().anyMatch(q -> q.reportDate() == each.reportDate()));
    }

    /** Sends the record, or says why it cannot be sent. */
    private Optional<HeldReason> attempt(Points.Due due, BureauLoan loan) {
      Draft draft = draft(due, loan);
      Optional<HeldCode> hold = holds.find(draft, request, state);
      if (hold.isPresent()) {
        return hold.map(HeldReason::of);
      }
      List<String> digests = writer.write(draft, state);
      Optional<RecordCheck.Problem> problem = check.first(writer.bytes());
      if (problem.isPresent()) {
        return problem.map(HeldReason::of);
      }
      sink.accept(
          Pboc.RECORD_TYPE,
          due.rptDate(),
          writer.bytes().copy(),
          new ControlFigures(draft.figures().acctBal(), draft.figures().totOverd()));
      reported = true;
      state = after(draft, digests);
      history = history.sent(sentKey(Pboc.RECORD_TYPE, due.rptDate()), state);
      for (HeldCode each : holds.warnings(draft, request)) {
        warned.add(
            new Held(
                loanId,
                bureau,
                each.name(),
                each.sentence(),
                due.rptDate(),
                request.businessDate()));
      }
      return Optional.empty();
    }

    private SentKey sentKey(String recordType, int rptDate) {
      return new SentKey(request.businessDate(), request.version(), recordType, rptDate);
    }

    /** Sends a record that changes what was reported. */
    private void send(Corrections.Written written, ReportedState after) {
      sink.accept(written.recordType(), written.rptDate(), written.record(), ControlFigures.NONE);
      history = history.sent(sentKey(written.recordType(), written.rptDate()), after);
    }

    private Draft draft(Points.Due due, BureauLoan loan) {
      AccountFigures figures = AccountFigures.of(loan, state.fiveClassOn());
      SegmentMatrix.Cell specials =
          SegmentMatrix.cell(
              product.type(), due.point(), Segment.K, SegmentMatrix.Agreement.EXISTS);
      return new Draft(
          settings.providerCode(),
          state.account(loanId),
          due.point(),
          due.rptDate(),
          loan,
          product,
          due.point() == ReportPoint.RECOVERED ? figures.recovered() : figures,
          specials == SegmentMatrix.Cell.FORBIDDEN
              ? List.of()
              : Specials.unsent(loan, product, request.asOf(), state));
    }

    private ReportedState after(Draft draft, List<String> digests) {
      boolean recovered = draft.point() == ReportPoint.RECOVERED;
      boolean closing = draft.point().isClosing();
      List<ReportedState.SpecialKey> specials = new ArrayList<>(state.specials());
      for (Special each : draft.specials()) {
        specials.add(new ReportedState.SpecialKey(each.type(), each.on(), draft.rptDate()));
      }
      int month = Dates.month(draft.rptDate());
      return new ReportedState(
          Optional.of(draft.type()),
          Math.max(state.rptDate(), draft.rptDate()),
          draft.point().code(),
          recovered ? state.month() : Math.max(state.month(), month),
          recovered || closing ? state.overdue() : draft.figures().totOverd(),
          closing,
          recovered ? month : state.recoveredMonth(),
          Math.max(state.fiveClassOn(), draft.figures().fiveCateAdjDate()),
          digests,
          state.specialsFrom(),
          specials,
          told(draft));
    }

    private Dossier told(Draft draft) {
      ToldReport report = ToldReport.of(check.record(), draft.rptDate(), draft.point().code());
      Dossier dossier = state.dossier();
      for (Segment each : RecordWriter.REMEMBERED) {
        if (report.has(each)) {
          dossier = dossier.withSegmentOn(RecordWriter.remembered(each), draft.rptDate());
        }
      }
      History all = dossier.history().plus(report);
      Dossier now = dossier.withIdentity(draft.identity()).withHistory(all);
      return unchanged && report.isMonthly()
          ? now.withPast(Restatements.past(request, all.lastMonthlyOn()))
          : now;
    }
  }
}
