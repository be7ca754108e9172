package org.xinbao.job;

import java.util.Locale;

/** What a partition counts; summed over partitions into {@code run.json}. Amounts in cents. */
enum Count {
  /** Distinct loans of {@code loans.csv}. */
  LOANS_IN,
  LOANS_ASSESSED,
  LOANS_REJECTED,
  /**
   * Rejected loans that do not count towards the refusal share (rulings 1: {@code
   * CLOSED_WITH_BALANCE}).
   */
  LOANS_REJECTED_EXEMPT,
  /** Loans open in the state of the last published date. */
  LOANS_OPEN_BEFORE,
  LOANS_OPEN,
  LOANS_VANISHED,
  /** Loans for which at least one record was due for a bureau, written or held. */
  LOANS_REPORTABLE,
  /** Rows that were well formed but belong to a loan whose rows contradict each other. */
  ROWS_CONTRADICTED,
  ADVERSE_RECORDS,
  ADVERSE_RECORDS_UNPAID,
  ADVERSE_RECORDS_VOID,
  HELD,
  NOTICES_TO_SEND,
  /** Records whose RptDate is not the business date. */
  RECORDS_LATE,
  /** Queued monthly reports that a later month replaced. */
  REPORTS_DROPPED,
  /** Figures of reported months that today's data show otherwise. */
  RESTATEMENTS,
  /** Customers of the export or of the state, where a bureau works by customer. */
  CUSTOMERS,
  /** Facilities of the export or of the state, where a bureau works by facility. */
  FACILITIES,
  /** Merged accounts with a row in {@code accounts.csv}. */
  ACCOUNTS_MERGED,
  /** Assessed loans that are reported in them. */
  LOANS_MERGED,
  LOANS_WITH_DIFFERENCES,
  COST_CAP_EXCEEDED,
  PRINCIPAL_BALANCE_CENTS,
  OVERDUE_TOTAL_CENTS,
  OVERDUE_PRINCIPAL_CENTS,
  PENALTY_OWED_CENTS,
  PENALTY_PAID_CENTS,
  DUE_THIS_MONTH_CENTS,
  PAID_THIS_MONTH_CENTS,
  UNALLOCATED_CENTS,
  /** Of the loans in merged accounts; {@code accounts.csv} must add up to it. */
  MERGED_PRINCIPAL_BALANCE_CENTS,
  /** Likewise. */
  MERGED_OVERDUE_TOTAL_CENTS,
  /** What the closing tolerance treated as waived (rulings 1). */
  CLOSING_DIFFERENCES_CENTS;

  private static final String AMOUNT = "_CENTS";

  /** Whether it is a sum of money. */
  boolean isAmount() {
    return name().endsWith(AMOUNT);
  }

  /**
   * The name of a sum of money in {@code run.json}, where it is written in whole units with
   * decimals.
   */
  String amountName() {
    return name().substring(0, name().length() - AMOUNT.length()).toLowerCase(Locale.ROOT);
  }
}
