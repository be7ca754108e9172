package org.xinbao.arrears;

import java.util.Comparator;

/**
 * One scheduled instalment (还款计划), amounts in cents and at least 0.
 *
 * @param seq the ledger's number, from 1
 * @param dueOn the due date (epoch day)
 */
public record Instalment(int seq, int dueOn, long principal, long interest, long fee) {

  /** Oldest first: by due date, then by number. */
  public static final Comparator<Instalment> ORDER =
      Comparator.comparingInt(Instalment::dueOn).thenComparingInt(Instalment::seq);

  public Instalment {
    if (seq < 1 || principal < 0 || interest < 0 || fee < 0) {
      throw new IllegalArgumentException("an instalment's number or amount is out of range");
    }
  }

  /** Principal, interest and fee together. */
  public long total() {
    return Math.addExact(Math.addExact(principal, interest), fee);
  }
}
