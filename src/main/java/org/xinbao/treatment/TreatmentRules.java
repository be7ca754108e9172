package org.xinbao.treatment;

/**
 * From how many days past due each step is reached; legal review also needs an overdue total. The
 * days are at least 1 and do not fall from step to step; equal days leave the earlier step out.
 *
 * @param legalFromOverdueTotal cents
 * @param reassessAfterDays days after being cured at which a restriction is looked at again
 *     (rulings, section C)
 */
public record TreatmentRules(
    int remindFromDays,
    int callFromDays,
    int restrictFromDays,
    int legalFromDays,
    long legalFromOverdueTotal,
    int reassessAfterDays) {

  public TreatmentRules {
    if (remindFromDays < 1
        || callFromDays < remindFromDays
        || restrictFromDays < callFromDays
        || legalFromDays < restrictFromDays
        || legalFromOverdueTotal < 0
        || reassessAfterDays < 0) {
      throw new IllegalArgumentException("treatment steps not in order");
    }
  }
}
