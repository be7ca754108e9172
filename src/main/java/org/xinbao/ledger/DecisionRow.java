package org.xinbao.ledger;

import java.util.Map;

/**
 * A dispute, correction or legal hold ({@code decisions.csv}); days are epoch days, none when
 * empty.
 *
 * @param details {@code key=value} pairs, percent-decoded, by key
 * @param bureau the bureau it concerns, empty for all
 */
public record DecisionRow(
    String decisionId,
    String loanId,
    Kind kind,
    int decidedOn,
    int effectiveFrom,
    int effectiveTo,
    String reason,
    Map<String, String> details,
    String decidedBy,
    String refDecisionId,
    String bureau) {

  /**
   * The key of {@code details} with which a CORRECT voids an adverse record: its first day ({@code
   * yyyy-MM-dd}).
   */
  public static final String ADVERSE_RECORD = "adverse_record";

  /**
   * The key of {@code details} of a dispute with the day by which it must be answered ({@code
   * yyyy-MM-dd}), where that is not 20 days after {@code decided_on}.
   */
  public static final String DUE_ON = "due_on";

  /** What was decided. */
  public enum Kind {
    DISPUTE_OPENED,
    DISPUTE_RESOLVED,
    CORRECT,
    DELETE_PERIOD,
    DELETE_ACCOUNT,
    RENAME_ACCOUNT,
    LEGAL_HOLD,
    RELEASE_HOLD
  }

  public DecisionRow {
    details = Map.copyOf(details);
  }

  @Override
  public String toString() {
    return "DecisionRow[" + decisionId + ", " + kind + "]";
  }
}
