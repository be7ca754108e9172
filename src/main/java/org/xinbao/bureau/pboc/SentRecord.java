package org.xinbao.bureau.pboc;

/**
 * A record that the bureau has not answered yet, or has accepted while an earlier one still waits.
 *
 * @param isAccepted whether it is answered
 * @param before what the bureau had been told before it
 * @param after what it has been told with it
 */
record SentRecord(SentKey key, boolean isAccepted, ReportedState before, ReportedState after) {

  SentRecord accepted() {
    return new SentRecord(key, true, before, after);
  }

  /** The same record sent when the bureau had been told something else. */
  SentRecord rebased(ReportedState onto) {
    return before.equals(onto)
        ? this
        : new SentRecord(key, isAccepted, onto, after.rebased(before, onto, key));
  }
}
