package org.xinbao.job;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a test lets the program die as by a power cut, or hang, so that each step of
 * publishing is seen to be repeatable. Without the system property that names it, it does nothing.
 */
enum FailurePoint {
  /** The database has a new run, nothing else has. */
  RUN_STARTED,
  /** A part's files are on the disk, its row is not in the database. */
  PART_WRITTEN,
  /** All files and the note of the commit are on the disk, nothing is visible. */
  NOTE_WRITTEN,
  /** The state of customers and facilities has its name, that of loans has not. */
  KEY_SNAPSHOTS_PUBLISHED,
  SNAPSHOT_PUBLISHED,
  FOLDER_PUBLISHED,
  /** The database has the run; the staging folder is still there. */
  COMMITTED,
  /** The database knows that a file is being handed over, the client's command has not begun. */
  HANDOVER_BEGUN,
  /** The client's command has ended, the database does not know. */
  HANDOVER_ENDED,
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

  /** Names the point at which to hang for ever; set by tests only. */
  static final String HANG_PROPERTY = "xinbao.test.hang";

  private static final @Nullable String HANGING = System.getProperty(HANG_PROPERTY);

  private static final @Nullable String CHOSEN = System.getProperty(PROPERTY);

  /** Dies at the beginning of a step of the nightly job when the test says so. */
  static void stepBegun(String step) {
    dieAt("BEGUN_" + step);
  }

  /** Dies at the end of a step of the nightly job when the test says so. */
  static void stepEnded(String step) {
    dieAt("ENDED_" + step);
  }

  /** No shutdown hook runs and nothing is flushed. */
  static void dieAt(String point) {
    if (point.equals(CHOSEN)) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  /** Dies or hangs here when the test says so. */
  void pass() {
    dieAt(name());
    while (name().equals(HANGING)) {
      LockSupport.parkNanos(Long.MAX_VALUE);
    }
  }
}
