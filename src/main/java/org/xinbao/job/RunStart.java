package org.xinbao.job;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.xinbao.store.Run;
import org.xinbao.store.RunInput;
import org.xinbao.store.SafeFiles;

/** Takes up the unfinished run when it is the same one, else gives it up and starts a new one. */
final class RunStart {

  private static final int FIRST_VERSION = 1;

  private RunStart() {}

  static Run startOrResume(
      NightlyArguments arguments,
      NightlyConf conf,
      Stores stores,
      ManifestCheck manifest,
      Optional<Run> previous)
      throws IOException {
    RunInput input =
        new RunInput(
            Nightly.JOB,
            arguments.date(),
            version(arguments, previous),
            previous.map(Run::id).orElse(0L),
            manifest.sha256(),
            conf.sha256(),
            arguments.ledger().toString(),
            ProgramVersion.current(),
            stores.decisions().lastNumber(),
            stores.feedbacks().lastNumber());
    Optional<Run> unfinished = stores.runs().findUnfinished(Nightly.JOB);
    if (unfinished.isPresent()) {
      Run run = unfinished.get();
      if (isSame(run.input(), input) && hasStaging(arguments, run)) {
        stores.runs().resume(run.id());
        return stores.runs().find(run.id()).orElseThrow();
      }
      giveUp(arguments, stores, run);
    }
    long id = stores.runs().start(input, Instant.now());
    FailurePoint.RUN_STARTED.pass();
    return stores.runs().find(id).orElseThrow();
  }

  /** The next version of a date that is published (rulings 16). */
  static int version(NightlyArguments arguments, Optional<Run> previous) {
    return previous
        .map(Run::input)
        .filter(each -> each.businessDate() == arguments.date())
        .map(each -> each.version() + 1)
        .orElse(FIRST_VERSION);
  }

  /** Work done by another version of the program is not taken up: its part files may differ. */
  private static boolean isSame(RunInput before, RunInput now) {
    return before.businessDate() == now.businessDate()
        && before.version() == now.version()
        && before.previousRunId() == now.previousRunId()
        && before.programVersion().equals(now.programVersion())
        && before.sameInput(now.manifestSha256(), now.confSha256());
  }

  private static boolean hasStaging(NightlyArguments arguments, Run run) throws IOException {
    Staging staging =
        Staging.of(arguments.output(), arguments.date(), run.input().version(), run.id());
    return WorkNote.read(arguments.home(), run.id()).equals(Optional.of(staging));
  }

  private static void giveUp(NightlyArguments arguments, Stores stores, Run run)
      throws IOException {
    Optional<Staging> staging = WorkNote.read(arguments.home(), run.id());
    stores.runs().discard(run.id());
    if (staging.isPresent()) {
      SafeFiles.deleteTree(staging.get().folder());
    }
    WorkNote.delete(arguments.home(), run.id());
  }
}
