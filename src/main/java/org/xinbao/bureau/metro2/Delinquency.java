package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.bureau.BureauLoan;

/**
 * How late a loan is as the bureaux count it: days from the due date of the oldest unpaid
 * instalment, delinquent from day 30 (rulings 41; section 3.4 of the reference). Days are epoch
 * days, amounts cents.
 *
 * @param days from the due date, 0 when nothing is overdue
 * @param pastDue what is 30 or more days late, with its penalty interest
 * @param since the first day of the unbroken run of delinquent days that {@code day} is in, or none
 */
record Delinquency(int days, long pastDue, int since) {

  static final int FROM = 30;

  private static final Delinquency NONE = new Delinquency(0, 0, Day.NONE);

  /** A stretch of days on which an instalment was 30 or more days late; {@code to} is after it. */
  private record Stretch(int from, int to) {}

  /** How late the loan is at the close of {@code day}, the day that it is given for. */
  static Delinquency of(BureauLoan loan, int day) {
    Assessment figures = loan.assessment();
    if (figures.firstOverdueOn() == Day.NONE) {
      return NONE;
    }
    List<InstalmentPosition> positions = loan.instalments().get();
    int oldest =
        positions.stream()
            .filter(each -> each.isOverdue(day))
            .mapToInt(InstalmentPosition::dueOn)
            .min()
            .orElse(Day.NONE);
    if (oldest == Day.NONE) {
      return NONE;
    }
    boolean dueDateCounts = figures.firstOverdueOn() == oldest;
    int days = Math.max(0, figures.daysDelinquent() - (dueDateCounts ? 1 : 0));
    if (days < FROM) {
      return new Delinquency(days, 0, Day.NONE);
    }
    // Grace that only ageing leaves out moves the 30th day of every instalment alike.
    int late = FROM + day - oldest - days;
    return new Delinquency(days, pastDue(positions, day - late), since(positions, day, late));
  }

  private static long pastDue(List<InstalmentPosition> positions, int dueBy) {
    long sum = 0;
    for (InstalmentPosition each : positions) {
      if (each.dueOn() <= dueBy) {
        sum = Math.addExact(sum, Math.addExact(each.unpaid(), each.penalty()));
      }
    }
    return sum;
  }

  /** Follows stretches that touch or overlap back from {@code day}. */
  private static int since(List<InstalmentPosition> positions, int day, int late) {
    List<Stretch> stretches = new ArrayList<>();
    for (InstalmentPosition each : positions) {
      int from = each.dueOn() + late;
      int to = each.paidOn() == Day.NONE ? day + 1 : Math.min(each.paidOn(), day + 1);
      if (from < to) {
        stretches.add(new Stretch(from, to));
      }
    }
    stretches.sort(Comparator.comparingInt(Stretch::from).reversed());
    int since = day + 1;
    for (boolean found = true; found; ) {
      found = false;
      for (Stretch each : stretches) {
        if (each.from() < since && each.to() >= since) {
          since = each.from();
          found = true;
        }
      }
    }
    return since;
  }

  /** The band it is in; what is less than a whole unit late is none (rulings 41). */
  Status band() {
    return pastDue < 100 ? Status.CURRENT : Status.ofDays(days);
  }

  /**
   * The date of first delinquency: the one that was reported while the run of delinquent days
   * reaches back to that report, else the first day of the run.
   *
   * @param told the last one reported, or none
   * @param toldOn the day it was reported for, or none
   */
  int firstOn(int told, int toldOn) {
    return told != Day.NONE && toldOn != Day.NONE && since <= toldOn ? told : since;
  }
}
