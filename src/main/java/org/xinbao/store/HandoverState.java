package org.xinbao.store;

/**
 * How far the hand-over of a submission file to the institution's client has come: that of its last
 * attempt.
 */
public enum HandoverState {
  /** Never tried. */
  WAITING,
  /** The command was about to run or running when its job ended: the end is not known. */
  BEGUN,
  /** The command ended with exit code 0; the file is never handed over again. */
  DONE,
  /** A person has said that the file was handed over by other means or has arrived. */
  BY_HAND,
  /** The command said no, or could not be run: the file was not taken. */
  FAILED,
  /** The command did not end in time and was killed: it may have taken the file before. */
  TIMED_OUT,
  /** The command was ended by a signal: it may have taken the file before. */
  KILLED;

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return this == DONE || this == BY_HAND;
  }

  /** Whether nobody knows if the file was taken. */
  public boolean isUncertain() {
    return this == BEGUN || this == TIMED_OUT || this == KILLED;
  }
}
