package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.baihang.BaihangConf.Family;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanRow;

/**
 * One loan's night: repeats and corrections first, then what has happened (rulings 4). What is held
 * waits in the queue with the day it happened on; what is adverse and lacks a notice is told as of
 * the first night that may tell it.
 */
final class Reporter {

  /** Code of queued repeats, before the bureau's own. */
  static final String REJECTED = "REJECTED_";

  private final ReportRequest request;
  private final BaihangConf conf;
  private final String loanId;
  private final LoanRecords records;
  private final Sending sending;
  private final List<Held> held = new ArrayList<>();
  private final List<Held> warned = new ArrayList<>();
  private final Map<Integer, QueuedReport> queue = new TreeMap<>();
  private final Set<Integer> sent = new TreeSet<>();
  private Told told;

  Reporter(ReportRequest request, RecordSink sink, BaihangConf conf) {
    this.request = request;
    this.conf = conf;
    this.loanId = request.today().exported().loanId();
    this.records = new LoanRecords(conf);
    this.sending = new Sending(request, sink, conf);
    this.told = Told.parse(request.reported());
  }

  ReportResult report() {
    boolean first = told.through() == Day.NONE;
    if (first && request.takenAsKnown()) {
      told = Told.knownBefore(request.businessDate());
      first = false;
    }
    Optional<WhyHeld> stopped = person();
    Corrections corrections = new Corrections(this, request, conf);
    if (stopped.isEmpty()) {
      corrections.carryOut();
    } else if (corrections.isAsked()) {
      hold(stopped.get());
    }
    if (request.today().assessment().accountStatus() != AccountStatus.TRANSFERRED) {
      events(first, stopped.or(this::refusal));
    }
    told = told.withThrough(request.businessDate());
    if (told.past().isEmpty() || told.pastOn() == Day.NONE) {
      told = corrections.remember(told);
    }
    return new ReportResult(
        told.text(),
        List.copyOf(queue.values()),
        held,
        dropped(),
        warned,
        facts(),
        corrections.restatements());
  }

  private Optional<WhyHeld> refusal() {
    return conf.permission().refusal(request, Day.NONE, request.businessDate()).map(WhyHeld::of);
  }

  private List<Integer> dropped() {
    return request.queue().stream()
        .map(QueuedReport::reportDate)
        .filter(day -> !queue.containsKey(day) && day != request.businessDate())
        .filter(day -> !sent.contains(day))
        .toList();
  }

  /** What the revolving account's own record needs of the loan. */
  private List<Fact> facts() {
    LoanRow row = request.today().exported().row();
    boolean revolving = records.product(row).family() == Family.REVOLVING;
    if (!revolving || row.facilityId().isEmpty() || !told.isOpened() || told.isGone()) {
      return List.of();
    }
    return List.of(
        new Fact(
            Fact.By.FACILITY,
            row.facilityId(),
            loanId,
            List.of(
                mobile(),
                String.valueOf(records.product(row).accountGuaranteeType()),
                String.valueOf(records.product(row).gracePeriod()))));
  }

  private void events(boolean first, Optional<WhyHeld> stopped) {
    BureauLoan today = request.today();
    Set<Integer> waiting =
        request.queue().stream()
            .filter(each -> !each.code().equals(Permission.Reason.NO_NOTICE.name()))
            .filter(each -> !each.code().startsWith(REJECTED))
            .map(QueuedReport::reportDate)
            .collect(Collectors.toSet());
    Events events =
        new Events(
            request.businessDate(),
            first,
            told,
            waiting,
            today.exported().loan(),
            today.instalments().get(),
            Term.settledOn(today),
            conf.trackDays());
    Optional<WhyHeld> reason = stopped;
    for (Due each : events.decide()) {
      Optional<WhyHeld> why = reason.or(() -> attempt(each));
      why.ifPresent(held -> hold(each, held));
      // nothing is told of an account that the bureau does not know
      reason = each.event().kind() == Event.Kind.OPENED ? why : reason;
    }
    Optional<WhyHeld> last = reason;
    events
        .settlement(told)
        .ifPresent(each -> last.or(() -> attempt(each)).ifPresent(why -> hold(each, why)));
  }

  private Optional<WhyHeld> attempt(Due due) {
    BureauLoan loan = at(due.day());
    if (due.event().kind().isAccount()) {
      return records
          .problem(loan)
          .or(() -> tell(due, records.account(loan, due.event()), Day.NONE));
    }
    Optional<Term> term = Term.of(loan, due.event(), conf);
    if (term.isEmpty() && due.day() < request.businessDate()) {
      // what made it happen came later than its day: a return of a payment, for example
      return attempt(new Due(due.event(), request.businessDate()));
    }
    if (term.isEmpty() || isForgotten(due)) {
      return Optional.empty();
    }
    Optional<AdverseRecord> adverse = term.get().isAdverse() ? keptAt(due.day()) : Optional.empty();
    if (term.get().isAdverse() && adverse.isEmpty()) {
      return Optional.empty();
    }
    int from = adverse.map(AdverseRecord::overdueFrom).orElse(Day.NONE);
    boolean unnoticed =
        conf.permission().notice() == Permission.Notice.REQUIRE
            && conf.permission().lacksNotice(request, from, due.day());
    return unnoticed
        ? Optional.of(WhyHeld.of(Permission.Reason.NO_NOTICE))
        : tell(due, records.term(loan, due.event(), term.get()), from);
  }

