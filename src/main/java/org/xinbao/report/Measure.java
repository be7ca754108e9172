package org.xinbao.report;

import java.util.List;

/**
 * What the aggregates of a business date count. Each member has a count and an amount; loans that
 * are closed or transferred appear in {@link #ACCOUNT_STATUS}, {@link #REPAYMENT_STATUS}, {@link
 * #PENALTY}, {@link #MONTH}, {@link #VINTAGE}, {@link #ENTERED} and {@link #RECOVERED} only.
 */
public enum Measure {
  /** Assessed loans and their principal balance by account status. */
  ACCOUNT_STATUS("NORMAL", "OVERDUE", "CLOSED", "WRITTEN_OFF", "TRANSFERRED"),
  /** Loans and principal balance by bucket; written-off loans apart. */
  BUCKET(Members.BUCKETS),
  /** Loans with overdue principal, and that principal, by bucket. */
  BUCKET_OVERDUE_PRINCIPAL(Members.BUCKETS),
  /** Loans with an overdue total, and that total, by bucket. */
  BUCKET_OVERDUE_TOTAL(Members.BUCKETS),
  /** Loans with unpaid penalty interest, and that penalty, by bucket. */
  BUCKET_PENALTY(Members.BUCKETS),
  /** Overdue amounts by what is owed. */
  OVERDUE_COMPONENT("PRINCIPAL", "INTEREST", "FEE", "PENALTY_ON_PRINCIPAL", "PENALTY_ON_INTEREST"),
  /** Overdue principal by each instalment's own days past due. */
  AGEING("1_30", "31_60", "61_90", "91_180", "OVER_180"),
  /** Loans and principal balance by five-class; written-off loans apart. */
  FIVE_CLASS("1", "2", "3", "4", "5", Members.WRITTEN_OFF),
  /** Penalty interest since disbursement: still owed, paid, waived. */
  PENALTY("OWED_ON_PRINCIPAL", "OWED_ON_INTEREST", "PAID", "WAIVED"),
  /** Scheduled in the month up to the business date, and paid in it. */
  MONTH("DUE", "PAID"),
  /** Assessed loans and principal balance by the PBOC repayment status. */
  REPAYMENT_STATUS("*", "N", "1", "2", "3", "4", "5", "6", "7", "M", "D", "Z", "B", "C", "G"),
  /** Loans and overdue total by the furthest treatment step reached. */
  TREATMENT("NONE", "REMIND", "CALL", "RESTRICT", "LEGAL_REVIEW"),
  /** Loans and overdue total of those exactly 1, 4 and 8 days past due: entering collection. */
  DAYS_PAST_DUE("1", "4", "8"),
  /** Loans with money that was paid beyond all that was owed, and that money. */
  UNALLOCATED(""),
  /** Loans whose annual cost exceeds the cap of their product, and their principal balance. */
  COST_CAP(""),
  /** Adverse records by state; the amount is the sum of their worst overdue totals. */
  ADVERSE("UNPAID", "KEPT", "HELD", "VOID"),
  /** Adverse records whose clock runs out within 30 and within 31 to 90 days. */
  ADVERSE_ENDING("30", "90"),
  /** Adverse records deleted on the business date. */
  ADVERSE_DELETED(""),
  /** Loans that were rejected, and their last known principal balance (rulings 34). */
  NOT_ASSESSED(""),
  /** Loans that were open and are absent from the export, and their last known balance. */
  VANISHED(""),
  /** Differences from the ledger by kind. */
  DIFFERENCE,
  /**
   * Adverse records that reached their first, fourth and eighth day past due in the month of the
   * business date, up to it; the amount is the sum of their worst overdue totals.
   */
  ENTERED("1", "4", "8"),
  /**
   * Adverse records that ended in the month of the business date, up to it, by the month in which
   * they began ({@code yyyy-MM}); the amount is the sum of their worst overdue totals.
   */
  RECOVERED,
  /** Loans and their contract principal by month of opening ({@code yyyy-MM}). */
  VINTAGE,
  /** Loans more than 30 days delinquent, and their principal balance, by month of opening. */
  VINTAGE_30,
  /** Loans more than 90 days delinquent, and their principal balance, by month of opening. */
  VINTAGE_90,
  /** Records written for each bureau. */
  SUBMITTED,
  /** Records held back for each bureau. */
  HELD_BACK;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the checker cannot see
  private final List<String> members;

  Measure(String... members) {
    this.members = List.of(members);
  }

  /** The members of a fixed measure, in order; empty where members are whatever occurs. */
  public List<String> members() {
    return members;
  }

  boolean isFixed() {
    return !members.isEmpty();
  }

  private static final class Members {
    static final String WRITTEN_OFF = "WRITTEN_OFF";
    static final String[] BUCKETS = {"M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", WRITTEN_OFF};
  }
}
