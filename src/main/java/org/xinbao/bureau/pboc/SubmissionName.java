package org.xinbao.bureau.pboc;

import java.util.Locale;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * The name of a submission file: 30 characters, a dot and {@code txt}.
 *
 * <pre>
 * 1–14  provider code     23–25 record type
 * 15–22 creation date     26    0
 * 27–29 serial number     30    0 (a submission; 1 to 3 on feedback)
 * </pre>
 *
 * @param createdOn epoch day
 * @param serial 1 to 999 among the files with the same first 26 characters
 */
record SubmissionName(String providerCode, int createdOn, String recordType, int serial) {

  static final int LENGTH = 34;
  static final int SERIAL_MAX = 999;
  private static final String SUFFIX = ".txt";

  /** The name as text, for example {@code TEST00000000012026110121000010.txt}. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%s%08d%s0%03d0%s",
        providerCode,
        Dates.yyyymmdd(createdOn),
        recordType,
        serial,
        SUFFIX);
  }

  /** Reads the name of a plain submission file; empty when it is not one (ABN003). */
  static Optional<SubmissionName> find(String name) {
    if (name.length() != LENGTH
        || !name.endsWith(SUFFIX)
        || !Text.isLettersAndDigits(name.substring(0, 14))
        || !Text.isDigits(name.substring(14, 30))
        || name.charAt(25) != '0'
        || name.charAt(29) != '0'
        || !CodeLists.RECORD_TYPE.contains(name.substring(22, 25))) {
      return Optional.empty();
    }
    int date = Integer.parseInt(name.substring(14, 22));
    int day = Dates.find(date / 10_000, date / 100 % 100, date % 100);
    int serial = Integer.parseInt(name.substring(26, 29));
    return day == Day.NONE
        ? Optional.empty()
        : Optional.of(
            new SubmissionName(name.substring(0, 14), day, name.substring(22, 25), serial));
  }
}
