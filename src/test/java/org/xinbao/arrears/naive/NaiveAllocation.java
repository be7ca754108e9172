package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.Split;

/** Divides one repayment over the instalments. */
final class NaiveAllocation {

  private final ProductRules.Allocation rule;
  private final List<NaiveDebt> debts;
  private final List<NaiveDebt.Piece> pieces = new ArrayList<>();
  private long left;

  private NaiveAllocation(ProductRules.Allocation rule, List<NaiveDebt> debts, long amount) {
    this.rule = rule;
    this.debts = debts;
    left = amount;
  }

  static NaivePayment apply(
      Movement row, ProductRules.Allocation rule, List<NaiveDebt> debts, int daysPastDue) {
    NaiveAllocation work = new NaiveAllocation(rule, debts, row.amount());
    if (asBooked(row, rule)) {
      work.book(row.booked());
    } else {
      work.compute(LocalDate.ofEpochDay(row.valueDate()), daysPastDue);
    }
    return new NaivePayment(row, List.copyOf(work.pieces), work.left);
  }

  /** "With LEDGER, a repayment whose booked split adds up to its amount is applied as booked." */
  static boolean asBooked(Movement row, ProductRules.Allocation rule) {
    return rule.source() == Source.LEDGER
        && row.booked().given()
        && row.booked().total() == row.amount();
  }

  /** "Each component oldest instalment first." */
  private void book(Split split) {
    for (Component component : Component.values()) {
      long part =
          switch (component) {
            case FEE -> split.fee();
            case PENALTY -> split.penalty();
            case INTEREST -> split.interest();
            case PRINCIPAL -> split.principal();
          };
      for (NaiveDebt debt : debts) {
        part -= take(debt, component, part);
      }
    }
  }

  private void compute(LocalDate on, int daysPastDue) {
    List<Component> order = order(daysPastDue);
    List<NaiveDebt> due = debts.stream().filter(debt -> !debt.due.isAfter(on)).toList();
    List<NaiveDebt> future = debts.stream().filter(debt -> debt.due.isAfter(on)).toList();
    if (rule.sequence() == Sequence.OLDEST_INSTALMENT_FIRST) {
      // "All components of the oldest instalment due on or before the value date, in order, then
      // the next."
      due.forEach(debt -> order.forEach(component -> take(debt, component, left)));
    } else {
      // "The first component over all due instalments, oldest first, then the next component."
      order.forEach(component -> due.forEach(debt -> take(debt, component, left)));
    }
    // "What is left goes to future instalments, oldest first, in order."
    future.forEach(debt -> order.forEach(component -> take(debt, component, left)));
  }

  /** "Exceeds principal-first-after-days: PRINCIPAL moves to the front of order." */
  private List<Component> order(int daysPastDue) {
    List<Component> order = new ArrayList<>(rule.order());
    if (rule.principalFirstAfterDays() >= 0 && daysPastDue > rule.principalFirstAfterDays()) {
      order.remove(Component.PRINCIPAL);
      order.add(0, Component.PRINCIPAL);
    }
    return order;
  }

  private long take(NaiveDebt debt, Component component, long most) {
    NaiveDebt.Piece piece = debt.take(component, Math.min(left, most));
    if (piece.amount() > 0) {
      pieces.add(piece);
      left -= piece.amount();
    }
    return piece.amount();
  }
}
