package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Permission;
import org.xinbao.ledger.DecisionRow;

/**
 * Which decisions about a loan are to be carried out with a bureau tonight, in the order of their
 * records: those in force for this bureau that were not carried out before.
 *
 * <p>A decision holds from {@code effective_from}, or {@code decided_on} without it, and lapses
 * after {@code effective_to}. One that a later one of these kinds names in {@code ref_decision_id}
 * is replaced by it, which is how a decision that cannot be carried out is withdrawn or put right.
 * A resolved dispute corrects nothing by itself.
 */
final class Orders {

  private static final Comparator<Order> ORDER =
      Comparator.comparing(Order::recordType)
          .thenComparingInt((Order each) -> Permission.holdsFrom(each.decision()))
          .thenComparing(each -> each.decision().decisionId());

  private Orders() {}

  static List<Order> pending(
      List<DecisionRow> decisions, String bureau, int businessDate, Dossier dossier) {
    if (decisions.isEmpty()) {
      return List.of();
    }
    List<Order> orders = new ArrayList<>();
    for (DecisionRow each : decisions) {
      if (isCorrection(each)
          && Permission.concerns(each, bureau)
          && isInForce(each, businessDate)
          && !dossier.isDone(each.decisionId())
          && decisions.stream().noneMatch(later -> replaces(later, each, bureau, businessDate))) {
        orders.add(OrderReader.read(each));
      }
    }
    orders.sort(ORDER);
    return orders;
  }

  private static boolean isCorrection(DecisionRow decision) {
    return switch (decision.kind()) {
      case CORRECT -> !isAboutRegister(decision);
      case DELETE_PERIOD, DELETE_ACCOUNT, RENAME_ACCOUNT -> true;
      case DISPUTE_OPENED, DISPUTE_RESOLVED, LEGAL_HOLD, RELEASE_HOLD -> false;
    };
  }

  /** A correction of the register of adverse records is nothing that a bureau is told. */
  private static boolean isAboutRegister(DecisionRow decision) {
    return decision.details().containsKey("adverse_record")
        && !decision.details().containsKey("segment");
  }

  private static boolean replaces(
      DecisionRow later, DecisionRow earlier, String bureau, int businessDate) {
    return isCorrection(later)
        && later.refDecisionId().equals(earlier.decisionId())
        && !later.decisionId().equals(earlier.decisionId())
        && Permission.concerns(later, bureau)
        && Permission.holdsFrom(later) <= businessDate;
  }

  private static boolean isInForce(DecisionRow decision, int businessDate) {
    return Permission.holdsFrom(decision) <= businessDate
        && (decision.effectiveTo() == Day.NONE || decision.effectiveTo() >= businessDate);
  }
}
