package org.xinbao.bureau.pboc;

import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * The record-level pre-check of one record type: every rule that a record can be judged by alone.
 * Holds buffers, so each thread has its own.
 */
interface RecordTypeCheck {

  /** One error text of the bureau speaks of 100,000 characters: records written stay below. */
  int LINE_MAX = 100_000;

  /**
   * Checks a record.
   *
   * @param fileDate the creation date of its file (epoch day), or {@link Day#NONE}
   * @return whether the record could be parsed
   */
  boolean check(byte[] bytes, int from, int to, int fileDate, Problems problems);

  /** Reads a record without checking it; whether it could be parsed. */
  boolean read(byte[] bytes, int from, int to);

  /** The identifying items of the record last read or checked; empty when it lacks one. */
  RecordIdentity identity();

  /** AcctBal of the record last checked (whole yuan); 0 for a record other than 210. */
  default long balance() {
    return 0;
  }

  /** TotOverd of the record last checked (whole yuan); 0 for a record other than 210. */
  default long overdue() {
    return 0;
  }

  /** The first finding about the record in a buffer, whose file date is not known yet. */
  default Optional<RecordCheck.Problem> first(RecordBytes record) {
    if (record.length() >= LINE_MAX) {
      return Optional.of(new RecordCheck.Problem(PbocRule.ABF008, ""));
    }
    RecordCheck.Problem[] found = new RecordCheck.Problem[1];
    check(
        record.array(),
        0,
        record.length(),
        Day.NONE,
        (rule, tag) -> {
          if (found[0] == null) {
            found[0] = new RecordCheck.Problem(rule, tag);
          }
        });
    return Optional.ofNullable(found[0]);
  }
}
