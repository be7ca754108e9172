package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.bureau.Fact;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.SafeFiles;

/**
 * Completes a run that a crash caught between becoming visible and being committed (rulings 17).
 */
final class HalfPublished {

  private static final Logger LOG = LoggerFactory.getLogger(HalfPublished.class);

  private HalfPublished() {}

  /** Completes such a run if there is one, and clears away what ended runs have left. */
  static void complete(Stores stores, Path home) throws IOException {
    Optional<Run> unfinished = stores.runs().findUnfinished(Nightly.JOB);
    if (unfinished.isPresent()) {
      complete(stores, home, unfinished.get());
    }
    clear(stores, home);
    HalfDeleted.complete(stores, home);
  }

  private static void complete(Stores stores, Path home, Run run) throws IOException {
    Optional<Staging> staging = WorkNote.read(home, run.id());
    if (staging.isPresent() && isVisible(stores, run, staging.get())) {
      LOG.info("completing the half-published run {}", run.id());
      stores.runs().resume(run.id());
      RunOutcome outcome = Publish.complete(stores, run, staging.get());
      StatusBoard.ended(home, stores, run, RunState.PUBLISHED, outcome.code(), outcome.sentence());
      WorkNote.delete(home, run.id());
    }
  }

  /** A crash after the commit, or while a run was given up, leaves its staging folder. */
  private static void clear(Stores stores, Path home) throws IOException {
    Optional<Long> atWork = stores.runs().findUnfinished(Nightly.JOB).map(Run::id);
    for (long run : WorkNote.runs(home)) {
      Optional<Staging> staging = WorkNote.read(home, run);
      if (staging.isPresent() && !atWork.equals(Optional.of(run))) {
        SafeFiles.deleteTree(staging.get().folder());
        WorkNote.delete(home, run);
      }
    }
  }

  private static boolean isVisible(Stores stores, Run run, Staging staging) {
    return Files.exists(staging.commit())
        && (stores.snapshots().exists(run.snapshotKey())
            || Stream.of(Fact.By.values())
                .anyMatch(by -> stores.states(by).exists(run.snapshotKey()))
            || Files.exists(staging.target()));
  }
}
