package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalTime;
import java.util.Locale;

/**
 * The first line of a submission file, exactly 50 bytes.
 *
 * <pre>
 * 1     A                  15–28 provider code
 * 2–4   050                29–42 creation time yyyyMMddHHmmss
 * 5–7   record type        43    0
 * 8–12  2.0.0              44–50 number of records, zero-padded
 * 13–14 10 for record type 110, else two spaces (template type)
 * </pre>
 */
final class SubmissionHeader {

  static final int LENGTH = 50;
  static final String VERSION = "2.0.0";

  private SubmissionHeader() {}

  static byte[] bytes(
      String recordType, String providerCode, int createdOn, LocalTime at, long records) {
    return String.format(
            Locale.ROOT,
            "A%03d%s%s%s%s%08d%02d%02d%02d0%07d",
            LENGTH,
            recordType,
            VERSION,
            recordType.equals("110") ? "10" : "  ",
            providerCode,
            Dates.yyyymmdd(createdOn),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            records)
        .getBytes(US_ASCII);
  }
}
