package org.xinbao.bureau.zhima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanRow;

/**
 * One loan's night: rectifications first, then what has happened (rulings 4). What is held waits in
 * the queue with the day it happened on; a default without notice is told as of the first night
 * that may tell it.
 */
final class Reporter {

  private final ReportRequest request;
  private final RecordSink sink;
  private final ZhimaConf conf;
  private final String loanId;
  private final RecordRules rules = new RecordRules();
  private final List<Held> held = new ArrayList<>();
  private final List<Held> warned = new ArrayList<>();
  private final TreeMap<Integer, QueuedReport> queue = new TreeMap<>();
  private Told told;

  Reporter(ReportRequest request, RecordSink sink, ZhimaConf conf) {
    this.request = request;
    this.sink = sink;
    this.conf = conf;
    this.loanId = request.today().exported().loanId();
    this.told = Told.parse(request.reported());
  }

  ReportResult report() {
    boolean first = told.through() == Day.NONE;
    if (first && request.takenAsKnown()) {
      told = Told.knownBefore(request.businessDate());
      first = false;
    }
    Optional<WhyHeld> stopped = identity();
    Rectifications rectifications = new Rectifications(this, request, conf);
    if (stopped.isEmpty()) {
      told = rectifications.carryOut(told);
    } else if (!told.gone() && rectifications.isAsked(told)) {
      hold(stopped.get());
    }
    if (request.today().assessment().accountStatus() != AccountStatus.TRANSFERRED) {
      events(
          first,
          stopped.or(
              () ->
                  conf.permission()
                      .refusal(request, Day.NONE, request.businessDate())
                      .map(WhyHeld::of)));
    }
    int until = request.businessDate();
    told = told.withThrough(Math.max(until, told.through()));
    if (told.past().isEmpty() || told.pastOn() == Day.NONE) {
      told = rectifications.remember(told);
    }
    List<Integer> dropped =
        request.queue().stream()
            .map(QueuedReport::reportDate)
            .filter(day -> !queue.containsKey(day) && day != until)
            .filter(day -> !sent.contains(day))
            .toList();
    return new ReportResult(
        told.text(),
        List.copyOf(queue.values()),
        held,
        dropped,
        warned,
        List.of(),
        rectifications.restatements());
  }

  private final Set<Integer> sent = new java.util.TreeSet<>();

  private void events(boolean first, Optional<WhyHeld> stopped) {
    BureauLoan today = request.today();
    Set<Integer> waiting =
        request.queue().stream()
            .filter(each -> !each.code().equals(Permission.Reason.NO_NOTICE.name()))
            .map(QueuedReport::reportDate)
            .collect(Collectors.toSet());
    Events events =
        new Events(
            request.businessDate(),
            first,
            told,
            waiting,
            Stage.of(today.instalments().get()),
            today.exported().loan().openedOn(),
            Figures.settledOn(today),
            conf.prepaid());
    for (Due each : events.decide()) {
      Optional<WhyHeld> reason = stopped.or(() -> attempt(each));
      reason.ifPresent(why -> hold(each, why));
    }
  }

  private Optional<WhyHeld> attempt(Due due) {
    boolean defaulted = due.status() == SceneStatus.DEFAULTED;
    boolean afterSettled = due.status() != SceneStatus.PAID_OUT && told.settlement().isPresent();
    if (afterSettled) {
      return Optional.of(HeldCode.ZHIMA_AFTER_SETTLED.reason());
    }
    BureauLoan loan =
        due.bizDate() == request.businessDate() || !defaulted
            ? request.today()
            : request.asOf().apply(due.bizDate());
    Optional<AdverseRecord> adverse =
        defaulted ? adverse(due.stageOn(), due.on()) : Optional.empty();
    boolean noNotice =
        adverse.isPresent()
            && conf.permission().lacksNotice(request, adverse.get().overdueFrom(), due.bizDate());
    if (defaulted && adverse.isEmpty()) {
      return Optional.empty();
    }
    if (noNotice && conf.permission().notice() == Permission.Notice.REQUIRE) {
      return Optional.of(WhyHeld.of(Permission.Reason.NO_NOTICE));
    }
    Optional<WhyHeld> problem = tell(due, loan, defaulted);
    if (problem.isEmpty()) {
      sent.add(due.bizDate());
      int from = adverse.map(AdverseRecord::overdueFrom).orElse(Day.NONE);
      for (Permission.Reason each : conf.permission().warnings(request, from, due.bizDate())) {
        warned.add(each.held(loanId, Zhima.NAME, due.bizDate(), request.businessDate()));
      }
    }
    return problem;
  }