  private Optional<WhyHeld> tell(Due due, LoanRecords.Ready ready, int adverseFrom) {
    ToldRecord record =
        new ToldRecord(
            due.event(),
            due.day(),
            request.version(),
            request.businessDate(),
            request.version(),
            sending.place(ready.draft().type(), due.day()),
            ToldRecord.Op.A,
            false,
            ready.content());
    Optional<WhyHeld> problem = send(record, ready);
    if (problem.isEmpty()) {
      for (Permission.Reason each : conf.permission().warnings(request, adverseFrom, due.day())) {
        warned.add(each.held(loanId, Baihang.NAME, due.day(), request.businessDate()));
      }
    }
    return problem;
  }

  /** Whether it belongs to an adverse record that is over and deleted under retention. */
  private boolean isForgotten(Due due) {
    return request.today().assessment().adverseRecords().stream()
        .filter(each -> each.endedOn() != Day.NONE && covers(each, due.event().on()))
        .anyMatch(each -> !isKept(each));
  }

  /** Whether an adverse record is neither deleted nor void. */
  boolean isKept(AdverseRecord record) {
    return request.today().adverse().stream()
        .anyMatch(each -> each.record().overdueFrom() == record.overdueFrom());
  }

  /** The adverse record, not deleted under retention, that a day belongs to. */
  Optional<AdverseRecord> keptAt(int day) {
    return request.today().adverse().stream()
        .map(each -> each.record())
        .filter(each -> covers(each, day))
        .findFirst();
  }

  static boolean covers(AdverseRecord record, int day) {
    return record.overdueFrom() <= day && (record.endedOn() == Day.NONE || day <= record.endedOn());
  }

  BureauLoan at(int day) {
    return day == request.businessDate() ? request.today() : request.asOf().apply(day);
  }

  /** Why nothing can be told of the person or the facility. */
  private Optional<WhyHeld> person() {
    LoanRow row = request.today().exported().row();
    Optional<FacilityRow> facility = request.today().exported().facility();
    HeldCode code = null;
    if (row.idType() != IdType.ID_CARD) {
      code = HeldCode.BAIHANG_ID_TYPE;
    } else if (!told.identity().isEmpty() && !told.identity().equals(sending.identity())) {
      code = HeldCode.BAIHANG_IDENTITY_CHANGED;
    } else if (mobile().isEmpty()) {
      code = HeldCode.BAIHANG_NO_MOBILE;
    } else if (records.product(row).family() == Family.REVOLVING) {
      if (facility.isEmpty()) {
        code = HeldCode.NO_FACILITY;
      } else if (facility.get().billingDay() == 0 || facility.get().paymentDay() == 0) {
        code = HeldCode.BAIHANG_NO_BILLING_DAY;
      }
    }
    return Optional.ofNullable(code).map(HeldCode::reason);
  }

  private String mobile() {
    return request
        .today()
        .exported()
        .borrower()
        .map(BorrowerRow::person)
        .map(BorrowerRow.Person::mobile)
        .orElse("");
  }

  /** Sends a record that keeps the rules and remembers it; else says why not. */
  Optional<WhyHeld> send(ToldRecord record, LoanRecords.Ready ready) {
    Optional<WhyHeld> problem = sending.send(record, ready, mobile());
    if (problem.isEmpty()) {
      sent.add(record.day());
      told = told.with(record).withIdentity(sending.identity());
    }
    return problem;
  }

  Sending sending() {
    return sending;
  }

  LoanRecords records() {
    return records;
  }

  Told told() {
    return told;
  }

  void told(Told now) {
    told = now;
  }

  /** Lists an event that waits, and queues its day. */
  private void hold(Due due, WhyHeld reason) {
    hold(due.event().on(), reason);
  }

  /** Lists what waits for a day, once. */
  void hold(int day, WhyHeld reason) {
    int since =
        request.queue().stream()
            .filter(each -> each.reportDate() == day && each.code().equals(reason.code()))
            .map(QueuedReport::since)
            .findFirst()
            .orElse(request.businessDate());
    if (queue.putIfAbsent(day, new QueuedReport(day, since, reason.code())) == null) {
      held.add(new Held(loanId, Baihang.NAME, reason.code(), reason.sentence(), day, since));
    }
  }

  /** Lists a decision or deletion that cannot be carried out. */
  void hold(WhyHeld reason) {
    int today = request.businessDate();
    held.add(new Held(loanId, Baihang.NAME, reason.code(), reason.sentence(), today, today));
  }

  static String digestOf(LoanRow row) {
    return Digest.of(16, row.loanId(), row.borrowerName(), row.idNumber());
  }
}
