package org.xinbao.bureau.pboc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;

/**
 * What is noted of a loan that is reported as part of a merged account: what the account still says
 * of it once a later export does not have it any more. It stands where the reported state of a loan
 * with an account of its own does; a loan that has it stays merged, one that was reported by itself
 * stays by itself, since the bureau knows no way from the one to the other.
 *
 * @param product key of the product rules
 * @param principal paid out, cents
 * @param lastPaidOn epoch day, or none; on it {@code lastPaidAmount} cents were paid
 * @param closedOn the day on which it closed for the bureau, or none while it is open
 * @param closedAs how it ended: {@code C} settled, {@code G} otherwise, {@code *} while it is open
 */
record MergedMark(
    String facilityId,
    String product,
    int openedOn,
    int maturesOn,
    long principal,
    int lastPaidOn,
    long lastPaidAmount,
    int closedOn,
    char closedAs) {

  /** No reported state begins so. */
  private static final String MARK = "^";

  private static final char OPEN = '*';

  /** A loan as it stands tonight. */
  static MergedMark of(String facilityId, BureauLoan loan) {
    Assessment figures = loan.assessment();
    boolean closed = AccountFigures.isClosed(figures);
    return new MergedMark(
        facilityId,
        loan.exported().row().product(),
        loan.exported().loan().openedOn(),
        loan.exported().loan().maturesOn(),
        loan.exported().loan().principal(),
        figures.lastPaidOn(),
        figures.lastPaidAmount(),
        closed ? AccountFigures.closeDate(loan) : Day.NONE,
        closed ? figures.repaymentStatus() : OPEN);
  }

  /** What a text notes, unless it is that of a loan with an account of its own. */
  static Optional<MergedMark> find(String text) {
    if (!text.startsWith(MARK)) {
      return Optional.empty();
    }
    String[] fields = text.substring(MARK.length()).split("\\|", -1);
    return Optional.of(
        new MergedMark(
            fields[0],
            URLDecoder.decode(fields[1], StandardCharsets.UTF_8),
            Integer.parseInt(fields[2]),
            day(fields[3]),
            Long.parseLong(fields[4]),
            day(fields[5]),
            Long.parseLong(fields[6]),
            day(fields[7]),
            fields[8].charAt(0)));
  }

  boolean isOpen() {
    return closedAs == OPEN;
  }

  String text() {
    return MARK
        + String.join(
            "|",
            facilityId,
            URLEncoder.encode(product, StandardCharsets.UTF_8),
            Integer.toString(openedOn),
            text(maturesOn),
            Long.toString(principal),
            text(lastPaidOn),
            Long.toString(lastPaidAmount),
            text(closedOn),
            String.valueOf(closedAs));
  }

  private static String text(int day) {
    return day == Day.NONE ? "" : Integer.toString(day);
  }

  private static int day(String text) {
    return text.isEmpty() ? Day.NONE : Integer.parseInt(text);
  }
}
