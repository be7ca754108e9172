package org.xinbao.ledger;

import java.util.List;

/**
 * Rows under an id that {@code loans.csv} does not have. Instalments, transactions and the like are
 * rejected; notices and decisions count when the register knows the loan (rulings 5).
 *
 * <p>Under the empty id come rejected rows that belong to no loan: those without a usable {@code
 * loan_id} and those of {@code facilities.csv} and {@code borrowers.csv}. They come in the first
 * range, some at a time, so the empty id may occur more than once.
 */
public record RowsWithoutLoan(
    String loanId,
    List<Reject> rejects,
    List<NoticeRow> notices,
    List<DecisionRow> decisions,
    SideLines lines)
    implements LoanGroup {

  public RowsWithoutLoan {
    rejects = List.copyOf(rejects);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
  }
}
