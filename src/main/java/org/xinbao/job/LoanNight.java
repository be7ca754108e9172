package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;
import org.xinbao.ledger.RejectedLoan;
import org.xinbao.ledger.RowsWithoutLoan;
import org.xinbao.report.AssessedLoan;
import org.xinbao.retention.Hold;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.treatment.Treatment;
import org.xinbao.treatment.TreatmentStep;

/**
 * One loan's night: assessed, kept, treated, reported, and its rows written; or carried forward
 * when it cannot be.
 */
final class LoanNight {

  private final NightContext night;
  private final PartOutput out;
  private final BureauNight bureaux;
  private final RegisterNight register;
  private final ToldNight told;
  private final TreatmentNight treatment;

  LoanNight(NightContext night, PartOutput out) {
    this.night = night;
    this.out = out;
    this.bureaux = new BureauNight(night, out);
    this.register = new RegisterNight(night, out);
    this.told = new ToldNight(night, out);
    this.treatment = new TreatmentNight(night, out);
  }

  /** A loan that the export has rows for. */
  void present(LoanGroup group, Known known) throws IOException {
    if (isNotYetOpen(group)) {
      return;
    }
    countOpenBefore(known);
    if (group instanceof ExportedLoan loan) {
      out.counters().add(Count.LOANS_IN, 1);
      exported(loan, known);
    } else if (group instanceof RejectedLoan loan) {
      out.counters().add(Count.LOANS_IN, 1);
      rejected(loan, known, List.of());
    } else if (group instanceof RowsWithoutLoan rows) {
      withoutLoan(rows, known);
    }
  }

  private boolean isNotYetOpen(LoanGroup group) {
    return night.laterExport()
        && group instanceof ExportedLoan loan
        && loan.loan().openedOn() > night.date();
  }

  /** A loan that only earlier nights know. */
  void absent(String loanId, Known known) throws IOException {
    countOpenBefore(known);
    carryForward(loanId, known, List.of(), known.decisions());
  }

  /**
   * A loan that is not assessed keeps its state as it is (rulings 5, 34), but for what decisions
   * had bureaux told.
   */
  private Known keepState(String loanId, Known known, List<DecisionRow> decisions)
      throws IOException {
    Known after = bureaux.decided(loanId, known, decisions);
    if (after.state().isPresent()) {
      out.state(
          loanId, after.state().get().toBytes(), known.stored().state().map(LoanState::toBytes));
    }
    return after;
  }

  private void countOpenBefore(Known known) {
    if (known.state().map(LoanState::open).orElse(false)) {
      out.counters().add(Count.LOANS_OPEN_BEFORE, 1);
    }
  }

  private void exported(ExportedLoan loan, Known known) throws IOException {
    ProductConf conf = product(loan.row());
    String customer = LoanState.hash(loan.row().customerId());
    if (isReused(loan, customer, known)) {
      rejected(loan, known, RejectCode.LOAN_ID_REUSED, "loans.csv", loan.row().line(), "loan_id");
      return;
    }
    AssessmentOutcome outcome = Arrears.assess(loan.loan(), conf.rules(), night.date());
    if (outcome instanceof Contradiction contradiction) {
      contradicted(loan, contradiction, known);
    } else if (outcome instanceof Assessment assessment) {
      assessed(loan, conf, assessment, customer, known);
    }
  }

  private void assessed(
      ExportedLoan loan, ProductConf conf, Assessment assessment, String customer, Known known)
      throws IOException {
    LoanRow row = loan.row();
    List<Reject> rejects = new ArrayList<>(loan.rejects());
    List<DecisionRow> decisions = told.decisions(loan, known, rejects);
    List<NoticeRow> notices = told.notices(loan.notices(), known);
    for (Reject each : rejects) {
      out.reject(each);
    }
    told.disputes(decisions);
    List<Hold> holds = HoldDecisions.holds(decisions);
    Voidings voidings = Voidings.of(decisions, night.date());
    List<RetainedRecord> adverse =
        voidings.without(
            Retention.apply(
                assessment.adverseRecords(),
                assessment.nothingOwedFrom(),
                conf.retention(),
                holds,
                night.date()));
    TreatmentStep step =
        Treatment.step(
            conf.treatment(),
            assessment.accountStatus(),
            assessment.daysPastDue(),
            assessment.overdueTotal());
    AssessmentCsv.write(
        out.assessments(),
        row.loanId(),
        row.product(),
        assessment,
        Retention.latest(adverse),
        step);
    treatment.treat(loan, conf.treatment(), assessment, adverse, step, notices);
    register.assessed(row, assessment, adverse, holds, voidings, known);
    if (!night.laterExport()) {
      LedgerDifferences.write(loan, assessment, out);
    }
    SortedMap<String, String> reported =
        bureaux.report(
            new BureauLoan(
                loan,
                assessment,
                adverse,
                () -> Arrears.instalments(loan.loan(), conf.rules(), night.date())),
            new LoanAsOf(loan, conf, decisions, night.date()),
            known,
            notices,
            decisions);
    writeState(loan, assessment, customer, reported, known);
    count(loan, conf, assessment, step);
  }

