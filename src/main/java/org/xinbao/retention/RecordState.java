package org.xinbao.retention;

/** State of an adverse record in the register ({@code episodes.csv}). */
public enum RecordState {
  /** Still unpaid: kept permanently. */
  UNPAID,
  /** Settled: its clock runs. */
  KEPT,
  /** Past its last kept day, kept only by a legal hold or an open dispute. */
  HELD,
  /** Published before, but today's data no longer show it. */
  VOID
}
