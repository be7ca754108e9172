package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.treatment.TreatmentStep;

/** The rows of {@code assessments.csv} (contract section 4, columns in that order). */
final class AssessmentCsv {

  /** The header row. */
  static final List<String> COLUMNS =
      List.of(
          "loan_id",
          "business_date",
          "product",
          "account_status",
          "principal_balance",
          "first_overdue_on",
          "days_past_due",
          "days_delinquent",
          "bucket",
          "instalments_overdue",
          "overdue_total",
          "overdue_principal",
          "overdue_interest",
          "overdue_fee",
          "principal_1_30",
          "principal_31_60",
          "principal_61_90",
          "principal_91_180",
          "principal_over_180",
          "penalty_on_principal",
          "penalty_on_interest",
          "penalty_paid",
          "due_this_month",
          "paid_this_month",
          "last_paid_on",
          "unallocated",
          "five_class",
          "repayment_status",
          "adverse_since",
          "adverse_settled_on",
          "retain_until",
          "treatment",
          "instalments_remaining",
          "five_class_on",
          "last_paid_amount",
          "cost_annual");

  /**
   * The header row of {@code accounts.csv}: the same, where {@code loan_id} is the facility of a
   * merged account, and {@code account_code} (rulings 25).
   */
  static final List<String> ACCOUNT_COLUMNS =
      Stream.concat(COLUMNS.stream(), Stream.of("account_code")).toList();

  private AssessmentCsv() {}

  /**
   * Writes one loan.
   *
   * @param latest the latest adverse record that is not deleted
   */
  static void write(
      CsvWriter csv,
      String loanId,
      String product,
      Assessment a,
      Optional<RetainedRecord> latest,
      TreatmentStep step)
      throws IOException {
    figures(csv, loanId, product, a, latest, step);
    csv.end();
  }

  /** Writes one merged account, with its code in a column of its own. */
  static void write(
      CsvWriter csv,
      String facilityId,
      String product,
      Assessment a,
      Optional<RetainedRecord> latest,
      TreatmentStep step,
      String accountCode)
      throws IOException {
    figures(csv, facilityId, product, a, latest, step);
    csv.text(accountCode).end();
  }

  private static void figures(
      CsvWriter csv,
      String loanId,
      String product,
      Assessment a,
      Optional<RetainedRecord> latest,
      TreatmentStep step)
      throws IOException {
    csv.text(loanId).day(a.businessDate()).text(product).text(a.accountStatus().name());
    csv.cents(a.principalBalance()).day(a.firstOverdueOn()).number(a.daysPastDue());
    csv.number(a.daysDelinquent()).text("M" + a.bucket()).number(a.instalmentsOverdue());
    csv.cents(a.overdueTotal()).cents(a.overduePrincipal()).cents(a.overdueInterest());
    csv.cents(a.overdueFee()).cents(a.principal1To30()).cents(a.principal31To60());
    csv.cents(a.principal61To90()).cents(a.principal91To180()).cents(a.principalOver180());
    csv.cents(a.penaltyOnPrincipal()).cents(a.penaltyOnInterest()).cents(a.penaltyPaid());
    csv.cents(a.dueThisMonth()).cents(a.paidThisMonth()).day(a.lastPaidOn());
    csv.cents(a.unallocated()).number(a.fiveClass()).text(String.valueOf(a.repaymentStatus()));
    csv.day(latest.map(each -> each.record().overdueFrom()).orElse(Day.NONE));
    csv.day(latest.map(RetainedRecord::settledOn).orElse(Day.NONE));
    csv.day(latest.map(RetainedRecord::retainUntil).orElse(Day.NONE));
    csv.text(step.name()).number(a.instalmentsRemaining()).day(a.fiveClassOn());
    csv.cents(a.lastPaidAmount()).millionths(a.costAnnualE6());
  }
}
