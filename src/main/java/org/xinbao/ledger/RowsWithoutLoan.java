package org.xinbao.ledger;

import java.util.List;

/**
 * Rows under an id that {@code loans.csv} does not have. Instalments, transactions and the like are
 * rejected; notices and decisions count when the register knows the loan (rulings 5).
 */
public record RowsWithoutLoan(
    String loanId, List<Reject> rejects, List<NoticeRow> notices, List<DecisionRow> decisions)
    implements LoanGroup {

  public RowsWithoutLoan {
    rejects = List.copyOf(rejects);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
  }
}
