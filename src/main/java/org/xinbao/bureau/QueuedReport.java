package org.xinbao.bureau;

/**
 * A report that is due but was held back or rejected (rulings 4), kept until it can be sent or a
 * later month replaces it.
 *
 * @param reportDate the RptDate it is for (epoch day)
 * @param since the business date on which it was first held (epoch day)
 * @param code why it is held
 */
public record QueuedReport(int reportDate, int since, String code) {}
