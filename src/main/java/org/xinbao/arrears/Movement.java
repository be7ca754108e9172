package org.xinbao.arrears;

import java.util.Comparator;

/**
 * One money movement of a loan (还款明细).
 *
 * @param txnId the ledger's id, unique within the loan
 * @param valueDate the day from which it counts (epoch day)
 * @param bookedAt when it was booked, {@code yyyy-MM-dd} or {@code yyyy-MM-ddTHH:mm:ss}; compared
 *     as text
 * @param amount cents, at least 0
 * @param reverses the {@code txnId} that a {@link MovementType#REVERSAL} undoes, else empty
 * @param booked the ledger's own split; on a {@link MovementType#WAIVER} what is forgiven
 */
public record Movement(
    String txnId,
    int valueDate,
    String bookedAt,
    MovementType type,
    long amount,
    String reverses,
    Split booked) {

  /**
   * The order within a loan: value date, then booking time as text, then id (contract section 1).
   */
  public static final Comparator<Movement> ORDER =
      Comparator.comparingInt(Movement::valueDate)
          .thenComparing(Movement::bookedAt)
          .thenComparing(Movement::txnId);

  public Movement {
    if (amount < 0) {
      throw new IllegalArgumentException("amount below zero");
    }
  }
}
