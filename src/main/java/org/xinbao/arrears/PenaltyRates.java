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
 * denominator holds the day count too. A rate is the product of two factors of 10 decimals each, a
 * multiplier and a contract rate; trailing zeros are dropped so that all but strange rates stay in
 * {@code long}.
 */
final class PenaltyRates {
  private static final int DECIMALS = 20;
  private static final long ONE_E10 = 10_000_000_000L;

  /** Charges nothing. */
  static final PenaltyRates NONE =
      new PenaltyRates(new int[0], new long[0], new long[0], DECIMALS, 1);

  private final int[] from;
  private final long[] first;
  private final long[] second;
  private final int decimals;
  private final int unitsPerYear;
  private final long denominator;
  private final long[] numerators;

  private PenaltyRates(int[] from, long[] first, long[] second, int decimals, int unitsPerYear) {
    this.from = from;
    this.first = first;
    this.second = second;
    this.decimals = decimals;
    this.unitsPerYear = unitsPerYear;
    denominator = Exact.product(Exact.powerOfTen(decimals), unitsPerYear);
    numerators = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      numerators[i] = denominator < 0 ? Exact.TOO_LARGE : numerator(first[i], second[i]);
    }
  }

  static PenaltyRates of(Loan loan, ProductRules rules) {
    List<RateChange> changes = loan.rates();
    int count = changes.size() + 1;
    int[] from = new int[count];
    long[] first = new long[count];
    long[] second = new long[count];
    int decimals = 0;
    for (int i = 0; i < count; i++) {
      long contract = i == 0 ? loan.annualRateE10() : changes.get(i - 1).annualRateE10();
      long own = i == 0 ? -1 : changes.get(i - 1).penaltyAnnualRateE10();
      Penalty penalty = rules.penalty();
      from[i] = i == 0 ? Integer.MIN_VALUE : changes.get(i - 1).from();
      if (own < 0) {
        own = penalty.annualRateE10();
      }
      first[i] = own >= 0 ? own : penalty.multiplierE10();
      second[i] = own >= 0 ? ONE_E10 : contract;
      decimals = Math.max(decimals, DECIMALS - trailingZeros(first[i]) - trailingZeros(second[i]));
    }
    int unitsPerYear = DayCounter.unitsPerYear(rules.dayCount());
    return new PenaltyRates(from, first, second, decimals, unitsPerYear);
  }

  /** Trailing decimal zeros, at most 10. */
  private static int trailingZeros(long value) {
    int zeros = 0;
    for (long rest = value; zeros < DECIMALS / 2 && rest % 10 == 0; rest /= 10) {
      zeros++;
    }
    return zeros;
  }

  private long numerator(long a, long b) {
    int zerosA = trailingZeros(a);
    int zerosB = trailingZeros(b);
    long product = Exact.product(a / Exact.powerOfTen(zerosA), b / Exact.powerOfTen(zerosB));
    return Exact.product(product, Exact.powerOfTen(decimals - DECIMALS + zerosA + zerosB));
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

  /** The rate a year as a decimal fraction. */
  BigDecimal rate(int index) {
    BigDecimal rate = new BigDecimal(unscaled(index), DECIMALS).stripTrailingZeros();
    return rate.scale() < 0 ? rate.setScale(0) : rate;
  }

  /** The numerator, or {@link Exact#TOO_LARGE}. */
  long numerator(int index) {
    return numerators[index];
  }

  /** The denominator; meaningful whenever a numerator is not {@link Exact#TOO_LARGE}. */
  long denominator() {
    return denominator;
  }

  /** The exact amount over {@link #exactDenominator}. */
  BigInteger exactAmount(long base, int units, int index) {
    return BigInteger.valueOf(base)
        .multiply(BigInteger.valueOf(units))
        .multiply(unscaled(index).divide(BigInteger.TEN.pow(DECIMALS - decimals)));
  }

  BigInteger exactDenominator() {
    return BigInteger.TEN.pow(decimals).multiply(BigInteger.valueOf(unitsPerYear));
  }

  /** The amount in cents, rounded at once. */
  long rounded(long base, int units, int index, RoundingMode mode) {
    long amount = Exact.product(Exact.product(base, units), numerators[index]);
    return amount >= 0
        ? Exact.divide(amount, denominator, mode)
        : Exact.divide(exactAmount(base, units, index), exactDenominator(), mode);
  }

  /** The rate times 10<sup>20</sup>. */
  private BigInteger unscaled(int index) {
    return BigInteger.valueOf(first[index]).multiply(BigInteger.valueOf(second[index]));
  }
}
