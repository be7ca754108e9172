package org.xinbao.ledger;

/**
 * A contact with the debtor about a loan, or a try ({@code contacts.csv}; rulings, section C).
 *
 * @param contactedAt {@code yyyy-MM-ddTHH:mm:ss}, or the date when the time is not known
 * @param channel the way, in the ledger's own words
 * @param connected whether the debtor was reached
 */
public record ContactRow(String contactedAt, String channel, boolean connected) {}
