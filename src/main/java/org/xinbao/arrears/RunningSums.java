package org.xinbao.arrears;

import java.math.BigInteger;
import java.util.Arrays;
import org.xinbao.arrears.ProductRules.RoundingMode;

/**
 * Exact sums of penalty not rounded yet, one per account, in {@code long} as far as they fit and in
 * {@link BigInteger} beyond.
 */
final class RunningSums {
  /** Holds no account. */
  static final RunningSums NONE = new RunningSums(PenaltyRates.NONE, RoundingMode.DOWN);

  private static final BigInteger[] NONE_LARGE = {};

  private final PenaltyRates rates;
  private final RoundingMode mode;
  private long[] sums = {};

  /** Empty until a sum outgrows {@code long}; then zero wherever {@code sums} still holds it. */
  private BigInteger[] large = NONE_LARGE;

  RunningSums(PenaltyRates rates, RoundingMode mode) {
    this.rates = rates;
    this.mode = mode;
  }

  void grow(int accounts) {
    sums = Arrays.copyOf(sums, accounts);
    if (large.length > 0) {
      growLarge();
    }
  }

  void add(int account, long base, int units, int rate) {
    long amount = Exact.product(Exact.product(base, units), rates.numerator(rate));
    long sum = sums[account] + amount;
    if (amount >= 0 && sum >= 0 && !isLarge(account)) {
      sums[account] = sum;
    } else {
      addLarge(account, base, units, rate);
    }
  }

  /** The sum as cents, rounded. */
  long rounded(int account) {
    if (isLarge(account)) {
      return Exact.divide(large[account], rates.exactDenominator(), mode);
    }
    return sums[account] == 0 ? 0 : Exact.divide(sums[account], rates.denominator(), mode);
  }

  boolean isZero(int account) {
    return sums[account] == 0 && !isLarge(account);
  }

  void clear(int account) {
    sums[account] = 0;
    if (isLarge(account)) {
      large[account] = BigInteger.ZERO;
    }
  }

  private boolean isLarge(int account) {
    return large.length > 0 && large[account].signum() != 0;
  }

  private void addLarge(int account, long base, int units, int rate) {
    if (large.length == 0) {
      growLarge();
    }
    large[account] =
        large[account]
            .add(BigInteger.valueOf(sums[account]))
            .add(rates.exactAmount(base, units, rate));
    sums[account] = 0;
  }

  private void growLarge() {
    int before = large.length;
    large = Arrays.copyOf(large, sums.length);
    Arrays.fill(large, before, large.length, BigInteger.ZERO);
  }
}
