package org.xinbao.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A ratio of two counts or amounts, 0 when there is nothing to divide by.
 *
 * <p>Only shown, never reckoned with further; {@link #toDouble} is the nearest value a cell holds.
 */
record Fraction(long numerator, long denominator) {

  double toDouble() {
    return denominator == 0 ? 0 : (double) numerator / (double) denominator;
  }

  /** Percent with two decimals, half up, for example {@code 12.35%}. */
  String percent() {
    return hundredths().toPlainString() + "%";
  }

  /** This less another, in percentage points with a sign, for example {@code +0.12}. */
  String pointsSince(Fraction earlier) {
    BigDecimal difference = hundredths().subtract(earlier.hundredths());
    return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
  }

  boolean atLeastE6(long thresholdE6) {
    return denominator != 0
        && BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(1_000_000))
                .compareTo(
                    BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(thresholdE6)))
            >= 0;
  }

  private BigDecimal hundredths() {
    if (denominator == 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    return BigDecimal.valueOf(numerator)
        .movePointRight(2)
        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
  }
}
