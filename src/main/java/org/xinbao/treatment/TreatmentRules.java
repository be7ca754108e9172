package org.xinbao.treatment;

/**
 * From how many days past due each step is reached; legal review also needs an overdue total.
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
    int reassessAfterDays) {}
