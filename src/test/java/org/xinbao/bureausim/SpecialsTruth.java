package org.xinbao.bureausim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Segment K by the table of {@code src/docs/bureaux.md}: what the ledger's movements name, one per
 * type and day. Prepayments (4, 5) are what is paid ahead of the schedule and are looked at apart.
 */
final class SpecialsTruth {

  private SpecialsTruth() {}

  /** Pairs of type and date with the amount in yuan, for movements up to a date. */
  static SortedMap<String, Long> named(String loanId, Ledger ledger, LocalDate until) {
    Set<String> reversed = new HashSet<>();
    for (Row each : ledger.transactions(loanId)) {
      if (each.get("type").equals("REVERSAL") && !isAfter(each, until)) {
        reversed.add(each.get("reverses"));
      }
    }
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (Row each : ledger.transactions(loanId)) {
      String type = type(each);
      if (!type.isEmpty() && !isAfter(each, until) && !reversed.contains(each.get("txn_id"))) {
        sums.merge(type + " " + each.get("value_date"), each.amount("amount"), BigDecimal::add);
      }
    }
    SortedMap<String, Long> yuan = new TreeMap<>();
    sums.forEach((pair, amount) -> yuan.put(pair, Row.yuan(amount)));
    return yuan;
  }

  private static boolean isAfter(Row movement, LocalDate until) {
    return movement.get("value_date").compareTo(until.toString()) > 0;
  }

  private static String type(Row movement) {
    String own = movement.optional("special_kind");
    if (!own.isEmpty()) {
      return own;
    }
    return switch (movement.get("type")) {
      case "EXTENSION" -> "1";
      case "GUARANTOR_REPAYMENT" -> "2";
      case "WAIVER" -> "11";
      case "TRANSFER_OUT" -> "13";
      case "WRITE_OFF" -> "15";
      default -> "";
    };
  }

  /** The most that repayments of a day can have prepaid, yuan. */
  static long paidOn(String loanId, Ledger ledger, String day) {
    BigDecimal paid = BigDecimal.ZERO;
    for (Row each : ledger.transactions(loanId)) {
      boolean pays = List.of("REPAYMENT", "GUARANTOR_REPAYMENT").contains(each.get("type"));
      if (pays && each.get("value_date").equals(day)) {
        paid = paid.add(each.amount("amount"));
      }
    }
    return Row.yuan(paid);
  }
}
