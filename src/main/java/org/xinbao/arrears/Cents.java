package org.xinbao.arrears;

/** Amounts of money as whole cents (fen) in {@code long}, and how they are written. */
public final class Cents {

  private Cents() {}

  /** The amount with two decimals, for example {@code 1234.56}. */
  public static String format(long cents) {
    return append(new StringBuilder(16), cents).toString();
  }

  /** Appends the amount with two decimals. */
  public static StringBuilder append(StringBuilder out, long cents) {
    if (cents < 0) {
      out.append('-');
    }
    long magnitude = Math.absExact(cents);
    out.append(magnitude / 100).append('.');
    long rest = magnitude % 100;
    if (rest < 10) {
      out.append('0');
    }
    return out.append(rest);
  }

  /** Whole yuan, rounded half up (rulings 9): 0.50 becomes 1. The amount must not be negative. */
  public static long toYuan(long cents) {
    if (cents < 0) {
      throw new IllegalArgumentException("amount below zero");
    }
    return Math.addExact(cents, 50) / 100;
  }
}
