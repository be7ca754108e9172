package org.xinbao.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinbao.ledger.DecisionRow;

/** A decision as a line of a part file. */
final class DecisionLine {

  private static final int FIXED_FIELDS = 10;

  private DecisionLine() {}

  static String write(DecisionRow decision) {
    StringBuilder line = new StringBuilder();
    line.append(
        Tsv.line(
            decision.decisionId(),
            decision.loanId(),
            decision.kind(),
            decision.decidedOn(),
            decision.effectiveFrom(),
            decision.effectiveTo(),
            decision.reason(),
            decision.decidedBy(),
            decision.refDecisionId(),
            decision.bureau()));
    new TreeMap<>(decision.details())
        .forEach((key, value) -> line.append('\t').append(Tsv.line(key, value)));
    return line.toString();
  }

  static DecisionRow parse(String line) {
    List<String> fields = Tsv.fields(line);
    Map<String, String> details = new TreeMap<>();
    for (int i = FIXED_FIELDS; i + 1 < fields.size(); i += 2) {
      details.put(fields.get(i), fields.get(i + 1));
    }
    return new DecisionRow(
        fields.get(0),
        fields.get(1),
        DecisionRow.Kind.valueOf(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        Integer.parseInt(fields.get(5)),
        fields.get(6),
        details,
        fields.get(7),
        fields.get(8),
        fields.get(9));
  }
}
