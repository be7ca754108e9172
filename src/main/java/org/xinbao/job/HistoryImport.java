package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Fact;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Run;
import org.xinbao.store.RunCounts;
import org.xinbao.store.RunInput;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotInfo;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.Snapshots;

/**
 * {@code import-history}: what another system has reported, once, into an empty home (rulings 6).
 * It is the state that the first night builds on: accounts that the bureau knows are not reported
 * as new, and adverse records of loans that have left the ledger are kept.
 */
public final class HistoryImport {

  /** The job's name in the store and in the lock. */
  static final String JOB = "import-history";

  private static final String WORK = "import";

  private final HistoryArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;

  private HistoryImport(HistoryArguments arguments, NightlyConf conf, Stores stores) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
  }

  /**
   * Imports the history.
   *
   * @throws JobStopped when the home is not empty, or a file cannot be used: nothing is imported
   */
  public static RunOutcome run(HistoryArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> new HistoryImport(arguments, conf, stores).run());
  }

  private RunOutcome run() throws IOException {
    refuseUsedHome();
    stores.runs().findUnfinished(JOB).map(Run::id).ifPresent(stores.runs()::discard);
    List<Path> files = files();
    Path work = arguments.home().resolve(WORK);
    SafeFiles.deleteTree(work);
    SafeFiles.createPrivateFolder(work);
    try {
      return publish(files, HistoryContent.read(arguments, conf, work));
    } finally {
      SafeFiles.deleteTree(work);
    }
  }

  private void refuseUsedHome() {
    if (!stores.runs().listPublished().isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The home "
              + arguments.home()
              + " is not empty: a history is imported once, before the first night.");
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (HistoryFile each : HistoryFile.values()) {
      Path file = arguments.folder().resolve(each.fileName());
      if (Files.isRegularFile(file)) {
        files.add(file);
      }
    }
    if (files.isEmpty()) {
      throw refused("the folder " + arguments.folder() + " has none of the files of a history");
    }
    for (String each : HistoryFile.NOT_SERVED) {
      if (Files.exists(arguments.folder().resolve(each))) {
        throw refused(each + " is of a bureau that is not served: take it out of the folder");
      }
    }
    return files;
  }

  static JobStopped refused(String sentence) {
    return new JobStopped(
        ExitCode.REFUSED, "The history was refused, nothing was imported: " + sentence + ".");
  }

  private RunOutcome publish(List<Path> files, HistoryContent content) throws IOException {
    EvidenceBody body = EvidenceBody.empty().add("business_date", Day.format(arguments.date()));
    StringBuilder hashes = new StringBuilder();
    for (Path each : files) {
      String sha256 = SafeFiles.sha256(each);
      hashes.append(sha256).append('\n');
      body.add("input", String.valueOf(each.getFileName()), Files.size(each), sha256);
    }
    long id = stores.runs().start(input(hashes.toString()), Instant.now());
    SnapshotKey key = new SnapshotKey(arguments.date(), 1);
    state(body, StateName.Kind.LOANS, key, content.loans());
    state(body, StateName.Kind.of(Fact.By.CUSTOMER), key, content.customers());
    state(body, StateName.Kind.of(Fact.By.FACILITY), key, content.facilities());
    long records = stores.register().record(id, content.adverse());
    String sentence = content.sentence(arguments.date(), records);
    body.add("run", id).add("loans", content.loanCount()).add("adverse_records", records);
    Instant now = Instant.now();
    Run.Result result = new Run.Result(ExitCode.DONE.number(), sentence, now);
    RunCounts counts = new RunCounts(content.loanCount(), 0, 0, 0);
    stores
        .database()
        .inTransaction(
            () -> {
              stores.runs().publish(id, counts, "", result);
              return stores
                  .chain()
                  .append(
                      EvidenceDraft.of(EvidenceKind.IMPORT, arguments.date(), Actor.of(JOB), body),
                      now);
            });
    return new RunOutcome(ExitCode.DONE, sentence);
  }

  private RunInput input(String hashes) {
    String sha256 =
        HexFormat.of()
            .formatHex(SafeFiles.newSha256().digest(hashes.getBytes(StandardCharsets.UTF_8)));
    return new RunInput(
        JOB,
        arguments.date(),
        1,
        0,
        sha256,
        conf.sha256(),
        arguments.folder().toString(),
        ProgramVersion.current(),
        0,
        0);
  }

  /** Gives a state file its name; one of an import that died before its end is replaced. */
  private void state(EvidenceBody body, StateName.Kind kind, SnapshotKey key, Path part)
      throws IOException {
    Snapshots snapshots = stores.states(kind);
    Files.deleteIfExists(snapshots.path(key));
    SnapshotInfo info = snapshots.assemble(HistoryContent.plan(arguments.date()), List.of(part));
    snapshots.publish(key);
    body.add("state", new StateName(kind, key), info.sha256());
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
