package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.DecisionRow.Kind;

/**
 * A dispute (异议) that is not resolved at the business date.
 *
 * @param openedOn epoch day
 * @param dueOn the day by which it must be answered: 20 calendar days after it was received
 *     (征信业管理条例 art. 25)
 */
record OpenDispute(String decisionId, String loanId, int openedOn, int dueOn) {

  private static final int DAYS_TO_ANSWER = 20;

  /** The last day on which the answer to a dispute is in time: the one given, else by the law. */
  static int dueOn(DecisionRow opened) {
    String given = opened.details().getOrDefault(DecisionRow.DUE_ON, "");
    return given.isEmpty() ? opened.decidedOn() + DAYS_TO_ANSWER : Day.parse(given);
  }

  /** Those of one loan, by the day they were opened. */
  static List<OpenDispute> of(List<DecisionRow> decisions, int businessDate) {
    List<OpenDispute> open = new ArrayList<>();
    for (DecisionRow each : decisions) {
      if (each.kind() == Kind.DISPUTE_OPENED
          && each.decidedOn() <= businessDate
          && decisions.stream().noneMatch(other -> resolves(other, each, businessDate))) {
        open.add(new OpenDispute(each.decisionId(), each.loanId(), each.decidedOn(), dueOn(each)));
      }
    }
    return open;
  }

  /** Writes {@code disputes.csv}, in the order of loans. */
  static void write(List<OpenDispute> disputes, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.create(file)) {
      csv.text("decision_id").text("loan_id").text("opened_on").text("due_on").end();
      for (OpenDispute each : disputes) {
        csv.text(each.decisionId).text(each.loanId).day(each.openedOn).day(each.dueOn).end();
      }
    }
  }

  String toLine() {
    return Tsv.line(decisionId, loanId, openedOn, dueOn);
  }

  static OpenDispute parse(String line) {
    List<String> f = Tsv.fields(line);
    return new OpenDispute(
        f.get(0), f.get(1), Integer.parseInt(f.get(2)), Integer.parseInt(f.get(3)));
  }

  /** A resolution that names a dispute ends that one, else every dispute opened before it. */
  static boolean resolves(DecisionRow end, DecisionRow opened, int businessDate) {
    if (end.kind() != Kind.DISPUTE_RESOLVED) {
      return false;
    }
    int from = end.effectiveFrom() == Day.NONE ? end.decidedOn() : end.effectiveFrom();
    if (from > businessDate) {
      return false;
    }
    return end.refDecisionId().isEmpty()
        ? from > opened.decidedOn()
        : end.refDecisionId().equals(opened.decisionId());
  }
}
