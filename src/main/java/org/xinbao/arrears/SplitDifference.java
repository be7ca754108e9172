package org.xinbao.arrears;

/**
 * A repayment that the ledger divided otherwise than the product rules do.
 *
 * @param txnId the repayment
 * @param ledger the split as booked
 * @param ours the split by the rules; what stayed unallocated is in none of its parts
 */
public record SplitDifference(String txnId, Split ledger, Split ours) {}
