package org.xinbao.job;

import java.util.Optional;
import org.xinbao.store.Run;

/** What the next night builds on. */
final class BuiltOn {

  private BuiltOn() {}

  /** The last published night, or before the first one the imported history; else nothing. */
  static Optional<Run> find(Stores stores) {
    return stores
        .runs()
        .findLatestPublished(Nightly.JOB)
        .or(() -> stores.runs().findLatestPublished(HistoryImport.JOB));
  }

  /** Whether a run is an import and no night. */
  static boolean isImport(Run run) {
    return run.input().job().equals(HistoryImport.JOB);
  }
}
