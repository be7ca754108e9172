package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.Settings.RejectLimits;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.report.Aggregates;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.store.SafeFiles;

/**
 * The step that puts the partitions' parts together in the order of loans, whatever their number.
 */
final class Assemble {

  private static final long E10 = 10_000_000_000L;

  /** The merged accounts; written when there are some. */
  static final String ACCOUNTS = "accounts.csv";

  static final List<String> EPISODE_COLUMNS =
      List.of(
          "loan_id",
          "overdue_from",
          "settled_on",
          "worst_days_past_due",
          "worst_overdue_total",
          "retain_until",
          "state");

  private static final List<String> WORKLIST_COLUMNS =
      List.of(
          "loan_id",
          "product",
          "currency",
          "treatment",
          "days_past_due",
          "bucket",
          "overdue_total");

  static final List<String> RESTATEMENT_COLUMNS =
      List.of("loan_id", "report_date", "field", "reported", "recomputed");

  private Assemble() {}

  /**
   * Writes everything but the reports and {@code run.json}; refuses an export with too many
   * rejects.
   */
  static Assembled run(NightRun night, Parts parts)
      throws IOException, RefusedNight, ExportRefused {
    PartSummary summary = PartSummary.sum(parts);
    night.export().checkTotals(List.copyOf(summary.tallies().values()));
    refuseTooManyRejects(summary.counters(), night.settings().rejects());
    refuseVanished(summary.counters(), night.settings().rejects());
    refuseMissingOpenLoans(night, summary.counters());
    Path out = night.staging().out();
    SafeFiles.deleteTree(out);
    SafeFiles.createFolders(out);
    parts.concatenate(PartKind.ASSESSMENTS, AssessmentCsv.COLUMNS, out.resolve("assessments.csv"));
    parts.concatenate(PartKind.EPISODES, EPISODE_COLUMNS, out.resolve("episodes.csv"));
    parts.concatenate(PartKind.WORKLIST, WORKLIST_COLUMNS, out.resolve("worklist.csv"));
    parts.concatenate(PartKind.LEGAL_REVIEW, LegalReview.COLUMNS, out.resolve("legal-review.csv"));
    AdverseNotices.write(night, parts, out.resolve("adverse-notices.csv"));
    if (summary.counters().get(Count.ACCOUNTS_MERGED) > 0) {
      parts.concatenate(PartKind.ACCOUNTS, AssessmentCsv.ACCOUNT_COLUMNS, out.resolve(ACCOUNTS));
    }
    Aggregates aggregates = aggregates(parts);
    aggregates
        .worklist()
        .customers(
            TreatmentCsv.write(
                night, parts, aggregates.worklist().loanIds(), out.resolve("treatment.csv")));
    var differences = DifferencesCsv.write(parts, out.resolve("differences.csv"));
    List<OpenDispute> disputes = disputes(parts);
    OpenDispute.write(disputes, out.resolve("disputes.csv"));
    parts.concatenate(
        PartKind.NOTICES_TO_SEND, NoticeToSend.COLUMNS, out.resolve("notices-to-send.csv"));
    parts.concatenate(PartKind.RESTATEMENTS, RESTATEMENT_COLUMNS, out.resolve("restatements.csv"));
    List<RejectLine> rejects = RejectsCsv.read(parts);
    RejectsCsv.write(rejects, out.resolve("rejects.csv"));
    var held = HeldCsv.write(night, out.resolve("held.csv"));
    states(night);
    return new Assembled(
        summary,
        submissions(night, parts),
        rejects,
        held,
        differences,
        late(parts),
        disputes,
        aggregates);
  }

  /** The state of loans, customers and facilities. */
  private static void states(NightRun night) throws IOException {
    Parts loans = new Parts(PartFilesOf.step(night, NightlyJob.ASSESS));
    night.stores().snapshots().assemble(night.plan(), loans.existing(PartKind.STATE));
    for (Fact.By by : Fact.By.values()) {
      Parts keys = new Parts(PartFilesOf.step(night, NightlyJob.step(by)));
      night.stores().states(by).assemble(night.keyStates().plan(by), keys.existing(PartKind.STATE));
    }
  }

