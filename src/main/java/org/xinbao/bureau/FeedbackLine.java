package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;

/**
 * One line of a feedback file: why a record, or the whole file, was rejected.
 *
 * @param number of the line in the feedback file, its header being line 1
 * @param submissionLine line of the submission file, its header being line 1; 0 for an error of the
 *     whole file
 * @param codes at least one
 * @param recordSha256 hash of the rejected record as the feedback repeats it; empty when it does
 *     not
 */
public record FeedbackLine(
    long number, long submissionLine, List<RejectionCode> codes, Optional<String> recordSha256) {

  public FeedbackLine {
    codes = List.copyOf(codes);
  }
}
