package org.xinbao.arrears;

/**
 * A loan that cannot be assessed because its own movements contradict each other; the loan is
 * rejected.
 *
 * @param txnId the movement at fault, or empty when it is the loan row itself
 * @param excess by how much, cents; 0 where no amount is meant
 */
public record Contradiction(Kind kind, String txnId, long excess) implements AssessmentOutcome {

  /** What is wrong. The names are reject codes. */
  public enum Kind {
    /** A waiver forgives more of a component than is owed. */
    WAIVER_EXCEEDS_OWED,
    /**
     * A reversal names no earlier repayment of the loan, or one that is already reversed, or
     * another amount.
     */
    REVERSAL_OF_NOTHING,
    /** A loan exported as closed still owes more than the closing tolerance (rulings 1). */
    CLOSED_WITH_BALANCE,
    /** {@code WRITTEN_OFF} or {@code TRANSFERRED} without its movement on {@code closed_on}. */
    STATUS_WITHOUT_MOVEMENT,
    /** A later version of an instalment asks for less than was paid or waived of it. */
    SCHEDULE_VERSION,
    /** An amount of the loan is too large to be computed exactly in cents. */
    AMOUNT_OVERFLOW
  }
}
