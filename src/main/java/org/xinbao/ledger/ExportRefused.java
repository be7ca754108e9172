package org.xinbao.ledger;

/**
 * An export that cannot be used as a whole (exit code 20); the message is one sentence that says
 * what to do.
 */
public final class ExportRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why an export is refused. */
  public enum Reason {
    FOLDER_MISSING,
    MANIFEST_MISSING,
    MANIFEST_MALFORMED,
    WRONG_CONTRACT_VERSION,
    WRONG_BUSINESS_DATE,
    /** The manifest is another institution's; the caller ends with exit code 2 (rulings 40). */
    WRONG_INSTITUTION,
    FILE_MISSING,
    FILE_NOT_LISTED,
    WRONG_HASH,
    WRONG_ROWS,
    WRONG_TOTAL,
    COLUMN_MISSING,
    COLUMN_REPEATED,
    NOT_UTF8,
    TOO_MANY_REJECTS,
    LOANS_VANISHED,
    /** Fewer open loans than {@code open_loans} of the manifest says. */
    OPEN_LOANS_MISSING,
    DATE_ORDER,
    SETTLEMENT_DAY_SKIPPED,
    PUBLISHED_WITH_OTHER_INPUT
  }

  private final Reason reason;

  public ExportRefused(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
