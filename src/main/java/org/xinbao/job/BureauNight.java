package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.Restatement;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.store.QueueChange;
import org.xinbao.store.QueueEntry;

/**
 * One loan's night with every bureau: what is sent, what is held, what stays in the queue (rulings
 * 4, 34).
 */
final class BureauNight {

  private static final Comparator<Held> HELD_ORDER =
      Comparator.comparing(Held::bureau, LoanCursor.ORDER)
          .thenComparing(Held::code, LoanCursor.ORDER)
          .thenComparingInt(Held::reportDate);

  private final NightContext night;
  private final PartOutput out;

  BureauNight(NightContext night, PartOutput out) {
    this.night = night;
    this.out = out;
  }

  /**
   * Reports an assessed loan.
   *
   * @param asOf the loan at the close of an earlier report date, empty when it cannot be assessed
   *     there
   * @return what each bureau has now been told
   */
  SortedMap<String, String> report(
      BureauLoan today,
      IntFunction<Optional<BureauLoan>> asOf,
      Known known,
      List<NoticeRow> notices,
      List<DecisionRow> decisions)
      throws IOException {
    SortedMap<String, String> reported = new TreeMap<>();
    List<Held> held = new ArrayList<>();
    String loanId = today.exported().loanId();
    long sent = 0;
    for (Bureau bureau : night.bureaux()) {
      ReportRequest request =
          new ReportRequest(
              night.date(),
              night.version(),
              today,
              atDate(asOf),
              reported(known, bureau),
              queue(known, bureau),
              notices,
              decisions,
              night.takenAsKnown(),
              night.accountIds());
      Answer answer = ask(bureau, request);
      ReportResult result = answer.result();
      reported.put(bureau.name(), result.reported());
      held.addAll(result.held());
      writeQueue(loanId, bureau, stored(known, bureau), result.queue());
      writeRecords(bureau, loanId, answer.records());
      writeLate(bureau, loanId, result);
      if (bureau.lacksNotice(request)) {
        out.noticeToSend(today, NoticeToSend.of(bureau, today, result, night.date()));
      }
      for (Restatement each : result.restatements()) {
        out.restatement(each);
      }
      for (Fact each : result.facts()) {
        out.fact(bureau.name(), each);
      }
      sent += answer.records().size();
      merge(bureau, today, result.reported(), notices, decisions);
    }
    writeHeld(held);
    if (sent > 0 || !held.isEmpty()) {
      out.counters().add(Count.LOANS_REPORTABLE, 1);
    }
    return reported;
  }

  /** Leaves a loan of a merged account to the second pass. */
  private void merge(
      Bureau bureau,
      BureauLoan today,
      String told,
      List<NoticeRow> notices,
      List<DecisionRow> decisions)
      throws IOException {
    Optional<String> facility = bureau.mergedUnder(told);
    if (facility.isPresent()) {
      AccountLoans.Rows rows = AccountLoans.Rows.of(today.exported());
      out.accountLoan(
          AccountLoans.toLine(
              facility.get(),
              today.exported().loanId(),
              bureau.name(),
              told,
              new AccountLoans.Carried(Optional.of(rows), notices, decisions)));
      out.counters().add(Count.LOANS_MERGED, 1);
      long balance = today.assessment().principalBalance();
      out.counters().add(Count.MERGED_PRINCIPAL_BALANCE_CENTS, balance);
      out.counters().add(Count.MERGED_OVERDUE_TOTAL_CENTS, today.assessment().overdueTotal());
    }
  }

  /**
   * Whether a loan without figures tonight belongs to a merged account, which then knows of it and
   * is held in its place.
   */
  private boolean isMerged(String loanId, Bureau bureau, Known known) throws IOException {
    String told = reported(known, bureau);
    Optional<String> facility = bureau.mergedUnder(told);
    if (facility.isPresent()) {
      out.accountLoan(
          AccountLoans.toLine(
              facility.get(),
              loanId,
              bureau.name(),
              told,
              new AccountLoans.Carried(Optional.empty(), known.notices(), known.decisions())));
    }
    return facility.isPresent();
  }

