package org.xinbao.arrears.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.xinbao.arrears.ProductRules;
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

/** Product rules in every combination of conventions. */
final class RandomRules {

  private static final List<List<Integer>> BUCKETS =
      List.of(
          List.of(30, 60, 90, 120, 150, 180),
          List.of(29, 59, 89, 119, 149, 179),
          List.of(1, 3, 10, 40, 100, 300));
  private static final List<FiveClass> CLASSES =
      List.of(
          new FiveClass(1, 91, 271, 361, 6),
          new FiveClass(1, 31, 61, 91, 1),
          new FiveClass(2, 10, 20, 40, 2),
          new FiveClass(1, 5, 90, 180, 0),
          new FiveClass(1, 3, 6, 9, 3));

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  ProductRules next() {
    return new ProductRules(
        "RANDOM",
        any(DayCount.values()),
        any(DpdClock.values()),
        new Grace(any(0, 0, 1, 2, 3, 5, 10, 35), any(GraceMeaning.values())),
        penalty(),
        allocation(),
        any(ReturnedPayment.values()),
        any(0L, 0L, 1L, 50L, 500L),
        any(0L, 100L, 100L, 1000L),
        any(0L, 0L, 1L, 30L),
        BUCKETS.get(random.nextInt(BUCKETS.size())),
        CLASSES.get(random.nextInt(CLASSES.size())),
        any(AdverseBegins.values()),
        any(Remaining.values()),
        2_400_000_000L);
  }

  private Penalty penalty() {
    boolean multiplied = random.nextBoolean();
    return new Penalty(
        multiplied ? any(15_000_000_000L, 13_000_000_000L, 10_000_000_000L, 20_000_000_001L) : -1,
        multiplied ? -1 : any(2_100_000_000L, 1_825_000_000L, 3_333_333_333L, 0L, 9_999_999_999L),
        any(PenaltyBase.values()),
        any(RoundingMoment.values()),
        any(RoundingMode.values()));
  }

  private Allocation allocation() {
    List<Component> order = new ArrayList<>(List.of(Component.values()));
    Collections.shuffle(order, random);
    return new Allocation(
        order,
        any(Sequence.values()),
        any(-1, -1, 0, 5, 30, 90),
        random.nextInt(4) == 0 ? Source.LEDGER : Source.COMPUTED);
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
