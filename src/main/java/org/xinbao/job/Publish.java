package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.Settings.AlertOn;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.report.Figure;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.PublishedFigure;
import org.xinbao.store.Run;
import org.xinbao.store.RunCounts;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.Submission;
import org.xinbao.store.SubmissionState;

/**
 * The step that makes a run visible: snapshot files, then folder, then one database transaction
 * (rulings 17). Each of the three can be repeated, so that a start after a crash completes what was
 * begun.
 */
final class Publish {

  private Publish() {}

  /** Publishes the night and says how it ended. */
  static RunOutcome run(NightRun night, Assembled assembled, List<OutputFile> outputs)
      throws IOException {
    RunOutcome outcome = outcome(night, assembled);
    Staging staging = night.staging();
    prepare(night, assembled, outputs);
    Counters counters = assembled.summary().counters();
    Path runJson = staging.out().resolve("run.json");
    CommitNote note =
        new CommitNote(
            new RunCounts(
                counters.get(Count.LOANS_IN),
                counters.get(Count.LOANS_ASSESSED),
                counters.get(Count.LOANS_REJECTED),
                counters.get(Count.HELD)),
            SafeFiles.sha256(runJson),
            outcome.code(),
            outcome.sentence());
    SafeFiles.forceTree(staging.out());
    RunEvidence.write(night, assembled, outputs, note);
    note.write(staging.commit());
    FailurePoint.NOTE_WRITTEN.pass();
    complete(night.stores(), night.run(), staging);
    return outcome;
  }

  /**
   * Completes a run from where it stands: all its files are on the disk and its note is written.
   */
  static RunOutcome complete(Stores stores, Run run, Staging staging) throws IOException {
    CommitNote note = CommitNote.read(staging);
    for (Fact.By by : Fact.By.values()) {
      stores.states(by).publish(run.snapshotKey());
    }
    FailurePoint.KEY_SNAPSHOTS_PUBLISHED.pass();
    stores.snapshots().publish(run.snapshotKey());
    FailurePoint.SNAPSHOT_PUBLISHED.pass();
    if (Files.exists(staging.out())) {
      SafeFiles.publishFolder(staging.out(), staging.target());
    }
    FailurePoint.FOLDER_PUBLISHED.pass();
    EvidenceBody evidence = RunEvidence.read(run, staging, note);
    Run.Result result = new Run.Result(note.code().number(), note.sentence(), Instant.now());
    stores
        .database()
        .inTransaction(
            () -> {
              stores.runs().publish(run.id(), note.counts(), note.outputsSha256(), result);
              return RunEvidence.append(stores, run, evidence, result.endedAt());
            });
    FailurePoint.COMMITTED.pass();
    SafeFiles.deleteTree(staging.folder());
    return new RunOutcome(note.code(), note.sentence());
  }

  /** Rows that count only once the run is published, and so need no single transaction. */
  private static void prepare(NightRun night, Assembled assembled, List<OutputFile> outputs)
      throws IOException {
    Stores stores = night.stores();
    List<Submission> submissions = new ArrayList<>();
    for (Assembled.Written each : assembled.submissions()) {
      SubmissionFile file = each.file();
      OutputFile output = output(outputs, "submissions/" + file.bureau() + "/" + file.name());
      submissions.add(
          new Submission(
              night.run().id(),
              file,
              each.serial(),
              each.createdOn(),
              output.sha256(),
              output.bytes(),
              SubmissionState.SENT,
              Day.NONE,
              each.firstKey(),
              each.lastKey()));
    }
    stores.submissions().record(night.run().id(), submissions);
    stores
        .handovers()
        .plan(
            night.run().id(),
            submissions.stream()
                .map(Submission::file)
                .filter(each -> night.settings().handovers().containsKey(each.bureau()))
                .toList());
    stores
        .figures()
        .record(
            night.run().id(),
            assembled.aggregates().figures().toRows().stream().map(Publish::figure).toList());
    RuleChanges.record(night);
    StoredChanges.write(
        stores, night.run(), new Parts(PartFilesOf.run(night)), assembled.rejects());
  }

  private static OutputFile output(List<OutputFile> outputs, String path) {
    return outputs.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }

  private static PublishedFigure figure(Figure row) {
    return new PublishedFigure(
        row.measure(), row.product(), row.currency(), row.member(), row.count(), row.cents());
  }

  private static RunOutcome outcome(NightRun night, Assembled assembled) throws IOException {
    Counters counters = assembled.summary().counters();
    long rejectedRows = assembled.rejects().size();
    long held = counters.get(Count.HELD);
    boolean look =
        night.settings().alertOn() == AlertOn.ANY
            ? rejectedRows > 0 || held > 0
            : Alerts.anyNew(night, assembled);
    String target = night.staging().target().toString();
    long records =
        assembled.summary().control().values().stream().mapToLong(ControlTotals::records).sum();
    if (!look) {
      return new RunOutcome(
          ExitCode.DONE,
          String.format(
              Locale.ROOT,
              "%s published: %,d loans assessed, %,d records for the bureaux; open"
                  + " %s/reports/management-%s.xlsx.",
              Day.format(night.date()),
              counters.get(Count.LOANS_ASSESSED),
              records,
              target,
              Day.format(night.date())));
    }
    return new RunOutcome(
        ExitCode.LOOK,
        String.format(
            Locale.ROOT,
            "%s published: %,d loans assessed, %,d records for the bureaux, %,d rows rejected and"
                + " %,d reports held; open %s/rejects.csv and %s/held.csv.",
            Day.format(night.date()),
            counters.get(Count.LOANS_ASSESSED),
            records,
            rejectedRows,
            held,
            target,
            target));
  }
}
