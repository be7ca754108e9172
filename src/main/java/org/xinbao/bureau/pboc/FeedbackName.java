package org.xinbao.bureau.pboc;

import java.util.Optional;
import org.xinbao.bureau.FeedbackHead.Outcome;

/**
 * The name of a plain feedback file: that of the submission with another 30th character (reference
 * section 1.6).
 *
 * @param submission the submission that it answers
 * @param flag 1 all stored, 2 the whole file failed, 3 some stored and some rejected
 */
record FeedbackName(SubmissionName submission, char flag) {

  /** Position of the flag, from 0. */
  static final int FLAG_AT = 29;

  static Optional<FeedbackName> find(String name) {
    if (name.length() != SubmissionName.LENGTH || "123".indexOf(name.charAt(FLAG_AT)) < 0) {
      return Optional.empty();
    }
    String submission = name.substring(0, FLAG_AT) + '0' + name.substring(FLAG_AT + 1);
    return SubmissionName.find(submission)
        .map(each -> new FeedbackName(each, name.charAt(FLAG_AT)));
  }

  Outcome outcome() {
    return switch (flag) {
      case '1' -> Outcome.ACCEPTED;
      case '2' -> Outcome.REJECTED;
      default -> Outcome.PARTLY;
    };
  }
}
