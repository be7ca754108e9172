package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.RegisterChange;
import org.xinbao.store.Run;
import org.xinbao.store.RunCounts;
import org.xinbao.store.RunInput;
import org.xinbao.store.RunState;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotInfo;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.Snapshots;

/**
 * Takes over, once and into an empty home, what another system told the bureaux, so that the first
 * night reports only what has changed since (rulings 6). All files or none: the state files get
 * their names first, then one transaction makes register and evidence count.
 */
public final class HistoryImport {

  /** The job's name in the store, in the lock and in the evidence. */
  public static final String JOB = "import-history";

  private final ImportArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final Path work;
  private final SnapshotKey key;
  private final ImportProblems problems = new ImportProblems();

  private HistoryImport(ImportArguments arguments, NightlyConf conf, Stores stores) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
    this.work = arguments.home().resolve("work").resolve(JOB);
    this.key = new SnapshotKey(arguments.date(), 1);
  }

  /**
   * Runs the job.
   *
   * @throws JobStopped when it ends early with a documented exit code
   * @throws org.xinbao.conf.ConfException when the configuration cannot be used
   */
  public static ImportOutcome run(ImportArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    if (!Files.isDirectory(arguments.folder())) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The folder " + arguments.folder() + " does not exist: name another one with --dir.");
    }
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> new HistoryImport(arguments, conf, stores).run());
  }

  private ImportOutcome run() throws IOException {
    HalfPublished.complete(stores, arguments.home());
    String files = filesSha256();
    Optional<Run> before = stores.runs().findLatestPublished(JOB);
    if (before.isPresent()) {
      return again(before.get(), files);
    }
    if (stores.runs().findLatestPublished(Nightly.JOB).isPresent()
        || stores.runs().findUnfinished(Nightly.JOB).isPresent()) {
      throw refused("nights were run in this home, and a history begins an empty one");
    }
    clear();
    Run run = start(files);
    StatusBoard.working(JOB, arguments.home(), stores, run, JOB);
    try {
      return carryOut(run);
    } catch (IOException | RuntimeException e) {
      fail(run, e);
      throw e;
    } finally {
      SafeFiles.deleteTree(work);
    }
  }

  private ImportOutcome again(Run before, String files) {
    boolean same =
        before.input().businessDate() == arguments.date()
            && before.input().manifestSha256().equals(files);
    if (!same) {
      throw refused(
          "a history was imported already, as of "
              + Day.format(before.input().businessDate())
              + "; to import another one begin with an empty home");
    }
    String sentence = before.result().orElseThrow().sentence();
    return new ImportOutcome(new RunOutcome(ExitCode.DONE, sentence), List.of());
  }

  private static JobStopped refused(String reason) {
    return new JobStopped(ExitCode.REFUSED, "Nothing was imported: " + reason + ".");
  }

  /** The hash that stands for all files of the history. */
  private String filesSha256() throws IOException {
    MessageDigest digest = SafeFiles.newSha256();
    for (Path each : ImportReader.files(arguments.folder())) {
      String line = each.getFileName() + "\t" + SafeFiles.sha256(each) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Nothing of this home counts yet: what is there is what a killed import has left. */
  private void clear() throws IOException {
    for (Optional<Run> left = stores.runs().findUnfinished(JOB);
        left.isPresent();
        left = stores.runs().findUnfinished(JOB)) {
      stores.runs().discard(left.get().id());
    }
    for (StateName.Kind kind : StateName.Kind.values()) {
      Snapshots states = stores.states(kind);
      for (SnapshotKey each : states.list()) {
        states.delete(each);
      }
    }
    SafeFiles.deleteTree(work);
    SafeFiles.createPrivateFolder(work);
  }

  private Run start(String files) {
    long id =
        stores
            .runs()
            .start(
                new RunInput(
                    JOB,
                    arguments.date(),
                    1,
                    0,
                    files,
                    conf.sha256(),
                    arguments.folder().toString(),
                    ProgramVersion.current(),
                    stores.decisions().lastNumber(),
                    stores.feedbacks().lastNumber()),
                Instant.now());
    return stores.runs().find(id).orElseThrow();
  }

  private ImportOutcome carryOut(Run run) throws IOException {
    EvidenceBody evidence = about(run);
    ImportReader reader = new ImportReader(arguments, conf, problems, evidence, work);
    reader.read();
    ImportStates states = new ImportStates(work, conf, problems, key);
    states.checkCodes(reader.codes);
    Map<StateName.Kind, Path> parts = new LinkedHashMap<>();
    parts.put(StateName.Kind.LOANS, states.loans(reader));
    states
        .keys(ImportFile.IDENTITIES, "customer_id", reader.customers)
        .ifPresent(each -> parts.put(StateName.Kind.CUSTOMERS, each));
    states
        .keys(ImportFile.FACILITIES, "facility_id", reader.facilities)
        .ifPresent(each -> parts.put(StateName.Kind.FACILITIES, each));
    ImportRegister register = new ImportRegister(conf, problems, arguments.date());
    Path records = register.write(reader.adverse, work.resolve("register"));
    if (problems.count() > 0) {
      return refuse(run);
    }
    writeRegister(run, records);
    evidence.add("accounts", states.accounts).add("keys", states.keys);
    evidence.add("records", register.records);
    return publish(run, parts, evidence, sentence(states, register));
  }

  private EvidenceBody about(Run run) {
    return EvidenceBody.empty()
        .add("folder", JOB)
        .add("version", 1)
        .add("run", run.id())
        .add("program", run.input().programVersion())
        .add("program_sha256", ProgramFiles.running().sha256())
        .add("rules_sha256", run.input().confSha256())
        .add("business_date", Day.format(arguments.date()));
  }

  private ImportOutcome refuse(Run run) throws IOException {
    stores.runs().discard(run.id());
    RunOutcome outcome =
        new RunOutcome(
            ExitCode.REFUSED,
            String.format(
                Locale.ROOT,
                "Nothing was imported: %,d problems, the first: %s",
                problems.count(),
                problems.first().get(0)));
    StatusBoard.ended(JOB, arguments.home(), stores, run, RunState.DISCARDED, outcome);
    return new ImportOutcome(outcome, problems.first());
  }

  /** A failed import is on record, and no night begins before it was repeated. */
  private void fail(Run run, Exception reason) throws IOException {
    RunOutcome outcome =
        new RunOutcome(ExitCode.FAILED, "Failed, nothing was imported: see the log.");
    org.slf4j.LoggerFactory.getLogger(HistoryImport.class)
        .error("run {} failed: {}", run.id(), FailureLog.describe(reason));
    boolean open =
        stores.runs().find(run.id()).filter(e -> e.state() == RunState.RUNNING).isPresent();
    if (open) {
      stores
          .runs()
          .fail(
              run.id(), new Run.Result(outcome.code().number(), outcome.sentence(), Instant.now()));
      StatusBoard.ended(JOB, arguments.home(), stores, run, RunState.FAILED, outcome);
    }
  }

  private void writeRegister(Run run, Path records) throws IOException {
    List<Path> files = Files.exists(records) ? List.of(records) : List.of();
    try (PartLines<RegisterChange> lines =
        new PartLines<>(files, line -> new RegisterChange.Put(StoredLines.register(line)))) {
      stores.register().record(run.id(), lines);
    }
  }

  private ImportOutcome publish(
      Run run, Map<StateName.Kind, Path> parts, EvidenceBody evidence, String sentence)
      throws IOException {
    SnapshotPlan plan = new SnapshotPlan(key, Optional.empty());
    String reported = "";
    for (Map.Entry<StateName.Kind, Path> each : parts.entrySet()) {
      Snapshots states = stores.states(each.getKey());
      SnapshotInfo info = states.assemble(plan, List.of(each.getValue()));
      states.publish(key);
      evidence.add("state", new StateName(each.getKey(), key), info.sha256());
      reported = each.getKey() == StateName.Kind.LOANS ? info.sha256() : reported;
    }
    evidence.add("reported_sha256", reported);
    FailurePoint.IMPORT_WRITTEN.pass();
    String loans = reported;
    Run.Result result = new Run.Result(ExitCode.DONE.number(), sentence, Instant.now());
    stores
        .database()
        .inTransaction(
            () -> {
              stores.runs().publish(run.id(), RunCounts.NONE, loans, result);
              return stores
                  .chain()
                  .append(
                      EvidenceDraft.of(
                          EvidenceKind.IMPORT, arguments.date(), Actor.of(JOB), evidence),
                      result.endedAt());
            });
    RunOutcome outcome = new RunOutcome(ExitCode.DONE, sentence);
    StatusBoard.ended(JOB, arguments.home(), stores, run, RunState.PUBLISHED, outcome);
    return new ImportOutcome(outcome, new ArrayList<>());
  }

  private String sentence(ImportStates states, ImportRegister register) {
    String expired =
        register.expired == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " (%,d past their last kept day: the retention job deletes them unless a hold keeps"
                    + " them)",
                register.expired);
    return String.format(
        Locale.ROOT,
        "History imported as of %s: %,d accounts of %,d loans, %,d borrowers and agreements, %,d"
            + " adverse records%s; the first night must be a later date.",
        Day.format(arguments.date()),
        states.accounts,
        states.loans,
        states.keys,
        register.records,
        expired);
  }
}