  private static List<Assembled.Written> submissions(NightRun night, Parts parts)
      throws IOException {
    List<Assembled.Written> files = new ArrayList<>();
    for (Bureau bureau : night.bureaux()) {
      Path folder = SafeFiles.createFolders(night.staging().submissions(bureau.name()));
      Path index = night.staging().index(bureau.name());
      for (String recordType : bureau.recordTypes()) {
        List<Path> records = parts.existing(new RecordKey(bureau.name(), recordType));
        if (!records.isEmpty()) {
          int createdOn = night.createdOn(bureau);
          int serial =
              night.stores().submissions().nextSerial(bureau.name(), recordType, createdOn);
          List<SubmissionFile> written =
              bureau.assemble(createdOn, recordType, serial, records, folder);
          List<Path> subjects = parts.subjects(new RecordKey(bureau.name(), recordType));
          for (RecordIndex.Written each : RecordIndex.write(written, subjects, index)) {
            files.add(
                new Assembled.Written(
                    each.file(), serial++, createdOn, each.firstKey(), each.lastKey()));
          }
        }
      }
    }
    return files;
  }

  private static List<Assembled.LateReport> late(Parts parts) throws IOException {
    List<Assembled.LateReport> late = new ArrayList<>();
    parts.lines(
        PartKind.LATE,
        line -> {
          List<String> f = Tsv.fields(line);
          late.add(new Assembled.LateReport(f.get(0), f.get(1), f.get(2), f.get(3)));
        });
    return late;
  }

  private static List<OpenDispute> disputes(Parts parts) throws IOException {
    List<OpenDispute> disputes = new ArrayList<>();
    parts.lines(PartKind.DISPUTES, line -> disputes.add(OpenDispute.parse(line)));
    return disputes;
  }

  private static Aggregates aggregates(Parts parts) throws IOException {
    Aggregates sum = new Aggregates();
    for (Path each : parts.existing(PartKind.AGGREGATES)) {
      sum.merge(Aggregates.read(each));
    }
    return sum;
  }

  /** Rulings 33: only when both the share and the number are exceeded. */
  private static void refuseTooManyRejects(Counters counters, RejectLimits limits)
      throws RefusedNight {
    long counted = counters.get(Count.LOANS_REJECTED) - counters.get(Count.LOANS_REJECTED_EXEMPT);
    long loans = counters.get(Count.LOANS_IN);
    if (counted > limits.count() && exceeds(counted, loans, limits.shareE10())) {
      throw new RefusedNight(
          RefusedNight.Reason.TOO_MANY_REJECTS,
          String.format(
              Locale.ROOT,
              "%,d of %,d loans have wrong rows, more than reject-share allows: correct the"
                  + " export.",
              counted,
              loans));
    }
  }

  private static void refuseVanished(Counters counters, RejectLimits limits) throws RefusedNight {
    long vanished = counters.get(Count.LOANS_VANISHED);
    long before = counters.get(Count.LOANS_OPEN_BEFORE);
    if (exceeds(vanished, before, limits.vanishedShareE10()) && vanished > 0) {
      throw new RefusedNight(
          RefusedNight.Reason.LOANS_VANISHED,
          String.format(
              Locale.ROOT,
              "%,d of %,d loans open at the last date are missing, more than vanish-share allows:"
                  + " export them, or close them there.",
              vanished,
              before));
    }
  }

  /**
   * The ledger says how many loans are open (rulings 5): an export with fewer is not whole. A
   * rejected loan may be open, and so counts; a written-off one that still owes something is open
   * here whatever the ledger calls it. An export of a later date says nothing about this one.
   */
  private static void refuseMissingOpenLoans(NightRun night, Counters counters)
      throws RefusedNight {
    OptionalLong stated = night.export().manifest().openLoans();
    long most = counters.get(Count.LOANS_OPEN) + counters.get(Count.LOANS_REJECTED);
    if (stated.isPresent()
        && night.export().manifest().businessDate() == night.date()
        && stated.getAsLong() > most) {
      throw new RefusedNight(
          RefusedNight.Reason.OPEN_LOANS_MISSING,
          String.format(
              Locale.ROOT,
              "open_loans of manifest.json is %,d, but the export has at most %,d open loans:"
                  + " export all of them.",
              stated.getAsLong(),
              most));
    }
  }

  private static boolean exceeds(long part, long whole, long shareE10) {
    return Math.multiplyHigh(part, E10) > Math.multiplyHigh(whole, shareE10)
        || (Math.multiplyHigh(part, E10) == Math.multiplyHigh(whole, shareE10)
            && Long.compareUnsigned(part * E10, whole * shareE10) > 0);
  }
}
