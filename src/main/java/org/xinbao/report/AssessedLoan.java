package org.xinbao.report;

import org.xinbao.arrears.Assessment;
import org.xinbao.treatment.TreatmentStep;

/**
 * An assessed loan as the aggregates take it.
 *
 * @param openedOn epoch day
 * @param disbursed what was paid out, cents
 * @param costCapAnnualE10 the product's cap, a fraction times 10<sup>10</sup>
 */
public record AssessedLoan(
    String loanId,
    String product,
    String currency,
    int openedOn,
    long disbursed,
    long costCapAnnualE10,
    Assessment assessment,
    TreatmentStep step) {}
