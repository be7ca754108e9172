package org.xinbao.job;

import org.xinbao.bureau.ControlFigures;

/** What the records of one type add up to, summed from the assessments and not from the records. */
record ControlTotals(long records, long balance, long overdue) {

  static final ControlTotals NONE = new ControlTotals(0, 0, 0);

  ControlTotals plus(ControlFigures figures) {
    return new ControlTotals(
        records + 1,
        Math.addExact(balance, figures.balance()),
        Math.addExact(overdue, figures.overdue()));
  }

  ControlTotals plus(ControlTotals other) {
    return new ControlTotals(
        Math.addExact(records, other.records),
        Math.addExact(balance, other.balance),
        Math.addExact(overdue, other.overdue));
  }
}
