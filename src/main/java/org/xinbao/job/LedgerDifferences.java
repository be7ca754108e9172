package org.xinbao.job;

import java.io.IOException;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Split;
import org.xinbao.arrears.SplitDifference;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.report.ReportInput.DifferenceLine;

/**
 * The rows of {@code differences.csv}: where the ledger's own figures differ from ours; ours are
 * never changed by them.
 */
final class LedgerDifferences {

  private final String loanId;
  private final PartOutput out;
  private boolean any;

  private LedgerDifferences(String loanId, PartOutput out) {
    this.loanId = loanId;
    this.out = out;
  }

  /** Lists the loan's differences; a bureau decides by itself whether one holds its records. */
  static void write(ExportedLoan loan, Assessment assessment, PartOutput out) throws IOException {
    LedgerDifferences differences = new LedgerDifferences(loan.loanId(), out);
    differences.figures(loan, assessment);
    for (SplitDifference each : assessment.splitDifferences()) {
      differences.split(each);
    }
    if (assessment.closingDifference() != 0) {
      differences.add("CLOSING", "", "0.00", Cents.format(assessment.closingDifference()));
    }
    if (differences.any) {
      out.counters().add(Count.LOANS_WITH_DIFFERENCES, 1);
    }
  }

  private void figures(ExportedLoan loan, Assessment ours) throws IOException {
    LoanOptions ledger = loan.row().options();
    amount(loan, "principal_balance", ledger.ledgerPrincipalBalance(), ours.principalBalance());
    amount(loan, "overdue_total", ledger.ledgerOverdueTotal(), ours.overdueTotal());
    long penalty = Math.addExact(ours.penaltyOnPrincipal(), ours.penaltyOnInterest());
    amount(loan, "penalty", ledger.ledgerPenalty(), penalty);
    int days = ledger.ledgerDaysPastDue();
    if (days >= 0 && days != ours.daysPastDue()) {
      add("days_past_due", "", Integer.toString(days), Integer.toString(ours.daysPastDue()));
      out.aggregates()
          .figures()
          .addDifference(loan.row().product(), loan.row().currency(), "days_past_due", 0);
    }
  }

  private void amount(ExportedLoan loan, String kind, long ledger, long ours) throws IOException {
    if (ledger < 0 || ledger == ours) {
      return;
    }
    long apart = Math.absExact(Math.subtractExact(ledger, ours));
    add(kind, "", Cents.format(ledger), Cents.format(ours));
    out.aggregates()
        .figures()
        .addDifference(loan.row().product(), loan.row().currency(), kind, apart);
  }

  private void split(SplitDifference difference) throws IOException {
    Split ledger = difference.ledger();
    Split ours = difference.ours();
    part(difference, "split_principal", ledger.principal(), ours.principal());
    part(difference, "split_interest", ledger.interest(), ours.interest());
    part(difference, "split_penalty", ledger.penalty(), ours.penalty());
    part(difference, "split_fee", ledger.fee(), ours.fee());
  }

  private void part(SplitDifference difference, String kind, long ledger, long ours)
      throws IOException {
    if (ledger != ours) {
      add(kind, difference.txnId(), Cents.format(ledger), Cents.format(ours));
    }
  }

  private void add(String kind, String reference, String ledger, String ours) throws IOException {
    out.difference(new DifferenceLine(loanId, kind, reference, ledger, ours));
    any = true;
  }
}
