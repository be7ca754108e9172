package org.xinbao.arrears;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One scheduled instalment (还款计划), amounts in cents and at least 0.
 *
 * @param seq the ledger's number, from 1
 * @param dueOn the due date (epoch day)
 * @param validFrom the day from which the row belongs to the schedule in place of an earlier row of
 *     the same number (rulings 7, for an extension 展期); {@link #ALWAYS} for the whole history
 */
public record Instalment(
    int seq, int dueOn, long principal, long interest, long fee, int validFrom) {

  /** Of a row that belongs to the schedule from the beginning. */
  public static final int ALWAYS = Integer.MIN_VALUE;

  /** Oldest first: by due date, then by number; of two versions the earlier one first. */
  public static final Comparator<Instalment> ORDER =
      Comparator.comparingInt(Instalment::dueOn)
          .thenComparingInt(Instalment::seq)
          .thenComparingInt(Instalment::validFrom);

  /** An instalment that belongs to the schedule for the whole history. */
  public Instalment(int seq, int dueOn, long principal, long interest, long fee) {
    this(seq, dueOn, principal, interest, fee, ALWAYS);
  }

  public Instalment {
    if (seq < 1 || principal < 0 || interest < 0 || fee < 0) {
      throw new IllegalArgumentException("an instalment's number or amount is out of range");
    }
  }

  /**
   * Those that belong to the schedule on a day: of rows with one number that whose {@code
   * validFrom} is the latest not after the day; all rows when none has one.
   *
   * @param day epoch day
   */
  public static List<Instalment> inForce(List<Instalment> rows, int day) {
    if (rows.stream().allMatch(each -> each.validFrom == ALWAYS)) {
      return rows;
    }
    Map<Integer, Instalment> latest = new HashMap<>();
    for (Instalment each : rows) {
      if (each.validFrom <= day) {
        latest.merge(each.seq, each, (a, b) -> a.validFrom > b.validFrom ? a : b);
      }
    }
    return rows.stream().filter(each -> each.equals(latest.get(each.seq))).toList();
  }

  /** Principal, interest and fee together. */
  public long total() {
    return Math.addExact(Math.addExact(principal, interest), fee);
  }
}
