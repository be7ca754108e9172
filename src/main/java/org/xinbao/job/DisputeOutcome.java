package org.xinbao.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.DecisionRow.Kind;

/**
 * A dispute and whether it was answered in time: within 20 calendar days of its receipt (征信业管理条例
 * art. 25).
 *
 * @param resolution the decision that ended it first, if one has
 */
record DisputeOutcome(DecisionRow opened, Optional<DecisionRow> resolution) {

  /**
   * The disputes of one loan.
   *
   * @param decisions its disputes and resolutions
   * @param businessDate up to which decisions count (epoch day)
   */
  static List<DisputeOutcome> of(List<DecisionRow> decisions, int businessDate) {
    List<DisputeOutcome> outcomes = new ArrayList<>();
    for (DecisionRow each : decisions) {
      if (each.kind() == Kind.DISPUTE_OPENED) {
        outcomes.add(
            new DisputeOutcome(
                each,
                decisions.stream()
                    .filter(other -> OpenDispute.resolves(other, each, businessDate))
                    .min(Comparator.comparingInt(DisputeOutcome::day))));
      }
    }
    return outcomes;
  }

  private static int day(DecisionRow decision) {
    return decision.effectiveFrom() == Day.NONE ? decision.decidedOn() : decision.effectiveFrom();
  }

  /** The last day on which the answer is in time. */
  int dueOn() {
    return OpenDispute.dueOn(opened);
  }

  /** Whether it was open on any day of a span. */
  boolean touches(int from, int to) {
    return opened.decidedOn() <= to && resolution.map(each -> day(each) >= from).orElse(true);
  }

  /** {@code IN_TIME}, {@code LATE}, or, unanswered at a date, {@code OPEN} or {@code OVERDUE}. */
  String state(int date) {
    if (resolution.isPresent()) {
      return day(resolution.get()) <= dueOn() ? "IN_TIME" : "LATE";
    }
    return date <= dueOn() ? "OPEN" : "OVERDUE";
  }

  /** As a row of the auditors' workbook. */
  List<String> row(int date) {
    int end = resolution.map(DisputeOutcome::day).orElse(date);
    return List.of(
        opened.decisionId(),
        opened.loanId(),
        Day.format(opened.decidedOn()),
        Day.format(dueOn()),
        resolution.map(each -> Day.format(day(each))).orElse(""),
        Integer.toString(end - opened.decidedOn()),
        resolution.map(DecisionRow::decidedBy).orElse(""),
        resolution.map(each -> each.details().getOrDefault("outcome", "")).orElse(""),
        state(date));
  }
}
