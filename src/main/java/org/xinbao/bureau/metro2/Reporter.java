package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.PastRows;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanRow;

/**
 * One loan's night: what decisions ask for first, then periods that wait, oldest first, then the
 * period that ends today (rulings 4).
 */
final class Reporter {

  private static final String OPEN_DISPUTE = "XB";
  private static final String CONSUMER_DISAGREES = "XC";
  private static final String DISPUTE_DONE = "XH";

  private final ReportRequest request;
  private final RecordSink sink;
  private final Metro2Conf conf;
  private final String loanId;
  private final int today;
  private final List<Held> held = new ArrayList<>();
  private final List<Held> warned = new ArrayList<>();
  private final TreeMap<Integer, QueuedReport> queue = new TreeMap<>();
  private final List<Integer> sent = new ArrayList<>();
  private Told told;

  Reporter(ReportRequest request, RecordSink sink, Metro2Conf conf) {
    this.request = request;
    this.sink = sink;
    this.conf = conf;
    this.loanId = request.today().exported().loanId();
    this.today = request.businessDate();
    this.told = Told.parse(request.reported());
  }

  ReportResult report() {
    if (!told.isReported() && request.takenAsKnown()) {
      int known = Day.lastOfMonth(today) == today ? today : Day.firstOfMonth(today) - 1;
      told = told.reported(known, account(request.today(), today), "");
    }
    Changes changes = new Changes(this, request, conf);
    told = changes.carryOut(told);
    if (!told.isDeleted()) {
      periods();
      if (told.isReported() && (told.past().isEmpty() || !sent.isEmpty())) {
        told = changes.isSettled() ? remember(told) : told;
      }
    }
    List<Integer> dropped =
        request.queue().stream()
            .map(QueuedReport::reportDate)
            .filter(day -> !queue.containsKey(day) && !sent.contains(day))
            .toList();
    return new ReportResult(
        told.text(),
        List.copyOf(queue.values()),
        held,
        dropped,
        warned,
        List.of(),
        changes.restatements());
  }

  /** With the digest of the loan's rows as they are tonight. */
  Told remember(Told now) {
    return now.withPast(today, PastRows.digest(request.today().exported().loan(), today));
  }

  private void periods() {
    request.queue().stream()
        .map(QueuedReport::reportDate)
        .filter(day -> day < today)
        .sorted(Comparator.naturalOrder())
        .forEach(this::period);
    if (Day.lastOfMonth(today) == today) {
      period(today);
    }
    queue.headMap(told.period(), true).clear();
    held.removeIf(each -> each.reportDate() <= told.period() && !sentOrChange(each));
  }

  /** Rows that are not about a period that waits stay. */
  private boolean sentOrChange(Held row) {
    return request.queue().stream().noneMatch(each -> each.reportDate() == row.reportDate());
  }

  /** Reports the period that ends on a day, or keeps it waiting. */
  private void period(int day) {
    if (told.period() != Day.NONE && day <= told.period()) {
      return;
    }
    BureauLoan loan = at(day);
    int endedOn = new AccountFigures(loan, day, told, product(), request.asOf()).endedOn();
    boolean open = endedOn == Day.NONE;
    if (told.isEnded()) {
      if (open) {
        hold(HeldCode.METRO2_ACCOUNT_ENDED.reason(), day);
      }
      return;
    }
    boolean endedBefore = !open && !told.isReported() && endedOn < Day.firstOfMonth(day);
    if (endedBefore) {
      return;
    }
    Account account = account(loan, day);
    Optional<WhyHeld> reason = refusal(account, loan, day).or(() -> send(account, day, false));
    if (reason.isPresent()) {
      keep(day, reason.get());
    } else {
      sent.add(day);
      for (Permission.Reason each :
          conf.permission().warnings(request, adverseFrom(account, loan), day)) {
        warned.add(each.held(loanId, Metro2.NAME, day, today));
      }
    }
  }

  private BureauLoan at(int day) {
    return day == today ? request.today() : request.asOf().apply(day);
  }

  Metro2Conf.Product product() {
    return conf.product(row().product());
  }

  private LoanRow row() {
    return request.today().exported().row();
  }

  Account account(BureauLoan loan, int day) {
    return new AccountFigures(loan, day, told, product(), request.asOf()).report();
  }

  /** Why a period may not be told. */
  private Optional<WhyHeld> refusal(Account account, BureauLoan loan, int day) {
    Optional<WhyHeld> permission =
        conf.permission().refusal(request, adverseFrom(account, loan), day).map(WhyHeld::of);
    if (permission.isPresent()) {
      return permission;
    }
    boolean obsolete = account.dofd() != Day.NONE && obsoleteFrom(account.dofd()) <= day;
    return obsolete ? Optional.of(HeldCode.METRO2_OBSOLETE.reason()) : Optional.empty();
  }