  /** A bureau's answer, with the records that go with it or not at all. */
  private record Answer(ReportResult result, List<Sent> records) {}

  @SuppressWarnings(
      "ArrayRecordComponent") // the bytes go to the file as they are, and nowhere else
  private record Sent(String recordType, int reportDate, byte[] record, ControlFigures control) {}

  /** Asks the bureau; a loan that contradicts itself at a date it needs is held. */
  private Answer ask(Bureau bureau, ReportRequest request) {
    List<Sent> records = new ArrayList<>(1);
    try {
      ReportResult result =
          bureau.report(
              request,
              (recordType, reportDate, record, control) ->
                  records.add(new Sent(recordType, reportDate, record, control)));
      return new Answer(result, records);
    } catch (NotAssessable e) {
      String loanId = request.today().exported().loanId();
      List<QueuedReport> queue = withToday(request.queue(), HoldReason.NOT_ASSESSABLE);
      List<Held> held =
          queue.stream()
              .map(each -> held(loanId, bureau, HoldReason.NOT_ASSESSABLE, each))
              .toList();
      return new Answer(new ReportResult(request.reported(), queue, held, List.of()), List.of());
    }
  }

  private void writeRecords(Bureau bureau, String loanId, List<Sent> records) throws IOException {
    for (Sent each : records) {
      out.record(
          new RecordKey(bureau.name(), each.recordType()),
          loanId,
          each.reportDate(),
          each.record(),
          each.control());
      if (each.reportDate() != night.date()) {
        out.late("LATE", loanId, bureau.name(), each.reportDate());
        out.counters().add(Count.RECORDS_LATE, 1);
      }
    }
  }

  private void writeLate(Bureau bureau, String loanId, ReportResult result) throws IOException {
    for (int day : result.dropped()) {
      out.late("DROPPED", loanId, bureau.name(), day);
      out.counters().add(Count.REPORTS_DROPPED, 1);
    }
    for (Held each : result.warnings()) {
      out.late("SENT_WITH_" + each.code(), loanId, bureau.name(), each.reportDate());
    }
  }

  /**
   * Carries out the decisions on a loan that has no figures tonight.
   *
   * @return what is known of it afterwards
   */
  Known decided(String loanId, Known known, List<DecisionRow> decisions) throws IOException {
    if (decisions.isEmpty() || known.state().isEmpty()) {
      return known;
    }
    SortedMap<String, String> reported = new TreeMap<>();
    SortedMap<String, List<QueuedReport>> queues = new TreeMap<>();
    List<Held> held = new ArrayList<>();
    for (Bureau bureau : night.bureaux()) {
      List<QueuedReport> queue = queue(known, bureau);
      List<Sent> records = new ArrayList<>(0);
      ReportResult result =
          bureau.reportAbsent(
              new AbsentRequest(
                  night.date(),
                  night.version(),
                  loanId,
                  reported(known, bureau),
                  queue,
                  decisions,
                  night.accountIds()),
              (recordType, reportDate, record, control) ->
                  records.add(new Sent(recordType, reportDate, record, control)));
      reported.put(bureau.name(), result.reported());
      queues.put(bureau.name(), result.queue());
      held.addAll(result.held());
      writeRecords(bureau, loanId, records);
      writeLate(bureau, loanId, result);
    }
    writeHeld(held);
    return known.with(reported, queues);
  }

  /** A rejected loan keeps its reported state; on a settlement day its record is queued. */
  void rejected(String loanId, Known known) throws IOException {
    List<Held> held = new ArrayList<>();
    boolean mayBeOpen = known.state().map(LoanState::open).orElse(true);
    for (Bureau bureau : night.bureaux()) {
      if (isMerged(loanId, bureau, known)) {
        continue;
      }
      boolean due = mayBeOpen && night.isSettlementDay(bureau);
      hold(loanId, bureau, HoldReason.LOAN_REJECTED, due, known, held);
    }
    writeHeld(held);
  }

