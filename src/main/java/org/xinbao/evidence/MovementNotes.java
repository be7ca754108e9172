package org.xinbao.evidence;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.Split;

/** What is to be known of each movement before it is replayed. */
final class MovementNotes {

  private final ProductRules rules;
  private final int date;

  MovementNotes(ProductRules rules, int date) {
    this.rules = rules;
    this.date = date;
  }

  void addTo(Map<String, MovementTrace> movements) {
    Set<String> leftOut = leftOut(movements);
    for (MovementTrace each : movements.values()) {
      if (each.movement().valueDate() > date) {
        each.note("after the business date: not counted");
      } else if (each.movement().type() == MovementType.REVERSAL) {
        returned(each, movements);
      } else if (!leftOut.contains(each.movement().txnId())) {
        each.note(sentence(each.movement()));
      }
    }
  }

  /** Payments that are returned and left out for every figure. */
  private Set<String> leftOut(Map<String, MovementTrace> movements) {
    Set<String> ids = new HashSet<>();
    for (MovementTrace each : movements.values()) {
      Movement movement = each.movement();
      if (rules.returnedPayment() == ReturnedPayment.ORIGINAL_DUE_DATE
          && movement.type() == MovementType.REVERSAL
          && movement.valueDate() <= date) {
        ids.add(movement.reverses());
      }
    }
    return ids;
  }

  private void returned(MovementTrace reversal, Map<String, MovementTrace> movements) {
    boolean leftOut = rules.returnedPayment() == ReturnedPayment.ORIGINAL_DUE_DATE;
    String undone = reversal.movement().reverses();
    reversal.note(
        leftOut
            ? "undoes " + undone + ": both are left out altogether"
            : "undoes " + undone + ": what it had paid is owed again from this day");
    MovementTrace payment = movements.get(undone);
    if (payment != null) {
      payment.note(
          "returned on "
              + Day.format(reversal.movement().valueDate())
              + " by "
              + reversal.movement().txnId()
              + (leftOut ? ": left out altogether" : ""));
    }
  }

  private String sentence(Movement movement) {
    return switch (movement.type()) {
      case DISBURSEMENT -> "paid out: changes no arrears figure";
      case REPAYMENT, GUARANTOR_REPAYMENT -> howApplied(movement.booked(), movement.amount());
      case WAIVER -> "forgiven as named, oldest instalment first, due or not";
      case WRITE_OFF ->
          "no penalty for days after it; five-class 5 from this day; everything stays owed";
      case TRANSFER_OUT -> "from the close of this day nothing is owed to this lender";
      case EXTENSION -> "for bureau reporting: changes no arrears figure";
      case REVERSAL -> throw new IllegalArgumentException("a reversal is told with its payment");
    };
  }

  private String howApplied(Split booked, long amount) {
    ProductRules.Allocation allocation = rules.allocation();
    if (allocation.source() == Source.LEDGER && booked.given() && booked.total() == amount) {
      return "applied as the ledger booked it, each component oldest instalment first";
    }
    return "applied by " + allocation.sequence() + " " + allocation.order();
  }
}
