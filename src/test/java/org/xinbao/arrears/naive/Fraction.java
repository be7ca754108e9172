package org.xinbao.arrears.naive;

import java.math.BigInteger;
import org.xinbao.arrears.ProductRules.RoundingMode;

/** An exact fraction, at least 0. */
record Fraction(BigInteger numerator, BigInteger denominator) {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  Fraction plus(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    BigInteger gcd = denominator.gcd(other.denominator);
    BigInteger mine = other.denominator.divide(gcd);
    BigInteger theirs = denominator.divide(gcd);
    return new Fraction(
        numerator.multiply(mine).add(other.numerator.multiply(theirs)), denominator.multiply(mine));
  }

  Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The nearest whole number by the given mode. */
  long round(RoundingMode mode) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    int half = parts[1].shiftLeft(1).compareTo(denominator);
    boolean up =
        switch (mode) {
          case DOWN -> false;
          case HALF_UP -> half >= 0;
          case HALF_EVEN -> half > 0 || (half == 0 && parts[0].testBit(0));
        };
    return parts[0].longValueExact() + (up ? 1 : 0);
  }
}
