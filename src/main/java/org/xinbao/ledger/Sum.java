package org.xinbao.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact sum of many numbers of one column, fast while it fits a {@code long}. */
final class Sum {

  private BigInteger high = BigInteger.ZERO;
  private long low;

  void add(long value) {
    long sum = low + value;
    if (((low ^ sum) & (value ^ sum)) < 0) {
      high = high.add(BigInteger.valueOf(low));
      low = value;
    } else {
      low = sum;
    }
  }

  void add(BigInteger value) {
    high = high.add(value);
  }

  /** The sum with so many decimals. */
  BigDecimal value(int decimals) {
    return new BigDecimal(high.add(BigInteger.valueOf(low)), decimals);
  }
}
