package org.xinbao.ledger;

/**
 * Why a row is not used. The names are written to {@code rejects.csv}; documents are produced from
 * the sentences.
 */
public enum RejectCode {
  MALFORMED_ROW("The row cannot be read as CSV or has another number of fields than the header."),
  MISSING_VALUE("A mandatory field is empty."),
  BAD_VALUE("A field is not of its type or out of its range."),
  UNKNOWN_PRODUCT("The product is not in products.yaml."),
  UNKNOWN_CURRENCY("The currency is not among the configured ones."),
  DUPLICATE_LOAN("The loan id occurs more than once in loans.csv."),
  DUPLICATE_INSTALMENT(
      "The instalment number occurs more than once in the loan, with the same valid_from."),
  DUPLICATE_TRANSACTION("The transaction id occurs more than once in the loan."),
  UNKNOWN_LOAN("The row's loan is not in loans.csv."),
  NO_SCHEDULE("The loan has no instalment."),
  SCHEDULE_NOT_PRINCIPAL("The instalments' principal does not add up to what was paid out."),
  STATUS_WITHOUT_DATE("closed_on is set exactly when the status is not ACTIVE."),
  STATUS_WITHOUT_MOVEMENT("WRITTEN_OFF and TRANSFERRED need their transaction on closed_on."),
  REVERSAL_OF_NOTHING(
      "A reversal undoes one earlier repayment of the same loan, in full and once."),
  WAIVER_NOT_SPLIT("A waiver's parts do not add up to its amount."),
  WAIVER_EXCEEDS_OWED("A waiver forgives more of a component than is owed."),
  CLOSED_WITH_BALANCE("The loan is closed but owes more than the closing tolerance."),
  AMOUNT_OVERFLOW("An amount is too large to be computed exactly."),
  LOAN_ID_REUSED("The loan id was used before for another customer or opening date."),
  DUPLICATE_DECISION("The decision id was used before with other content."),
  UNKNOWN_FACILITY("The row's facility cannot be used."),
  DUPLICATE_ROW("The key of the row occurs more than once in its file."),
  SCHEDULE_VERSION("A later version of an instalment asks for less than was paid or waived of it."),
  TOO_MANY_ROWS("The loan has more rows than a loan can have.");

  private final String sentence;

  RejectCode(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence that says what is wrong. */
  public String sentence() {
    return sentence;
  }
}
