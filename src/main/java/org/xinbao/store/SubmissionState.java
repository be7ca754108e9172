package org.xinbao.store;

/** What is known of a submission file (rulings 3). */
public enum SubmissionState {
  /** Published; its records count as reported. */
  SENT,
  /** Taken by the bureau. */
  ACCEPTED,
  /** Taken by the bureau but for some records. */
  PARTLY,
  /** Refused by the bureau as a whole. */
  REJECTED
}
