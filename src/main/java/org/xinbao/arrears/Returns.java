package org.xinbao.arrears;

import java.util.Arrays;
import java.util.List;
import org.xinbao.arrears.ProductRules.ReturnedPayment;

/**
 * Which repayments of a loan are returned by the business date, and what those had paid.
 *
 * <p>A reversal undoes a repayment of the same loan that sorts before it, in full and once.
 */
final class Returns {
  private static final int NONE = -1;

  private final List<Movement> movements;
  private final boolean leftOut;

  /** The other movement of a returned repayment and its reversal; empty when there is none. */
  private int[] counterpart = {};

  private int wrongReversal = NONE;
  private int traces;
  private int[] tracedMovement = {};
  private int[] tracedItem = {};
  private Part[] tracedPart = {};
  private long[] tracedAmount = {};

  /**
   * Finds the returned repayments among the first {@code count} movements, those up to the business
   * date.
   */
  Returns(List<Movement> movements, int count, ReturnedPayment returnedPayment) {
    this.movements = movements;
    leftOut = returnedPayment == ReturnedPayment.ORIGINAL_DUE_DATE;
    for (int i = 0; i < count && wrongReversal == NONE; i++) {
      if (movements.get(i).type() == MovementType.REVERSAL) {
        link(i, count);
      }
    }
  }

  private void link(int reversal, int count) {
    if (counterpart.length == 0) {
      counterpart = new int[count];
      Arrays.fill(counterpart, NONE);
    }
    Movement undoing = movements.get(reversal);
    for (int i = 0; i < reversal; i++) {
      Movement each = movements.get(i);
      if (each.txnId().equals(undoing.reverses())
          && each.type().isPayment()
          && each.amount() == undoing.amount()
          && counterpart[i] == NONE) {
        counterpart[i] = reversal;
        counterpart[reversal] = i;
        return;
      }
    }
    wrongReversal = reversal;
  }

  /** Whether a reversal undoes nothing that it could undo. */
  boolean isContradicted() {
    return wrongReversal != NONE;
  }

  /** The first such reversal. */
  Movement wrongReversal() {
    return movements.get(wrongReversal);
  }

  /** Whether a repayment is returned by the business date. */
  boolean isReturned(int movement) {
    return counterpart.length > 0 && counterpart[movement] != NONE;
  }

  /** Whether a movement is left out altogether: returned, and the original due date holds. */
  boolean isLeftOut(int movement) {
    return leftOut && isReturned(movement);
  }

  /** The repayment that a reversal undoes. */
  int returnedBy(int reversal) {
    return counterpart[reversal];
  }

  /** Keeps what a repayment paid, when it will be returned. */
  void trace(int movement, int item, Part part, long amount) {
    if (!isReturned(movement)) {
      return;
    }
    if (traces == tracedItem.length) {
      int capacity = 2 * traces + 8;
      tracedMovement = Arrays.copyOf(tracedMovement, capacity);
      tracedItem = Arrays.copyOf(tracedItem, capacity);
      tracedPart = Arrays.copyOf(tracedPart, capacity);
      tracedAmount = Arrays.copyOf(tracedAmount, capacity);
    }
    tracedMovement[traces] = movement;
    tracedItem[traces] = item;
    tracedPart[traces] = part;
    tracedAmount[traces++] = amount;
  }

  /** What a returned repayment had paid of a part of an instalment. */
  long traced(int movement, int item, Part part) {
    long amount = 0;
    for (int i = 0; i < traces; i++) {
      if (tracedMovement[i] == movement && tracedItem[i] == item && tracedPart[i] == part) {
        amount += tracedAmount[i];
      }
    }
    return amount;
  }

  /** Whether a returned repayment had paid anything of an instalment. */
  boolean paid(int movement, int item) {
    for (int i = 0; i < traces; i++) {
      if (tracedMovement[i] == movement && tracedItem[i] == item) {
        return true;
      }
    }
    return false;
  }
}
