package org.xinbao.bureau;

/** A feedback file that cannot be taken in; nothing of it is. */
public final class FeedbackRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a feedback file is refused. */
  public enum Reason {
    /** The name is not that of a feedback file. */
    NOT_FEEDBACK,
    /** It answers another institution. */
    FOREIGN,
    /** Its header cannot be read or differs from its name. */
    BAD_HEADER,
    /** A line of its body cannot be read. */
    BAD_LINE,
    /** It has other numbers of records than its header or the submission. */
    TRUNCATED,
    /** It answers a file that this home never sent. */
    UNKNOWN_SUBMISSION,
    /** The file that it answers was answered otherwise. */
    ANSWERED_BEFORE,
    /** The index of the submission, which says what a line is about, is missing or damaged. */
    NO_INDEX,
    /** It repeats another record than was sent. */
    OTHER_RECORD
  }

  /**
   * A refusal.
   *
   * @param sentence what is wrong, where, and what to do; without personal data
   */
  public FeedbackRefused(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
