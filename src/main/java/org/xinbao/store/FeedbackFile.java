package org.xinbao.store;

import java.time.Instant;
import java.util.List;
import org.xinbao.bureau.RejectionCode;

/**
 * A feedback file that was taken in.
 *
 * @param number counts them from 1 in the order in which they were taken in (rulings 15)
 * @param bytes its size
 * @param folder where it was read
 * @param runId of the run that sent the submission
 * @param submission name of the submission file
 * @param outcome what became of the submission
 * @param stored records that the bureau took
 * @param rejected records that it did not take
 * @param fileCodes why the whole file failed; empty when it did not
 * @param createdOn the bureau's date (epoch day)
 */
public record FeedbackFile(
    long number,
    String bureau,
    String fileName,
    String sha256,
    long bytes,
    String folder,
    long runId,
    String submission,
    SubmissionState outcome,
    long stored,
    long rejected,
    List<RejectionCode> fileCodes,
    int createdOn,
    Instant importedAt) {

  public FeedbackFile {
    fileCodes = List.copyOf(fileCodes);
  }
}
