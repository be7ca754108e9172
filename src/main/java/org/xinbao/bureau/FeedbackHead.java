package org.xinbao.bureau;

/**
 * What a feedback file says of the submission that it answers.
 *
 * @param submission name of the submission file
 * @param stored records that the bureau took
 * @param rejected records that it did not take
 * @param createdOn the bureau's date (epoch day)
 */
public record FeedbackHead(
    String submission, Outcome outcome, long stored, long rejected, int createdOn) {

  /** What became of the submission. */
  public enum Outcome {
    /** All records stored. */
    ACCEPTED,
    /** Some stored, some rejected. */
    PARTLY,
    /** The whole file failed. */
    REJECTED
  }
}
