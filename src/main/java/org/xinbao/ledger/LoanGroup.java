package org.xinbao.ledger;

import java.util.List;

/** Everything that an export says under one {@code loan_id}, in the order of loan ids. */
public sealed interface LoanGroup permits ExportedLoan, RejectedLoan, RowsWithoutLoan {

  /** The id, well formed or as written. */
  String loanId();

  /**
   * Rows of this group that are not used; on an {@link ExportedLoan} they cost the loan nothing but
   * that row.
   */
  List<Reject> rejects();

  /** Notices of the group that are well formed. */
  List<NoticeRow> notices();

  /** Decisions of the group that are well formed. */
  List<DecisionRow> decisions();

  /** Where those notices and decisions stand. */
  SideLines lines();
}
