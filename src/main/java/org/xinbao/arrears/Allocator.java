package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;

/** Applies repayments, waivers and returns to what is owed (contract section 2, "Allocation"). */
final class Allocator {
  private static final Part[] PENALTY = {Part.PENALTY_ON_PRINCIPAL, Part.PENALTY_ON_INTEREST};

  private static final Movement NOTHING =
      new Movement("", 0, "", MovementType.DISBURSEMENT, 0, "", Split.NONE);

  private final ProductRules.Allocation rules;
  private final Ageing ageing;
  private final OpenInstalments open;
  private final PenaltyBook penalties;
  private final Returns returns;
  private final Journal journal;
  private List<SplitDifference> differences = List.of();

  private long unallocated;
  private long penaltyWaived;

  private Movement movement = NOTHING;
  private int index;
  private long left;
  private long principal;
  private long interest;
  private long fee;
  private long penalty;

  Allocator(
      ProductRules rules,
      Ageing ageing,
      OpenInstalments open,
      PenaltyBook penalties,
      Returns returns,
      Journal journal) {
    this.rules = rules.allocation();
    this.ageing = ageing;
    this.open = open;
    this.penalties = penalties;
    this.returns = returns;
    this.journal = journal;
  }

  /** What repayments paid beyond all that was owed, less what was returned of it. */
  long unallocated() {
    return unallocated;
  }

  long penaltyWaived() {
    return penaltyWaived;
  }

  List<SplitDifference> differences() {
    return differences;
  }

  /** Applies a repayment and returns how much of it paid penalty. */
  long pay(Movement payment, int at) {
    begin(payment, at);
    Split booked = payment.booked();
    boolean asBooked =
        rules.source() == Source.LEDGER && booked.given() && booked.total() == payment.amount();
    if (asBooked) {
      takeBooked(booked);
    } else {
      left = payment.amount();
      takeComputed(effectiveOrder());
    }
    compare(asBooked);
    long rest = payment.amount() - principal - interest - fee - penalty;
    if (rest > 0) {
      unallocated = Math.addExact(unallocated, rest);
      if (journal != Journal.NONE) {
        journal.unallocated(payment, rest);
      }
    }
    return penalty;
  }

  /**
   * Applies a waiver: each component it names over all instalments, oldest first, due or not.
   * Returns by how much it exceeds what is owed, 0 when it is right.
   */
  long waive(Movement waiver, int at) {
    begin(waiver, at);
    takeBooked(waiver.booked());
    penaltyWaived = Math.addExact(penaltyWaived, penalty);
    return waiver.booked().total() - principal - interest - fee - penalty;
  }

  /** Adds penalty that the closing tolerance forgives. */
  void addPenaltyWaived(long amount) {
    penaltyWaived = Math.addExact(penaltyWaived, amount);
  }

  /**
   * Makes owed again what a returned repayment had paid: in an instalment not yet due as it was, of
   * one that is due as an instalment of its own due on the day of the return.
   *
   * @param owing false when nothing can be owed to this lender any more; then only the unallocated
   *     part is taken back
   */
  void restore(Movement reversal, int payment, boolean owing) {
    int day = reversal.valueDate();
    long allocated = 0;
    int[] items = new int[open.size()];
    for (int rank = 0; rank < items.length; rank++) {
      items[rank] = open.item(rank);
    }
    Map<Integer, Integer> restored = new HashMap<>();
    for (int item : items) {
      if (returns.paid(payment, item)) {
        int current = open.inForce(item);
        boolean asItWas = !owing || open.dueOn(current) > day;
        int target =
            asItWas
                ? current
                : restored.computeIfAbsent(current, origin -> open.addRestored(origin, day));
        for (Part part : Part.values()) {
          long amount = returns.traced(payment, item, part);
          allocated += amount;
          if (owing && amount > 0) {
            restore(reversal, target, part, amount);
          }
        }
      }
    }
    unallocated -= reversal.amount() - allocated;
  }

