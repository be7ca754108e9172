package org.xinbao.ledger;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Loan;

/**
 * A loan as exported, all its rows well formed and agreeing with each other.
 *
 * @param movementLines where the loan's movements stand in {@code transactions.csv}
 * @param movementDetails only of movements that have one, by transaction id
 * @param guarantees in an order that does not depend on the order of rows
 * @param facility its facility when {@code facilities.csv} has it
 * @param borrowerListed whether {@code borrowers.csv} has its customer
 * @param borrower that row, when the night was asked to bring it to its loans ({@link
 *     LedgerSettings#borrowersByLoan})
 * @param contacts in the order of time
 * @param collateralCodes from {@code collateral.csv}
 */
public record ExportedLoan(
    LoanRow row,
    Loan loan,
    RowLines movementLines,
    List<MovementDetail> movementDetails,
    List<GuaranteeRow> guarantees,
    List<String> collateralCodes,
    Optional<FacilityRow> facility,
    boolean borrowerListed,
    Optional<BorrowerRow> borrower,
    List<NoticeRow> notices,
    List<DecisionRow> decisions,
    List<ContactRow> contacts,
    List<Reject> rejects,
    SideLines lines)
    implements LoanGroup {

  public ExportedLoan {
    movementDetails = List.copyOf(movementDetails);
    guarantees = List.copyOf(guarantees);
    collateralCodes = List.copyOf(collateralCodes);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
    contacts = List.copyOf(contacts);
    rejects = List.copyOf(rejects);
  }

  /** The line of a movement in {@code transactions.csv}, 0 when the loan has no such movement. */
  public long lineOf(String txnId) {
    for (int i = 0; i < loan.movements().size(); i++) {
      if (loan.movements().get(i).txnId().equals(txnId)) {
        return movementLines.get(i);
      }
    }
    return 0;
  }

  @Override
  public String loanId() {
    return row.loanId();
  }
}
