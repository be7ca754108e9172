package org.xinbao.store;

import java.util.Optional;

/**
 * What kind of snapshot a run writes.
 *
 * @param key its date and version
 * @param previous the snapshot whose changes it holds; empty for a base, which holds every loan
 */
public record SnapshotPlan(SnapshotKey key, Optional<SnapshotKey> previous) {

  /** Whether every loan is written, not only what changed. */
  public boolean isBase() {
    return previous.isEmpty();
  }

  /** The first line of the file, without its end. */
  String header() {
    return "xinbao-state\t1\t" + key + "\t" + previous.map(SnapshotKey::toString).orElse("-");
  }
}