  /** An open loan that is missing from the export is listed from its first night on. */
  void vanished(String loanId, Known known) throws IOException {
    List<Held> held = new ArrayList<>();
    for (Bureau bureau : night.bureaux()) {
      if (isMerged(loanId, bureau, known)) {
        continue;
      }
      boolean first =
          queue(known, bureau).stream()
              .noneMatch(each -> each.code().equals(HoldReason.LOAN_VANISHED.name()));
      boolean due = first || night.isSettlementDay(bureau);
      hold(loanId, bureau, HoldReason.LOAN_VANISHED, due, known, held);
    }
    writeHeld(held);
  }

  /** A closed loan that has left the export but for which something is still to be sent. */
  void absent(String loanId, Known known) throws IOException {
    List<Held> held = new ArrayList<>();
    for (Bureau bureau : night.bureaux()) {
      if (isMerged(loanId, bureau, known)) {
        continue;
      }
      for (QueuedReport each : queue(known, bureau)) {
        held.add(held(loanId, bureau, HoldReason.NOT_IN_EXPORT, each));
      }
      writeQueue(loanId, bureau, stored(known, bureau), queue(known, bureau));
    }
    writeHeld(held);
  }

  private void hold(
      String loanId, Bureau bureau, HoldReason reason, boolean due, Known known, List<Held> held)
      throws IOException {
    List<QueuedReport> queue = queue(known, bureau);
    List<QueuedReport> after = due ? withToday(queue, reason) : queue;
    after.forEach(each -> held.add(held(loanId, bureau, reason, each)));
    writeQueue(loanId, bureau, stored(known, bureau), after);
  }

  private List<QueuedReport> withToday(List<QueuedReport> queue, HoldReason reason) {
    if (queue.stream().anyMatch(each -> each.reportDate() == night.date())) {
      return queue;
    }
    List<QueuedReport> after = new ArrayList<>(queue);
    after.add(new QueuedReport(night.date(), night.date(), reason.name()));
    return after;
  }

  private void writeQueue(
      String loanId, Bureau bureau, List<QueuedReport> before, List<QueuedReport> after)
      throws IOException {
    List<QueueChange> changes = new ArrayList<>();
    for (QueuedReport each : before) {
      if (after.stream().noneMatch(other -> other.reportDate() == each.reportDate())) {
        changes.add(new QueueChange.Remove(loanId, bureau.name(), each.reportDate()));
      }
    }
    for (QueuedReport each : after) {
      if (!before.contains(each)) {
        changes.add(new QueueChange.Put(new QueueEntry(loanId, bureau.name(), each)));
      }
    }
    for (QueueChange each : changes) {
      out.queue(each);
    }
  }

  private void writeHeld(List<Held> held) throws IOException {
    held.sort(HELD_ORDER);
    for (Held each : held) {
      out.held(each);
    }
  }

  private static Held held(String loanId, Bureau bureau, HoldReason reason, QueuedReport report) {
    return new Held(
        loanId,
        bureau.name(),
        reason.name(),
        reason.sentence(),
        report.reportDate(),
        report.since());
  }

  /** The loan at earlier dates, each computed once. */
  private static IntFunction<BureauLoan> atDate(IntFunction<Optional<BureauLoan>> asOf) {
    Map<Integer, BureauLoan> earlier = new HashMap<>();
    return day ->
        earlier.computeIfAbsent(
            day, missing -> asOf.apply(missing).orElseThrow(NotAssessable::new));
  }

  private static String reported(Known known, Bureau bureau) {
    return known.state().map(state -> state.reported().getOrDefault(bureau.name(), "")).orElse("");
  }

  /** The queue as it was written by the night before. */
  private static List<QueuedReport> stored(Known known, Bureau bureau) {
    return known.stored().queue().getOrDefault(bureau.name(), List.of());
  }

  private static List<QueuedReport> queue(Known known, Bureau bureau) {
    return known.queue().getOrDefault(bureau.name(), List.of());
  }
}
