package org.xinbao.ledger;

/**
 * A row that is not used, and why.
 *
 * @param file name within the export
 * @param line physical line, the header being line 1; 0 when it is about no single line
 * @param loanId as written when it is well formed, else empty
 * @param column the column at fault, or empty
 * @param message one sentence that never shows a value of the row
 */
public record Reject(
    String file, long line, String loanId, String column, RejectCode code, String message) {}
