package org.xinbao.arrears;

import java.math.BigInteger;
import org.xinbao.arrears.ProductRules.RoundingMode;

/** Exact arithmetic on numbers that are never below zero. */
final class Exact {

  /** A product that does not fit into a {@code long}. */
  static final long TOO_LARGE = -1;

  private Exact() {}

  /** The product, or {@link #TOO_LARGE}; a factor that is {@code TOO_LARGE} makes it so too. */
  static long product(long a, long b) {
    if (a < 0 || b < 0 || Math.multiplyHigh(a, b) != 0) {
      return TOO_LARGE;
    }
    long low = a * b;
    return low < 0 ? TOO_LARGE : low;
  }

  /** 10 to the power of {@code exponent}, or {@link #TOO_LARGE}. */
  static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = product(power, 10);
    }
    return power;
  }

  /** The quotient rounded to a whole number. */
  static long divide(long numerator, long denominator, RoundingMode mode) {
    long quotient = numerator / denominator;
    long rest = numerator % denominator;
    long missing = denominator - rest;
    boolean up =
        switch (mode) {
          case DOWN -> false;
          case HALF_UP -> rest >= missing;
          case HALF_EVEN -> rest > missing || (rest == missing && (quotient & 1) == 1);
        };
    return up ? Math.addExact(quotient, 1) : quotient;
  }

  /** The same for numbers of any size; throws {@link ArithmeticException} when it fits no long. */
  static long divide(BigInteger numerator, BigInteger denominator, RoundingMode mode) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    int half = parts[1].shiftLeft(1).compareTo(denominator);
    boolean up =
        switch (mode) {
          case DOWN -> false;
          case HALF_UP -> half >= 0;
          case HALF_EVEN -> half > 0 || (half == 0 && parts[0].testBit(0));
        };
    return (up ? parts[0].add(BigInteger.ONE) : parts[0]).longValueExact();
  }
}
