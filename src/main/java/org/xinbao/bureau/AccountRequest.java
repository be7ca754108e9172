package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.FacilityRow;

/**
 * What a bureau is asked for one merged account and one night: the loans of a facility that it
 * reports together (rulings 25).
 *
 * @param businessDate epoch day
 * @param version of that date, from 1
 * @param facility its row of {@code facilities.csv}
 * @param loans every loan that this bureau reports under the account, in the order of loans
 * @param reported what this bureau was last told of the account, as it wrote it in {@link
 *     AccountResult#reported}; empty when never
 * @param takenAsKnown as in {@link ReportRequest#takenAsKnown}
 * @param accountIds which account ids are other loans'
 */
public record AccountRequest(
    int businessDate,
    int version,
    String facilityId,
    Optional<FacilityRow> facility,
    List<MergedLoan> loans,
    String reported,
    boolean takenAsKnown,
    AccountIds accountIds) {

  public AccountRequest {
    loans = List.copyOf(loans);
  }
}
