package org.xinbao.arrears;

import org.xinbao.arrears.ProductRules.FiveClass;

/**
 * Five-class (五级分类) day by day: by the thresholds on days delinquent, 5 from a write-off on.
 *
 * <p>Once 3 or worse, the worst class reached is kept until the day {@code f + cure-months}, where
 * {@code f} is the first day at whose close no instalment is overdue and no penalty is unpaid; on
 * that day it is free again. Becoming overdue before starts the months again.
 */
final class FiveClassTrack {
  private static final int NORMAL = 1;
  private static final int SUBSTANDARD = 3;
  private static final int LOSS = 5;

  private final FiveClass rules;
  private final Ageing ageing;
  private int kept = NORMAL;
  private int freeOn = Day.NONE;
  private boolean writtenOff;
  private int current = NORMAL;
  private int since;

  FiveClassTrack(FiveClass rules, Ageing ageing, int openedOn) {
    this.rules = rules;
    this.ageing = ageing;
    since = openedOn;
  }

  int current() {
    return current;
  }

  /** The day the present class was reached. */
  int since() {
    return since;
  }

  void writeOff(int day) {
    reach(LOSS, day);
    writtenOff = true;
  }

  /** No instalment is overdue at the close of the days {@code from} to {@code to}. */
  void quiet(int from, int to, long unpaidPenalty) {
    if (kept >= SUBSTANDARD) {
      if (freeOn == Day.NONE && unpaidPenalty == 0) {
        freeOn = plusMonthsKeepingEnd(from, rules.cureMonths());
      }
      if (freeOn == Day.NONE || freeOn > to) {
        reach(kept, from);
        return;
      }
      from = Math.max(from, freeOn);
      release();
    }
    reach(NORMAL, from);
  }

  /** The instalment due on {@code dueOn} is the oldest overdue one on all these days. */
  void overdue(int from, int to, int dueOn) {
    if (freeOn == from) {
      release();
    }
    freeOn = Day.NONE;
    reach(Math.max(kept, classOf(dueOn, from)), from);
    for (int each = current + 1; each <= LOSS; each++) {
      int reached = ageing.dayOfDelinquency(dueOn, firstDayOf(each));
      if (reached <= to) {
        reach(each, Math.max(from, reached));
      }
    }
    int worst = classOf(dueOn, to);
    if (worst >= SUBSTANDARD) {
      kept = Math.max(kept, worst);
    }
  }

  private void release() {
    kept = NORMAL;
    freeOn = Day.NONE;
  }

  private void reach(int fiveClass, int day) {
    if (fiveClass != current && !writtenOff) {
      current = fiveClass;
      since = day;
    }
  }

  private int classOf(int dueOn, int day) {
    int days = ageing.daysDelinquent(ageing.daysPastDue(dueOn, day));
    int fiveClass = LOSS;
    while (fiveClass > NORMAL && days < firstDayOf(fiveClass)) {
      fiveClass--;
    }
    return fiveClass;
  }

  private int firstDayOf(int fiveClass) {
    return switch (fiveClass) {
      case 2 -> rules.attention();
      case 3 -> rules.substandard();
      case 4 -> rules.doubtful();
      default -> rules.loss();
    };
  }

  /** The same day {@code months} later; the last day of a month stays the last of its month. */
  static int plusMonthsKeepingEnd(int day, int months) {
    int later = Day.plusMonths(day, months);
    return day == Day.lastOfMonth(day) ? Day.lastOfMonth(later) : later;
  }
}
