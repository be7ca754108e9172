package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.StateView;

/**
 * The main job from its first check to its last line (contract section 3, order of checks by
 * rulings 32): arguments and configuration, lock, a half-published run, already published, gap or
 * older date, manifest and files, run.
 */
public final class Nightly {

  /** The job's name in the store and in the lock. */
  public static final String JOB = "nightly";

  private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);

  private static final String FAILED = "Failed, nothing was published: see the log.";

  private final NightlyArguments arguments;
  private final Progress progress;
  private final boolean again;

  private Nightly(NightlyArguments arguments, Progress progress, boolean again) {
    this.arguments = arguments;
    this.progress = progress;
    this.again = again;
  }

  /**
   * Runs the job.
   *
   * @throws JobStopped when it ends early with a documented exit code
   * @throws org.xinbao.conf.ConfException when the configuration cannot be used
   */
  public static RunOutcome run(NightlyArguments arguments, Progress progress) throws Exception {
    return new Nightly(arguments, progress, false).locked();
  }

  /**
   * Runs a published night again in a scratch home: with an embedded database, whatever the
   * configuration names, and without handing anything over.
   */
  static RunOutcome again(NightlyArguments arguments, Progress progress) throws Exception {
    return new Nightly(arguments, progress, true).locked();
  }

  private RunOutcome locked() throws Exception {
    NightlyConf read = NightlyConf.read(arguments.conf());
    NightlyConf conf = again ? read.inScratch() : read;
    conf.refuseOtherFileDate(arguments.allowed());
    if (isRemote()) {
      RemoteWork.settings(conf);
    }
    return HomeJob.run(
        arguments.home(), conf, JOB, arguments.lockWait(), stores -> checked(conf, stores));
  }

  private RunOutcome checked(NightlyConf conf, Stores stores) throws Exception {
    HalfPublished.complete(stores, arguments.home());
    stores.runs().tidy();
    KeptInputs.tidy(arguments.home(), stores);
    ManifestCheck manifest = ManifestCheck.read(arguments, conf);
    Optional<RunOutcome> before = alreadyPublished(conf, stores, manifest);
    if (before.isPresent()) {
      return handOver(conf, stores, before.get(), Handover.Repeat.NEVER_TRIED);
    }
    List<RuleChange> ruleChanges = RuleChanges.check(conf, stores, arguments.allowed());
    refuseUnfinishedImport(stores);
    Optional<Run> previous = BuiltOn.find(stores);
    List<Integer> missed = DateOrder.check(arguments, previous, conf);
    refuseForeignFolder(RunStart.version(arguments, previous));
    Run run = RunStart.startOrResume(arguments, conf, stores, manifest, previous);
    Staging staging =
        Staging.of(arguments.output(), arguments.date(), run.input().version(), run.id());
    LogFile.mark(run.id());
    LOG.info("{} version {} begins", Day.format(arguments.date()), run.input().version());
    WorkNote.write(arguments.home(), run.id(), staging);
    KeptInputs.keep(arguments, stores, run, previous);
    SafeFiles.createFolders(staging.parts());
    try (LedgerExport export = openExport(conf, staging);
        StateView state = openState(stores, previous);
        KeyStates keyStates =
            KeyStates.open(stores, run.snapshotKey(), previous.map(Run::snapshotKey))) {
      conf.refuseUndecidedFirstLoad(previous.isEmpty(), export.rows("loans.csv"));
      NightRun night =
          new NightRun(
              arguments,
              conf.settings(),
              conf.products(),
              conf.conventions(),
              conf.warnings(),
              conf.bureaux(),
              export,
              stores,
              run,
              previous,
              state,
              stores.snapshots().plan(run.snapshotKey(), previous.map(Run::snapshotKey)),
              keyStates,
              missed,
              ruleChanges,
              staging,
              progress);
      RunOutcome outcome = execute(night, conf);
      WorkNote.delete(arguments.home(), run.id());
      return handOver(conf, stores, outcome, Handover.Repeat.FAILED_TOO);
    } catch (ExportRefused e) {
      if (e.reason() == ExportRefused.Reason.WRONG_INSTITUTION) {
        discard(stores, run, staging);
        throw new JobStopped(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
      throw refused(stores, run, staging, e.reason() + ": " + e.getMessage());
    } catch (RefusedNight e) {
      throw refused(stores, run, staging, String.valueOf(e.getMessage()));
    } catch (JobStopped e) {
      if (e.code() == ExitCode.USAGE || e.code() == ExitCode.REFUSED) {
        discard(stores, run, staging);
      } else {
        recordFailure(stores, run, e);
      }
      throw e;
    } catch (Exception e) {
      recordFailure(stores, run, e);
      throw e;
    }
  }

  /**
   * Notes in the store that a run failed, so that it is told from one that is at work or was
   * killed. The reason for the failure may keep that from being noted too; then it stays as it is.
   */
  private static void recordFailure(Stores stores, Run run, Exception reason) {
    try {
      Optional<Run> now = stores.runs().find(run.id());
      if (now.isPresent() && now.get().state() == RunState.RUNNING) {
        stores
            .runs()
            .fail(run.id(), new Run.Result(ExitCode.FAILED.number(), FAILED, Instant.now()));
      }
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
      LOG.error("that run {} failed could not be noted: {}", run.id(), FailureLog.describe(e));
    }
  }

  /** Without the history that somebody began to import, everything would be reported anew. */
  private static void refuseUnfinishedImport(Stores stores) {
    if (stores.runs().findUnfinished(HistoryImport.JOB).isPresent()) {
      throw new JobStopped(
          ExitCode.REFUSED,
          "Nothing was published: an import of the reporting history was begun and has not ended;"
              + " run jobs/xinbao.sh import-history again first.");
    }
  }

  /** A folder of this date and version that this home did not publish is somebody else's. */
  private void refuseForeignFolder(int version) {
    Path target = arguments.output().resolve(Staging.name(arguments.date(), version));
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new JobStopped(
          ExitCode.FAILED,
          target
              + " exists already but this home did not publish it: move it away, or name another"
              + " --output, and run the same command again.");
    }
  }

  private Optional<RunOutcome> alreadyPublished(
      NightlyConf conf, Stores stores, ManifestCheck manifest) {
    Optional<Run> published = stores.runs().findPublished(JOB, arguments.date());
    if (published.isEmpty()) {
      return Optional.empty();
    }
    Run run = published.get();
    if (!run.input().sameInput(manifest.sha256(), conf.sha256())) {
      if (arguments.allowed().has(Allowed.What.CORRECTION)) {
        return Optional.empty();
      }
      throw new JobStopped(
          ExitCode.REFUSED,
          ExportRefused.Reason.PUBLISHED_WITH_OTHER_INPUT
              + ": "
              + Day.format(arguments.date())
              + " is published with another export or configuration; restore them, or publish a"
              + " corrected version with --correct.");
    }
    Run.Result result = run.result().orElseThrow();
    ExitCode code =
        java.util.Arrays.stream(ExitCode.values())
            .filter(each -> each.number() == result.exitCode())
            .findFirst()
            .orElseThrow();
    return Optional.of(new RunOutcome(code, result.sentence()));
  }

  /**
   * Hands over what is published. A date that was published before hands over only what was never
   * tried, because its job was stopped in between.
   */
  private RunOutcome handOver(
      NightlyConf conf, Stores stores, RunOutcome published, Handover.Repeat repeat)
      throws Exception {
    if (again) {
      return published;
    }
    return new Handover(conf, stores, arguments.home(), arguments.output(), progress)
        .afterPublishing(arguments.date(), published, repeat);
  }

  private LedgerExport openExport(NightlyConf conf, Staging staging)
      throws IOException, ExportRefused {
    progress.step("check", 0);
    Path temp = SafeFiles.createFolders(staging.temp());
    return LedgerExport.open(
        arguments.ledger(),
        arguments.date(),
        arguments.allowed().has(Allowed.What.LATER_EXPORT),
        conf.ledgerSettings(),
        temp);
  }

  private static StateView openState(Stores stores, Optional<Run> previous) throws IOException {
    return previous.isPresent()
        ? stores.snapshots().open(previous.get().snapshotKey())
        : StateView.EMPTY;
  }

  private boolean isRemote() {
    return arguments.workers() == NightlyArguments.Workers.REMOTE;
  }

  private RunOutcome execute(NightRun night, NightlyConf conf) throws Exception {
    BatchEngine batch = new BatchEngine(night.stores().database());
    batch.recover(JOB);
    if (!isRemote()) {
      return execute(night, batch, Optional.empty());
    }
    try (RemoteWork remote = RemoteWork.open(night, RemoteWork.settings(conf))) {
      return execute(night, batch, Optional.of(remote));
    }
  }

  private RunOutcome execute(NightRun night, BatchEngine batch, Optional<RemoteWork> remote)
      throws Exception {
    NightlyJob job = new NightlyJob(night, batch.repository(), remote);
    progress.step(NightlyJob.ASSESS, night.export().rows("loans.csv"));
    int partitions = Partitions.count(arguments.partitions(), night.export().rows("loans.csv"));
    JobExecution execution = batch.start(job.build(partitions), night.run().id(), 1);
    if (execution.getStatus() == BatchStatus.COMPLETED && job.outcome().isPresent()) {
      RunOutcome outcome = job.outcome().get();
      StatusBoard.ended(
          arguments.home(),
          night.stores(),
          night.run(),
          RunState.PUBLISHED,
          outcome.code(),
          outcome.sentence());
      night.stores().runs().tidy();
      return outcome;
    }
    Throwable failure =
        job.failure().orElseGet(() -> new IllegalStateException("the job ended without a failure"));
    Exception reason = unwrapped(failure);
    if (reason instanceof RefusedNight || reason instanceof ExportRefused) {
      LOG.warn("run {} refused: {}", night.run().id(), reason.getMessage());
    } else {
      LOG.error("run {} failed: {}", night.run().id(), FailureLog.describe(failure));
      StatusBoard.ended(
          arguments.home(), night.stores(), night.run(), RunState.FAILED, ExitCode.FAILED, FAILED);
    }
    throw reason;
  }

  /** The failure itself, without what the framework wraps around it. */
  private static Exception unwrapped(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof RefusedNight
          || each instanceof ExportRefused
          || each instanceof IOException) {
        return (Exception) each;
      }
      if (each instanceof VerificationFailed) {
        return new JobStopped(
            ExitCode.FAILED,
            "What was written does not agree with what was counted, nothing was published: "
                + each.getMessage()
                + "; check the disk and run the same command again.");
      }
    }
    return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
  }

  private JobStopped refused(Stores stores, Run run, Staging staging, String sentence)
      throws IOException {
    discard(stores, run, staging);
    String whole = "The export was refused, nothing was published: " + sentence;
    StatusBoard.ended(arguments.home(), stores, run, RunState.DISCARDED, ExitCode.REFUSED, whole);
    return new JobStopped(ExitCode.REFUSED, whole);
  }

  /** Leaves nothing of a run that can never be published. */
  private void discard(Stores stores, Run run, Staging staging) throws IOException {
    stores.runs().discard(run.id());
    SafeFiles.deleteTree(staging.folder());
    WorkNote.delete(arguments.home(), run.id());
  }
}
