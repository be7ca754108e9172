package org.xinbao.arrears.naive;

import java.time.LocalDate;

/**
 * The figures of a loan at the close of one day.
 *
 * @param penalty both unpaid penalties of all instalments
 * @param owed everything owed, due or not, penalty included
 */
record DayClose(
    LocalDate day,
    int daysPastDue,
    int daysDelinquent,
    int instalmentsOverdue,
    long overdueTotal,
    long penalty,
    long owed) {

  boolean anyOverdue() {
    return instalmentsOverdue > 0;
  }
}
