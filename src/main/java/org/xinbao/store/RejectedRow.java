package org.xinbao.store;

import java.util.List;
import org.xinbao.bureau.RejectionCode;

/**
 * A record that a bureau rejected.
 *
 * @param feedbackNo number of the feedback file
 * @param line line of the submission file, the header being line 1
 * @param runId of the run that sent the submission
 * @param key loan, customer or facility, by its record type
 * @param reportDate its RptDate (epoch day)
 * @param place among the records of the key in the file with that report date, from 1
 * @param codes at least one
 * @param recordSha256 hash of the record as the feedback repeats it; empty when it does not
 */
public record RejectedRow(
    long feedbackNo,
    long line,
    long runId,
    String bureau,
    String recordType,
    String key,
    int reportDate,
    int place,
    List<RejectionCode> codes,
    String recordSha256) {

  public RejectedRow {
    codes = List.copyOf(codes);
  }
}
