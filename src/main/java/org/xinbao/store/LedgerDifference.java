package org.xinbao.store;

/**
 * A figure of the ledger that differs from the one by the product rules; a row of {@code
 * differences.csv}.
 *
 * @param txnId the movement whose split differs, empty for a balance
 * @param measure which figure, for example {@code SPLIT_INTEREST} or {@code CLOSING_WAIVER}
 * @param ledger the ledger's amount in cents, or its number of days
 * @param ours ours
 */
public record LedgerDifference(
    String loanId, String txnId, String measure, long ledger, long ours) {}
