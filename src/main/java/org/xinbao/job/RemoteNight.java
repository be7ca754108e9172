package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Fact;
import org.xinbao.store.Database;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.StateView;

/**
 * A night as a worker sees it: the manager's run, read from the database and the shared folders,
 * with the same rules. It writes part files and their rows, nothing else.
 */
final class RemoteNight implements AutoCloseable {

  private final NightRun night;
  private final SharedNight shared;
  private final Map<Fact.By, SecondPass> secondPasses = new EnumMap<>(Fact.By.class);

  private RemoteNight(NightRun night, SharedNight shared) {
    this.night = night;
    this.shared = shared;
  }

  /**
   * Opens the run that an order belongs to.
   *
   * @param folder this worker's configuration folder
   * @return nothing when that run is over
   * @throws JobStopped when this worker must not work for it
   */
  static Optional<RemoteNight> open(
      NightlyConf conf, Path folder, Path home, Database database, WorkOrder order)
      throws Exception {
    Stores stores = Stores.of(database, home);
    Optional<Run> found = stores.runs().find(order.runId());
    if (found.isEmpty() || found.get().state() != RunState.RUNNING) {
      return Optional.empty();
    }
    Run run = found.get();
    refuseOther(conf, run);
    Staging staging =
        WorkNote.read(home, run.id())
            .orElseThrow(
                () ->
                    new JobStopped(
                        ExitCode.USAGE,
                        "The home "
                            + home
                            + " is not the one that the night works in: --home must name the same"
                            + " shared folder on every host."));
    SharedNight shared = SharedNight.of(staging, order.opening());
    NightlyArguments arguments = arguments(shared, run, staging, folder, home);
    return Optional.of(
        new RemoteNight(night(conf, arguments, stores, run, staging, shared), shared));
  }

  private static NightlyArguments arguments(
      SharedNight shared, Run run, Staging staging, Path folder, Path home) throws IOException {
    TreeSet<Allowed.What> what = new TreeSet<>();
    if (shared.isLaterExport()) {
      what.add(Allowed.What.LATER_EXPORT);
    }
    return new NightlyArguments(
        shared.ledger(),
        run.input().businessDate(),
        staging.output(),
        folder,
        home,
        1,
        0,
        Duration.ZERO,
        new Allowed(what, new TreeSet<>(), new TreeSet<>(), Day.NONE, ""),
        NightlyArguments.Workers.LOCAL);
  }

  private static NightRun night(
      NightlyConf conf,
      NightlyArguments arguments,
      Stores stores,
      Run run,
      Staging staging,
      SharedNight shared)
      throws Exception {
    Optional<Run> previous =
        run.input().previousRunId() == 0
            ? Optional.empty()
            : stores.runs().find(run.input().previousRunId());
    StateView before =
        previous.isPresent()
            ? stores.snapshots().open(previous.get().snapshotKey())
            : StateView.EMPTY;
    KeyStates keyStates = null;
    boolean opened = false;
    try {
      keyStates = KeyStates.open(stores, run.snapshotKey(), previous.map(Run::snapshotKey));
      NightRun night =
          new NightRun(
              arguments,
              conf.settings(),
              conf.products(),
              conf.conventions(),
              conf.warnings(),
              conf.bureaux(),
              shared.export(conf.ledgerSettings()),
              stores,
              run,
              previous,
              before,
              stores.snapshots().plan(run.snapshotKey(), previous.map(Run::snapshotKey)),
              keyStates,
              List.of(),
              List.of(),
              staging,
              Progress.SILENT);
      opened = true;
      return night;
    } finally {
      if (!opened) {
        close(keyStates, before);
      }
    }
  }

  private static void close(@Nullable KeyStates keyStates, StateView before) throws IOException {
    try (before) {
      if (keyStates != null) {
        keyStates.close();
      }
    }
  }

  /** Whether the run is still at work; nobody waits for the parts of one that is not. */
  boolean isRunning() {
    return night
        .stores()
        .runs()
        .find(night.run().id())
        .map(each -> each.state() == RunState.RUNNING)
        .orElse(false);
  }

  /** Works a partition, unless an attempt at it has won already. */
  void work(WorkOrder order) throws IOException {
    long attempt = Attempts.next();
    if (order.step().equals(NightlyJob.ASSESS)) {
      new AssessPartition(night).run(order.partition(), attempt, order.range());
      return;
    }
    for (Fact.By by : Fact.By.values()) {
      if (order.step().equals(NightlyJob.step(by))) {
        secondPass(by).run(by, order.partition(), attempt, order.range());
        return;
      }
    }
    throw new IllegalArgumentException("no partitioned step has the name of the order");
  }

  /** Opened with the first order by it: before that the manager has not sorted anything. */
  private synchronized SecondPass secondPass(Fact.By by) throws IOException {
    SecondPass pass = secondPasses.get(by);
    if (pass == null) {
      pass = SecondPass.shared(night, shared, by);
      secondPasses.put(by, pass);
    }
    return pass;
  }

  @Override
  public void close() throws IOException {
    night.export().close();
    close(night.keyStates(), night.before());
  }

  private static void refuseOther(NightlyConf conf, Run run) {
    if (!run.input().programVersion().equals(ProgramVersion.current())) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The night runs version "
              + run.input().programVersion()
              + " of the program and this worker is version "
              + ProgramVersion.current()
              + ": install the same one.");
    }
    if (!run.input().confSha256().equals(conf.sha256())) {
      throw new JobStopped(
          ExitCode.USAGE,
          "This worker's configuration has other rules than the night: --conf must name the same"
              + " files on every host.");
    }
  }
}
