package org.xinbao.bureau.baihang;

import org.xinbao.bureau.WhyHeld;

/**
 * Why something that is due is held back, beside what {@link org.xinbao.bureau.Permission} knows.
 */
enum HeldCode {
  BAIHANG_ID_TYPE(
      "The bureau knows persons by their identity card only; the loan is not reported to it."),
  BAIHANG_IDENTITY_CHANGED(
      "The borrower's name or document is not as told; decide DELETE_ACCOUNT while the ledger still"
          + " has the old one, or correct the ledger."),
  BAIHANG_NO_MOBILE("The bureau wants a mobile number; fill mobile of the borrower."),
  BAIHANG_NO_APPLICATION("The bureau wants the time of application; fill applied_at of the loan."),
  BAIHANG_NOT_PAID_OUT(
      "The bureau wants the time of payout and the loan has no DISBURSEMENT; export it."),
  BAIHANG_NO_SCHEDULE("The loan has no instalment that the record could be about."),
  BAIHANG_PURPOSE("The loan's purpose is none of the bureau's codes 1 to 13 and 99; correct it."),
  NO_FACILITY(
      "The product is reported as revolving, and the loan has no facility; export it, or correct"
          + " family of the product in baihang.yaml."),
  BAIHANG_NO_BILLING_DAY(
      "The bureau wants the days of bill and payment; fill billing_day and payment_day of the"
          + " facility."),
  BAIHANG_NO_DELETION(
      "baihang.yaml says that the bureau takes no operation D (deletion: HOLD); settle it with the"
          + " bureau by hand."),
  BAIHANG_NO_RENAME(
      "The bureau finds records by loanId, which is the loan id and never changes; withdraw the"
          + " decision for this bureau."),
  BAIHANG_DECISION_UNREADABLE(
      "Make a new decision that names this one in ref_decision_id, with from and to, or"
          + " report_date, as yyyy-MM-dd."),
  BAIHANG_NEEDS_LOAN(
      "A change or deletion needs the borrower's document number, and the export does not have the"
          + " loan or its rows were rejected; export the loan."),
  BAIHANG_PRECHECK(
      "The record breaks a rule of the pre-check; correct the ledger or baihang.yaml.");

  private final String sentence;

  HeldCode(String sentence) {
    this.sentence = sentence;
  }

  WhyHeld reason() {
    return new WhyHeld(name(), sentence);
  }

  static WhyHeld broken(BaihangRule rule) {
    return new WhyHeld(
        BAIHANG_PRECHECK.name() + "_" + rule.name(),
        rule.english() + " " + BAIHANG_PRECHECK.sentence);
  }
}
