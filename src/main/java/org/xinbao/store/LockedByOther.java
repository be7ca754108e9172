package org.xinbao.store;

import java.time.Instant;

/** Another job holds the home (exit code 40). */
public final class LockedByOther extends Exception {
  private static final long serialVersionUID = 1L;

  private final LockHolder holder;

  LockedByOther(String place, LockHolder holder) {
    super(
        "Another job holds "
            + place
            + ": "
            + holder.describe()
            + "; wait until it has ended, or give --wait SECONDS.");
    this.holder = holder;
  }

  /** Its name, for example {@code nightly}; empty in the moment in which it has just started. */
  public String job() {
    return holder.job();
  }

  /** Since when it holds the home; {@link Instant#EPOCH} when not known. */
  public Instant since() {
    return holder.since();
  }

  /** Its process id; 0 when not known. */
  public long processId() {
    return holder.processId();
  }
}
