package org.xinbao.job;

/** A place at which a test lets the retention job die as by a power cut; else it does nothing. */
enum DeletionPoint {
  /** The database has the run, nothing else has. */
  STARTED,
  /** The lists are written, nothing is decided. */
  LISTED,
  /** All is on the disk and decided, nothing is visible. */
  NOTED,
  /** The folder is visible, the database does not know of it. */
  VISIBLE,
  /** The database knows, nothing is deleted. */
  COMMITTED,
  /** The files are deleted, rows are not. */
  FILES_DELETED,
  /** All is deleted, the lists are still there. */
  ROWS_DELETED;

  /** Dies here when the test says so. */
  void pass() {
    FailurePoint.dieAt("RETENTION_" + name());
  }
}
