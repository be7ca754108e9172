package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinbao.bureau.BureauLoan;
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
  private final PbocSettings settings;
  private final String bureau;
  private final Holds holds;
  private final RecordWriter writer = new RecordWriter();
  private final RecordCheck check;

  Reporter(PbocConf conf, PbocSettings settings, String bureau) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
    this.holds = new Holds(conf, settings, bureau);
    this.check = new RecordCheck(settings.providerCode(), conf.organisations());
  }

  ReportResult report(ReportRequest request, RecordSink sink) {
    return new Night(request, sink).report();
  }

  /** Whether an adverse report of the loan as it stands today would have no notice. */
  boolean lacksNotice(ReportRequest request) {
    return holds.lacksNotice(request);
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
      request.queue().stream()
          .sorted(Comparator.comparingInt(QueuedReport::reportDate))
          .forEach(this::queued);
      ReportedState before = state;
      for (Points.Due due : decide(request.today(), request.businessDate())) {
        today(due);
      }
      if (!state.equals(before)) {
        settleQueue();
      }
      return new ReportResult(history.text(), queue, held, dropped, warned);
    }

    private List<Points.Due> decide(BureauLoan loan, int day) {
      return Points.decide(state, loan, day, product, request.asOf());
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
    private void keep(Points.Due due, int since, Reason reason) {
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
    private Optional<Reason> attempt(Points.Due due, BureauLoan loan) {
      Draft draft = draft(due, loan);
      Optional<HeldCode> hold = holds.find(draft, request, state);
      if (hold.isPresent()) {
        return hold.map(Reason::of);
      }
      List<String> digests = writer.write(draft, state);
      Optional<RecordCheck.Problem> problem = check.first(writer.bytes());
      if (problem.isPresent()) {
        return problem.map(Reason::of);
      }
      sink.accept(
          Pboc.RECORD_TYPE,
          due.rptDate(),
          writer.bytes().copy(),
          new ControlFigures(draft.figures().acctBal(), draft.figures().totOverd()));
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
      state = after(draft, digests);
      history =
          history.sent(
              new SentKey(
                  request.businessDate(), request.version(), Pboc.RECORD_TYPE, due.rptDate()),
              state);
      return Optional.empty();
    }

    private Draft draft(Points.Due due, BureauLoan loan) {
      AccountFigures figures = AccountFigures.of(loan, state.fiveClassOn());
      SegmentMatrix.Cell specials =
          SegmentMatrix.cell(
              product.type(), due.point(), Segment.K, SegmentMatrix.Agreement.EXISTS);
      return new Draft(
          settings.providerCode(),
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
      draft.specials().forEach(s -> specials.add(new ReportedState.SpecialKey(s.type(), s.on())));
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
          specials);
    }
  }

  /** Why a record is held: a code and a sentence. */
  private record Reason(String code, String sentence, boolean isLasting) {

    static Reason of(HeldCode code) {
      return new Reason(code.name(), code.sentence(), code == HeldCode.REOPENED);
    }

    static Reason of(RecordCheck.Problem problem) {
      String place = problem.tag().isEmpty() ? "" : " (" + problem.tag() + ")";
      return new Reason(
          HeldCode.PRECHECK.name() + "_" + problem.rule().code(),
          problem.rule().english() + place,
          false);
    }
  }
}
