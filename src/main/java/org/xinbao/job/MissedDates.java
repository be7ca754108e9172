package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Day;

/** The dates between the last published one and this one that were never run. */
final class MissedDates {

  private MissedDates() {}

  /** The days strictly between two dates. */
  static List<Integer> between(int lastPublished, int date) {
    List<Integer> days = new ArrayList<>();
    for (int day = lastPublished + 1; day < date; day++) {
      days.add(day);
    }
    return days;
  }

  /** {@code 2026-11-01 to 2026-11-29}, or the one date. */
  static String text(List<Integer> days) {
    String first = Day.format(days.get(0));
    return days.size() == 1 ? first : first + " to " + Day.format(days.get(days.size() - 1));
  }
}
