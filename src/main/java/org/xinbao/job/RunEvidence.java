package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Fact;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.evidence.LoanContent;
import org.xinbao.ledger.Manifest;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.Decisions;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotInfo;
import org.xinbao.store.StateView;

/**
 * What the evidence chain says of a published run: hashes of inputs, rules, program and outputs. It
 * is written to the disk before anything of the run is visible, and appended in the transaction
 * that publishes, so that a start after a crash appends the same.
 */
final class RunEvidence {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RunEvidence() {}

  /** Writes what will be appended. */
  static void write(NightRun night, Assembled assembled, List<OutputFile> outputs, CommitNote note)
      throws IOException {
    EvidenceBody body = about(night.run());
    body.add("program_sha256", ProgramFiles.running().sha256());
    Manifest manifest = night.export().manifest();
    body.add("institution", manifest.institution());
    manifest.files().forEach(each -> body.add("input", each.name(), each.rows(), each.sha256()));
    for (OutputFile each : KeptInputs.list(night.arguments().home(), night.run().id())) {
      body.add("kept", each.path(), each.bytes(), each.sha256());
    }
    night.previous().map(Run::snapshotKey).ifPresent(each -> body.add("built_on", each));
    states(night, StateName.Kind.LOANS, night.before(), body);
    for (Fact.By each : Fact.By.values()) {
      states(night, StateName.Kind.of(each), night.keyStates().before(each), body);
    }
    for (OutputFile each : OutputFiles.sorted(outputs)) {
      output(body, night.staging().out(), each);
    }
    output(body, night.staging().out(), runJson(night.staging().out()));
    assembled
        .held()
        .counts()
        .forEach(each -> body.add("held", each.group(), each.code(), each.count()));
    counts(body, note);
    allowed(night, body);
    SafeFiles.replace(night.staging().evidence(), body.toText().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #write} wrote. A half-published run of a version without a chain has no such
   * file; its folder is vouched for by the hash of {@code run.json}, which lists the others.
   */
  static EvidenceBody read(Run run, Staging staging, CommitNote note) throws IOException {
    if (Files.exists(staging.evidence())) {
      return EvidenceBody.parse(Files.readString(staging.evidence()));
    }
    EvidenceBody body = about(run);
    OutputFile json = runJson(staging.target());
    body.add("output", json.path(), json.bytes(), note.outputsSha256());
    counts(body, note);
    return body;
  }

  /** Appends the run, then each decision that it was the first to see. */
  static long append(Stores stores, Run run, EvidenceBody body, Instant now) {
    String by = Actor.of(run.input().job());
    int date = run.input().businessDate();
    long number = stores.chain().append(EvidenceDraft.of(EvidenceKind.RUN, date, by, body), now);
    number = exception(stores, EvidenceKind.RULES, body, "rule", date, now).orElse(number);
    number = exception(stores, EvidenceKind.SKIPPED, body, "skipped", date, now).orElse(number);
    for (Iterator<Decisions.Numbered> all = stores.decisions().ofRun(run.id()); all.hasNext(); ) {
      Decisions.Numbered each = all.next();
      EvidenceBody statement =
          EvidenceBody.empty()
              .add("decision_no", each.decisionNo())
              .add("kind", each.decision().kind());
      byte[] salt = new byte[LoanContent.SALT_BYTES];
      RANDOM.nextBytes(salt);
      LoanContent content =
          LoanContent.of(each.decision().loanId(), salt, Decisions.contentText(each.decision()));
      number =
          stores
              .chain()
              .append(
                  EvidenceDraft.of(EvidenceKind.DECISION, date, by, statement).about(content), now);
    }
    return number;
  }

  /** What a person allowed the run, and why; the dates that were never run before it. */
  private static void allowed(NightRun night, EvidenceBody body) {
    Allowed allowed = night.arguments().allowed();
    int version = night.run().input().version();
    if (version > 1) {
      body.add("corrects", Staging.name(night.date(), version - 1));
    }
    night.ruleChanges().forEach(each -> body.add("rule", each.key(), each.before(), each.now()));
    if (!night.missed().isEmpty()) {
      String key = allowed.has(Allowed.What.GAP) ? "skipped" : "missed";
      body.add(key, MissedDates.text(night.missed()));
      allowed.months().forEach(each -> body.add("without_month", each));
    }
    int exported = night.export().manifest().businessDate();
    if (exported != night.date()) {
      body.add("later_export", Day.format(exported));
    }
    if (!allowed.isNothing()) {
      body.add("reason", allowed.reason());
    }
  }

  /** An entry of its own for what a person decided, so that it is found without knowing the run. */
  private static OptionalLong exception(
      Stores stores, EvidenceKind kind, EvidenceBody run, String key, int date, Instant now) {
    if (run.values(key).isEmpty()) {
      return OptionalLong.empty();
    }
    EvidenceBody body = EvidenceBody.empty().add("run", run.value("run"));
    for (String each : List.of(key, "without_month", "reason")) {
      run.values(each).forEach(values -> body.add(each, values.toArray()));
    }
    EvidenceDraft draft = EvidenceDraft.of(kind, date, Actor.of(Nightly.JOB), body);
    return OptionalLong.of(stores.chain().append(draft, now));
  }

  private static void states(
      NightRun night, StateName.Kind kind, StateView before, EvidenceBody body) throws IOException {
    for (SnapshotInfo each : before.infos()) {
      body.add("state_before", new StateName(kind, each.plan().key()), each.sha256());
    }
    SnapshotInfo own = night.stores().states(kind).assembled(night.run().snapshotKey());
    body.add("state", new StateName(kind, own.plan().key()), own.sha256());
  }

  private static EvidenceBody about(Run run) {
    return EvidenceBody.empty()
        .add("folder", Staging.name(run.input().businessDate(), run.input().version()))
        .add("version", run.input().version())
        .add("run", run.id())
        .add("program", run.input().programVersion())
        .add("rules_sha256", run.input().confSha256())
        .add("manifest_sha256", run.input().manifestSha256())
        .add("decision_number", run.input().decisionNo())
        .add("feedback_number", run.input().feedbackNo())
        .add("started", run.startedAt())
        .add("business_date", Day.format(run.input().businessDate()));
  }

  private static OutputFile runJson(Path folder) throws IOException {
    return OutputFiles.one(folder, folder.resolve("run.json"));
  }

  private static void output(EvidenceBody body, Path folder, OutputFile file) throws IOException {
    if (WorkbookParts.isWorkbook(file.path())) {
      String parts = WorkbookParts.sha256(folder.resolve(file.path()));
      body.add("output", file.path(), file.bytes(), file.sha256(), parts);
    } else {
      body.add("output", file.path(), file.bytes(), file.sha256());
    }
  }

  private static void counts(EvidenceBody body, CommitNote note) {
    body.add("loans", note.counts().loans())
        .add("assessed", note.counts().assessed())
        .add("rejected", note.counts().rejected())
        .add("held_reports", note.counts().held())
        .add("exit_code", note.code().number());
  }
}
