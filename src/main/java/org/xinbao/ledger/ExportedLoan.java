package org.xinbao.ledger;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Loan;

/**
 * A loan as exported, all its rows well formed and agreeing with each other.
 *
 * @param movementDetails only of movements that have one, by transaction id
 * @param guarantees in an order that does not depend on the order of rows
 * @param facility its facility when {@code facilities.csv} has it
 * @param borrowerListed whether {@code borrowers.csv} has its customer
 * @param collateralCodes from {@code collateral.csv}
 */
public record ExportedLoan(
    LoanRow row,
    Loan loan,
    List<MovementDetail> movementDetails,
    List<GuaranteeRow> guarantees,
    List<String> collateralCodes,
    Optional<FacilityRow> facility,
    boolean borrowerListed,
    List<NoticeRow> notices,
    List<DecisionRow> decisions,
    List<Reject> rejects)
    implements LoanGroup {

  public ExportedLoan {
    movementDetails = List.copyOf(movementDetails);
    guarantees = List.copyOf(guarantees);
    collateralCodes = List.copyOf(collateralCodes);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
    rejects = List.copyOf(rejects);
  }

  @Override
  public String loanId() {
    return row.loanId();
  }
}
