package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Journal;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** One instalment, scheduled or made by a returned payment, and all that happened to it. */
final class ItemTrace {

  /** What changed an amount owed. */
  enum Cause {
    PAID,
    WAIVED,
    RESTORED,
    /** A later version of the instalment begins. */
    BEGUN,
    /** A later version takes its place, or what was paid of an earlier one counts for it. */
    REPLACED,
    /** By the closing tolerance or a transfer. */
    NO_LONGER_OWED
  }

  /** A change of one part on a day; amounts in cents, at least 0. */
  record Change(int day, Part part, Cause cause, long amount) {
    long signed() {
      return cause == Cause.RESTORED || cause == Cause.BEGUN ? amount : -amount;
    }
  }

  private final Journal.Item item;
  private final ProductRules rules;
  private final long principal;
  private final long interest;
  private final long fee;
  private final int validFrom;
  private final PenaltyAccount onPrincipal;
  private final PenaltyAccount onInterest;
  private final List<Change> changes = new ArrayList<>();

  private ItemTrace(
      Journal.Item item,
      ProductRules rules,
      long principal,
      long interest,
      long fee,
      int validFrom) {
    this.item = item;
    this.validFrom = validFrom;
    this.rules = rules;
    this.principal = principal;
    this.interest = interest;
    this.fee = fee;
    onPrincipal = new PenaltyAccount(rules);
    onInterest = new PenaltyAccount(rules);
  }

  static ItemTrace scheduled(int number, Instalment each, ProductRules rules) {
    Journal.Item item = new Journal.Item(number, each.seq(), each.dueOn(), false);
    return new ItemTrace(
        item, rules, each.principal(), each.interest(), each.fee(), each.validFrom());
  }

  static ItemTrace restored(Journal.Item item, ProductRules rules) {
    return new ItemTrace(item, rules, 0, 0, 0, Instalment.ALWAYS);
  }

  void change(Change change) {
    changes.add(change);
  }

  Journal.Item item() {
    return item;
  }

  /** For example {@code instalment 3, due 2026-08-12}. */
  String label() {
    return Words.of(item);
  }

  PenaltyAccount account(Part part) {
    return part == Part.PENALTY_ON_INTEREST ? onInterest : onPrincipal;
  }

  long scheduled(Part part) {
    return switch (part) {
      case PRINCIPAL -> principal;
      case INTEREST -> interest;
      case FEE -> fee;
      case PENALTY_ON_PRINCIPAL, PENALTY_ON_INTEREST -> 0;
    };
  }

  /**
   * The day from which it belongs to the schedule, {@link Instalment#ALWAYS} from the beginning.
   */
  int validFrom() {
    return validFrom;
  }

  /** What it asks for from the loan's beginning: nothing when it is a later version. */
  long owedAtFirst(Part part) {
    return validFrom == Instalment.ALWAYS ? scheduled(part) : 0;
  }

  /** What is unpaid of principal, interest or fee at the close of a day; exact for any day. */
  long unpaid(Part part, int day) {
    long unpaid = owedAtFirst(part);
    for (Change each : changes) {
      if (each.part() == part && each.day() <= day) {
        unpaid = Math.addExact(unpaid, each.signed());
      }
    }
    return unpaid;
  }

  /** Unpaid principal, interest and fee at the close of a day. */
  long unpaid(int day) {
    return Math.addExact(
        unpaid(Part.PRINCIPAL, day),
        Math.addExact(unpaid(Part.INTEREST, day), unpaid(Part.FEE, day)));
  }

  boolean isUnpaid(int day) {
    return unpaid(day) > rules.overdueTolerance();
  }

  /** The last grace day of a gate, at whose close it opens; the due date itself without one. */
  int gateOpensOn() {
    int days = rules.grace().meaning() == GraceMeaning.GATE ? rules.grace().days() : 0;
    return item.dueOn() + days;
  }

  /** Penalty charged up to {@code day}, the last day told so far; nothing behind a closed gate. */
  long charged(Part part, int day) {
    return day >= gateOpensOn() ? account(part).accrued() : 0;
  }

  /** Unpaid penalty at {@code day}, the last day told so far. */
  long unpaidPenalty(Part part, int day) {
    return Math.addExact(charged(part, day), unpaid(part, day));
  }

  /** The sum of changes of a part by one cause. */
  long sum(Part part, Cause cause) {
    return changes.stream()
        .filter(each -> each.part() == part && each.cause() == cause)
        .mapToLong(Change::amount)
        .reduce(0, Math::addExact);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }
}
