package org.xinbao.generate;

import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;

/**
 * Makes up the life of a loan from the seed and its number alone.
 *
 * <p>The numbered loans are all in the export of the last date. The <em>earlier</em> loans exist so
 * that a book of several months has loans that leave: each settles so that its window of 62 days
 * has passed by the last date.
 */
final class LifeMaker {
  /** The days before the last date over which numbered loans open. */
  static final int OPENING_DAYS = 415;

  private static final int OPENING_DAYS_OVERDUE = 700;

  /** From so many days on the earlier loans of a book live as variously as the others. */
  private static final int LONG_BOOK_DAYS = 400;

  /** No earlier loan ends later than so many days after its last due date. */
  private static final int DAYS_LATE_MAX = 21;

  private static final long EARLIER_STREAM = 1L << 40;
  private static final int TERMS = Terms.TERMS;

  private final long seed;
  private final int firstDate;
  private final int lastDate;
  private final Dates dates;
  private final Rng rng = new Rng();

  LifeMaker(long seed, int firstDate, int lastDate, Dates dates) {
    this.seed = seed;
    this.firstDate = firstDate;
    this.lastDate = lastDate;
    this.dates = dates;
  }

  /** Fills {@code life} with the numbered loan {@code number}. */
  void fill(LoanLife life, long number) {
    begin(life, number, false);
    life.behaviour = Behaviour.draw(rng);
    boolean unpaid = life.behaviour == Behaviour.OVERDUE || life.behaviour == Behaviour.WRITTEN_OFF;
    int span = unpaid && rng.below(3) == 0 ? OPENING_DAYS_OVERDUE : OPENING_DAYS;
    schedule(life, lastDate - rng.below(span));
    live(life);
  }

  /** Fills {@code life} with the earlier loan {@code number}, which settles in time to leave. */
  void fillEarlier(LoanLife life, long number) {
    begin(life, number, true);
    int firstClosing = firstDate - LoanLife.WINDOW_DAYS + 1;
    int lastClosing = lastDate - LoanLife.WINDOW_DAYS - 1;
    if (lastDate - firstDate < LONG_BOOK_DAYS) {
      life.behaviour = rng.below(20) == 0 ? Behaviour.OVERPAID : Behaviour.ON_TIME;
    } else {
      life.behaviour = settling(Behaviour.draw(rng));
      lastClosing -= DAYS_LATE_MAX;
    }
    int closing = firstClosing + rng.below(Math.max(1, lastClosing - firstClosing + 1));
    schedule(life, dates.plusMonths(closing, -TERMS));
    live(life);
  }

  /** The behaviour itself when it ends by the last date, else one that does. */
  private static Behaviour settling(Behaviour drawn) {
    return switch (drawn) {
      case OVERDUE, NEVER -> Behaviour.CURED;
      case WRITTEN_OFF -> Behaviour.LATE;
      default -> drawn;
    };
  }

  private void begin(LoanLife life, long number, boolean earlier) {
    rng.start(seed, earlier ? EARLIER_STREAM + number : number);
    life.clear();
    life.number = number;
    life.earlier = earlier;
    life.product = ProductLine.draw(rng);
    life.rate = rng.below(Terms.rates());
    // Small loans are the most frequent: the lesser of two draws, 1,000 to 50,000 in hundreds.
    life.principal = 10_000L * (10 + Math.min(rng.below(491), rng.below(491)));
  }

  private void schedule(LoanLife life, int openedOn) {
    life.openedOn = openedOn;
    Terms.fill(life.principal, life.rate, life.principalDue, life.interestDue);
    long fee = life.product == ProductLine.XIAOFEI ? 300 : 0;
    for (int i = 1; i <= TERMS; i++) {
      life.dueOn[i] = dates.plusMonths(openedOn, i);
      life.feeDue[i] = fee;
    }
    life.add(MovementType.DISBURSEMENT, openedOn, life.principal);
  }

