package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;

/** Small random loans with much happening in few days, and random rules. */
final class RandomLoans {
  private static final int FIRST_DUE = Day.of(2023, 11, 20);

  private final SplittableRandom random;

  RandomLoans(long seed) {
    random = new SplittableRandom(seed);
  }

  RulesOf rules() {
    List<Component> order = new ArrayList<>(List.of(Component.values()));
    Component[] shuffled = new Component[order.size()];
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = order.remove(random.nextInt(order.size()));
    }
    return RulesOf.jiebei()
        .dayCount(any(DayCount.values()))
        .clock(any(DpdClock.values()))
        .grace(random.nextInt(7), any(GraceMeaning.values()))
        .base(any(PenaltyBase.values()))
        .rounding(any(RoundingMoment.values()), any(RoundingMode.values()))
        .order(shuffled)
        .sequence(any(Sequence.values()))
        .principalFirstAfterDays(random.nextInt(4) == 0 ? -1 : random.nextInt(60))
        .source(any(Source.values()))
        .returned(any(ReturnedPayment.values()))
        .tolerance(random.nextBoolean() ? "0.00" : "1.00")
        .penaltyTolerance(random.nextBoolean() ? "0.00" : "0.30")
        .fiveClass(1, 10, 25, 50, random.nextInt(3))
        .begins(any(AdverseBegins.values()))
        .remaining(Remaining.NOT_PAID);
  }

  /** A loan, active or not; movements may contradict each other. */
  LoanOf loan() {
    LoanOf loan = LoanOf.owing(Day.format(FIRST_DUE), amount(200), amount(20), amount(3));
    loan.openedOn(Day.format(FIRST_DUE - 1 - random.nextInt(60)));
    loan.annualRateE10(random.nextInt(8) == 0 ? 1_234_567_891L : 1_800_000_000L);
    int more = random.nextInt(4);
    for (int i = 1; i <= more; i++) {
      int due = FIRST_DUE + 10 * i + random.nextInt(5);
      loan.due(Day.format(due), amount(200), amount(20), amount(3));
    }
    if (random.nextInt(4) == 0) {
      loan.rate(Day.format(FIRST_DUE + random.nextInt(60)), 1_000_000_000L, -1);
    }
    int payments = random.nextInt(6);
    for (int i = 0; i < payments; i++) {
      addPayment(loan, "P" + i);
    }
    if (random.nextInt(4) == 0) {
      loan.waived(
          "W", day(), Split.of(random.nextInt(500), random.nextInt(100), random.nextInt(3), 0));
    }
    addEnd(loan);
    return loan;
  }

  private void addPayment(LoanOf loan, String id) {
    int on = FIRST_DUE - 5 + random.nextInt(90);
    String amount = amount(random.nextBoolean() ? 30 : 300);
    if (random.nextInt(5) == 0) {
      loan.guarantorPaid(id, Day.format(on), amount);
    } else if (random.nextInt(4) == 0) {
      long cents = LoanOf.cents(amount);
      long penalty = random.nextInt(40) % (cents + 1);
      Split booked = Split.of(cents - penalty, 0, penalty, 0);
      loan.paid(id, Day.format(on), amount, booked);
    } else {
      loan.paid(id, Day.format(on), amount);
    }
    if (random.nextInt(3) == 0) {
      String back = Day.format(on + random.nextInt(30));
      loan.returned("R" + id, back, amount, id);
    }
  }

  private void addEnd(LoanOf loan) {
    String on = day();
    switch (random.nextInt(10)) {
      case 0 -> loan.writtenOff("X", on).is(LoanStatus.WRITTEN_OFF, on);
      case 1 -> loan.transferred("X", on).is(LoanStatus.TRANSFERRED, on);
      case 2 -> loan.paid("X", on, "2000.00").is(LoanStatus.CLOSED, on);
      default -> {
        // Still active.
      }
    }
  }

  /** The last day on which anything of these loans changes, and some more. */
  int lastDay() {
    return FIRST_DUE + 90 + random.nextInt(90);
  }

  private String day() {
    return Day.format(FIRST_DUE + random.nextInt(80));
  }

  private String amount(int yuan) {
    return Cents.format(random.nextInt(yuan * 100));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