  private Optional<WhyHeld> tell(Due due, BureauLoan loan, boolean defaulted) {
    Figures figures = Figures.of(loan, due.status(), conf);
    int before = told.find(due.stageOn()).map(ToldStage::overdueFrom).orElse(Day.NONE);
    ToldStage stage =
        new ToldStage(
            due.stageOn(),
            due.status(),
            due.bizDate(),
            figures.overdueAmt(),
            figures.ovdDate(),
            defaulted ? due.on() : before);
    Optional<WhyHeld> problem =
        send(FeedbackRecord.of(loan, stage, figures, due.bizDate(), Rectify.NORMAL, conf));
    if (problem.isEmpty()) {
      told = told.with(stage);
    }
    return problem;
  }

  /** The adverse record, not deleted under retention, that a default belongs to. */
  private Optional<AdverseRecord> adverse(int stageOn, int on) {
    return request.today().adverse().stream()
        .map(each -> each.record())
        .filter(each -> each.overdueFrom() <= Math.max(on, stageOn))
        .filter(each -> each.endedOn() == Day.NONE || each.endedOn() > on)
        .findFirst();
  }

  /** Why nothing can be told of the person. */
  private Optional<WhyHeld> identity() {
    LoanRow row = request.today().exported().row();
    if (row.idType() != IdType.ID_CARD) {
      return Optional.of(HeldCode.ZHIMA_ID_TYPE.reason());
    }
    boolean changed = !told.identity().isEmpty() && !told.identity().equals(digest(row));
    return changed ? Optional.of(HeldCode.ZHIMA_IDENTITY_CHANGED.reason()) : Optional.empty();
  }

  private static String digest(LoanRow row) {
    return Digest.of(16, row.loanId(), row.borrowerName(), row.idNumber());
  }

  /** Sends a record that keeps the rules; else says why not. */
  Optional<WhyHeld> send(FeedbackRecord record) {
    List<ZhimaRule> broken = new ArrayList<>();
    rules.check(record.members(), (rule, column) -> broken.add(rule));
    if (!broken.isEmpty()) {
      ZhimaRule rule = broken.get(0);
      WhyHeld reason = HeldCode.ZHIMA_PRECHECK.reason();
      return Optional.of(
          new WhyHeld(reason.code() + "_" + rule.name(), rule.english() + " " + reason.sentence()));
    }
    sink.accept(Zhima.RECORD_TYPE, record.bizDate(), record.bytes(), record.control());
    told = told.withIdentity(digest(request.today().exported().row()));
    return Optional.empty();
  }

  /** What rectifications have made of what was told. */
  Told told() {
    return told;
  }

  void told(Told now) {
    told = now;
  }

  /** Lists an event that waits, and queues its day. */
  private void hold(Due due, WhyHeld reason) {
    int since =
        request.queue().stream()
            .filter(each -> each.reportDate() == due.on() && each.code().equals(reason.code()))
            .map(QueuedReport::since)
            .findFirst()
            .orElse(request.businessDate());
    if (queue.putIfAbsent(due.on(), new QueuedReport(due.on(), since, reason.code())) == null) {
      held.add(new Held(loanId, Zhima.NAME, reason.code(), reason.sentence(), due.on(), since));
    }
  }

  /** Lists a decision or deletion that cannot be carried out. */
  void hold(WhyHeld reason) {
    int today = request.businessDate();
    held.add(new Held(loanId, Zhima.NAME, reason.code(), reason.sentence(), today, today));
  }
}
