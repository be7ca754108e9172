package org.xinbao.arrears;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.arrears.ProductRules.RoundingMode;

/**
 * A loan's penalty rates as whole numbers over one common denominator.
 *
 * <p>Penalty of a stretch in cents is {@code base × units × numerator ÷ denominator}; the
 * denominator holds the day count too. A rate has at most 20 decimals (a multiplier and a contract
 * rate of 10 each); trailing zeros are dropped so that all but strange rates stay in {@code long}.
 */
final class PenaltyRates {
  /** Charges nothing. */
  static final PenaltyRates NONE = new PenaltyRates(new int[0], new BigDecimal[0], 1);

  private static final long ONE = 1;
  private static final int DECIMALS = 10;

  private final int[] from;
  private final BigDecimal[] rates;
  private final BigInteger[] exactNumerators;
  private final long[] numerators;
  private final BigInteger exactDenominator;
  private final long denominator;

  private PenaltyRates(int[] from, BigDecimal[] rates, int unitsPerYear) {
    this.from = from;
    this.rates = rates;
    int decimals = 0;
    for (BigDecimal rate : rates) {
      decimals = Math.max(decimals, rate.scale());
    }
    exactDenominator = BigInteger.TEN.pow(decimals).multiply(BigInteger.valueOf(unitsPerYear));
    denominator = fitted(exactDenominator);
    exactNumerators = new BigInteger[rates.length];
    numerators = new long[rates.length];
    for (int i = 0; i < rates.length; i++) {
      exactNumerators[i] = rates[i].setScale(decimals).unscaledValue();
      numerators[i] = denominator < 0 ? Exact.TOO_LARGE : fitted(exactNumerators[i]);
    }
  }

  static PenaltyRates of(Loan loan, ProductRules rules) {
    List<RateChange> changes = loan.rates();
    int[] from = new int[changes.size() + 1];
    BigDecimal[] rates = new BigDecimal[changes.size() + 1];
    from[0] = Integer.MIN_VALUE;
    rates[0] = rate(rules.penalty(), loan.annualRateE10());
    for (int i = 1; i < from.length; i++) {
      RateChange change = changes.get(i - 1);
      from[i] = change.from();
      rates[i] =
          change.penaltyAnnualRateE10() >= 0
              ? product(ONE, change.penaltyAnnualRateE10(), DECIMALS)
              : rate(rules.penalty(), change.annualRateE10());
    }
    return new PenaltyRates(from, rates, DayCounter.unitsPerYear(rules.dayCount()));
  }

  private static BigDecimal rate(Penalty penalty, long annualRateE10) {
    return penalty.annualRateE10() >= 0
        ? product(ONE, penalty.annualRateE10(), DECIMALS)
        : product(penalty.multiplierE10(), annualRateE10, 2 * DECIMALS);
  }

  private static BigDecimal product(long a, long b, int decimals) {
    BigInteger unscaled = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigDecimal rate = new BigDecimal(unscaled, decimals).stripTrailingZeros();
    return rate.scale() < 0 ? rate.setScale(0) : rate;
  }

  private static long fitted(BigInteger value) {
    return value.bitLength() < Long.SIZE ? value.longValue() : Exact.TOO_LARGE;
  }

  /** The index of the rate that charges {@code day}. */
  int indexOf(int day) {
    int index = from.length - 1;
    while (from[index] > day) {
      index--;
    }
    return index;
  }

  /** The last day that the rate charges. */
  int lastDay(int index) {
    return index + 1 < from.length ? from[index + 1] - 1 : Integer.MAX_VALUE;
  }

  BigDecimal rate(int index) {
    return rates[index];
  }

  /** The numerator, or {@link Exact#TOO_LARGE}. */
  long numerator(int index) {
    return numerators[index];
  }

  /** The exact amount over {@link #exactDenominator}. */
  BigInteger exactAmount(long base, int units, int rate) {
    return BigInteger.valueOf(base)
        .multiply(BigInteger.valueOf(units))
        .multiply(exactNumerators[rate]);
  }

  /** The amount in cents, rounded at once. */
  long rounded(long base, int units, int rate, RoundingMode mode) {
    long amount = Exact.product(Exact.product(base, units), numerators[rate]);
    return amount >= 0
        ? Exact.divide(amount, denominator, mode)
        : Exact.divide(exactAmount(base, units, rate), exactDenominator, mode);
  }

  /** The denominator; meaningful whenever a numerator is not {@link Exact#TOO_LARGE}. */
  long denominator() {
    return denominator;
  }

  BigInteger exactDenominator() {
    return exactDenominator;
  }
}
