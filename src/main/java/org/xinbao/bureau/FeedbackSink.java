package org.xinbao.bureau;

import java.io.IOException;

/** Takes what a feedback file says, in its order; may refuse the file. */
public interface FeedbackSink {

  /** What is answered; called once, before any line. */
  void head(FeedbackHead head) throws FeedbackRefused, IOException;

  /** One line of the body. */
  void line(FeedbackLine line) throws FeedbackRefused, IOException;
}
