package org.xinbao.arrears;

/** The kinds of money movement that a ledger export knows (contract section 1). */
public enum MovementType {
  /** The loan, or a part of it, is paid out. */
  DISBURSEMENT,
  /** The borrower pays. */
  REPAYMENT,
  /** A guarantor pays for the borrower (担保人代还). */
  GUARANTOR_REPAYMENT,
  /** A repayment is returned unpaid; undoes the one it names. */
  REVERSAL,
  /** The lender forgives the components it names (债务减免). */
  WAIVER,
  /** The loan is written off; penalty stops, everything stays owed (核销). */
  WRITE_OFF,
  /** The claim is sold; from the close of that day nothing is owed to this lender (资产转让). */
  TRANSFER_OUT,
  /** The schedule is extended (展期); for bureau reporting only. */
  EXTENSION;

  /** Whether money reached the lender: a repayment by the borrower or by a guarantor. */
  public boolean isPayment() {
    return this == REPAYMENT || this == GUARANTOR_REPAYMENT;
  }
}
