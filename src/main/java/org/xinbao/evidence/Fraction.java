package org.xinbao.evidence;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.xinbao.arrears.ProductRules.RoundingMode;

/** An exact amount in cents: a fraction in lowest terms, at least 0. */
record Fraction(BigInteger numerator, BigInteger denominator) {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /** So many decimals of a yuan are shown; what is cut is told by an ellipsis. */
  private static final int DECIMALS = 10;

  private static final BigInteger CENTS = BigInteger.valueOf(100);

  Fraction {
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** {@code base × rate × units ÷ unitsPerYear}. */
  static Fraction of(long base, BigDecimal rate, int units, int unitsPerYear) {
    BigDecimal plain = rate.scale() < 0 ? rate.setScale(0) : rate;
    return new Fraction(
        BigInteger.valueOf(base)
            .multiply(plain.unscaledValue())
            .multiply(BigInteger.valueOf(units)),
        BigInteger.TEN.pow(plain.scale()).multiply(BigInteger.valueOf(unitsPerYear)));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** Whole cents. */
  long rounded(RoundingMode mode) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, java.math.RoundingMode.valueOf(mode.name()))
        .longValueExact();
  }

  /** As yuan with at least two and at most ten decimals, {@code …} behind when digits are cut. */
  String yuan() {
    BigDecimal divisor = new BigDecimal(denominator.multiply(CENTS));
    BigDecimal amount = new BigDecimal(numerator);
    BigDecimal shown = amount.divide(divisor, DECIMALS, java.math.RoundingMode.DOWN);
    if (shown.multiply(divisor).compareTo(amount) != 0) {
      return shown.toPlainString() + "…";
    }
    BigDecimal plain = shown.stripTrailingZeros();
    return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
  }

  /** In cents, as {@code numerator/denominator}. */
  String cents() {
    return numerator + "/" + denominator;
  }
}
