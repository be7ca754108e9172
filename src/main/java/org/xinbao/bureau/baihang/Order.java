package org.xinbao.bureau.baihang;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Permission;
import org.xinbao.ledger.DecisionRow;

/**
 * A decision that is to be carried out with the bureau.
 *
 * @param from first day of the records that it concerns (epoch day)
 * @param to last day
 * @param readable whether its details could be read
 */
record Order(DecisionRow decision, int from, int to, boolean readable) {

  /** The key of {@code details} that names the records of one day. */
  static final String DATE = "report_date";

  String key() {
    return key(decision);
  }

  private static String key(DecisionRow decision) {
    return Digest.of(12, decision.decisionId());
  }

  boolean concerns(int day) {
    return from <= day && day <= to;
  }

  /** Those in force tonight that were not carried out before, by id. */
  static List<Order> pending(List<DecisionRow> decisions, int businessDate, List<String> done) {
    List<Order> orders = new ArrayList<>();
    for (DecisionRow each : decisions) {
      if (isOrder(each)
          && isInForce(each, businessDate)
          && !done.contains(key(each))
          && decisions.stream().noneMatch(later -> replaces(later, each, businessDate))) {
        orders.add(read(each));
      }
    }
    orders.sort(Comparator.comparing(each -> each.decision().decisionId()));
    return orders;
  }

  private static boolean replaces(DecisionRow later, DecisionRow earlier, int businessDate) {
    return isOrder(later)
        && later.refDecisionId().equals(earlier.decisionId())
        && !later.decisionId().equals(earlier.decisionId())
        && isInForce(later, businessDate);
  }

  private static boolean isInForce(DecisionRow decision, int day) {
    return Permission.concerns(decision, Baihang.NAME)
        && Permission.holdsFrom(decision) <= day
        && (decision.effectiveTo() == Day.NONE || decision.effectiveTo() >= day);
  }

  private static boolean isOrder(DecisionRow decision) {
    return switch (decision.kind()) {
      case CORRECT -> !decision.details().containsKey(DecisionRow.ADVERSE_RECORD);
      case DELETE_PERIOD ->
          !decision.bureau().isEmpty() || !decision.details().containsKey("segment");
      case DELETE_ACCOUNT -> true;
      case RENAME_ACCOUNT -> decision.bureau().equalsIgnoreCase(Baihang.NAME);
      case DISPUTE_OPENED, DISPUTE_RESOLVED, LEGAL_HOLD, RELEASE_HOLD -> false;
    };
  }

  private static Order read(DecisionRow decision) {
    boolean period = decision.kind() == DecisionRow.Kind.DELETE_PERIOD;
    boolean oneDay = decision.kind() == DecisionRow.Kind.CORRECT && isForOneDay(decision);
    if (!period && !oneDay) {
      return new Order(decision, Day.NONE, Integer.MAX_VALUE, true);
    }
    Optional<Integer> from = day(decision, period ? "from" : DATE);
    Optional<Integer> to = day(decision, period ? "to" : DATE);
    return from.isPresent() && to.isPresent() && from.get() <= to.get()
        ? new Order(decision, from.get(), to.get(), true)
        : new Order(decision, Integer.MAX_VALUE, Day.NONE, false);
  }

  private static boolean isForOneDay(DecisionRow decision) {
    return decision.details().containsKey(DATE);
  }

  private static Optional<Integer> day(DecisionRow decision, String key) {
    try {
      return Optional.of(Day.parse(decision.details().getOrDefault(key, "")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
