package org.xinbao.retention;

/**
 * How long a product's adverse records are kept (征信业管理条例 art. 16).
 *
 * @param years after settlement, usually 5
 */
public record RetentionRule(int years, ClockStart clockStarts) {

  public RetentionRule {
    if (years < 1) {
      throw new IllegalArgumentException("a record is kept for at least a year");
    }
  }

  /** What starts the clock. */
  public enum ClockStart {
    /** The end of the record: nothing overdue, no penalty unpaid. */
    OVERDUE_SETTLED,
    /** The first day from which nothing of the loan is owed any more. */
    LOAN_SETTLED
  }
}