  private void live(LoanLife life) {
    switch (life.behaviour) {
      case ON_TIME -> payToEnd(life, 1);
      case LATE -> late(life);
      case CURED -> cured(life, MovementType.REPAYMENT, 1 + rng.below(3));
      case OVERDUE -> payOnTime(life, 1, missedFrom(life, 1 + rng.below(8)) - 1);
      case NEVER -> noticeAll(life, 1);
      case PARTIAL -> partial(life);
      case OVERPAID -> overpaid(life);
      case PREPAID -> prepaid(life);
      case RETURNED -> returned(life);
      case WAIVED -> waived(life);
      case WRITTEN_OFF -> writtenOff(life);
      case TRANSFERRED -> transferred(life);
      case GUARANTEED -> cured(life, MovementType.GUARANTOR_REPAYMENT, 2);
    }
  }

  private void payOnTime(LoanLife life, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (!life.exact) {
        life.add(MovementType.REPAYMENT, life.dueOn[i], life.total(i));
        continue;
      }
      life.add(
          MovementType.REPAYMENT,
          life.dueOn[i],
          life.total(i),
          life.principalDue[i],
          life.interestDue[i],
          life.feeDue[i]);
    }
  }

  private void payToEnd(LoanLife life, int from) {
    payOnTime(life, from, TERMS);
    life.end(LoanStatus.CLOSED, life.valueDate[life.movements - 1]);
  }

  private void late(LoanLife life) {
    for (int i = 1; i <= TERMS; i++) {
      if (rng.below(4) == 0) {
        int days = 1 + rng.below(9);
        int paidOn = life.dueOn[i] + days;
        if (paidOn > dates.lastOfMonth(life.dueOn[i])) {
          notice(life, i);
        }
        life.add(MovementType.REPAYMENT, paidOn, life.total(i) + penalty(life, i, days));
      } else {
        payOnTime(life, i, i);
      }
    }
    life.end(LoanStatus.CLOSED, life.valueDate[life.movements - 1]);
  }

  /** Misses some instalments and pays them at once, before the next falls due. */
  private void cured(LoanLife life, MovementType by, int missed) {
    int from = 1 + rng.below(TERMS - missed + 1);
    int to = from + missed - 1;
    payOnTime(life, 1, from - 1);
    notice(life, from);
    int paidOn = life.dueOn[to] + 1 + rng.below(20);
    long sum = 0;
    for (int i = from; i <= to; i++) {
      sum += life.total(i) + penalty(life, i, paidOn - life.dueOn[i]);
    }
    life.add(by, paidOn, sum);
    payToEnd(life, to + 1);
  }

  /**
   * The first missed instalment when, on the last date, so many are missed (fewer when not so many
   * have fallen due); gives notice of it.
   */
  private int missedFrom(LoanLife life, int missed) {
    int due = 0;
    while (due < TERMS && life.dueOn[due + 1] <= lastDate) {
      due++;
    }
    int from = Math.max(1, due - missed + 1);
    noticeAll(life, from);
    return from;
  }

  private void noticeAll(LoanLife life, int from) {
    // Three in a hundred get none: their reports are held.
    if (rng.below(100) >= 3) {
      notice(life, from);
    }
  }

  private void partial(LoanLife life) {
    int at = 1 + rng.below(TERMS);
    payOnTime(life, 1, at - 1);
    long half = life.total(at) / 2;
    int days = 1 + rng.below(12);
    notice(life, at);
    life.add(MovementType.REPAYMENT, life.dueOn[at], half);
    long rest = life.total(at) - half;
    life.add(MovementType.REPAYMENT, life.dueOn[at] + days, rest + upTo(life, at, days));
    payToEnd(life, at + 1);
  }

  private void overpaid(LoanLife life) {
    int at = 1 + rng.below(TERMS - 1);
    payOnTime(life, 1, at - 1);
    long more = 1L + rng.below((int) (life.total(at + 1) / 2));
    life.add(MovementType.REPAYMENT, life.dueOn[at], life.total(at) + more);
    life.add(MovementType.REPAYMENT, life.dueOn[at + 1], life.total(at + 1) - more);
    payToEnd(life, at + 2);
  }

  /** Pays off at one of the last due dates; the interest not yet due is waived just before. */
  private void prepaid(LoanLife life) {
    int earliest = lastDate - 60 + rng.below(100);
    int at = 1;
    while (at < TERMS && life.dueOn[at] < earliest) {
      at++;
    }
    payOnTime(life, 1, at - 1);
    long rest = 0;
    long waived = 0;
    for (int i = at; i <= TERMS; i++) {
      rest += life.total(i);
      waived += i > at ? life.interestDue[i] : 0;
    }
    if (waived > 0) {
      life.add(MovementType.WAIVER, life.dueOn[at], waived, 0, waived, 0);
    }
    life.add(MovementType.REPAYMENT, life.dueOn[at], rest - waived);
    life.end(LoanStatus.CLOSED, life.dueOn[at]);
  }

  private void returned(LoanLife life) {
    int at = 1 + rng.below(TERMS);
    payOnTime(life, 1, at);
    int undone = life.movements - 1;
    int reversal = life.add(MovementType.REVERSAL, life.dueOn[at] + 3, life.total(at));
    life.reverses[reversal] = undone;
    notice(life, at);
    life.add(MovementType.REPAYMENT, life.dueOn[at] + 5, life.total(at) + penalty(life, at, 5));
    payToEnd(life, at + 1);
  }

  private void waived(LoanLife life) {
    int at = 1 + rng.below(TERMS);
    payOnTime(life, 1, at - 1);
    int on = life.dueOn[at] + 5;
    notice(life, at);
    life.add(MovementType.WAIVER, on, life.interestDue[at], 0, life.interestDue[at], 0);
    long rest = life.principalDue[at] + life.feeDue[at] + penalty(life, at, 5);
    life.add(MovementType.REPAYMENT, on, rest);
    payToEnd(life, at + 1);
  }

  private void writtenOff(LoanLife life) {
    int from = missedFrom(life, 7 + rng.below(6));
    payOnTime(life, 1, from - 1);
    int on = life.dueOn[from] + 181 + rng.below(60);
    life.add(MovementType.WRITE_OFF, on, unpaidPrincipal(life, from));
    life.end(LoanStatus.WRITTEN_OFF, on);
  }

  private void transferred(LoanLife life) {
    if (life.earlier) {
      int from = 1 + rng.below(TERMS / 2);
      payOnTime(life, 1, from - 1);
      noticeAll(life, from);
      int sold = life.dueOn[from] + 121 + rng.below(50);
      life.add(MovementType.TRANSFER_OUT, sold, unpaidPrincipal(life, from));
      life.end(LoanStatus.TRANSFERRED, sold);
      return;
    }
    int from = missedFrom(life, 5 + rng.below(3));
    payOnTime(life, 1, from - 1);
    int on = Math.max(life.dueOn[from] + 121, lastDate - 60) + rng.below(50);
    life.add(MovementType.TRANSFER_OUT, on, unpaidPrincipal(life, from));
    life.end(LoanStatus.TRANSFERRED, on);
  }

  private static long unpaidPrincipal(LoanLife life, int from) {
    long sum = 0;
    for (int i = from; i <= TERMS; i++) {
      sum += life.principalDue[i];
    }
    return sum;
  }

  /** A notice in time for the first month-end at which the instalment can be reported overdue. */
  private void notice(LoanLife life, int instalment) {
    int due = life.dueOn[instalment];
    life.noticeOn[instalment] = Math.min(due + 1, dates.lastOfMonth(due) - 1);
  }

  /**
   * The penalty of an instalment wholly unpaid for so many days: exact by the rules of JIEBEI
   * (principal, 1.5 times the rate, actual/360, half up), else {@link #upTo}.
   */
  private static long penalty(LoanLife life, int i, int days) {
    if (life.product != ProductLine.JIEBEI) {
      return upTo(life, i, days);
    }
    long parts = life.principalDue[i] * Terms.rateE10(life.rate) * 3 * days;
    long whole = 2L * 360 * 10_000_000_000L;
    return (parts + whole / 2) / whole;
  }

  /**
   * At least the penalty of an instalment by any product's rules: 36 % a year on all of it. What is
   * too much prepays the next instalment.
   */
  private static long upTo(LoanLife life, int i, int days) {
    life.exact = false;
    return life.total(i) * days / 1000 + 2;
  }
}
