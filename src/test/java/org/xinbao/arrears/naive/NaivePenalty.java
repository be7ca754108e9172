package org.xinbao.arrears.naive;

import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.RoundingMoment;

/** One of the two penalties of an instalment: "each accrued and rounded on its own". */
final class NaivePenalty {

  private final ProductRules rules;
  private long rounded;
  private Fraction running = Fraction.ZERO;
  private long runningRounded;
  private long stretchBase;
  private int stretchYear;
  private long restored;
  private long taken;

  NaivePenalty(ProductRules rules) {
    this.rules = rules;
  }

  /** Charges one day. {@code perCent} is the exact charge of that day on a base of one cent. */
  void charge(long base, Fraction perCent, int year) {
    Fraction amount = perCent.times(base);
    switch (rules.penalty().when()) {
      case PER_DAY -> // "each day is rounded"
          rounded += amount.round(rules.penalty().mode());
      case AT_POSTING -> // "accrued exactly"
          run(amount);
      case PER_PERIOD -> {
        // "a stretch ends only when its own base (or, with ACT_ACT_ISDA, the year) changes"
        boolean otherYear = rules.dayCount() == DayCount.ACT_ACT_ISDA && year != stretchYear;
        if (base != stretchBase || otherYear) {
          fix();
          stretchBase = base;
          stretchYear = year;
        }
        run(amount);
      }
    }
  }

  private void run(Fraction amount) {
    running = running.plus(amount);
    runningRounded = running.round(rules.penalty().mode());
  }

  private void fix() {
    rounded += runningRounded;
    running = Fraction.ZERO;
    runningRounded = 0;
  }

  /** "What has accrued is rounded and becomes a fixed amount owed" on a date of posting. */
  void post() {
    if (rules.penalty().when() == RoundingMoment.AT_POSTING) {
      fix();
    }
  }

  /** The gate stayed shut: "bears no penalty for its grace days". */
  void forget() {
    rounded = 0;
    running = Fraction.ZERO;
    runningRounded = 0;
  }

  void restore(long amount) {
    restored += amount;
  }

  void take(long amount) {
    taken += amount;
  }

  /** All that was ever charged, in cents, "the running stretch rounded as a whole". */
  long charged() {
    return rounded + runningRounded;
  }

  /** What is owed when the charges count, or only what was restored as a fixed amount. */
  long owed(boolean gateOpen) {
    return restored + (gateOpen ? charged() : 0) - taken;
  }
}
