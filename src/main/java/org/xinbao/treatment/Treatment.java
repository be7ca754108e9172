package org.xinbao.treatment;

import org.xinbao.arrears.AccountStatus;

/** Which step is due for a loan (contract section 2, "Classes and statuses"). */
public final class Treatment {

  private Treatment() {}

  /**
   * The furthest step reached by days past due, for written-off loans too; {@code NONE} for closed
   * and transferred ones. Legal review also needs its overdue total, else the loan stays at the
   * step before.
   *
   * @param overdueTotal cents, penalty included
   */
  public static TreatmentStep step(
      TreatmentRules rules, AccountStatus status, int daysPastDue, long overdueTotal) {
    if (status == AccountStatus.CLOSED || status == AccountStatus.TRANSFERRED) {
      return TreatmentStep.NONE;
    }
    if (daysPastDue >= rules.legalFromDays() && overdueTotal >= rules.legalFromOverdueTotal()) {
      return TreatmentStep.LEGAL_REVIEW;
    }
    if (daysPastDue >= rules.restrictFromDays()) {
      return TreatmentStep.RESTRICT;
    }
    if (daysPastDue >= rules.callFromDays()) {
      return TreatmentStep.CALL;
    }
    return daysPastDue >= rules.remindFromDays() ? TreatmentStep.REMIND : TreatmentStep.NONE;
  }
}
