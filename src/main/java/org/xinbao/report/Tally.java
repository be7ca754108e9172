package org.xinbao.report;

/**
 * A count and the amount that belongs to it.
 *
 * @param cents amount in cents of one currency
 */
public record Tally(long count, long cents) {

  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0);

  /** The sum of two tallies of one currency; throws {@link ArithmeticException} on overflow. */
  public Tally plus(Tally other) {
    return new Tally(Math.addExact(count, other.count), Math.addExact(cents, other.cents));
  }

  boolean isNone() {
    return count == 0 && cents == 0;
  }
}
