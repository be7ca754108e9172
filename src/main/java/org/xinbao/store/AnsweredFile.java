package org.xinbao.store;

import java.util.List;
import org.xinbao.bureau.RejectionCode;

/**
 * A submission file that a bureau has answered, as a night sees it.
 *
 * @param feedbackNo number of the feedback file
 * @param businessDate of the run that sent it (epoch day)
 * @param version of that date
 * @param firstKey key of its first record; empty when not known
 * @param lastKey key of its last record
 * @param fileCodes why the whole file failed; empty when it did not
 */
public record AnsweredFile(
    long feedbackNo,
    String bureau,
    String recordType,
    int businessDate,
    int version,
    String firstKey,
    String lastKey,
    List<RejectionCode> fileCodes) {

  public AnsweredFile {
    fileCodes = List.copyOf(fileCodes);
  }

  /** Whether records of this loan, customer or facility can be in the file. */
  public boolean mayHold(String key) {
    return firstKey.isEmpty()
        || (Utf8.compare(firstKey, key) <= 0 && Utf8.compare(key, lastKey) <= 0);
  }
}