  private void count(ExportedLoan loan, ProductConf conf, Assessment assessment, TreatmentStep step)
      throws IOException {
    LoanRow row = loan.row();
    out.assessed(
        new AssessedLoan(
            row.loanId(),
            row.product(),
            row.currency(),
            loan.loan().openedOn(),
            loan.loan().principal(),
            conf.rules().costCapAnnualE10(),
            assessment,
            step));
    Counters counters = out.counters();
    counters.add(Count.LOANS_ASSESSED, 1);
    if (isOpen(loan.loan(), assessment)) {
      counters.add(Count.LOANS_OPEN, 1);
    }
    if (assessment.costAnnualE6() > conf.rules().costCapAnnualE10() / 10_000) {
      counters.add(Count.COST_CAP_EXCEEDED, 1);
    }
    counters.add(Count.PRINCIPAL_BALANCE_CENTS, assessment.principalBalance());
    counters.add(Count.OVERDUE_TOTAL_CENTS, assessment.overdueTotal());
    counters.add(Count.OVERDUE_PRINCIPAL_CENTS, assessment.overduePrincipal());
    counters.add(
        Count.PENALTY_OWED_CENTS,
        Math.addExact(assessment.penaltyOnPrincipal(), assessment.penaltyOnInterest()));
    counters.add(Count.PENALTY_PAID_CENTS, assessment.penaltyPaid());
    counters.add(Count.DUE_THIS_MONTH_CENTS, assessment.dueThisMonth());
    counters.add(Count.PAID_THIS_MONTH_CENTS, assessment.paidThisMonth());
    counters.add(Count.UNALLOCATED_CENTS, assessment.unallocated());
    counters.add(Count.CLOSING_DIFFERENCES_CENTS, assessment.closingDifference());
  }

  private void writeState(
      ExportedLoan loan,
      Assessment assessment,
      String customer,
      SortedMap<String, String> reported,
      Known known)
      throws IOException {
    LoanState state =
        new LoanState(
            isOpen(loan.loan(), assessment),
            loan.loan().openedOn(),
            customer,
            assessment.principalBalance(),
            loan.row().product(),
            loan.row().currency(),
            closedOn(loan.loan()),
            reported);
    out.state(loan.loanId(), state.toBytes(), known.stored().state().map(LoanState::toBytes));
  }

  private int closedOn(Loan loan) {
    boolean closed = loan.status() != LoanStatus.ACTIVE && loan.closedOn() <= night.date();
    return closed ? loan.closedOn() : Day.NONE;
  }

  /** Whether the loan must be in the next export; a written-off one until nothing of it is owed. */
  private boolean isOpen(Loan loan, Assessment assessment) {
    if (loan.status() == LoanStatus.ACTIVE || loan.closedOn() > night.date()) {
      return true;
    }
    return loan.status() == LoanStatus.WRITTEN_OFF && assessment.nothingOwedFrom() == Day.NONE;
  }

  private static boolean isReused(ExportedLoan loan, String customer, Known known) {
    return known
        .state()
        .filter(state -> !state.isImported())
        .filter(
            state ->
                state.openedOn() != loan.loan().openedOn()
                    || !state.customerHash().equals(customer))
        .isPresent();
  }

