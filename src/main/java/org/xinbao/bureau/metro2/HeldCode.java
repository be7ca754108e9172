package org.xinbao.bureau.metro2;

import org.xinbao.bureau.WhyHeld;

/** Why a report is held back, beside what the bureaux have in common and {@link Unwritable}. */
enum HeldCode {
  ACCOUNT_TOO_LONG(
      "The loan id is longer than the 30 characters of the account number and is never cut; decide"
          + " RENAME_ACCOUNT with a shorter new_id."),
  METRO2_CURRENCY(
      "The format has no currency, and the loan's is not the one that metro2.yaml reports in."),
  NO_FACILITY("A line of credit needs its limit, and the loan's facility is not in the export."),
  METRO2_NO_BORROWER("The borrower is not in borrowers.csv; export the row."),
  METRO2_NO_PURCHASER(
      "A claim that was sold needs its buyer's name; fill purchaser for the product in"
          + " metro2.yaml."),
  METRO2_OBSOLETE(
      "The delinquency began more than 7 years and 180 days ago and may be reported no longer"
          + " (FCRA 605); nothing needs to be done unless the date is wrong."),
  METRO2_ACCOUNT_ENDED(
      "The account was reported as ended; a record of it cannot be changed by this decision."),
  METRO2_NOT_REPORTED("The account was never reported; withdraw the decision for this bureau."),
  METRO2_DECISION_UNREADABLE(
      "Make a new decision that names this one in ref_decision_id, with from and to as yyyy-MM-dd,"
          + " or new_id of at most 30 letters and digits."),
  METRO2_NEEDS_LOAN(
      "A record needs the borrower's name and address, and the export does not have the loan or its"
          + " rows were rejected; export the loan."),
  METRO2_PRECHECK("The record breaks a rule of the pre-check; correct the ledger or metro2.yaml.");

  private final String sentence;

  HeldCode(String sentence) {
    this.sentence = sentence;
  }

  WhyHeld reason() {
    return new WhyHeld(name(), sentence);
  }
}
