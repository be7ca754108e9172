package org.xinbao.ledger;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A range of loan ids, the unit of work of a night: a partition reads the loans of one range.
 *
 * @param fromLoanId the first id, or empty for the beginning
 * @param toLoanId the first id no longer in the range, or empty for the end
 */
public record LoanRange(String fromLoanId, String toLoanId) {

  private static final String BETWEEN = "..";
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{0," + Limits.ID_LENGTH + "}");

  /** The range of all loans; after the pattern that it is checked by. */
  public static final LoanRange ALL = new LoanRange("", "");

  public LoanRange {
    if (!ID.matcher(fromLoanId).matches() || !ID.matcher(toLoanId).matches()) {
      throw new IllegalArgumentException("a range's ends are loan ids");
    }
    if (!toLoanId.isEmpty() && fromLoanId.compareTo(toLoanId) >= 0) {
      throw new IllegalArgumentException("a range ends after it begins");
    }
  }

  /** Both ends, {@code A..B}. */
  public String toText() {
    return fromLoanId + BETWEEN + toLoanId;
  }

  /** Reads what {@link #toText} wrote; throws {@link IllegalArgumentException} on anything else. */
  public static LoanRange parse(String text) {
    int at = text.indexOf(BETWEEN);
    if (at < 0) {
      throw new IllegalArgumentException("a range is written A..B");
    }
    return new LoanRange(text.substring(0, at), text.substring(at + BETWEEN.length()));
  }

  byte[] from() {
    return fromLoanId.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] to() {
    return toLoanId.getBytes(StandardCharsets.US_ASCII);
  }
}
