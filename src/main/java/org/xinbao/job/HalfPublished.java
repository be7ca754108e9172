package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.store.Run;

/**
 * Completes a run that a crash caught between becoming visible and being committed (rulings 17).
 */
final class HalfPublished {

  private static final Logger LOG = LoggerFactory.getLogger(HalfPublished.class);

  private HalfPublished() {}

  /** Completes such a run if there is one. */
  static void complete(Stores stores, Path home) throws IOException {
    Optional<Run> unfinished = stores.runs().findUnfinished(Nightly.JOB);
    if (unfinished.isEmpty()) {
      return;
    }
    Run run = unfinished.get();
    Optional<Staging> staging = WorkNote.read(home, run.id());
    if (staging.isPresent() && isVisible(stores, run, staging.get())) {
      LOG.info("completing the half-published run {}", run.id());
      Publish.complete(stores, run, staging.get());
      WorkNote.delete(home, run.id());
    }
  }

  private static boolean isVisible(Stores stores, Run run, Staging staging) {
    return Files.exists(staging.commit())
        && (stores.snapshots().exists(run.snapshotKey()) || Files.exists(staging.target()));
  }
}
