package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.xinbao.arrears.Day;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;

/**
 * The first line of a feedback file, 72 characters (reference section 1.6).
 *
 * <pre>
 * 1     A                                        39    flag, as in the name
 * 2–4   header length, three digits              40–44 record version of the submission
 * 5–9   feedback version                         45–58 creation time yyyyMMddHHmmss
 * 10–38 first 29 characters of the submission    59–65 records stored
 *                                                66–72 records rejected
 * </pre>
 *
 * The header length is inferred to be 072, so any three digits are taken.
 */
final class FeedbackHeader {

  static final int LENGTH = 72;

  private FeedbackHeader() {}

  static FeedbackHead parse(FeedbackName name, byte[] bytes, int from, int to)
      throws FeedbackRefused {
    String line = new String(bytes, from, to - from, ISO_8859_1);
    if (line.length() != LENGTH) {
      throw bad("has " + line.length() + " bytes instead of " + LENGTH);
    }
    if (line.charAt(0) != 'A' || !Text.isDigits(line.substring(1, 4))) {
      throw bad("does not begin with A and three digits");
    }
    if (!isVersion(line.substring(4, 9)) || !isVersion(line.substring(39, 44))) {
      throw bad("has a malformed version");
    }
    String submission = name.submission().text().substring(0, FeedbackName.FLAG_AT);
    if (!line.substring(9, 38).equals(submission) || line.charAt(38) != name.flag()) {
      throw bad("differs from the file's name");
    }
    if (!Text.isDigits(line.substring(44))) {
      throw bad("has a malformed time or number");
    }
    int createdOn = day(line.substring(44, 52));
    if (createdOn == Day.NONE) {
      throw bad("has no date as its creation time");
    }
    long stored = Long.parseLong(line.substring(58, 65));
    long rejected = Long.parseLong(line.substring(65, 72));
    FeedbackHead head =
        new FeedbackHead(name.submission().text(), name.outcome(), stored, rejected, createdOn);
    if (!agrees(head)) {
      throw bad("has numbers that do not go with its flag");
    }
    return head;
  }

  /** Whether the flag says what the numbers say. */
  private static boolean agrees(FeedbackHead head) {
    return switch (head.outcome()) {
      case ACCEPTED -> head.rejected() == 0;
      case PARTLY -> head.rejected() > 0;
      case REJECTED -> head.stored() == 0;
    };
  }

  private static boolean isVersion(String text) {
    return Text.isDigits(text.substring(0, 1) + text.charAt(2) + text.charAt(4))
        && text.charAt(1) == '.'
        && text.charAt(3) == '.';
  }

  private static int day(String yyyymmdd) {
    int date = Integer.parseInt(yyyymmdd);
    return Dates.find(date / 10_000, date / 100 % 100, date % 100);
  }

  private static FeedbackRefused bad(String what) {
    return new FeedbackRefused(
        Reason.BAD_HEADER, "its header " + what + "; fetch the file from the bureau again");
  }
}
