package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.ProductRules;

/** One of the two penalties of an instalment, as the replay told it. */
final class PenaltyAccount {

  /**
   * Stretches and the whole cents that they became together.
   *
   * @param running whether it is still running at the business date, rounded for the output only
   */
  record Block(List<Charge> charges, Fraction exact, long amount, boolean running) {
    Block {
      charges = List.copyOf(charges);
    }
  }

  private final ProductRules rules;
  private final List<Block> rounded = new ArrayList<>();
  private final List<Charge> open = new ArrayList<>();
  private long byDay = Charge.NOT_BY_DAY;
  private boolean cured;

  PenaltyAccount(ProductRules rules) {
    this.rules = rules;
  }

  void charge(org.xinbao.arrears.Journal.Stretch stretch) {
    boolean perDay = rules.penalty().when() == ProductRules.RoundingMoment.PER_DAY;
    Charge charge = Charge.of(stretch, perDay ? Math.max(0, byDay) : Charge.NOT_BY_DAY);
    byDay = Charge.NOT_BY_DAY;
    int last = open.size() - 1;
    if (last >= 0 && open.get(last).isContinuedBy(charge, rules.dayCount())) {
      open.set(last, open.get(last).joined(charge));
    } else {
      open.add(charge);
    }
  }

  /**
   * Whole cents for all stretches not rounded yet, or with {@code PER_DAY} for days of the next.
   */
  void round(long amount) {
    if (rules.penalty().when() == ProductRules.RoundingMoment.PER_DAY) {
      byDay = Math.max(0, byDay) + amount;
      return;
    }
    rounded.add(new Block(open, sum(open), amount, false));
    open.clear();
  }

  /** What has accrued is not charged: cured within grace. */
  void cure() {
    cured = true;
  }

  boolean isCured() {
    return cured;
  }

  boolean isEmpty() {
    return rounded.isEmpty() && open.isEmpty();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>(rounded);
    if (rules.penalty().when() == ProductRules.RoundingMoment.PER_DAY) {
      open.forEach(
          each -> blocks.add(new Block(List.of(each), each.exact(), each.roundedByDay(), false)));
    } else if (!open.isEmpty()) {
      Fraction exact = sum(open);
      blocks.add(new Block(open, exact, exact.rounded(rules.penalty().mode()), true));
    }
    return blocks;
  }

  /** What the stretches come to in cents, 0 when cured. */
  long accrued() {
    return cured ? 0 : blocks().stream().mapToLong(Block::amount).reduce(0, Math::addExact);
  }

  private static Fraction sum(List<Charge> charges) {
    return charges.stream().map(Charge::exact).reduce(Fraction.ZERO, Fraction::plus);
  }
}
