package org.xinbao.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules;
import org.xinbao.conf.ProductConf;
import org.xinbao.evidence.ItemTrace.Cause;
import org.xinbao.retention.Hold;

/**
 * All that the explanation of one loan rests on.
 *
 * @param voided reasons of voided adverse records by their first days (epoch days)
 */
record Facts(
    Loan loan,
    ProductConf conf,
    List<Hold> holds,
    SortedMap<Integer, String> voided,
    Assessment assessment,
    Recorder replay) {

  Facts {
    holds = List.copyOf(holds);
  }

  int date() {
    return assessment.businessDate();
  }

  ProductRules rules() {
    return conf.rules();
  }

  /** The loan's status at the close of the business date. */
  LoanStatus status() {
    return loan.closedOn() <= date() ? loan.status() : LoanStatus.ACTIVE;
  }

  /** Overdue instalments at the business date, in the order of the schedule. */
  List<ItemTrace> overdue() {
    return replay.items().stream()
        .filter(each -> each.isUnpaid(date()) && replay.daysPastDue(each, date()) > 0)
        .toList();
  }

  /** Repayments that count: by the business date and not returned by then. */
  List<MovementTrace> payments() {
    Set<String> returned = new HashSet<>();
    for (Movement each : loan.movements()) {
      if (each.type() == MovementType.REVERSAL && each.valueDate() <= date()) {
        returned.add(each.reverses());
      }
    }
    return replay.movements().stream()
        .filter(each -> each.movement().type().isPayment())
        .filter(each -> each.movement().valueDate() <= date())
        .filter(each -> !returned.contains(each.movement().txnId()))
        .toList();
  }

  /** The last day whose instalments fall due to this lender. */
  int lastCountedDue() {
    return loan.movements().stream()
        .filter(each -> each.type() == MovementType.TRANSFER_OUT)
        .mapToInt(Movement::valueDate)
        .reduce(date(), Math::min);
  }

  /** What the closing tolerance treated as waived of a part of an instalment. */
  long closed(ItemTrace item, Part part) {
    int transferredOn = lastCountedDue();
    boolean transferred =
        loan.movements().stream()
            .anyMatch(
                each -> each.type() == MovementType.TRANSFER_OUT && each.valueDate() <= date());
    return item.changes().stream()
        .filter(each -> each.part() == part && each.cause() == Cause.NO_LONGER_OWED)
        .filter(each -> !transferred || each.day() != transferredOn)
        .mapToLong(ItemTrace.Change::amount)
        .reduce(0, Math::addExact);
  }
}
