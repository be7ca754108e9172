package org.xinbao.sample;

import java.time.LocalDate;

/**
 * A movement of a sample loan; cents.
 *
 * @param reverses place of the undone movement in the loan's list, or -1
 * @param split principal, interest and penalty as the ledger booked them, or empty
 * @param monthsChanged of an extension, else 0
 */
record SampleMovement(
    LocalDate on, String type, long amount, int reverses, Split split, int monthsChanged) {

  /** A booked split; -1 in all three when there is none. */
  record Split(long principal, long interest, long penalty) {
    static final Split NONE = new Split(-1, -1, -1);
  }

  static SampleMovement of(LocalDate on, String type, long amount, Split split) {
    return new SampleMovement(on, type, amount, -1, split, 0);
  }
}
