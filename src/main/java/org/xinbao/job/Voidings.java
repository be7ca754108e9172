package org.xinbao.job;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.retention.RetainedRecord;

/**
 * The adverse records of a loan that decisions have voided: of kind CORRECT, with the first day of
 * the record in their details ({@code adverse_record=2026-05-02}).
 *
 * @param reasons by first day (epoch day)
 */
public record Voidings(SortedMap<Integer, String> reasons) {

  static final Voidings NONE = new Voidings(new TreeMap<>());

  /** Those in effect at a business date. */
  public static Voidings of(List<DecisionRow> decisions, int businessDate) {
    if (decisions.isEmpty()) {
      return NONE;
    }
    SortedMap<Integer, String> reasons = new TreeMap<>();
    for (DecisionRow each : decisions) {
      int from = each.effectiveFrom() == Day.NONE ? each.decidedOn() : each.effectiveFrom();
      String record = each.details().getOrDefault(DecisionRow.ADVERSE_RECORD, "");
      if (each.kind() == DecisionRow.Kind.CORRECT && !record.isEmpty() && from <= businessDate) {
        reasons.put(Day.parse(record), each.reason());
      }
    }
    return new Voidings(reasons);
  }

  /** Whether the record that began on a day is void. */
  boolean contains(int overdueFrom) {
    return reasons.containsKey(overdueFrom);
  }

  /** Why the record that began on a day is void. */
  Optional<String> reason(int overdueFrom) {
    return Optional.ofNullable(reasons.get(overdueFrom));
  }

  /** The records that are not void. */
  List<RetainedRecord> without(List<RetainedRecord> records) {
    return reasons.isEmpty()
        ? records
        : records.stream().filter(each -> !contains(each.record().overdueFrom())).toList();
  }
}
