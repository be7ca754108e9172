package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.Split;

/**
 * The movements of a loan: planned first, then made in the order of their days, so that waivers and
 * final payments can be measured by what is owed at the moment.
 */
final class RandomLife {

  private enum Kind {
    PAY,
    CATCH_UP,
    RETURN,
    WAIVE,
    WRITE_OFF,
    TRANSFER,
    EXTEND,
    PAY_OFF
  }

  private record Plan(int day, Kind kind, long amount) {}

  private final Random random;
  private final Loan bare;
  private final ProductRules rules;
  private final List<Plan> plans = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final List<Movement> returnable = new ArrayList<>();
  private final boolean ledgerSplits;
  private LoanStatus status = LoanStatus.ACTIVE;
  private int closedOn = Day.NONE;

  RandomLife(Random random, Loan bare, ProductRules rules) {
    this.random = random;
    this.bare = bare;
    this.rules = rules;
    ledgerSplits = random.nextInt(3) == 0;
  }

  Loan live() {
    add(bare.openedOn(), MovementType.DISBURSEMENT, bare.principal(), "", Split.NONE);
    plan();
    plans.sort(Comparator.comparingInt(Plan::day));
    for (Plan plan : plans) {
      if (closedOn != Day.NONE && status != LoanStatus.WRITTEN_OFF && chance(95)) {
        continue; // seldom anything after the end
      }
      make(plan);
    }
    if (chance(4)) {
      new RandomFault(random).spoil(movements, bare.openedOn());
    }
    if (status == LoanStatus.ACTIVE && chance(2)) {
      status = any(LoanStatus.CLOSED, LoanStatus.WRITTEN_OFF, LoanStatus.TRANSFERRED);
      closedOn = bare.openedOn() + random.nextInt(300);
    }
    movements.sort(Movement.ORDER);
    return with(movements);
  }

  private void plan() {
    int arrears = any(0, 5, 30, 60);
    for (Instalment row : bare.schedule()) {
      planInstalment(row, arrears);
    }
    int last = bare.schedule().get(bare.schedule().size() - 1).dueOn();
    int span = last - bare.openedOn() + 90;
    for (int i = random.nextInt(4); i > 0; i--) {
      plans.add(new Plan(bare.openedOn() + random.nextInt(span), Kind.WAIVE, 0));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      plans.add(new Plan(bare.openedOn() + random.nextInt(span), Kind.CATCH_UP, 0));
    }
    if (chance(10)) {
      plans.add(new Plan(bare.openedOn() + random.nextInt(span), Kind.EXTEND, 0));
    }
    if (chance(10)) {
      plans.add(new Plan(bare.openedOn() + random.nextInt(span), Kind.WRITE_OFF, 0));
    }
    if (chance(7)) {
      int day = bare.openedOn() + random.nextInt(span);
      if (chance(30)) { // paid up, or nearly, on the very day
        plans.add(new Plan(day, any(Kind.CATCH_UP, Kind.PAY_OFF), 0));
      }
      plans.add(new Plan(day, Kind.TRANSFER, 0));
    }
    if (chance(40)) {
      plans.add(new Plan(last - 60 + random.nextInt(150), Kind.PAY_OFF, 0));
    }
  }

  private void planInstalment(Instalment row, int arrears) {
    int late = random.nextInt(100) < arrears ? 1 + random.nextInt(any(3, 10, 40, 120)) : 0;
    int day = row.dueOn() + (late > 0 ? late : -random.nextInt(3));
    long total = row.total();
    switch (random.nextInt(12)) {
      case 0 -> {
        // not paid at all
      }
      case 1, 2 -> { // in two parts, perhaps on one day
        long part = 1 + random.nextLong(total + 1);
        plans.add(new Plan(day, Kind.PAY, part));
        plans.add(new Plan(day + any(0, 0, 1, 5, 30), Kind.PAY, Math.max(1, total - part)));
      }
      case 3 -> plans.add(new Plan(day, Kind.PAY, Math.max(1, total - any(1, 2, 50, 51, 500))));
      case 4 -> plans.add(new Plan(day, Kind.PAY, 2 * total + 1));
      case 5 -> plans.add(new Plan(day, Kind.CATCH_UP, 0));
      default -> plans.add(new Plan(day, Kind.PAY, Math.max(1, total)));
    }
    if (chance(8)) {
      int back = day + any(0, 0, 1, 3, 20, 60);
      plans.add(new Plan(back, Kind.RETURN, 0));
      if (chance(30)) { // more than one on a day, and paid again on it
        plans.add(new Plan(back, Kind.RETURN, 0));
        plans.add(new Plan(back + random.nextInt(2), Kind.PAY, 1 + random.nextLong(total + 1)));
      }
    }
  }

