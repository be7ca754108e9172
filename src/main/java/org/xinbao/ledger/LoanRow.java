package org.xinbao.ledger;

/**
 * What {@code loans.csv} says of a loan beyond the figures that arrears need. Holds personal data:
 * {@link #toString} shows none of it.
 *
 * @param line physical line in {@code loans.csv}, the header being line 1
 * @param facilityId empty when none
 * @param terms number of instalments agreed
 * @param options optional columns
 */
public record LoanRow(
    long line,
    String loanId,
    String customerId,
    String borrowerName,
    IdType idType,
    String idNumber,
    String product,
    String facilityId,
    RepaymentMethod repaymentMethod,
    int terms,
    String currency,
    LoanOptions options) {

  @Override
  public String toString() {
    return "LoanRow[" + loanId + ", line " + line + "]";
  }
}
