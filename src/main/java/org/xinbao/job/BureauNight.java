package org.xinbao.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
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
    List<Held> warnings = new ArrayList<>();
    long[] sent = new long[1];
    String loanId = today.exported().loanId();
    for (Bureau bureau : night.bureaux()) {
      String before = reported(known, bureau);
      List<QueuedReport> queue = queue(known, bureau);
      Map<Integer, BureauLoan> earlier = new HashMap<>();
      List<QueuedReport> stuck = new ArrayList<>();
      for (QueuedReport each : queue) {
        Optional<BureauLoan> then = asOf.apply(each.reportDate());
        then.ifPresentOrElse(loan -> earlier.put(each.reportDate(), loan), () -> stuck.add(each));
      }
      List<QueuedReport> open = new ArrayList<>(queue);
      open.removeAll(stuck);
      ReportRequest request =
          new ReportRequest(
              night.date(),
              today,
              day -> atDate(earlier, day),
              before,
              open,
              notices,
              decisions);
      ReportResult result = bureau.report(request, sink(bureau, loanId, sent));
      reported.put(bureau.name(), result.reported());
      held.addAll(result.held());
      warnings.addAll(result.warnings());
      stuck.forEach(each -> held.add(held(loanId, bureau, HoldReason.NOT_ASSESSABLE, each)));
      List<QueuedReport> after = new ArrayList<>(result.queue());
      after.addAll(stuck);
      writeQueue(loanId, bureau, queue, after);
      for (int day : result.dropped()) {
        out.late("DROPPED", loanId, bureau.name(), day);
        out.counters().add(Count.REPORTS_DROPPED, 1);
      }
    }
    writeHeld(held);
    for (Held each : warnings) {
      out.late("WARNING " + each.code(), loanId, each.bureau(), each.reportDate());
    }
    if (sent[0] > 0 || !held.isEmpty()) {
      out.counters().add(Count.LOANS_REPORTABLE, 1);
    }
    return reported;
  }

  /** A rejected loan keeps its reported state; on a settlement day its record is queued. */
  void rejected(String loanId, Known known) throws IOException {
    List<Held> held = new ArrayList<>();
    boolean mayBeOpen = known.state().map(LoanState::open).orElse(true);
    for (Bureau bureau : night.bureaux()) {
      boolean due = mayBeOpen && night.isSettlementDay(bureau);
      hold(loanId, bureau, HoldReason.LOAN_REJECTED, due, known, held);
    }
    writeHeld(held);
  }

  /** An open loan that is missing from the export is listed from its first night on. */
  void vanished(String loanId, Known known) throws IOException {
    List<Held> held = new ArrayList<>();
    for (Bureau bureau : night.bureaux()) {
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
      for (QueuedReport each : queue(known, bureau)) {
        held.add(held(loanId, bureau, HoldReason.NOT_IN_EXPORT, each));
      }
    }
    writeHeld(held);
  }

  private void hold(
      String loanId, Bureau bureau, HoldReason reason, boolean due, Known known, List<Held> held)
      throws IOException {
    List<QueuedReport> queue = queue(known, bureau);
    List<QueuedReport> after = new ArrayList<>(queue);
    if (due && queue.stream().noneMatch(each -> each.reportDate() == night.date())) {
      after.add(new QueuedReport(night.date(), night.date(), reason.name()));
    }
    after.forEach(each -> held.add(held(loanId, bureau, reason, each)));
    writeQueue(loanId, bureau, queue, after);
  }

  private RecordSink sink(Bureau bureau, String loanId, long[] sent) {
    return (recordType, reportDate, record, control) -> {
      try {
        out.record(new RecordKey(bureau.name(), recordType), record, control);
        sent[0]++;
        if (reportDate != night.date()) {
          out.late("LATE", loanId, bureau.name(), reportDate);
          out.counters().add(Count.RECORDS_LATE, 1);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
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

  private static BureauLoan atDate(Map<Integer, BureauLoan> earlier, int day) {
    BureauLoan loan = earlier.get(day);
    if (loan == null) {
      throw new IllegalArgumentException("a report date that is not queued");
    }
    return loan;
  }

  private static String reported(Known known, Bureau bureau) {
    return known.state().map(state -> state.reported().getOrDefault(bureau.name(), "")).orElse("");
  }

  private static List<QueuedReport> queue(Known known, Bureau bureau) {
    return known.queue().getOrDefault(bureau.name(), List.of());
  }
}
