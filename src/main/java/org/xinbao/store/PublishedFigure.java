package org.xinbao.store;

/**
 * An aggregate of a run, for the workbook's trends.
 *
 * @param measure what is counted, for example {@code BUCKET}
 * @param product product key, empty for all
 * @param currency ISO code, empty where no amount is meant
 * @param member the row within the measure, for example {@code M1}
 * @param rows number of loans
 * @param cents amount
 */
public record PublishedFigure(
    String measure, String product, String currency, String member, long rows, long cents) {}
