package org.xinbao.job;

import java.util.List;

/**
 * How the feedback job ended.
 *
 * @param refused one sentence per feedback file that was refused
 */
public record FeedbackOutcome(RunOutcome outcome, List<String> refused) {

  public FeedbackOutcome {
    refused = List.copyOf(refused);
  }
}
