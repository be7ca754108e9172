package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.arrears.Journal;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules;
import org.xinbao.evidence.ItemTrace.Cause;
import org.xinbao.evidence.ItemTrace.Change;

/** Writes down what the replay of one loan tells, by instalment and by movement. */
final class Recorder implements Journal {

  /** From the close of a day nothing was owed: closing tolerance or transfer. */
  record Cleared(int day, long amount) {}

  private final ProductRules rules;
  private final Map<Integer, ItemTrace> items = new TreeMap<>();
  private final Map<String, MovementTrace> movements = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<Cleared> cleared = new ArrayList<>();

  Recorder(Loan loan, ProductRules rules, int date) {
    this.rules = rules;
    for (int i = 0; i < loan.schedule().size(); i++) {
      items.put(i, ItemTrace.scheduled(i, loan.schedule().get(i), rules));
    }
    for (Movement each : loan.movements()) {
      movements.put(each.txnId(), new MovementTrace(each));
    }
    new MovementNotes(rules, date).addTo(movements);
  }

  /** Scheduled instalments by due date, then those that returned payments made. */
  List<ItemTrace> items() {
    return List.copyOf(items.values());
  }

  /** All movements of the loan, later ones included, in their order. */
  List<MovementTrace> movements() {
    return List.copyOf(movements.values());
  }

  List<Cleared> cleared() {
    return List.copyOf(cleared);
  }

  @Override
  public void applied(Movement movement, Item item, Part part, long amount) {
    begin(movement);
    Cause cause = movement.type() == MovementType.WAIVER ? Cause.WAIVED : Cause.PAID;
    trace(item).change(new Change(movement.valueDate(), part, cause, amount));
    trace(movement).apply(item, part, amount);
  }

  @Override
  public void unallocated(Movement movement, long amount) {
    begin(movement);
    trace(movement).leave(amount);
  }

  @Override
  public void restored(Movement reversal, Item item, Part part, long amount) {
    trace(item).change(new Change(reversal.valueDate(), part, Cause.RESTORED, amount));
    trace(reversal).apply(item, part, amount);
  }

  @Override
  public void begun(int day, Item item, Part part, long amount) {
    trace(item).change(new Change(day, part, Cause.BEGUN, amount));
  }

  @Override
  public void replaced(int day, Item item, Part part, long amount) {
    trace(item).change(new Change(day, part, Cause.REPLACED, amount));
  }

  @Override
  public void charged(Stretch stretch) {
    trace(stretch.item()).account(stretch.part()).charge(stretch);
  }

  @Override
  public void rounded(Item item, Part part, long amount) {
    trace(item).account(part).round(amount);
  }

  @Override
  public void cured(Item item, int day) {
    trace(item).account(Part.PENALTY_ON_PRINCIPAL).cure();
    trace(item).account(Part.PENALTY_ON_INTEREST).cure();
  }

  @Override
  public void nothingOwed(int day, long amount) {
    cleared.add(new Cleared(day, amount));
    for (ItemTrace each : items.values()) {
      for (Part part : Part.values()) {
        boolean penalty = part == Part.PENALTY_ON_PRINCIPAL || part == Part.PENALTY_ON_INTEREST;
        long owed = penalty ? each.unpaidPenalty(part, day) : each.unpaid(part, day);
        if (owed > 0) {
          each.change(new Change(day, part, Cause.NO_LONGER_OWED, owed));
        }
      }
      if (day < each.gateOpensOn()) {
        cured(each.item(), day);
      }
    }
  }

  /** Before a movement changes anything: how long the loan is past due decides the order. */
  private void begin(Movement movement) {
    int limit = rules.allocation().principalFirstAfterDays();
    boolean first = begun.add(movement.txnId());
    if (!first || limit < 0 || !movement.type().isPayment()) {
      return;
    }
    int days = daysPastDue(movement.valueDate());
    if (days > limit) {
      trace(movement)
          .note(Words.days(days) + " past due before it, more than " + limit + ": principal first");
    }
  }

  /** Days past due of the oldest overdue instalment, 0 when there is none. */
  int daysPastDue(int day) {
    return items.values().stream()
        .filter(each -> each.isUnpaid(day))
        .mapToInt(each -> daysPastDue(each, day))
        .max()
        .orElse(0);
  }

  /** Days past due of one instalment, 0 when it is not due yet. */
  int daysPastDue(ItemTrace item, int day) {
    boolean dueDateCounts = rules.dpdClock() == ProductRules.DpdClock.DUE_DATE_IS_ONE;
    return Math.max(0, day - item.item().dueOn() + (dueDateCounts ? 1 : 0));
  }

  private ItemTrace trace(Item item) {
    return items.computeIfAbsent(item.number(), number -> ItemTrace.restored(item, rules));
  }

  private MovementTrace trace(Movement movement) {
    MovementTrace trace = movements.get(movement.txnId());
    if (trace == null) {
      throw new IllegalStateException("a movement that the loan does not have");
    }
    return trace;
  }
}
