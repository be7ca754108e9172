package org.xinbao.bureau.metro2;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Permission;
import org.xinbao.ledger.DecisionRow;

/**
 * A decision that is to be carried out with the bureaux.
 *
 * @param from first day of the span whose history goes, for DELETE_PERIOD
 * @param to its last day
 * @param number the new account number, for RENAME_ACCOUNT
 * @param readable whether its details could be read
 */
record Order(DecisionRow decision, int from, int to, String number, boolean readable) {

  private static final String NEW_ID = "new_id";

  String key() {
    return key(decision);
  }

  private static String key(DecisionRow decision) {
    return Digest.of(12, decision.decisionId());
  }

  /** How a deletion is reported: fraud is told apart. */
  Status deletion() {
    String fraud = decision.details().getOrDefault("fraud", "0");
    return fraud.equals("1") || fraud.equalsIgnoreCase("true")
        ? Status.DELETED_FRAUD
        : Status.DELETED;
  }

  /** Those in force tonight that were not carried out before, by id. */
  static List<Order> pending(List<DecisionRow> decisions, int businessDate, List<String> done) {
    List<Order> orders = new ArrayList<>();
    for (DecisionRow each : decisions) {
      boolean replaced =
          decisions.stream()
              .anyMatch(
                  later ->
                      isOrder(later)
                          && later.refDecisionId().equals(each.decisionId())
                          && !later.decisionId().equals(each.decisionId())
                          && isInForce(later, businessDate));
      if (isOrder(each)
          && !replaced
          && isInForce(each, businessDate)
          && !done.contains(key(each))) {
        orders.add(read(each));
      }
    }
    orders.sort(Comparator.comparing(each -> each.decision().decisionId()));
    return orders;
  }

  private static boolean isInForce(DecisionRow decision, int day) {
    return Permission.concerns(decision, Metro2.NAME)
        && Permission.holdsFrom(decision) <= day
        && (decision.effectiveTo() == Day.NONE || decision.effectiveTo() >= day);
  }

  private static boolean isOrder(DecisionRow decision) {
    return switch (decision.kind()) {
      case CORRECT -> !decision.details().containsKey(DecisionRow.ADVERSE_RECORD);
      case DELETE_PERIOD ->
          !decision.bureau().isEmpty() || !decision.details().containsKey("segment");
      case DELETE_ACCOUNT -> true;
      case RENAME_ACCOUNT -> decision.bureau().equalsIgnoreCase(Metro2.NAME);
      case DISPUTE_OPENED, DISPUTE_RESOLVED, LEGAL_HOLD, RELEASE_HOLD -> false;
    };
  }

  private static Order read(DecisionRow decision) {
    String number = decision.details().getOrDefault(NEW_ID, "");
    return switch (decision.kind()) {
      case DELETE_PERIOD -> period(decision);
      case RENAME_ACCOUNT ->
          new Order(decision, Day.NONE, Day.NONE, number, number.matches("[A-Za-z0-9]{1,30}"));
      default -> new Order(decision, Day.NONE, Day.NONE, "", true);
    };
  }

  private static Order period(DecisionRow decision) {
    try {
      int from = Day.parse(decision.details().getOrDefault("from", ""));
      int to = Day.parse(decision.details().getOrDefault("to", ""));
      return new Order(decision, from, to, "", from <= to);
    } catch (DateTimeParseException e) {
      return new Order(decision, Day.NONE, Day.NONE, "", false);
    }
  }
}
