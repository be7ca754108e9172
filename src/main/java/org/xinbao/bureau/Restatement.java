package org.xinbao.bureau;

/**
 * A figure of a reported month that today's data show otherwise (rulings 7); a row of {@code
 * restatements.csv}.
 *
 * @param reportDate RptDate of the month's report (epoch day)
 * @param field the bureau's name of the figure
 * @param reported as the bureau has it
 * @param recomputed as of the report date from the present export
 */
public record Restatement(
    String loanId, int reportDate, String field, String reported, String recomputed) {}
