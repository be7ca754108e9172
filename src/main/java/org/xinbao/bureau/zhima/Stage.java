package org.xinbao.bureau.zhima;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;

/**
 * All that is due on one day, since the bureau knows instalments by their due date.
 *
 * @param overdueFrom the first day at whose close it is overdue unless paid by then
 * @param paidOn the day from which all of it is paid, or none
 */
record Stage(int dueOn, int overdueFrom, int paidOn) {

  static List<Stage> of(List<InstalmentPosition> instalments) {
    Map<Integer, Stage> stages = new TreeMap<>();
    for (InstalmentPosition each : instalments) {
      stages.merge(
          each.dueOn(), new Stage(each.dueOn(), each.overdueFrom(), each.paidOn()), Stage::and);
    }
    return new ArrayList<>(stages.values());
  }

  private Stage and(Stage other) {
    boolean open = paidOn == Day.NONE || other.paidOn == Day.NONE;
    return new Stage(dueOn, overdueFrom, open ? Day.NONE : Math.max(paidOn, other.paidOn));
  }

  boolean isPaid() {
    return paidOn != Day.NONE;
  }

  /** Whether it was overdue at the close of any day up to {@code day}. */
  boolean wasOverdue(int day) {
    return overdueFrom <= day && (!isPaid() || overdueFrom < paidOn);
  }

  boolean isOverdue(int day) {
    return !isPaid() && overdueFrom <= day;
  }
}
