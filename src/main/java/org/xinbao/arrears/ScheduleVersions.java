package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The later versions of a loan's instalments (rulings 7): from its {@code validFrom} on a row takes
 * the place of the row of the same number, as after an extension (展期).
 *
 * <p>What was paid or waived of the replaced row counts for the new one, component by component.
 * Penalty that the replaced row has borne up to and including that day stays owed; the new row
 * bears penalty like any other, of days after {@code validFrom} only. The change itself is no
 * posting and rounds nothing.
 */
final class ScheduleVersions {
  private static final Part[] SCHEDULED = {Part.PRINCIPAL, Part.INTEREST, Part.FEE};

  private final List<Instalment> schedule;
  private final OpenInstalments open;
  private final PenaltyBook penalties;
  private final Journal journal;

  /** Items of later versions by the day that they begin on. */
  private final List<Integer> later = new ArrayList<>();

  /** By number, the item that belongs to the schedule now. */
  private final Map<Integer, Integer> inForce = new HashMap<>();

  private int next;

  ScheduleVersions(
      List<Instalment> schedule, OpenInstalments open, PenaltyBook penalties, Journal journal) {
    this.schedule = schedule;
    this.open = open;
    this.penalties = penalties;
    this.journal = journal;
    if (open.hasVersions()) {
      for (int item = 0; item < schedule.size(); item++) {
        if (schedule.get(item).validFrom() == Instalment.ALWAYS) {
          inForce.put(schedule.get(item).seq(), item);
        } else {
          later.add(item);
        }
      }
      later.sort(Comparator.comparingInt((Integer item) -> schedule.get(item).validFrom()));
    }
  }

  /** The day of the next change, or {@link Integer#MAX_VALUE}. */
  int nextDay() {
    return next < later.size() ? schedule.get(later.get(next)).validFrom() : Integer.MAX_VALUE;
  }

  /**
   * Puts all versions that begin by {@code day} into force and returns by how many cents one asks
   * for less than was settled of it, 0 when none does.
   */
  long begin(int day) {
    long excess = 0;
    for (; nextDay() <= day; next++) {
      int item = later.get(next);
      excess = Math.addExact(excess, replace(item, day));
    }
    return excess;
  }

  private long replace(int item, int day) {
    Instalment row = schedule.get(item);
    Integer before = inForce.put(row.seq(), item);
    penalties.accrueTo(day);
    penalties.beginAfter(item, day);
    long excess = 0;
    for (Part part : SCHEDULED) {
      long settled = before == null ? 0 : settle(before, part, day);
      long unpaid = scheduled(item, part) - settled;
      excess += Math.max(0, -unpaid);
      if (unpaid > 0) {
        open.restore(item, part, unpaid);
      }
      if (journal != Journal.NONE) {
        journal.begun(day, open.describe(item), part, scheduled(item, part));
        journal.replaced(day, open.describe(item), part, settled);
      }
    }
    penalties.afterRestore();
    if (before != null) {
      open.replaced(before, item);
      penalties.afterPayment(before, day);
    }
    return excess;
  }

  /**
   * Takes what is unpaid off a part of a replaced row and returns what was paid or waived of it.
   */
  private long settle(int item, Part part, int day) {
    long unpaid = open.unpaid(item, part);
    if (unpaid > 0) {
      penalties.baseFalls(item, part);
      open.reduce(item, part, unpaid);
      if (journal != Journal.NONE) {
        journal.replaced(day, open.describe(item), part, unpaid);
      }
    }
    return scheduled(item, part) - unpaid;
  }

  private long scheduled(int item, Part part) {
    Instalment row = schedule.get(item);
    return switch (part) {
      case PRINCIPAL -> row.principal();
      case INTEREST -> row.interest();
      default -> row.fee();
    };
  }
}