  private void make(Plan plan) {
    int day = Math.max(plan.day(), bare.openedOn());
    switch (plan.kind()) {
      case PAY -> pay(day, plan.amount());
      case CATCH_UP -> {
        NaiveWalk walk = walk(day);
        long owed = walk.close(LocalDate.ofEpochDay(day)).overdueTotal();
        pay(day, Math.max(1, owed - any(0, 0, 0, 1, 30)));
      }
      case RETURN -> giveBack(day);
      case WAIVE -> waive(day);
      case WRITE_OFF -> end(day, MovementType.WRITE_OFF, LoanStatus.WRITTEN_OFF);
      case TRANSFER -> end(day, MovementType.TRANSFER_OUT, LoanStatus.TRANSFERRED);
      case EXTEND -> add(day, MovementType.EXTENSION, bare.principal() / 2, "", Split.NONE);
      case PAY_OFF -> payOff(day);
    }
  }

  private void pay(int day, long amount) {
    MovementType type = chance(6) ? MovementType.GUARANTOR_REPAYMENT : MovementType.REPAYMENT;
    returnable.add(add(day, type, amount, "", split(day, amount)));
  }

  /** The ledger's own split: ours, another one, or one that does not add up. */
  private Split split(int day, long amount) {
    if (!ledgerSplits || chance(15)) {
      return Split.NONE;
    }
    NaiveWalk walk = walk(day);
    long left = chance(3) ? amount + 1 : amount;
    List<Component> order = rules.allocation().order();
    Map<Component, Long> parts = new EnumMap<>(Component.class);
    order.forEach(component -> parts.put(component, 0L));
    for (NaiveDebt debt : walk.debts) {
      for (Component component : order) {
        long part = Math.min(left, debt.owed(component));
        parts.merge(component, part, Long::sum);
        left -= part;
      }
    }
    if (chance(70)) {
      parts.merge(Component.PRINCIPAL, left, Long::sum); // more principal than is owed, at times
    }
    return Split.of(
        parts.getOrDefault(Component.PRINCIPAL, 0L),
        parts.getOrDefault(Component.INTEREST, 0L),
        parts.getOrDefault(Component.PENALTY, 0L),
        parts.getOrDefault(Component.FEE, 0L));
  }

  private void giveBack(int day) {
    if (!returnable.isEmpty()) {
      Movement undone = returnable.remove(returnable.size() - 1);
      add(
          Math.max(day, undone.valueDate()),
          MovementType.REVERSAL,
          undone.amount(),
          undone.txnId(),
          Split.NONE);
    }
  }

  private void waive(int day) {
    NaiveWalk walk = walk(day);
    Split split =
        Split.of(
            chance(20) ? share(walk, Component.PRINCIPAL) : 0,
            chance(30) ? share(walk, Component.INTEREST) : 0,
            chance(70) ? share(walk, Component.PENALTY) : 0,
            chance(30) ? share(walk, Component.FEE) : 0);
    if (split.total() > 0) {
      add(day, MovementType.WAIVER, split.total(), "", split);
    }
  }

  /** All or a part of what is owed of a component. */
  private long share(NaiveWalk walk, Component component) {
    long owed = walk.debts.stream().mapToLong(debt -> debt.owed(component)).sum();
    return random.nextBoolean() ? owed : random.nextLong(owed + 1);
  }

  private void end(int day, MovementType type, LoanStatus as) {
    if (status == LoanStatus.ACTIVE || as == LoanStatus.TRANSFERRED) {
      add(day, type, walk(day).debts.stream().mapToLong(d -> d.principal).sum(), "", Split.NONE);
      if (chance(95)) {
        status = as;
        closedOn = day;
      }
    }
  }

  private void payOff(int day) {
    DayClose close = walk(day).close(LocalDate.ofEpochDay(day));
    long short_ =
        switch (random.nextInt(6)) {
          case 0 -> close.penalty(); // only penalty left, if it comes last
          case 1 -> random.nextLong(rules.closingTolerance() + 1);
          case 2 -> rules.closingTolerance() + (chance(20) ? 1 : 0);
          default -> 0;
        };
    if (close.owed() > short_) {
      pay(day, close.owed() - short_);
    }
    if (chance(90)) {
      status = LoanStatus.CLOSED;
      closedOn = day;
    }
  }

  private Movement add(int day, MovementType type, long amount, String reverses, Split split) {
    int index = movements.size();
    String date = LocalDate.ofEpochDay(chance(5) ? day + random.nextInt(30) : day).toString();
    String bookedAt = "%sT%02d:%02d:00".formatted(date, 8 + index / 60 % 12, index % 60);
    Movement row =
        new Movement(
            "t%03d".formatted(chance(2) ? 999 - index : index),
            day,
            chance(2) ? date : bookedAt,
            type,
            amount,
            reverses,
            split);
    movements.add(row);
    return row;
  }

  private NaiveWalk walk(int day) {
    List<Movement> sorted = new ArrayList<>(movements);
    sorted.sort(Movement.ORDER);
    return NaiveArrears.lenientWalk(with(sorted), rules, LocalDate.ofEpochDay(day));
  }

  private Loan with(List<Movement> rows) {
    return new Loan(
        bare.loanId(),
        bare.openedOn(),
        bare.maturesOn(),
        bare.principal(),
        bare.annualRateE10(),
        status,
        closedOn,
        bare.schedule(),
        rows,
        bare.rates());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
