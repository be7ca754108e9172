package org.xinbao.generate;

/**
 * The terms that made-up loans have: twelve equal monthly instalments at one of a few annual rates,
 * in whole cents.
 */
final class Terms {
  /** Number of instalments of every loan. */
  static final int TERMS = 12;

  private static final long ONE = 1_000_000_000_000L;
  private static final String[] RATES = {
    "0.0720", "0.0900", "0.1080", "0.1260", "0.1440", "0.1620", "0.1800", "0.1824"
  };

  /** Annual rates as fractions times 10<sup>10</sup>, each divisible by 12. */
  private static final long[] RATES_E10 = {
    720_000_000L,
    900_000_000L,
    1_080_000_000L,
    1_260_000_000L,
    1_440_000_000L,
    1_620_000_000L,
    1_800_000_000L,
    1_824_000_000L
  };

  /** The instalment per unit lent times 10<sup>12</sup>, by rate. */
  private static final long[] INSTALMENT_E12 = instalments();

  private Terms() {}

  /** Number of annual rates. */
  static int rates() {
    return RATES.length;
  }

  /** An annual rate as exported. */
  static String rateText(int rate) {
    return RATES[rate];
  }

  /** An annual rate as a fraction times 10<sup>10</sup>. */
  static long rateE10(int rate) {
    return RATES_E10[rate];
  }

  /**
   * Fills the schedule of equal instalments (等额本息): interest of each month on what is unpaid,
   * rounded half up, and the last instalment takes what is left, so that the principal adds up.
   *
   * @param loan cents, at most 10,000,000 (100,000.00)
   */
  static void fill(long loan, int rate, long[] principal, long[] interest) {
    long monthlyE10 = RATES_E10[rate] / 12;
    long instalment = (loan * INSTALMENT_E12[rate] + ONE / 2) / ONE;
    long unpaid = loan;
    for (int i = 1; i <= TERMS; i++) {
      interest[i] = (unpaid * monthlyE10 + 5_000_000_000L) / 10_000_000_000L;
      principal[i] = i == TERMS ? unpaid : instalment - interest[i];
      unpaid -= principal[i];
    }
  }

  /** The annuity factor r (1 + r)^n / ((1 + r)^n - 1), in whole numbers. */
  private static long[] instalments() {
    long[] factors = new long[RATES_E10.length];
    for (int k = 0; k < factors.length; k++) {
      long monthlyE12 = RATES_E10[k] / 12 * 100;
      long present = 0;
      long discount = ONE;
      for (int i = 0; i < TERMS; i++) {
        discount = Math.multiplyExact(discount, 1_000_000L) / ((ONE + monthlyE12) / 1_000_000L);
        present += discount;
      }
      factors[k] = Math.multiplyExact(ONE, 1_000_000L) / (present / 1_000_000L);
    }
    return factors;
  }
}
