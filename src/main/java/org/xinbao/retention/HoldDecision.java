package org.xinbao.retention;

import org.xinbao.arrears.Day;

/**
 * A decision that opens or ends a hold, as far as retention needs to know it.
 *
 * @param decisionId its id
 * @param effectiveFrom the day from which it takes effect (epoch day)
 * @param effectiveTo the last day of a hold or dispute, or {@link Day#NONE}
 * @param refDecisionId the one decision that an end refers to; empty for all of its kind
 */
public record HoldDecision(
    String decisionId, Kind kind, int effectiveFrom, int effectiveTo, String refDecisionId) {

  /** What opens a hold, and what ends which. */
  public enum Kind {
    LEGAL_HOLD,
    RELEASE_HOLD,
    DISPUTE_OPENED,
    DISPUTE_RESOLVED;

    /** Whether it opens a hold. */
    boolean opens() {
      return this == LEGAL_HOLD || this == DISPUTE_OPENED;
    }

    /** Whether it ends holds opened by {@code other}. */
    boolean ends(Kind other) {
      return (this == RELEASE_HOLD && other == LEGAL_HOLD)
          || (this == DISPUTE_RESOLVED && other == DISPUTE_OPENED);
    }
  }

  public HoldDecision {
    if (effectiveFrom == Day.NONE) {
      throw new IllegalArgumentException("a decision takes effect on some day");
    }
  }
}
