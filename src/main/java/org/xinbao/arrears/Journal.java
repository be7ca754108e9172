package org.xinbao.arrears;

import java.math.BigDecimal;

/**
 * A listener to the replay of one loan, from which the derivation of every figure can be printed.
 *
 * <p>Calls come in the order of the replay. Nothing is called, and nothing is built, for {@link
 * #NONE}.
 */
public interface Journal {

  /** Listens to nothing. */
  Journal NONE = new Journal() {};

  /**
   * An instalment as the replay sees it.
   *
   * @param number its place among the loan's instalments, scheduled ones first; tells two restored
   *     ones of the same day apart
   * @param seq the number of the scheduled instalment that it is, or comes from
   * @param dueOn epoch day
   * @param restored whether a returned payment made it ({@link
   *     ProductRules.ReturnedPayment#RETURN_DATE})
   */
  record Item(int number, int seq, int dueOn, boolean restored) {}

  /**
   * A run of charged days with constant base and rate.
   *
   * @param part which penalty
   * @param firstDay first charged day
   * @param lastDay last charged day
   * @param base cents
   * @param annualRate the penalty rate a year
   * @param units numerator of the day count: days, or for {@code ACT_ACT_ISDA} days weighted by the
   *     length of the other kind of year
   * @param unitsPerYear its denominator
   */
  record Stretch(
      Item item,
      Part part,
      int firstDay,
      int lastDay,
      long base,
      BigDecimal annualRate,
      int units,
      int unitsPerYear) {}

  /** A repayment or waiver took {@code amount} cents off a part of an instalment. */
  default void applied(Movement movement, Item item, Part part, long amount) {}

  /** What a repayment paid beyond all that is owed, in cents. */
  default void unallocated(Movement movement, long amount) {}

  /** Penalty was charged. */
  default void charged(Stretch stretch) {}

  /**
   * Penalty became whole cents: the {@code amount} that the rounding gave at the close of a day.
   */
  default void rounded(Item item, Part part, long amount) {}

  /** An instalment was cured within its grace days: what they would have cost is not charged. */
  default void cured(Item item, int day) {}

  /** A returned payment made {@code amount} cents owed again. */
  default void restored(Movement reversal, Item item, Part part, long amount) {}

  /**
   * From {@code day} on a later version of an instalment asks for {@code amount} cents of a part.
   */
  default void begun(int day, Item item, Part part, long amount) {}

  /**
   * A version of an instalment takes the place of another. Told for the replaced one: what was
   * unpaid of a part, which it no longer asks for; for the new one: what counts as paid of it,
   * because it was paid or waived before.
   */
  default void replaced(int day, Item item, Part part, long amount) {}

  /** From the close of {@code day} nothing is owed: closing tolerance or transfer. */
  default void nothingOwed(int day, long amount) {}
}
