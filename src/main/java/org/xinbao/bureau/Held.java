package org.xinbao.bureau;

/**
 * A report that is due but held back; a row of {@code held.csv}.
 *
 * @param code for example {@code NO_NOTICE}
 * @param message one sentence without personal data: what is missing and what to do
 * @param reportDate the RptDate of what is held
 * @param since the business date on which it was first held
 */
public record Held(
    String loanId, String bureau, String code, String message, int reportDate, int since) {}
