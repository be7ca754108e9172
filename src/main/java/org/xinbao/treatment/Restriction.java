package org.xinbao.treatment;

import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;

/**
 * Whether a loan restricts its customer to repaying: no new drawdown on any product of this lender.
 * It does from the day on which it reached the days past due of {@link TreatmentStep#RESTRICT}
 * until the adverse record in which it did so has ended, penalty included.
 *
 * @param inForce whether it restricts at the close of the business date
 * @param curedOn the day on which the last such record ended (epoch day), else {@link Day#NONE}
 * @param reassessOn from when the customer's limit may be looked at again: {@code curedOn} and the
 *     rule's days (epoch day), else {@link Day#NONE}
 */
public record Restriction(boolean inForce, int curedOn, int reassessOn) {

  /** The loan never restricted anybody. */
  public static final Restriction NONE = new Restriction(false, Day.NONE, Day.NONE);

  /**
   * The restriction that follows from a loan's adverse records.
   *
   * @param latest the latest of them
   */
  public static Restriction of(TreatmentRules rules, AccountStatus status, AdverseRecord latest) {
    if (status == AccountStatus.TRANSFERRED
        || latest.worstDaysPastDue() < rules.restrictFromDays()) {
      return NONE;
    }
    return latest.endedOn() == Day.NONE
        ? new Restriction(true, Day.NONE, Day.NONE)
        : new Restriction(false, latest.endedOn(), latest.endedOn() + rules.reassessAfterDays());
  }

  /** Whether the day on which it was lifted, or may be reassessed, is not before a date. */
  public boolean isRecent(int date) {
    return inForce || (reassessOn != Day.NONE && reassessOn >= date);
  }
}
