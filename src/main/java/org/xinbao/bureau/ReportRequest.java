package org.xinbao.bureau;

import java.util.List;
import java.util.function.IntFunction;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;

/**
 * What a bureau is asked for one loan and one night.
 *
 * @param businessDate epoch day
 * @param version of that date, from 1
 * @param today the loan at the close of the business date
 * @param asOf the loan at the close of an earlier report date, recomputed from the present export
 *     (rulings 4); throws {@link NotAssessable} when its rows contradict each other there
 * @param reported what this bureau was last told of the loan, as this bureau wrote it in {@link
 *     ReportResult#reported}; empty when never
 * @param queue reports still to be sent, by report date
 * @param notices all notices known for the loan, from this export and earlier ones
 * @param decisions all decisions known for the loan, likewise
 * @param takenAsKnown whether the home was empty and {@code first-load} says that the bureaux know
 *     every loan as it stands (rulings 6)
 * @param accountIds which account ids are other loans'
 */
public record ReportRequest(
    int businessDate,
    int version,
    BureauLoan today,
    IntFunction<BureauLoan> asOf,
    String reported,
    List<QueuedReport> queue,
    List<NoticeRow> notices,
    List<DecisionRow> decisions,
    boolean takenAsKnown,
    AccountIds accountIds) {

  /** A request of an institution whose other loans are not known. */
  public ReportRequest(
      int businessDate,
      int version,
      BureauLoan today,
      IntFunction<BureauLoan> asOf,
      String reported,
      List<QueuedReport> queue,
      List<NoticeRow> notices,
      List<DecisionRow> decisions,
      boolean takenAsKnown) {
    this(
        businessDate,
        version,
        today,
        asOf,
        reported,
        queue,
        notices,
        decisions,
        takenAsKnown,
        AccountIds.NONE);
  }

  public ReportRequest {
    queue = List.copyOf(queue);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
  }
}
