package org.xinbao.store;

/** How far a run has come. */
public enum RunState {
  /** At work, or ended without a word: its process was killed. */
  RUNNING,
  /** Ended with an error; the same command resumes it. */
  FAILED,
  /** Its outputs are in force. */
  PUBLISHED,
  /** Given up, for example because the export was replaced; its rows are deleted. */
  DISCARDED
}
