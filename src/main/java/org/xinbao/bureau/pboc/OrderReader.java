package org.xinbao.bureau.pboc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;

/**
 * Reads what a decision's {@code details} say (rulings, section C): CORRECT {@code segment,
 * report_date, <tag>…}; DELETE_PERIOD {@code segment, from, to}; DELETE_ACCOUNT {@code fraud};
 * RENAME_ACCOUNT {@code new_id}.
 */
final class OrderReader {

  private static final String EVENT = "215";

  private OrderReader() {}

  /** A detail that is missing or wrong; the message is a sentence without its value. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String sentence) {
      super(sentence);
    }
  }

  /** The order of a decision of one of the four kinds that concern a bureau. */
  static Order read(DecisionRow decision) {
    try {
      return switch (decision.kind()) {
        case CORRECT -> correct(decision);
        case DELETE_PERIOD -> deletePeriod(decision);
        case DELETE_ACCOUNT -> deleteAccount(decision);
        case RENAME_ACCOUNT -> rename(decision);
        case DISPUTE_OPENED, DISPUTE_RESOLVED, LEGAL_HOLD, RELEASE_HOLD ->
            throw new IllegalArgumentException(decision.kind() + " asks nothing of a bureau");
      };
    } catch (Wrong e) {
      return new Order.Unreadable(decision, String.valueOf(e.getMessage()));
    }
  }

  private static Order correct(DecisionRow decision) throws Wrong {
    Map<String, String> values = new HashMap<>(decision.details());
    String segment = needed(values, "segment");
    Optional<Integer> reportDate = day(values, "report_date");
    if (segment.equals(EVENT)) {
      if (!"0".equals(values.remove("Flag")) || !values.isEmpty()) {
        throw new Wrong("segment=215 takes Flag=0, which makes the event void, and nothing else");
      }
      return new Order.VoidEvent(decision);
    }
    Segment named = segment(segment);
    if (reportDate.isEmpty() && named != Segment.B) {
      throw new Wrong("report_date is missing");
    }
    return new Order.Correct(decision, named, reportDate.orElse(Day.NONE), values);
  }

  private static Order deletePeriod(DecisionRow decision) throws Wrong {
    Map<String, String> values = new HashMap<>(decision.details());
    Segment segment = segment(needed(values, "segment"));
    Optional<Integer> from = day(values, "from");
    Optional<Integer> to = day(values, "to");
    refuseOthers(values, "segment, from and to");
    return new Order.DeletePeriod(decision, segment, from.orElse(Day.NONE), to.orElse(Day.NONE));
  }

  /** {@code fraud} (0 or 1) is for bureaux that ask why; this one does not. */
  private static Order deleteAccount(DecisionRow decision) throws Wrong {
    Map<String, String> values = new HashMap<>(decision.details());
    String fraud = values.remove("fraud");
    if (fraud != null && !Set.of("0", "1").contains(fraud)) {
      throw new Wrong("fraud is 0 or 1");
    }
    refuseOthers(values, "fraud");
    return new Order.DeleteAccount(decision);
  }

  private static Order rename(DecisionRow decision) throws Wrong {
    Map<String, String> values = new HashMap<>(decision.details());
    String newId = needed(values, "new_id");
    refuseOthers(values, "new_id");
    return new Order.Rename(decision, newId);
  }

  private static Segment segment(String name) throws Wrong {
    for (Segment each : Segment.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new Wrong("segment is one of B to K, or 215 for the special event");
  }

  private static String needed(Map<String, String> values, String key) throws Wrong {
    String value = values.remove(key);
    if (value == null || value.isBlank()) {
      throw new Wrong(key + " is missing");
    }
    return value.strip();
  }

  private static Optional<Integer> day(Map<String, String> values, String key) throws Wrong {
    String value = values.remove(key);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    Optional<Integer> day = Days.find(value.strip());
    if (day.isEmpty()) {
      throw new Wrong(key + " is a date such as 2026-10-31");
    }
    return day;
  }

  private static void refuseOthers(Map<String, String> values, String known) throws Wrong {
    if (!values.isEmpty()) {
      throw new Wrong("the details of this kind are " + known);
    }
  }
}
