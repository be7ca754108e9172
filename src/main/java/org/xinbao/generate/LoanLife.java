package org.xinbao.generate;

import java.util.Arrays;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;

/**
 * The whole life of one made-up loan, its future included; an export shows the part up to its date.
 * One object is filled again for each loan, so that a book of any size needs no memory. Instalments
 * count from 1; amounts in cents, days as epoch days.
 */
final class LoanLife {
  private static final int MOVEMENTS_MAX = 40;
  private static final long NO_SPLIT = -1;

  long number;
  boolean earlier;
  ProductLine product = ProductLine.JIEBEI;
  Behaviour behaviour = Behaviour.ON_TIME;
  int rate;
  long principal;
  int openedOn;
  LoanStatus status = LoanStatus.ACTIVE;
  int closedOn;

  /** Whether every payment so far was to the cent, so that the ledger's split equals any other. */
  boolean exact;

  final int[] dueOn = new int[Terms.TERMS + 1];
  final long[] principalDue = new long[Terms.TERMS + 1];
  final long[] interestDue = new long[Terms.TERMS + 1];
  final long[] feeDue = new long[Terms.TERMS + 1];
  final int[] noticeOn = new int[Terms.TERMS + 1];

  int movements;
  final int[] valueDate = new int[MOVEMENTS_MAX];
  final MovementType[] type = new MovementType[MOVEMENTS_MAX];
  final long[] amount = new long[MOVEMENTS_MAX];
  final int[] reverses = new int[MOVEMENTS_MAX];
  final long[] splitPrincipal = new long[MOVEMENTS_MAX];
  final long[] splitInterest = new long[MOVEMENTS_MAX];
  final long[] splitFee = new long[MOVEMENTS_MAX];

  /** Forgets the loan before. */
  void clear() {
    movements = 0;
    exact = true;
    status = LoanStatus.ACTIVE;
    closedOn = Day.NONE;
    Arrays.fill(noticeOn, Day.NONE);
  }

  /** Principal, interest and fee of an instalment. */
  long total(int i) {
    return principalDue[i] + interestDue[i] + feeDue[i];
  }

  /** Adds a movement without a booked split and gives its index. */
  int add(MovementType kind, int on, long cents) {
    return add(kind, on, cents, NO_SPLIT, NO_SPLIT, NO_SPLIT);
  }

  /** Adds a movement with a booked split without penalty and gives its index. */
  int add(MovementType kind, int on, long cents, long ofPrincipal, long ofInterest, long ofFee) {
    int at = movements++;
    type[at] = kind;
    valueDate[at] = on;
    amount[at] = cents;
    reverses[at] = -1;
    splitPrincipal[at] = ofPrincipal;
    splitInterest[at] = ofInterest;
    splitFee[at] = ofFee;
    return at;
  }

  /** Whether the ledger booked a split for a movement. */
  boolean hasSplit(int movement) {
    return splitPrincipal[movement] != NO_SPLIT;
  }

  /** Ends the loan. */
  void end(LoanStatus as, int on) {
    status = as;
    closedOn = on;
  }

  /** The status that the ledger shows on a date. */
  LoanStatus statusAt(int date) {
    return closedOn != Day.NONE && closedOn <= date ? status : LoanStatus.ACTIVE;
  }

  /**
   * Whether the export of a date has the loan (rulings 5): opened, and open on any of the last 62
   * days or written off, because a written-off loan is still owed.
   */
  boolean isExportedAt(int date) {
    if (openedOn > date) {
      return false;
    }
    LoanStatus then = statusAt(date);
    return then == LoanStatus.ACTIVE
        || then == LoanStatus.WRITTEN_OFF
        || closedOn > date - WINDOW_DAYS;
  }

  /** The days, the date included, on any of which an exported loan was open (rulings 5). */
  static final int WINDOW_DAYS = 62;
}
