package org.xinbao.bureau;

import java.util.HexFormat;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;

/**
 * A digest of a loan's rows up to a day: while it is the same, what was reported up to that day is
 * what today's rows say of it, and need not be computed again.
 */
public final class PastRows {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = OFFSET;

  private PastRows() {}

  /**
   * The digest.
   *
   * @param day the last day that counts (epoch day)
   */
  public static String digest(Loan loan, int day) {
    PastRows rows = new PastRows();
    rows.add(loan.openedOn());
    rows.add(loan.principal());
    for (Instalment each : loan.schedule()) {
      if (each.validFrom() <= day) {
        rows.add(each.seq());
        rows.add(each.dueOn());
        rows.add(each.principal());
        rows.add(each.interest());
        rows.add(each.fee());
      }
    }
    for (Movement each : loan.movements()) {
      if (each.valueDate() <= day) {
        rows.add(each.valueDate());
        rows.text(each.type().name());
        rows.add(each.amount());
        rows.text(each.txnId());
        rows.text(each.reverses());
      }
    }
    boolean closed = loan.status() != LoanStatus.ACTIVE && loan.closedOn() <= day;
    rows.text(closed ? loan.status().name() : "");
    rows.add(closed ? loan.closedOn() : 0);
    return HexFormat.of().toHexDigits(rows.hash);
  }

  private void add(long value) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ (value >>> shift & 0xff)) * PRIME;
    }
  }

  private void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * PRIME;
    }
    add(value.length());
  }
}
