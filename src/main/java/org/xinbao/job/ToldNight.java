package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;

/** What people have decided about one loan and told its borrower, from this export and before. */
final class ToldNight {

  private final NightContext night;
  private final PartOutput out;

  ToldNight(NightContext night, PartOutput out) {
    this.night = night;
    this.out = out;
  }

  /**
   * Adds the decisions of this export to those known; a repeated id with other content is rejected.
   */
  List<DecisionRow> decisions(LoanGroup group, Known known, List<Reject> rejects)
      throws IOException {
    List<DecisionRow> all = new ArrayList<>(known.decisions());
    for (DecisionRow each : group.decisions()) {
      if (night.laterExport() && each.decidedOn() > night.date()) {
        continue;
      }
      Optional<DecisionRow> before =
          all.stream().filter(old -> old.decisionId().equals(each.decisionId())).findFirst();
      if (before.isEmpty()) {
        all.add(each);
        out.decision(each);
      } else if (!before.get().equals(each)) {
        for (long line : group.lines().of(each)) {
          rejects.add(
              new Reject(
                  "decisions.csv",
                  line,
                  each.loanId(),
                  "decision_id",
                  RejectCode.DUPLICATE_DECISION,
                  RejectCode.DUPLICATE_DECISION.sentence()));
        }
      }
    }
    return all;
  }

  /** Adds the notices of this export to those known. */
  List<NoticeRow> notices(List<NoticeRow> exported, Known known) throws IOException {
    List<NoticeRow> all = new ArrayList<>(known.notices());
    for (NoticeRow each : exported) {
      boolean sentLater = night.laterExport() && each.sentOn() > night.date();
      if (!sentLater && !all.contains(each)) {
        all.add(each);
        out.notice(each);
      }
    }
    return all;
  }

  /** Lists the disputes that are open. */
  void disputes(List<DecisionRow> decisions) throws IOException {
    for (OpenDispute each : OpenDispute.of(decisions, night.date())) {
      out.dispute(each);
    }
  }
}
