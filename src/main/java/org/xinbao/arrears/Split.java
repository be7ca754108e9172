package org.xinbao.arrears;

/**
 * How the ledger itself divided a movement over the components, in cents; on a waiver, what is
 * forgiven.
 *
 * @param given whether the ledger gave a split at all; without one all parts are 0
 */
public record Split(boolean given, long principal, long interest, long penalty, long fee) {

  /** The ledger gave no split. */
  public static final Split NONE = new Split(false, 0, 0, 0, 0);

  /** A split with these parts, each at least 0. */
  public static Split of(long principal, long interest, long penalty, long fee) {
    return new Split(true, principal, interest, penalty, fee);
  }

  public Split {
    if (principal < 0 || interest < 0 || penalty < 0 || fee < 0) {
      throw new IllegalArgumentException("a part of a split is below zero");
    }
  }

  /** The sum of the parts. */
  public long total() {
    return Math.addExact(Math.addExact(principal, interest), Math.addExact(penalty, fee));
  }
}
