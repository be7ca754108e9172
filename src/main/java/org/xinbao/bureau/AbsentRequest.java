package org.xinbao.bureau;

import java.util.List;
import org.xinbao.ledger.DecisionRow;

/**
 * What a bureau is asked for a loan that has no figures tonight, because the export lacks it or its
 * rows were rejected: to carry out the decisions that need none.
 *
 * @param businessDate epoch day
 * @param version of that date, from 1
 * @param reported what this bureau was last told of the loan; empty when never
 * @param queue reports still to be sent, by report date
 * @param decisions all decisions known for the loan
 */
public record AbsentRequest(
    int businessDate,
    int version,
    String loanId,
    String reported,
    List<QueuedReport> queue,
    List<DecisionRow> decisions,
    AccountIds accountIds) {

  public AbsentRequest {
    queue = List.copyOf(queue);
    decisions = List.copyOf(decisions);
  }
}
