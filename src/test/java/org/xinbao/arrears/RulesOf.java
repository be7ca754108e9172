package org.xinbao.arrears;

import java.util.List;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Allocation;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.Grace;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;

/** The product JIEBEI of the contract, one convention at a time replaced by another. */
final class RulesOf {
  private DayCount dayCount = DayCount.ACT_360;
  private DpdClock clock = DpdClock.DUE_DATE_IS_ZERO;
  private Grace grace = new Grace(0, GraceMeaning.GATE);
  private long multiplierE10 = 15_000_000_000L;
  private long penaltyRateE10 = -1;
  private PenaltyBase base = PenaltyBase.PRINCIPAL;
  private RoundingMoment when = RoundingMoment.AT_POSTING;
  private RoundingMode mode = RoundingMode.HALF_UP;
  private List<Component> order =
      List.of(Component.FEE, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL);
  private Sequence sequence = Sequence.OLDEST_INSTALMENT_FIRST;
  private int principalFirstAfterDays = 90;
  private Source source = Source.COMPUTED;
  private ReturnedPayment returned = ReturnedPayment.ORIGINAL_DUE_DATE;
  private long tolerance;
  private long closingTolerance = 100;
  private long penaltyTolerance;
  private List<Integer> buckets = List.of(30, 60, 90, 120, 150, 180);
  private FiveClass fiveClass = new FiveClass(1, 91, 271, 361, 6);
  private AdverseBegins begins = AdverseBegins.PAST_DUE;
  private Remaining remaining = Remaining.NOT_DUE;

  static RulesOf jiebei() {
    return new RulesOf();
  }

  RulesOf dayCount(DayCount value) {
    dayCount = value;
    return this;
  }

  RulesOf clock(DpdClock value) {
    clock = value;
    return this;
  }

  RulesOf grace(int days, GraceMeaning meaning) {
    grace = new Grace(days, meaning);
    return this;
  }

  /** A multiplier of the contract rate, with 10 decimals. */
  RulesOf multiplierE10(long value) {
    multiplierE10 = value;
    penaltyRateE10 = -1;
    return this;
  }

  /** An own penalty rate, with 10 decimals. */
  RulesOf penaltyRateE10(long value) {
    multiplierE10 = -1;
    penaltyRateE10 = value;
    return this;
  }

  RulesOf base(PenaltyBase value) {
    base = value;
    return this;
  }

  RulesOf rounding(RoundingMoment moment, RoundingMode value) {
    when = moment;
    mode = value;
    return this;
  }

  RulesOf order(Component... value) {
    order = List.of(value);
    return this;
  }

  RulesOf sequence(Sequence value) {
    sequence = value;
    return this;
  }

  RulesOf principalFirstAfterDays(int value) {
    principalFirstAfterDays = value;
    return this;
  }

  RulesOf source(Source value) {
    source = value;
    return this;
  }

  RulesOf returned(ReturnedPayment value) {
    returned = value;
    return this;
  }

  RulesOf tolerance(String amount) {
    tolerance = LoanOf.cents(amount);
    return this;
  }

  RulesOf closingTolerance(String amount) {
    closingTolerance = LoanOf.cents(amount);
    return this;
  }

  RulesOf penaltyTolerance(String amount) {
    penaltyTolerance = LoanOf.cents(amount);
    return this;
  }

  RulesOf buckets(Integer... edges) {
    buckets = List.of(edges);
    return this;
  }

  RulesOf fiveClass(int attention, int substandard, int doubtful, int loss, int cureMonths) {
    fiveClass = new FiveClass(attention, substandard, doubtful, loss, cureMonths);
    return this;
  }

  RulesOf begins(AdverseBegins value) {
    begins = value;
    return this;
  }

  RulesOf remaining(Remaining value) {
    remaining = value;
    return this;
  }

  ProductRules build() {
    return new ProductRules(
        "JIEBEI",
        dayCount,
        clock,
        grace,
        new Penalty(multiplierE10, penaltyRateE10, base, when, mode),
        new Allocation(order, sequence, principalFirstAfterDays, source),
        returned,
        tolerance,
        closingTolerance,
        penaltyTolerance,
        buckets,
        fiveClass,
        begins,
        remaining,
        2_400_000_000L);
  }
}
