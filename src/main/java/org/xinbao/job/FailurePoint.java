package org.xinbao.job;

import org.jspecify.annotations.Nullable;

/**
 * A place at which a test lets the program die as by a power cut, so that each step of publishing
 * is seen to be repeatable. Without the system property that names it, it does nothing.
 */
enum FailurePoint {
  /** All files and the note of the commit are on the disk, nothing is visible. */
  NOTE_WRITTEN,
  /** The state of customers and facilities has its name, that of loans has not. */
  KEY_SNAPSHOTS_PUBLISHED,
  SNAPSHOT_PUBLISHED,
  FOLDER_PUBLISHED,
  /** The database has the run; the staging folder is still there. */
  COMMITTED,
  /** An import's state files have their names, the database does not have it. */
  IMPORT_WRITTEN,
  /** The rejected records of a feedback file are written, it is not taken in. */
  FEEDBACK_WRITTEN,
  /** One feedback file is taken in, the next one not read. */
  FEEDBACK_COMMITTED;

  /** Names the point at which to die; set by tests only. */
  static final String PROPERTY = "xinbao.test.halt";

  /** What the process then ends with: none of the documented codes. */
  static final int HALTED = 99;

  private static final @Nullable String CHOSEN = System.getProperty(PROPERTY);

  /** Dies here when the test says so: no shutdown hook runs and nothing is flushed. */
  void pass() {
    if (name().equals(CHOSEN)) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
