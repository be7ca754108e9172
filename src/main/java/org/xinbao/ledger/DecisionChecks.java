package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinbao.ledger.GroupRows.Placed;

/**
 * Which decisions of a loan count: a repetition with the same content is ignored, a {@code
 * decision_id} with two contents is rejected in all its rows (rulings 5).
 */
final class DecisionChecks {

  /** The decisions that count, by id. */
  List<DecisionRow> unique(GroupRows group) {
    if (group.decisions.isEmpty()) {
      return List.of();
    }
    Map<String, DecisionRow> byId = new HashMap<>();
    Set<String> contradictory = new HashSet<>();
    for (Placed<DecisionRow> row : group.decisions) {
      DecisionRow first = byId.putIfAbsent(row.value().decisionId(), row.value());
      if (first != null && !first.equals(row.value())) {
        contradictory.add(row.value().decisionId());
      }
    }
    for (Placed<DecisionRow> row : group.decisions) {
      if (contradictory.contains(row.value().decisionId())) {
        group.good.add(ContractFile.DECISIONS, -1);
        group.rejectRow(
            List.of(
                new Reject(
                    ContractFile.DECISIONS.fileName(),
                    row.line(),
                    group.loanId(),
                    "decision_id",
                    RejectCode.DUPLICATE_DECISION,
                    "The decision id occurs more than once with different content.")));
      }
    }
    byId.keySet().removeAll(contradictory);
    List<DecisionRow> result = new ArrayList<>(byId.values());
    result.sort(Comparator.comparing(DecisionRow::decisionId));
    return result;
  }
}
