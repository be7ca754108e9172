package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Loan;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LoanRow;

/**
 * The rows of {@code legal-review.csv}: what counsel needs of a loan that has come to legal review.
 * Names the debtor and nobody else; holds personal data.
 */
final class LegalReview {

  static final List<String> COLUMNS =
      List.of(
          "loan_id",
          "customer_id",
          "borrower_name",
          "id_type",
          "id_number",
          "product",
          "currency",
          "opened_on",
          "matures_on",
          "loan_principal",
          "annual_rate",
          "account_status",
          "first_overdue_on",
          "days_past_due",
          "principal_balance",
          "overdue_principal",
          "overdue_interest",
          "overdue_fee",
          "penalty_on_principal",
          "penalty_on_interest",
          "overdue_total",
          "claim_total",
          "last_paid_on",
          "last_paid_amount",
          "last_notice_on",
          "guarantors");

  private LegalReview() {}

  /**
   * Writes one loan.
   *
   * @param lastNoticeOn epoch day or none
   */
  static void write(CsvWriter csv, ExportedLoan exported, Assessment a, int lastNoticeOn)
      throws IOException {
    LoanRow row = exported.row();
    Loan loan = exported.loan();
    csv.text(row.loanId()).text(row.customerId()).text(row.borrowerName());
    csv.text(row.idType().name()).text(row.idNumber()).text(row.product()).text(row.currency());
    csv.day(loan.openedOn()).day(loan.maturesOn()).cents(loan.principal());
    csv.text(rate(loan.annualRateE10())).text(a.accountStatus().name());
    csv.day(a.firstOverdueOn()).number(a.daysPastDue()).cents(a.principalBalance());
    csv.cents(a.overduePrincipal()).cents(a.overdueInterest()).cents(a.overdueFee());
    csv.cents(a.penaltyOnPrincipal()).cents(a.penaltyOnInterest()).cents(a.overdueTotal());
    csv.cents(claim(a)).day(a.lastPaidOn()).cents(a.lastPaidAmount()).day(lastNoticeOn);
    csv.number(exported.guarantees().size()).end();
  }

  /** All unpaid principal, due or not, with what is overdue of interest, fee and penalty. */
  private static long claim(Assessment a) {
    return Math.addExact(
        a.principalBalance(), Math.subtractExact(a.overdueTotal(), a.overduePrincipal()));
  }

  private static String rate(long e10) {
    return java.math.BigDecimal.valueOf(e10, 10).stripTrailingZeros().toPlainString();
  }
}
