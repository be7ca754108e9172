package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.AccountRequest;
import org.xinbao.bureau.AccountResult;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.MergedLoan;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.NoticeRow;

/**
 * Reports one merged account: its loans are made one, and that one is reported like any loan. What
 * people decided of or told about one of its loans counts for the account.
 */
final class AccountReporter {

  private final PbocConf conf;
  private final BureauSettings settings;
  private final String bureau;
  private final Reporter reporter;

  AccountReporter(PbocConf conf, BureauSettings settings, String bureau, Reporter reporter) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
    this.reporter = reporter;
  }

  AccountResult report(AccountRequest request, RecordSink sink) {
    return request.loans().isEmpty()
        ? AccountResult.unchanged(request.reported())
        : new Night(request).report(sink);
  }

  @SuppressWarnings("ArrayRecordComponent") // the bytes go to the sink as they are
  private record Sent(String recordType, int reportDate, byte[] record, ControlFigures control) {}

  /** One account's night. */
  private final class Night {

    private final AccountRequest request;
    private final MergedText before;
    private final ReportedState state;
    private final List<BureauLoan> present;
    private final PbocProduct product;
    private final MergedAccount account;

    Night(AccountRequest request) {
      this.request = request;
      MergedText stored = MergedText.parse(request.reported());
      this.before =
          new MergedText(endedSince(stored.endedSince()), stored.queue(), stored.history());
      this.state = SentHistory.parse(before.history()).last();
      this.present =
          request.loans().stream()
              .flatMap(each -> each.present().stream())
              .map(MergedLoan.Present::today)
              .toList();
      this.product = conf.product(productKey());
      this.account =
          new MergedAccount(
              request.facilityId(), request.facility(), before.endedSince(), request.loans());
    }

    private int endedSince(int stored) {
      Optional<FacilityRow> row = request.facility();
      if (row.isEmpty()) {
        return stored;
      }
      boolean active = row.get().status() == FacilityRow.Status.ACTIVE;
      if (active) {
        return Day.NONE;
      }
      return stored == Day.NONE ? request.businessDate() : stored;
    }

    private String productKey() {
      if (!present.isEmpty()) {
        return present.get(0).exported().row().product();
      }
      return request.loans().stream()
          .flatMap(each -> MergedMark.find(each.told()).stream())
          .map(MergedMark::product)
          .findFirst()
          .orElse("");
    }

    AccountResult report(RecordSink sink) {
      boolean over = state.closed() || state.dossier().isGone() || !state.isKnown();
      if (present.isEmpty() && over && isComplete()) {
        return AccountResult.unchanged(before.text());
      }
      Optional<HeldCode> obstacle = obstacle();
      if (obstacle.isPresent()) {
        return held(obstacle.get());
      }
      BureauLoan today = account.today(request.businessDate());
      List<Sent> records = new ArrayList<>(1);
      ReportResult result;
      try {
        result =
            reporter.report(
                asLoan(today),
                (type, day, record, control) -> records.add(new Sent(type, day, record, control)));
      } catch (NotAssessable e) {
        return held(HeldCode.ACCOUNT_NOT_ASSESSABLE);
      }
      records.forEach(
          each -> sink.accept(each.recordType(), each.reportDate(), each.record(), each.control()));
      List<Held> held = new ArrayList<>(result.held());
      held.addAll(notDeleted());
      String code =
          settings.providerCode()
              + SentHistory.parse(result.reported()).last().account(request.facilityId());
      return new AccountResult(
          new MergedText(before.endedSince(), result.queue(), result.reported()).text(),
          held,
          result.dropped(),
          result.warnings(),
          result.facts(),
          result.restatements(),
          Optional.of(new AccountResult.Account(code, today)));
    }

    /** Whether every loan was assessed tonight or had closed before. */
    private boolean isComplete() {
      return request.loans().stream()
          .filter(each -> each.present().isEmpty())
          .noneMatch(each -> MergedMark.find(each.told()).map(MergedMark::isOpen).orElse(true));
    }

    private Optional<HeldCode> obstacle() {
      if (!isComplete()) {
        return Optional.of(HeldCode.LOAN_OF_ACCOUNT_MISSING);
      }
      if (present.isEmpty() && request.facility().isEmpty()) {
        return Optional.of(HeldCode.NO_FACILITY);
      }
      Set<List<Object>> kinds = new HashSet<>();
      for (BureauLoan each : present) {
        LoanRow row = each.exported().row();
        kinds.add(
            List.of(
                row.product(), row.currency(), row.borrowerName(), row.idType(), row.idNumber()));
      }
      return kinds.size() > 1 ? Optional.of(HeldCode.LOANS_OF_ACCOUNT_DIFFER) : Optional.empty();
    }

    /**
     * The account waits as it is; on a settlement day its record is queued (rulings 34). Its row
     * still has the loans that were assessed.
     */
    private AccountResult held(HeldCode reason) {
      int today = request.businessDate();
      List<QueuedReport> queue = new ArrayList<>(before.queue());
      boolean due = !state.closed() && !state.dossier().isGone();
      boolean queued = queue.stream().anyMatch(each -> each.reportDate() == today);
      if (due && !queued && product.settlementOf(today) == today) {
        queue.add(new QueuedReport(today, today, reason.name()));
      }
      List<Held> held = new ArrayList<>();
      for (QueuedReport each : queue) {
        held.add(row(reason, each.reportDate(), each.since()));
      }
      Optional<AccountResult.Account> account =
          present.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new AccountResult.Account(
                      settings.providerCode() + state.account(request.facilityId()),
                      this.account.today(today)));
      return new AccountResult(
          new MergedText(before.endedSince(), queue, before.history()).text(),
          held,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          account);
    }

    private Held row(HeldCode reason, int reportDate, int since) {
      return new Held(
          request.facilityId(), bureau, reason.name(), reason.sentence(), reportDate, since);
    }

    private ReportRequest asLoan(BureauLoan today) {
      AccountIds ids =
          (id, own) ->
              request.loans().stream()
                  .allMatch(each -> request.accountIds().isOthers(id, each.loanId()));
      return new ReportRequest(
          request.businessDate(),
          request.version(),
          today,
          account::asOf,
          before.history(),
          before.queue(),
          notices(),
          decisions(),
          request.takenAsKnown(),
          ids);
    }

    /** A notice about a loan of the account is one about the account. */
    private List<NoticeRow> notices() {
      List<NoticeRow> notices = new ArrayList<>();
      for (MergedLoan loan : request.loans()) {
        for (NoticeRow each : loan.present().map(MergedLoan.Present::notices).orElse(List.of())) {
          boolean own = each.loanId().equals(loan.loanId());
          notices.add(
              own ? new NoticeRow(request.facilityId(), each.channel(), each.sentOn()) : each);
        }
      }
      return notices;
    }

    /** An account is deleted only when each of its loans is. */
    private List<DecisionRow> decisions() {
      boolean all =
          request.loans().stream()
              .allMatch(each -> each.decisions().stream().anyMatch(this::isDeletion));
      List<DecisionRow> decisions = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      boolean deleted = false;
      for (MergedLoan loan : request.loans()) {
        for (DecisionRow each : loan.decisions()) {
          boolean deletion = each.kind() == DecisionRow.Kind.DELETE_ACCOUNT;
          boolean counts = !deletion || (all && !deleted && isDeletion(each));
          if (counts && ids.add(each.decisionId())) {
            decisions.add(each);
            deleted |= deletion;
          }
        }
      }
      return decisions;
    }

    private boolean isDeletion(DecisionRow decision) {
      return decision.kind() == DecisionRow.Kind.DELETE_ACCOUNT
          && Permission.concerns(decision, bureau)
          && Permission.holdsFrom(decision) <= request.businessDate();
    }

    private List<Held> notDeleted() {
      List<DecisionRow> asked =
          request.loans().stream()
              .flatMap(each -> each.decisions().stream())
              .filter(this::isDeletion)
              .toList();
      boolean all =
          request.loans().stream()
              .allMatch(each -> each.decisions().stream().anyMatch(this::isDeletion));
      return all
          ? List.of()
          : asked.stream()
              .map(
                  each ->
                      row(
                          HeldCode.ONE_LOAN_OF_ACCOUNT,
                          request.businessDate(),
                          Permission.holdsFrom(each)))
              .toList();
    }
  }
}
