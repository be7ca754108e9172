package org.xinbao.ledger;

import java.util.List;

/**
 * A loan that is not assessed because at least one of its rows is wrong.
 *
 * @param rejects at least one that rejects the loan
 */
public record RejectedLoan(
    String loanId,
    List<Reject> rejects,
    List<NoticeRow> notices,
    List<DecisionRow> decisions,
    SideLines lines)
    implements LoanGroup {

  public RejectedLoan {
    rejects = List.copyOf(rejects);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
  }
}
