package org.xinbao.job;

/** An export that is refused after its rows were read (exit code 20); nothing is published. */
final class RefusedNight extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; the names appear in the last line on standard error. */
  enum Reason {
    TOO_MANY_REJECTS,
    LOANS_VANISHED,
    OPEN_LOANS_MISSING
  }

  RefusedNight(Reason reason, String sentence) {
    super(reason + ": " + sentence);
  }
}
