package org.xinbao.store;

/** A change of the register. */
public sealed interface RegisterChange {

  /** The record is new or has other values than before. */
  record Put(RegisterEntry entry) implements RegisterChange {}

  /**
   * The record is deleted.
   *
   * @param overdueFrom its first day (epoch day)
   */
  record Remove(String loanId, int overdueFrom) implements RegisterChange {}
}
