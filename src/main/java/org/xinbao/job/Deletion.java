package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.KeptIdentities.KeptIdentity;
import org.xinbao.store.RegisterChange;
import org.xinbao.store.Run;
import org.xinbao.store.RunInput;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotInfo;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.StateView;

/**
 * The retention job (征信业管理条例 art. 16; rulings 12, 14, 16, 38): deletes from register and state,
 * from the derived outputs and from the archive what is past its time, each by its own clock, and
 * leaves the proof of it.
 */
public final class Deletion {

  /** The job's name in the store, in the lock and in the evidence. */
  static final String JOB = "retention";

  /** Contents of entries that one entry tells of at most. */
  private static final int CONTENTS_IN_ENTRY = 1_000;

  private final DeletionArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final Run night;

  private Deletion(DeletionArguments arguments, NightlyConf conf, Stores stores, Run night) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
    this.night = night;
  }

  /** How the job ended, with the list of what falls due for a dry run. */
  public record Result(RunOutcome outcome, List<String> due) {
    public Result {
      due = List.copyOf(due);
    }
  }

  /** Runs the job. */
  public static Result run(DeletionArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> checked(arguments, conf, stores));
  }

  private static Result checked(DeletionArguments arguments, NightlyConf conf, Stores stores)
      throws IOException {
    HalfPublished.complete(stores, arguments.home());
    stores.runs().tidy();
    if (stores.runs().findUnfinished(Nightly.JOB).isPresent()) {
      throw refused("a night is not finished: run it again, then this");
    }
    Run night =
        stores
            .runs()
            .findLatestPublished(Nightly.JOB)
            .orElseThrow(() -> refused("no date is published: run a night first"));
    if (arguments.date() > night.input().businessDate()) {
      throw refused(
          "what was decided up to "
              + Day.format(arguments.date())
              + " is not known before its night is published: run that first");
    }
    Optional<Run> before = stores.runs().findLatestPublished(JOB);
    if (before.isPresent() && !arguments.dryRun()) {
      int last = before.get().input().businessDate();
      if (last == arguments.date()) {
        return new Result(done(before.get()), List.of());
      }
      if (last > arguments.date()) {
        throw refused("it has run for " + Day.format(last) + " already: give a later date");
      }
    }
    Deletion deletion = new Deletion(arguments, conf, stores, night);
    return arguments.dryRun() ? deletion.dryRun() : deletion.delete();
  }

  private static JobStopped refused(String reason) {
    return new JobStopped(ExitCode.REFUSED, "Nothing was deleted: " + reason + ".");
  }

  private static RunOutcome done(Run run) {
    return new RunOutcome(ExitCode.DONE, run.result().orElseThrow().sentence());
  }

  private Result dryRun() throws IOException {
    DeletionWork work = DeletionWork.of(arguments.home(), 0);
    SafeFiles.deleteTree(work.folder());
    try {
      SafeFiles.createFolders(work.folder());
      DeletionLists lists =
          new DeletionLists(work.folder(), arguments.date(), "dry run", (loanId, from) -> "");
      long forgotten;
      try (lists) {
        forgotten = plan(work, lists);
      }
      DeletionFiles files = files(forgotten > 0);
      RunOutcome outcome =
          new RunOutcome(
              ExitCode.DONE,
              String.format(
                  Locale.ROOT,
                  "%s, dry run: %,d records and %,d files would be deleted, %,d records fall due in"
                      + " the next %d days; nothing was changed.",
                  Day.format(arguments.date()),
                  lists.deleted(),
                  files.files().size(),
                  lists.dueSoon(),
                  DeletionPlan.DAYS_AHEAD));
      return new Result(
          outcome,
          Files.readAllLines(work.folder().resolve(DeletionLists.DUE), StandardCharsets.UTF_8));
    } finally {
      SafeFiles.deleteTree(work.folder());
    }
  }

  private Result delete() throws IOException {
    DeletionKey key = DeletionKey.read(conf.settings());
    long runId = start();
    DeletionPoint.STARTED.pass();
    // Copies for reading; who still needs one makes it again from what is left.
    SafeFiles.deleteTree(RebuiltReports.folder(arguments.output()));
    DeletionWork work = DeletionWork.of(arguments.home(), runId);
    Staging staging =
        new Staging(arguments.output(), Day.format(arguments.date()) + ".retention", runId);
    SafeFiles.createFolders(work.folder());
    work.begin(staging, night.snapshotKey());
    SafeFiles.createFolders(staging.out());
    long forgotten;
    DeletionLists lists =
        new DeletionLists(
            staging.out(),
            arguments.date(),
            DeletionLists.runName(arguments.date()),
            key::tombstone);
    try (lists) {
      forgotten = plan(work, lists);
    }
    DeletionFiles files = files(forgotten > 0);
    DeletionPoint.LISTED.pass();
    DeletionWork.Note note = prepare(work, staging, lists, files, forgotten);
    work.write(note);
    DeletionPoint.NOTED.pass();
    return new Result(HalfDeleted.carryOut(stores, arguments.home(), work, note), List.of());
  }

  private long start() {
    return stores
        .runs()
        .start(
            new RunInput(
                JOB,
                arguments.date(),
                1,
                night.id(),
                "",
                conf.sha256(),
                "",
                ProgramVersion.current(),
                stores.decisions().lastNumber(),
                night.input().feedbackNo()),
            Instant.now());
  }

  private long plan(DeletionWork work, DeletionLists lists) throws IOException {
    try (StateView view = stores.snapshots().open(night.snapshotKey());
        DeletionPlan plan = new DeletionPlan(arguments.date(), keeping(), work, lists, view)) {
      plan.run(stores);
      return plan.loansForgotten();
    }
  }

  /**
   * What is past its time.
   *
   * @param rewritten whether the present states are written anew, each as a whole, so that they
   *     need none of those before them
   */
  private DeletionFiles files(boolean rewritten) throws IOException {
    Set<StateName> current = new HashSet<>();
    for (StateName.Kind kind : StateName.Kind.values()) {
      if (stores.states(kind).exists(night.snapshotKey())) {
        try (StateView view = stores.states(kind).open(night.snapshotKey())) {
          view.infos().stream()
              .map(each -> each.plan().key())
              .filter(each -> !rewritten || each.equals(night.snapshotKey()))
              .forEach(each -> current.add(new StateName(kind, each)));
        }
      }
    }
    DeletionFiles files = new DeletionFiles(arguments, keeping());
    files.find(stores, current);
    return files;
  }

  private Keeping keeping() {
    return conf.settings().keeping();
  }

  private DeletionWork.Note prepare(
      DeletionWork work, Staging staging, DeletionLists lists, DeletionFiles files, long forgotten)
      throws IOException {
    rows(work);
    DeletionLists.files(staging.out(), arguments.date(), files.files(), keeping());
    List<DeletionWork.State> states = forgotten > 0 ? states(work) : List.of();
    List<OutputFile> outputs = OutputFiles.list(staging.out());
    Path json = staging.out().resolve("retention.json");
    DeletionJson.write(conf, arguments.date(), counts(lists, files, forgotten), outputs, json);
    SafeFiles.forceTree(staging.out());
    List<DeletionWork.Statement> evidence = new ArrayList<>();
    evidence.add(statement(staging, work.runId(), lists, forgotten, states));
    evidence.addAll(DeletionFiles.statements(files.files()));
    evidence.addAll(contents(work));
    return new DeletionWork.Note(
        arguments.output(),
        arguments.archive(),
        staging.name(),
        states.isEmpty() ? Optional.empty() : Optional.of(night.snapshotKey()),
        outcome(staging, lists, files, forgotten),
        SafeFiles.sha256(json),
        files.files(),
        files.runs(),
        evidence);
  }

  /** The states without the loans to forget, not yet seen by anybody. */
  private List<DeletionWork.State> states(DeletionWork work) throws IOException {
    SnapshotKey key = night.snapshotKey();
    List<DeletionWork.State> states = new ArrayList<>();
    try (StateView view = stores.snapshots().open(key);
        PartLines<String> loans = work.lines(work.forgotten(), line -> line)) {
      ForgottenKeys keys = ForgottenKeys.of(conf.bureaux(), work, view);
      SnapshotInfo own = stores.snapshots().rewrite(key, loans);
      states.add(new DeletionWork.State(new StateName(StateName.Kind.LOANS, key), own.sha256()));
      states.addAll(keys.rewrite(stores, key));
    }
    return states;
  }

  /** Rows that count only once the run is published, and so need no single transaction. */
  private void rows(DeletionWork work) throws IOException {
    try (PartLines<RegisterChange> removals =
        work.lines(
            work.removals(),
            line -> {
              List<String> f = Tsv.fields(line);
              return new RegisterChange.Remove(f.get(0), Integer.parseInt(f.get(1)));
            })) {
      stores.register().record(work.runId(), removals);
    }
    try (PartLines<KeptIdentity> identities =
        work.lines(
            work.identities(),
            line -> {
              List<String> f = Tsv.fields(line);
              return new KeptIdentity(f.get(0), Integer.parseInt(f.get(1)));
            })) {
      stores.identities().record(work.runId(), identities);
    }
  }

  private static Map<String, Long> counts(
      DeletionLists lists, DeletionFiles files, long forgotten) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records_deleted", lists.deleted());
    counts.put("records_due", lists.dueSoon());
    counts.put("loans_forgotten", forgotten);
    counts.put("files_deleted", (long) files.files().size());
    return counts;
  }

  private EvidenceBody body(Staging staging, long runId) {
    return EvidenceBody.empty()
        .add("folder", staging.name())
        .add("version", 1)
        .add("run", runId)
        .add("program", ProgramVersion.current())
        .add("program_sha256", ProgramFiles.running().sha256())
        .add("rules_sha256", conf.sha256())
        .add("decision_number", stores.decisions().lastNumber())
        .add("built_on", night.snapshotKey());
  }

  private DeletionWork.Statement statement(
      Staging staging,
      long runId,
      DeletionLists lists,
      long forgotten,
      List<DeletionWork.State> states)
      throws IOException {
    EvidenceBody body =
        body(staging, runId).add("records", lists.deleted()).add("loans", forgotten);
    for (OutputFile each : OutputFiles.list(staging.out())) {
      body.add("output", each.path(), each.bytes(), each.sha256());
    }
    states.forEach(each -> body.add("state", each.name(), each.sha256()));
    return new DeletionWork.Statement(EvidenceKind.RECORDS_DELETED, body);
  }

  /** The contents of the chain that go with their loans. */
  private List<DeletionWork.Statement> contents(DeletionWork work) throws IOException {
    List<DeletionWork.Statement> statements = new ArrayList<>();
    int count = 0;
    try (PartLines<String> loans = work.lines(work.forgotten(), line -> line)) {
      while (loans.hasNext()) {
        for (long each : stores.chain().withContentAbout(loans.next())) {
          if (count++ % CONTENTS_IN_ENTRY == 0) {
            statements.add(
                new DeletionWork.Statement(EvidenceKind.CONTENTS_DELETED, EvidenceBody.empty()));
          }
          statements.get(statements.size() - 1).body().add("content", each);
        }
      }
    }
    return statements;
  }

  private RunOutcome outcome(
      Staging staging, DeletionLists lists, DeletionFiles files, long forgotten) {
    return new RunOutcome(
        ExitCode.DONE,
        String.format(
            Locale.ROOT,
            "%s: %,d records and %,d files deleted, %,d loans forgotten; %,d records fall due in"
                + " the next %d days: see %s/%s.",
            Day.format(arguments.date()),
            lists.deleted(),
            files.files().size(),
            forgotten,
            lists.dueSoon(),
            DeletionPlan.DAYS_AHEAD,
            staging.target(),
            DeletionLists.DUE));
  }
}
