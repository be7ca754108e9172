package org.xinbao.arrears;

import java.util.Arrays;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.RoundingMoment;

/**
 * The penalty interest of a loan: per instalment one account for penalty on unpaid principal and
 * one for penalty on unpaid interest (contract section 2, "Penalty interest").
 *
 * <p>An account has three parts. {@code running} has accrued exactly and is not rounded yet; {@code
 * charged} is what the rounding convention has made whole cents; {@code balance} is what returned
 * payments restored less what was paid or forgiven. Owed is their sum, but {@code running} and
 * {@code charged} only once the gate is open: with grace of meaning {@code GATE} an instalment
 * collects them from the day after its due date and either owes them all from the close of its last
 * grace day or, cured before, none of them.
 *
 * <p>Accrual is additive while the base is constant, so accounts may be brought up to any day at
 * any time; whoever changes a base first brings them up to that day.
 */
final class PenaltyBook {
  private static final Part[] PENALTIES = {Part.PENALTY_ON_PRINCIPAL, Part.PENALTY_ON_INTEREST};

  private final Loan loan;
  private final ProductRules rules;
  private final OpenInstalments open;
  private final Journal journal;
  private final boolean onInterest;
  private final RoundingMoment when;
  private final DayCount dayCount;
  private final int gateDays;
  private final int freeDays;

  private PenaltyRates rates = PenaltyRates.NONE;
  private RunningSums running = RunningSums.NONE;
  private int items;
  private int[] accruedTo = {};
  private long[] charged = {};
  private long[] balance = {};
  private int lastChargedDay = Integer.MAX_VALUE;
  private int owingRank;

  PenaltyBook(Loan loan, ProductRules rules, OpenInstalments open, Journal journal) {
    this.loan = loan;
    this.rules = rules;
    this.open = open;
    this.journal = journal;
    onInterest = rules.penalty().base() == PenaltyBase.PRINCIPAL_AND_INTEREST;
    when = rules.penalty().when();
    dayCount = rules.dayCount();
    GraceMeaning meaning = rules.grace().meaning();
    gateDays = meaning == GraceMeaning.GATE ? rules.grace().days() : 0;
    freeDays = meaning == GraceMeaning.FREE ? rules.grace().days() : 0;
  }

  /** Whether nothing has ever accrued or been restored. */
  boolean isEmpty() {
    return items == 0;
  }

  /** The rank of the oldest instalment that may still owe anything, or the number of all. */
  int firstOwingRank() {
    int size = open.size();
    while (owingRank < size && isSettled(open.item(owingRank))) {
      owingRank++;
    }
    return owingRank;
  }

  /** Charges every instalment up to and including {@code day}. */
  void accrueTo(int day) {
    for (int rank = firstOwingRank(); rank < open.size(); rank++) {
      int item = open.item(rank);
      if (open.dueOn(item) >= day) {
        return;
      }
      accrue(item, day);
    }
  }

  /** No day after {@code day} is charged any more: the loan is written off. */
  void stopAfter(int day) {
    lastChargedDay = Math.min(lastChargedDay, day);
  }

  /**
   * Rounds what has accrued by a repayment or waiver on {@code day}, where the convention is {@code
   * AT_POSTING}; behind a closed gate nothing has.
   */
  void post(int day) {
    accrueTo(day);
    if (when != RoundingMoment.AT_POSTING || isEmpty()) {
      return;
    }
    for (int rank = firstOwingRank(); rank < open.size(); rank++) {
      int item = open.item(rank);
      if (open.dueOn(item) >= day) {
        return;
      }
      if (item < items && isGateOpen(item, day - 1)) {
        round(2 * item);
        round(2 * item + 1);
      }
    }
  }

  /**
   * Tells that principal or interest of an instalment is about to fall, which ends the stretch of
   * constant base of {@code PER_PERIOD}.
   */
  void baseFalls(int item, Part part) {
    if (item < items && when == RoundingMoment.PER_PERIOD && part != Part.FEE) {
      round(account(item, part));
    }
  }

  /** Tells that an instalment has been paid from, so that it may be cured within its grace days. */
  void afterPayment(int item, int day) {
    if (item < items
        && open.dueOn(item) < day
        && !isGateOpen(item, day - 1)
        && !open.isUnpaid(item)) {
      cure(item);
      if (journal != Journal.NONE) {
        journal.cured(open.describe(item), day);
      }
    }
  }

  /**
   * Unpaid penalty of an instalment.
   *
   * @param closedDay the last day that has closed: gates of that day are open
   */
  long unpaid(int item, Part part, int closedDay) {
    if (item >= items) {
      return 0;
    }
    int account = account(item, part);
    long owed = balance[account];
    if (isGateOpen(item, closedDay)) {
      owed = Math.addExact(owed, Math.addExact(charged[account], running.rounded(account)));
    }
    return owed;
  }

  /** Unpaid penalty of both kinds of all instalments, as far as accounts are brought up. */
  long unpaid(int closedDay) {
    long owed = 0;
    if (!isEmpty()) {
      for (int rank = firstOwingRank(); rank < open.size(); rank++) {
        int item = open.item(rank);
        owed = Math.addExact(owed, unpaid(item, Part.PENALTY_ON_PRINCIPAL, closedDay));
        owed = Math.addExact(owed, unpaid(item, Part.PENALTY_ON_INTEREST, closedDay));
      }
    }
    return owed;
  }

