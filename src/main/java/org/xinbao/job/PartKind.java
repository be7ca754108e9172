package org.xinbao.job;

import java.util.Locale;

/** The files that one partition leaves behind for {@code assemble} and {@code publish}. */
enum PartKind {
  ASSESSMENTS,
  EPISODES,
  REJECTS,
  HELD,
  DIFFERENCES,
  RESTATEMENTS,
  /** Changed rows of the state snapshot. */
  STATE,
  /** Changed rows of the register of adverse records. */
  REGISTER,
  /** Queued reports of the loans whose queue changed. */
  QUEUE,
  NOTICES,
  DECISIONS,
  /** Disputes open at the business date. */
  DISPUTES,
  /** Report dates that are sent late or dropped, for {@code run.json}. */
  LATE,
  AGGREGATES,
  /** Counters, row counts and control totals: written last. */
  SUMMARY;

  /** The name's last part. */
  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
