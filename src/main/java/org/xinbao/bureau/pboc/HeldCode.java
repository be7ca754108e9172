package org.xinbao.bureau.pboc;

/**
 * Why a report that is due is held back; the names are written to {@code held.csv}. Findings of the
 * pre-check have the name {@code PRECHECK_}, rejections of the bureau {@code REJECTED_}, each with
 * the bureau's error code.
 */
public enum HeldCode {
  NO_BASIC_INFO(
      "borrowers.csv has no row for the borrower and the bureau does not know the borrower yet; add"
          + " the row."),
  NO_FACILITY(
      "The account needs a credit agreement and facilities.csv has none for it; add the facility or"
          + " change the account type in pboc.yaml."),
  NO_GUARANTOR(
      "The guarantee mode is 3 or 5 and guarantees.csv names no party; add the guarantor."),
  NO_DUE_DATE(
      "The account has no due date; fill matures_on of the loan, or expires_on of the facility for"
          + " an R1 account."),
  NO_REPAY_MODE(
      "The loan is REVOLVING and pboc.yaml states no repay-mode for its product; add the key."),
  NO_NOTICE(
      "The report is adverse and no notice to the borrower lies between the notice period and the"
          + " day before the report date; send the notice, next month's report can then go out."),
  NO_CONSENT("The borrower's consent is not recorded; fill consented_on of the loan."),
  OPEN_DISPUTE("A dispute about the loan is open; the report goes out once it is resolved."),
  NAME_TOO_LONG(
      "A name has more characters than the bureau takes (30 for a person, 80 for an organisation);"
          + " names are never cut, state the name as on the document."),
  BAD_TEXT("A text has a control character that a record cannot carry; correct it in the ledger."),
  BAD_ID_TYPE("The document type does not fit a person or an organisation; correct it."),
  BAD_ID_NUMBER(
      "An id number does not have the form or the check digit that its type asks for; correct it."),
  DIFFERS_FROM_LEDGER(
      "The ledger's own figures differ from the computed ones by more than difference-hold; see"
          + " differences.csv."),
  ACCOUNT_TYPE_CHANGED(
      "The account was reported under another account type, which the bureau never changes; restore"
          + " account-type in pboc.yaml."),
  REOPENED(
      "The account was reported as closed or transferred out, after which the bureau takes nothing,"
          + " and the ledger has it open again; correct or delete what was reported."),
  TRANSFER_EVENT(
      "The loan was transferred and event 21 cannot be sent: months before it were not reported;"
          + " send what is held for them."),
  EVENT_VOIDED(
      "Event 21 of the transfer was made void by a decision and the ledger still has the loan"
          + " transferred; correct its status."),
  IDENTITY_CHANGED(
      "The borrower's name or document is not as reported; decide CORRECT with segment=B, the"
          + " report goes out the night after the correction, or correct the ledger."),
  ACCOUNT_ID_TAKEN(
      "A decision gave the loan's id to another account; rename this one with RENAME_ACCOUNT."),
  DECISION("The decision's record breaks a rule of the bureau on what it was told before."),
  DECISION_UNREADABLE(
      "Make a new decision that names this one in ref_decision_id, with complete details."),
  DECISION_NEEDS_LOAN(
      "The correction needs the loan's figures and the export does not have it or its rows were"
          + " rejected; export the loan."),
  DECISION_NOT_ASSESSABLE(
      "The loan's rows contradict each other at the report date of the correction; correct them."),
  DECISIONS_TOO_MANY(
      "Sixty decisions were carried out on the account; settle further ones with the bureau by"
          + " hand."),
  LOAN_OF_ACCOUNT_MISSING(
      "A loan of the merged account is open and was rejected or is missing from the export; correct"
          + " or export it."),
  LOANS_OF_ACCOUNT_DIFFER(
      "The loans of the facility have different products, currencies or borrowers and cannot be one"
          + " account; give each its own facility."),
  ACCOUNT_NOT_ASSESSABLE(
      "A loan of the merged account that the export no longer has was open at the report date;"
          + " export it."),
  ONE_LOAN_OF_ACCOUNT(
      "DELETE_ACCOUNT is for one loan of a merged account, which is deleted only as a whole; decide"
          + " it for each of its loans, or correct the ledger."),
  REJECTED("The bureau rejected the record; correct what its code names, it is then sent again."),
  AWAITING_ANSWER(
      "An earlier record of the account was rejected, so this report may have to be repeated; take"
          + " in the feedback to the file in which it was sent."),
  PRECHECK("The record breaks a rule of the bureau's pre-check.");

  private final String sentence;

  HeldCode(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence without personal data: what is missing and what to do. */
  public String sentence() {
    return sentence;
  }
}
