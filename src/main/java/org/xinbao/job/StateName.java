package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import org.xinbao.bureau.Fact;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.Snapshots;

/**
 * Which state file, as the evidence chain and the archive name it: {@code 2026-10-31} for the
 * loans, {@code customers/2026-10-31} and {@code facilities/2026-10-31} for the others.
 */
record StateName(Kind kind, SnapshotKey key) {

  /** What it is about. */
  enum Kind {
    LOANS(""),
    CUSTOMERS("customers"),
    FACILITIES("facilities");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }

    /** The kind of what a second pass goes by. */
    static Kind of(Fact.By by) {
      return by == Fact.By.CUSTOMER ? CUSTOMERS : FACILITIES;
    }

    /** The state files of another home. */
    Snapshots of(Path home) throws IOException {
      return folder.isEmpty() ? new Snapshots(home) : new Snapshots(home, folder);
    }
  }

  /** Reads a name of the chain. */
  static StateName parse(String name) {
    int slash = name.indexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    for (Kind each : Kind.values()) {
      if (each.folder.equals(folder)) {
        return new StateName(each, SnapshotKey.parse(name.substring(slash + 1)).orElseThrow());
      }
    }
    throw new IllegalArgumentException("no state file has the name " + name);
  }

  @Override
  public String toString() {
    return kind.folder.isEmpty() ? key.toString() : kind.folder + "/" + key;
  }
}