  /** All penalty ever charged, paid or not. */
  long chargedInAll(int closedDay) {
    long sum = 0;
    for (int item = 0; item < items; item++) {
      if (isGateOpen(item, closedDay)) {
        for (int account = 2 * item; account <= 2 * item + 1; account++) {
          sum = Math.addExact(sum, Math.addExact(charged[account], running.rounded(account)));
        }
      }
    }
    return sum;
  }

  /** Takes up to {@code most} cents off a penalty on {@code day} and returns how many. */
  long take(int item, Part part, long most, int day) {
    long amount = Math.min(most, unpaid(item, part, day - 1));
    if (amount > 0) {
      balance[account(item, part)] -= amount;
    }
    return amount;
  }

  /** Makes a fixed amount of penalty owed again. */
  void restore(int item, Part part, long amount) {
    open();
    balance[account(item, part)] += amount;
    owingRank = 0;
  }

  /** Tells that an instalment belongs to the schedule, and is charged, only after {@code day}. */
  void beginAfter(int item, int day) {
    open();
    accruedTo[item] = Math.max(accruedTo[item], day);
  }

  /** Tells that a returned payment has made something owed again. */
  void afterRestore() {
    owingRank = 0;
  }

  /** Nothing is owed from the close of {@code day}; returns what was. */
  long clear(int day) {
    long cleared = 0;
    for (int item = 0; item < items; item++) {
      for (Part part : PENALTIES) {
        long owed = unpaid(item, part, day);
        balance[account(item, part)] -= owed;
        cleared = Math.addExact(cleared, owed);
      }
      if (!isGateOpen(item, day)) {
        cure(item);
      }
    }
    return cleared;
  }

  private boolean isSettled(int item) {
    return open.unpaid(item) == 0
        && (item >= items || (isSettledAccount(2 * item) && isSettledAccount(2 * item + 1)));
  }

  private boolean isSettledAccount(int account) {
    return running.isZero(account) && charged[account] + balance[account] == 0;
  }

  private void accrue(int item, int day) {
    if (!open.isUnpaid(item)) {
      return;
    }
    open();
    int from = accruedTo[item];
    int to = Math.min(day, lastChargedDay);
    if (to <= from) {
      return;
    }
    accruedTo[item] = to;
    accrue(item, 2 * item, open.principal(item), from, to);
    if (onInterest) {
      accrue(item, 2 * item + 1, open.interest(item), from, to);
    }
  }

  private void accrue(int item, int account, long base, int from, int to) {
    if (base == 0) {
      return;
    }
    boolean byYear = dayCount == DayCount.ACT_ACT_ISDA && when != RoundingMoment.AT_POSTING;
    for (int day = from; day < to; ) {
      int rate = rates.indexOf(day + 1);
      int end = Math.min(to, rates.lastDay(rate));
      if (byYear) {
        end = Math.min(end, DayCounter.yearEnd(day));
        if (when == RoundingMoment.PER_PERIOD && DayCounter.endsYear(day)) {
          round(account);
        }
      }
      charge(account, base, day, end, rate);
      tell(item, account, base, day, end, rate);
      day = end;
    }
  }

  private void charge(int account, long base, int from, int to, int rate) {
    if (when != RoundingMoment.PER_DAY) {
      running.add(account, base, DayCounter.units(dayCount, from, to), rate);
    } else if (dayCount == DayCount.THIRTY_E_360) {
      for (int units = 1; units <= 3; units++) {
        chargeDays(account, base, DayCounter.daysOfWeight30E(from, to, units), units, rate);
      }
    } else {
      chargeDays(account, base, to - from, DayCounter.units(dayCount, from, from + 1), rate);
    }
  }

  private void chargeDays(int account, long base, int days, int units, int rate) {
    if (days > 0) {
      long daily = rates.rounded(base, units, rate, rules.penalty().mode());
      book(account, Math.multiplyExact(daily, days));
    }
  }

  private void round(int account) {
    if (running.isZero(account)) {
      return;
    }
    book(account, running.rounded(account));
    running.clear(account);
  }

  private void book(int account, long amount) {
    charged[account] = Math.addExact(charged[account], amount);
    if (journal != Journal.NONE) {
      journal.rounded(open.describe(account / 2), PENALTIES[account & 1], amount);
    }
  }

  private void cure(int item) {
    for (int account = 2 * item; account <= 2 * item + 1; account++) {
      charged[account] = 0;
      running.clear(account);
    }
  }

  private void tell(int item, int account, long base, int from, int to, int rate) {
    if (journal != Journal.NONE) {
      journal.charged(
          new Journal.Stretch(
              open.describe(item),
              PENALTIES[account & 1],
              from + 1,
              to,
              base,
              rates.rate(rate),
              DayCounter.units(dayCount, from, to),
              DayCounter.unitsPerYear(dayCount)));
    }
  }

  private boolean isGateOpen(int item, int closedDay) {
    return closedDay >= open.dueOn(item) + gateDays;
  }

  private static int account(int item, Part part) {
    return part == Part.INTEREST || part == Part.PENALTY_ON_INTEREST ? 2 * item + 1 : 2 * item;
  }

  /** Opens accounts for all instalments that have none yet. */
  private void open() {
    if (items == open.size()) {
      return;
    }
    if (items == 0) {
      rates = PenaltyRates.of(loan, rules);
      running = new RunningSums(rates, rules.penalty().mode());
    }
    int before = items;
    items = open.size();
    accruedTo = Arrays.copyOf(accruedTo, items);
    charged = Arrays.copyOf(charged, 2 * items);
    balance = Arrays.copyOf(balance, 2 * items);
    running.grow(2 * items);
    for (int item = before; item < items; item++) {
      accruedTo[item] = open.dueOn(item) + freeDays;
    }
  }
}
