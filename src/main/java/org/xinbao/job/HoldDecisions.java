package org.xinbao.job;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.retention.Hold;
import org.xinbao.retention.HoldDecision;
import org.xinbao.retention.Holds;

/** Decisions of the ledger as retention needs to know them. */
public final class HoldDecisions {

  private HoldDecisions() {}

  /** The holds and disputes of one loan. */
  public static List<Hold> holds(List<DecisionRow> decisions) {
    if (decisions.isEmpty()) {
      return List.of();
    }
    return Holds.of(
        decisions.stream()
            .filter(HoldDecisions::concernsHolds)
            .map(
                each ->
                    new HoldDecision(
                        each.decisionId(),
                        HoldDecision.Kind.valueOf(each.kind().name()),
                        effectiveFrom(each),
                        each.effectiveTo(),
                        each.refDecisionId()))
            .toList());
  }

  /** A decision without its own day takes effect on the day it was taken. */
  private static int effectiveFrom(DecisionRow decision) {
    return decision.effectiveFrom() == Day.NONE ? decision.decidedOn() : decision.effectiveFrom();
  }

  private static boolean concernsHolds(DecisionRow decision) {
    return switch (decision.kind()) {
      case LEGAL_HOLD, RELEASE_HOLD, DISPUTE_OPENED, DISPUTE_RESOLVED -> true;
      case CORRECT, DELETE_PERIOD, DELETE_ACCOUNT, RENAME_ACCOUNT -> false;
    };
  }
}
