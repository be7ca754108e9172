package org.xinbao.generate;

/** Numbers of persons and loans in a made-up book. */
final class Ids {
  /** Digits of a number within an id. */
  static final int DIGITS = 10;

  /** Every so many loans, one goes to the customer of the loan before. */
  private static final int CUSTOMER_EVERY = 5;

  private static final long EARLIER_PERSONS = 2_000_000_000L;
  private static final long GUARANTORS = 4_000_000_000L;
  private static final long SPOUSES = 5_000_000_000L;

  private Ids() {}

  /** The customer of a loan. */
  static long customer(LoanLife life) {
    if (life.earlier) {
      return EARLIER_PERSONS + life.number;
    }
    boolean again = life.number % CUSTOMER_EVERY == CUSTOMER_EVERY - 1;
    return again ? life.number - 1 : life.number;
  }

  /** The guarantor of a loan. */
  static long guarantor(LoanLife life) {
    return GUARANTORS + life.number;
  }

  /** The spouse of a customer. */
  static long spouse(long customer) {
    return SPOUSES + customer;
  }

  /** What a loan id begins with; ten digits follow. */
  static String loanPrefix(LoanLife life) {
    return life.earlier ? "XA" : "XB";
  }
}