  private void restore(Movement reversal, int item, Part part, long amount) {
    if (part == Part.PENALTY_ON_PRINCIPAL || part == Part.PENALTY_ON_INTEREST) {
      penalties.restore(item, part, amount);
    } else {
      open.restore(item, part, amount);
      penalties.afterRestore();
    }
    if (journal != Journal.NONE) {
      journal.restored(reversal, open.describe(item), part, amount);
    }
  }

  private void begin(Movement next, int at) {
    penalties.post(next.valueDate());
    movement = next;
    index = at;
    principal = 0;
    interest = 0;
    fee = 0;
    penalty = 0;
  }

  /** The order, with principal in front when the loan is past due long enough. */
  private List<Component> effectiveOrder() {
    List<Component> order = rules.order();
    int rank = open.firstUnpaidRank();
    if (rules.principalFirstAfterDays() < 0 || rank == open.size()) {
      return order;
    }
    int dueOn = open.dueOn(open.item(rank));
    int day = movement.valueDate();
    if (day < ageing.overdueFrom(dueOn)
        || ageing.daysPastDue(dueOn, day) <= rules.principalFirstAfterDays()) {
      return order;
    }
    List<Component> principalFirst = new ArrayList<>(order);
    principalFirst.remove(Component.PRINCIPAL);
    principalFirst.add(0, Component.PRINCIPAL);
    return principalFirst;
  }

  private void takeComputed(List<Component> order) {
    int rank = penalties.firstOwingRank();
    if (rules.sequence() == Sequence.COMPONENT_FIRST) {
      int due = dueRanks(rank);
      for (int i = 0; i < order.size(); i++) {
        for (int each = rank; each < due && left > 0; each++) {
          take(open.item(each), order.get(i));
        }
      }
      rank = due;
    }
    for (; rank < open.size() && left > 0; rank++) {
      for (int i = 0; i < order.size() && left > 0; i++) {
        take(open.item(rank), order.get(i));
      }
    }
  }

  /** The rank behind the last instalment due by the day of the movement. */
  private int dueRanks(int from) {
    int rank = from;
    while (rank < open.size() && open.dueOn(open.item(rank)) <= movement.valueDate()) {
      rank++;
    }
    return rank;
  }

  private void takeBooked(Split booked) {
    takeOldestFirst(Component.FEE, booked.fee());
    takeOldestFirst(Component.PENALTY, booked.penalty());
    takeOldestFirst(Component.INTEREST, booked.interest());
    takeOldestFirst(Component.PRINCIPAL, booked.principal());
  }

  private void takeOldestFirst(Component component, long amount) {
    left = amount;
    for (int rank = penalties.firstOwingRank(); rank < open.size() && left > 0; rank++) {
      take(open.item(rank), component);
    }
  }

  private void take(int item, Component component) {
    switch (component) {
      case FEE -> fee += take(item, Part.FEE);
      case INTEREST -> interest += take(item, Part.INTEREST);
      case PRINCIPAL -> principal += take(item, Part.PRINCIPAL);
      case PENALTY -> {
        for (Part part : PENALTY) {
          long amount = penalties.take(item, part, left, movement.valueDate());
          if (amount > 0) {
            penalty += amount;
            record(item, part, amount);
          }
        }
      }
    }
  }

  private long take(int item, Part part) {
    long amount = Math.min(left, open.unpaid(item, part));
    if (amount > 0) {
      penalties.baseFalls(item, part);
      open.reduce(item, part, amount);
      penalties.afterPayment(item, movement.valueDate());
      record(item, part, amount);
    }
    return amount;
  }

  private void record(int item, Part part, long amount) {
    left -= amount;
    returns.trace(index, item, part, amount);
    if (journal != Journal.NONE) {
      journal.applied(movement, open.describe(item), part, amount);
    }
  }

  private void compare(boolean asBooked) {
    Split booked = movement.booked();
    boolean listed = booked.given() || rules.source() == Source.LEDGER;
    if (listed) {
      Split ours = Split.of(principal, interest, penalty, fee);
      if (!ours.equals(booked) || (rules.source() == Source.LEDGER && !asBooked)) {
        if (differences.isEmpty()) {
          differences = new ArrayList<>();
        }
        differences.add(new SplitDifference(movement.txnId(), booked, ours));
      }
    }
  }
}