  private void contradicted(ExportedLoan loan, Contradiction contradiction, Known known)
      throws IOException {
    RejectCode code = RejectCode.valueOf(contradiction.kind().name());
    if (code == RejectCode.SCHEDULE_VERSION) {
      rejected(loan, known, code, "instalments.csv", 0, "valid_from");
    } else if (contradiction.txnId().isEmpty()) {
      rejected(loan, known, code, "loans.csv", loan.row().line(), "status");
    } else {
      long line = loan.lineOf(contradiction.txnId());
      rejected(loan, known, code, "transactions.csv", line, "amount");
    }
    if (code == RejectCode.CLOSED_WITH_BALANCE) {
      out.counters().add(Count.LOANS_REJECTED_EXEMPT, 1);
    }
  }

  private void rejected(
      ExportedLoan loan, Known known, RejectCode code, String file, long line, String column)
      throws IOException {
    List<Reject> rejects = new ArrayList<>(loan.rejects());
    rejects.add(new Reject(file, line, loan.loanId(), column, code, code.sentence()));
    out.counters()
        .add(
            Count.ROWS_CONTRADICTED,
            1L + loan.loan().schedule().size() + loan.loan().movements().size());
    rejected(
        new RejectedLoan(loan.loanId(), rejects, loan.notices(), loan.decisions(), loan.lines()),
        known,
        List.of(loan));
  }

  private void rejected(RejectedLoan loan, Known known, List<ExportedLoan> readable)
      throws IOException {
    List<Reject> rejects = new ArrayList<>(loan.rejects());
    List<DecisionRow> decisions = told.decisions(loan, known, rejects);
    told.notices(loan.notices(), known);
    for (Reject each : rejects) {
      out.reject(each);
    }
    out.counters().add(Count.LOANS_REJECTED, 1);
    long balance = known.state().map(LoanState::principalBalance).orElse(0L);
    String product =
        readable.stream()
            .map(each -> each.row().product())
            .findFirst()
            .or(() -> known.state().map(LoanState::product))
            .orElse("");
    String currency =
        readable.stream()
            .map(each -> each.row().currency())
            .findFirst()
            .or(() -> known.state().map(LoanState::currency))
            .orElse("");
    out.aggregates().figures().addNotAssessed(product, currency, balance);
    told.disputes(decisions);
    register.carriedForward(loan.loanId(), known, decisions);
    bureaux.rejected(loan.loanId(), keepState(loan.loanId(), known, decisions));
  }

  private void withoutLoan(RowsWithoutLoan rows, Known known) throws IOException {
    List<Reject> rejects = new ArrayList<>(rows.rejects());
    List<DecisionRow> decisions = known.decisions();
    if (known.isKnown()) {
      decisions = told.decisions(rows, known, rejects);
      told.notices(rows.notices(), known);
    } else {
      rows.notices()
          .forEach(each -> unknown("notices.csv", rows.lines().of(each), rows.loanId(), rejects));
      rows.decisions()
          .forEach(each -> unknown("decisions.csv", rows.lines().of(each), rows.loanId(), rejects));
    }
    for (Reject each : rejects) {
      out.reject(each);
    }
    carryForward(rows.loanId(), known, rows.rejects(), decisions);
  }

  private static void unknown(String file, List<Long> lines, String loanId, List<Reject> rejects) {
    for (long line : lines) {
      rejects.add(
          new Reject(
              file,
              line,
              loanId,
              "loan_id",
              RejectCode.UNKNOWN_LOAN,
              RejectCode.UNKNOWN_LOAN.sentence()));
    }
  }

  private void carryForward(
      String loanId, Known known, List<Reject> rejects, List<DecisionRow> decisions)
      throws IOException {
    told.disputes(decisions);
    register.carriedForward(loanId, known, decisions);
    Known after = keepState(loanId, known, decisions);
    if (after.state().isPresent() && after.state().get().open()) {
      LoanState state = after.state().get();
      out.counters().add(Count.LOANS_VANISHED, 1);
      out.aggregates()
          .figures()
          .addVanished(state.product(), state.currency(), state.principalBalance());
      bureaux.vanished(loanId, after);
    } else if (rejects.isEmpty()) {
      bureaux.absent(loanId, after);
    }
  }

  private ProductConf product(LoanRow row) {
    ProductConf conf = night.products().get(row.product());
    if (conf == null) {
      throw new IllegalStateException("a loan of an unknown product passed the checks");
    }
    return conf;
  }
}