  /**
   * FCRA 605(c)(1): 7 years and 180 days from the missed due date, 30 days before the date told.
   */
  static int obsoleteFrom(int dofd) {
    return Day.plusYears(dofd - Delinquency.FROM, 7) + 180;
  }

  private static int adverseFrom(Account account, BureauLoan loan) {
    boolean adverse =
        account.status().needsFirstDelinquency(account.rating()) && !loan.adverse().isEmpty();
    return adverse
        ? loan.adverse().get(loan.adverse().size() - 1).record().overdueFrom()
        : Day.NONE;
  }

  /** Sends the report of a period, or says why it cannot be sent. */
  Optional<WhyHeld> send(Account account, int day, boolean replaces) {
    Optional<WhyHeld> source = source(account);
    if (source.isPresent()) {
      return source;
    }
    BorrowerRow borrower = request.today().exported().borrower().orElseThrow();
    String condition = condition();
    byte[] record;
    try {
      record =
          new RecordBuilder(conf, at(day))
              .build(
                  account,
                  borrower,
                  new RecordBuilder.Cover(
                      told.accountOf(loanId), told.next(), replaces, condition, day));
    } catch (Unwritable e) {
      return Optional.of(e.reason());
    }
    Optional<Metro2Rule> broken = RecordRules.first(record, today);
    if (broken.isPresent()) {
      WhyHeld reason = HeldCode.METRO2_PRECHECK.reason();
      return Optional.of(
          new WhyHeld(
              reason.code() + "_" + broken.get().name(),
              broken.get().english() + " " + reason.sentence()));
    }
    sink.accept(
        Metro2.RECORD_TYPE, day, record, new ControlFigures(account.balance(), account.pastDue()));
    told =
        account.status().isDeletion()
            ? told.deleted(account.status())
            : told.reported(day, account, condition);
    return Optional.empty();
  }

  private Optional<WhyHeld> source(Account account) {
    HeldCode code = null;
    if (told.accountOf(loanId).length() > Segment.BASE.field("ACCOUNT_NUMBER").length()) {
      code = HeldCode.ACCOUNT_TOO_LONG;
    } else if (!row().currency().equals(conf.currency())) {
      code = HeldCode.METRO2_CURRENCY;
    } else if (request.today().exported().borrower().isEmpty()) {
      code = HeldCode.METRO2_NO_BORROWER;
    } else if (new RecordBuilder(conf, request.today()).lacksLimit()) {
      code = HeldCode.NO_FACILITY;
    } else if (account.status() == Status.TRANSFERRED && product().purchaser().isEmpty()) {
      code = HeldCode.METRO2_NO_PURCHASER;
    }
    return Optional.ofNullable(code).map(HeldCode::reason);
  }

  /** Compliance condition: a dispute while it is open, and once how it ended. */
  private String condition() {
    if (conf.permission().isDisputed(request)) {
      return OPEN_DISPUTE;
    }
    if (!told.condition().equals(OPEN_DISPUTE)) {
      return "";
    }
    boolean rejected =
        request.decisions().stream()
            .filter(each -> each.kind() == DecisionRow.Kind.DISPUTE_RESOLVED)
            .filter(each -> Permission.concerns(each, Metro2.NAME))
            .max(Comparator.comparingInt(Permission::holdsFrom))
            .map(each -> each.details().getOrDefault("outcome", "").equals("REJECTED"))
            .orElse(false);
    return rejected ? CONSUMER_DISAGREES : DISPUTE_DONE;
  }

  Told told() {
    return told;
  }

  void told(Told now) {
    told = now;
  }

  /** Lists a period that cannot be told, and keeps it for another night. */
  private void keep(int day, WhyHeld reason) {
    int since =
        request.queue().stream()
            .filter(each -> each.reportDate() == day && each.code().equals(reason.code()))
            .mapToInt(QueuedReport::since)
            .findFirst()
            .orElse(today);
    held.add(new Held(loanId, Metro2.NAME, reason.code(), reason.sentence(), day, since));
    if (!reason.code().equals(HeldCode.METRO2_OBSOLETE.name())) {
      queue.put(day, new QueuedReport(day, since, reason.code()));
    }
  }

  /** Lists what cannot be carried out. */
  void hold(WhyHeld reason, int day) {
    held.add(new Held(loanId, Metro2.NAME, reason.code(), reason.sentence(), day, today));
  }
}
