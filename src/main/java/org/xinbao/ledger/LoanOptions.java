package org.xinbao.ledger;

/**
 * The optional columns of {@code loans.csv} (rulings, section C); an empty text, {@code -1} or
 * {@link org.xinbao.arrears.Day#NONE} where a column is absent or empty.
 *
 * @param orgCode {@code org_code}, 14 letters and digits
 * @param guaranteeMode {@code guarantee_mode}, the PBOC code
 * @param repaymentFrequency {@code repayment_frequency}, the PBOC code
 * @param district {@code district}, 6 digits
 * @param assetTransferred {@code asset_transferred}, 0 or 1
 * @param contractCode {@code contract_code}
 * @param firstHome {@code first_home}, the PBOC code
 * @param bureauStatus {@code bureau_status}: 41, 6 or 8
 * @param consentedOn {@code consented_on}
 * @param appliedAt {@code applied_at}
 * @param purpose {@code purpose}
 * @param specialComment {@code special_comment}
 * @param bankruptcyCode {@code bankruptcy_code}
 * @param ledgerPrincipalBalance {@code ledger_principal_balance}, cents; the next three likewise
 *     compared only
 */
public record LoanOptions(
    String orgCode,
    String guaranteeMode,
    String repaymentFrequency,
    String district,
    String assetTransferred,
    String contractCode,
    String firstHome,
    String bureauStatus,
    int consentedOn,
    String appliedAt,
    String purpose,
    String specialComment,
    String bankruptcyCode,
    long ledgerPrincipalBalance,
    long ledgerOverdueTotal,
    long ledgerPenalty,
    int ledgerDaysPastDue) {

  /** No optional column is given. */
  public static final LoanOptions NONE =
      new LoanOptions(
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          org.xinbao.arrears.Day.NONE,
          "",
          "",
          "",
          "",
          -1,
          -1,
          -1,
          -1);
}
