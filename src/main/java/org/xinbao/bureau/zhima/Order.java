package org.xinbao.bureau.zhima;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Permission;
import org.xinbao.ledger.DecisionRow;

/**
 * A decision that is to be carried out with the bureau.
 *
 * @param from first stage that it concerns (epoch day)
 * @param to last stage
 * @param readable whether its details could be read
 */
record Order(DecisionRow decision, int from, int to, boolean readable) {

  /** The key of {@code details} that names one instalment by its due date. */
  static final String STAGE = "installment_due_date";

  String key() {
    return key(decision);
  }

  private static String key(DecisionRow decision) {
    return Digest.of(12, decision.decisionId());
  }

  boolean concerns(int stageOn) {
    return from <= stageOn && stageOn <= to;
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
    orders.sort(java.util.Comparator.comparing(each -> each.decision().decisionId()));
    return orders;
  }

  private static boolean isInForce(DecisionRow decision, int day) {
    return Permission.concerns(decision, Zhima.NAME)
        && Permission.holdsFrom(decision) <= day
        && (decision.effectiveTo() == Day.NONE || decision.effectiveTo() >= day);
  }

  private static boolean isOrder(DecisionRow decision) {
    return switch (decision.kind()) {
      case CORRECT -> !decision.details().containsKey(DecisionRow.ADVERSE_RECORD);
      case DELETE_PERIOD ->
          !decision.bureau().isEmpty() || !decision.details().containsKey("segment");
      case DELETE_ACCOUNT -> true;
      case RENAME_ACCOUNT -> decision.bureau().equalsIgnoreCase(Zhima.NAME);
      case DISPUTE_OPENED, DISPUTE_RESOLVED, LEGAL_HOLD, RELEASE_HOLD -> false;
    };
  }

  private static Order read(DecisionRow decision) {
    boolean period = decision.kind() == DecisionRow.Kind.DELETE_PERIOD;
    if (!period && !decision.details().containsKey(STAGE)) {
      return new Order(decision, Day.NONE, Integer.MAX_VALUE, true);
    }
    Optional<Integer> from = day(decision, period ? "from" : STAGE);
    Optional<Integer> to = day(decision, period ? "to" : STAGE);
    return from.isPresent() && to.isPresent() && from.get() <= to.get()
        ? new Order(decision, from.get(), to.get(), true)
        : new Order(decision, Integer.MAX_VALUE, Day.NONE, false);
  }

  private static Optional<Integer> day(DecisionRow decision, String key) {
    try {
      return Optional.of(Day.parse(decision.details().getOrDefault(key, "")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
