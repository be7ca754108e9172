package org.xinbao.ledger;

/**
 * Optional columns of {@code transactions.csv} for the bureau's special transactions (rulings,
 * section C).
 *
 * @param specialKind {@code special_kind}: 3, 8, 12, 16 or 17, or empty
 * @param monthsChanged {@code months_changed}, 0 when empty
 * @param detail {@code detail}, at most 200 characters
 */
public record MovementDetail(String txnId, String specialKind, int monthsChanged, String detail) {}
