package org.xinbao.bureau.zhima;

import org.xinbao.bureau.WhyHeld;

/**
 * Why something that is due is held back, beside what {@link org.xinbao.bureau.Permission} knows.
 */
enum HeldCode {
  ZHIMA_ID_TYPE(
      "The bureau's code is known for identity cards only; the loan is not reported to it."),
  ZHIMA_IDENTITY_CHANGED(
      "The borrower's name or document is not as told, and the bureau finds records by it; decide"
          + " DELETE_ACCOUNT while the ledger still has the old one, or correct the ledger."),
  ZHIMA_AFTER_SETTLED(
      "The loan was told as settled, after which the bureau takes neither 0 nor 1, and the ledger"
          + " has it owing again; a CORRECT decision deletes the settlement."),
  ZHIMA_NO_RECTIFICATION(
      "Template V1 knows no rectification; settle the change with the bureau by hand."),
  ZHIMA_NO_RENAME(
      "The bureau finds records by order_no, which is the loan id and never changes; withdraw the"
          + " decision for this bureau."),
  ZHIMA_DECISION_UNREADABLE(
      "Make a new decision that names this one in ref_decision_id, with from and to, or"
          + " installment_due_date, as yyyy-MM-dd."),
  ZHIMA_NEEDS_LOAN(
      "A deletion needs the borrower's document number, and the export does not have the loan or"
          + " its rows were rejected; export the loan."),
  ZHIMA_PRECHECK("The record breaks a rule of the pre-check; correct the ledger or zhima.yaml.");

  private final String sentence;

  HeldCode(String sentence) {
    this.sentence = sentence;
  }

  WhyHeld reason() {
    return new WhyHeld(name(), sentence);
  }
}
