package org.xinbao.retention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * The holds of one loan, from the decisions taken about it (contract section 2).
 *
 * <p>A hold runs from {@code effective_from} to the earlier of {@code effective_to} and the day
 * before a later RELEASE_HOLD or DISPUTE_RESOLVED takes effect. An end that names a decision ends
 * that one, also on its first day (it then never held); an end that names none ends every hold of
 * its kind that began on an earlier day. A hold that begins on the day of such an end is a new one
 * and goes on: deleting cannot be undone, keeping a day longer can.
 */
public final class Holds {

  private Holds() {}

  /** The holds that follow from all decisions of a loan, by first day; their order is free. */
  public static List<Hold> of(List<HoldDecision> decisions) {
    return decisions.stream()
        .filter(each -> each.kind().opens())
        .map(each -> hold(each, decisions))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Hold::from).thenComparingInt(Hold::to))
        .toList();
  }

  private static Optional<Hold> hold(HoldDecision opening, List<HoldDecision> decisions) {
    int to = opening.effectiveTo() == Day.NONE ? Hold.OPEN_END : opening.effectiveTo();
    for (HoldDecision each : decisions) {
      if (ends(each, opening)) {
        to = Math.min(to, each.effectiveFrom() - 1);
      }
    }
    return to < opening.effectiveFrom()
        ? Optional.empty()
        : Optional.of(new Hold(opening.effectiveFrom(), to));
  }

  private static boolean ends(HoldDecision end, HoldDecision opening) {
    if (!end.kind().ends(opening.kind())) {
      return false;
    }
    return end.refDecisionId().isEmpty()
        ? end.effectiveFrom() > opening.effectiveFrom()
        : end.refDecisionId().equals(opening.decisionId());
  }
}
