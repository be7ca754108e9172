package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;

/**
 * The step that reads back what was written, with other code than wrote it, and compares it with
 * what was counted from the assessments: records, balances and overdue amounts of every submission
 * file, rows and sums of the assessments.
 */
final class Verify {

  private Verify() {}

  /** Throws {@link VerificationFailed} at the first difference. */
  static void run(NightRun night, Assembled assembled) throws IOException, VerificationFailed {
    for (Bureau bureau : night.bureaux()) {
      submissions(night, assembled, bureau);
    }
    assessments(night, assembled.summary().counters());
    accounts(night, assembled.summary().counters());
    rows(night, assembled.summary());
  }

  private static void submissions(NightRun night, Assembled assembled, Bureau bureau)
      throws IOException, VerificationFailed {
    SortedMap<RecordKey, ControlTotals> read = new TreeMap<>();
    for (Assembled.Written written : assembled.submissions()) {
      SubmissionFile file = written.file();
      if (!file.bureau().equals(bureau.name())) {
        continue;
      }
      Path path = night.staging().submissions(bureau.name()).resolve(file.name());
      AtomicReference<Finding> first = new AtomicReference<>();
      SubmissionFile back =
          bureau.precheck(
              path, PrecheckKnown.NOTHING, finding -> first.compareAndSet(null, finding));
      Finding finding = first.get();
      if (finding != null) {
        throw new VerificationFailed(
            file.name()
                + ", line "
                + finding.line()
                + ": "
                + finding.code()
                + " "
                + finding.english());
      }
      night.progress().advance(back.records());
      read.merge(
          new RecordKey(bureau.name(), file.recordType()),
          new ControlTotals(back.records(), back.balance(), back.overdue()),
          ControlTotals::plus);
    }
    for (Map.Entry<RecordKey, ControlTotals> each : assembled.summary().control().entrySet()) {
      RecordKey key = each.getKey();
      if (key.bureau().equals(bureau.name())
          && !each.getValue().equals(read.getOrDefault(key, ControlTotals.NONE))) {
        throw new VerificationFailed(
            "the files of record "
                + key.recordType()
                + " for "
                + key.bureau()
                + " do not add up to the assessments");
      }
    }
  }

  /** Merged accounts add up to their loans. */
  private static void accounts(NightRun night, Counters counters)
      throws IOException, VerificationFailed {
    if (counters.get(Count.ACCOUNTS_MERGED) > 0 || counters.get(Count.LOANS_MERGED) > 0) {
      sums(
          night,
          Assemble.ACCOUNTS,
          new Sums(
              counters.get(Count.ACCOUNTS_MERGED),
              counters.get(Count.MERGED_PRINCIPAL_BALANCE_CENTS),
              counters.get(Count.MERGED_OVERDUE_TOTAL_CENTS)));
    }
  }

  private static void assessments(NightRun night, Counters counters)
      throws IOException, VerificationFailed {
    sums(
        night,
        "assessments.csv",
        new Sums(
            counters.get(Count.LOANS_ASSESSED),
            counters.get(Count.PRINCIPAL_BALANCE_CENTS),
            counters.get(Count.OVERDUE_TOTAL_CENTS)));
  }

  /** What a file adds up to; amounts in cents. */
  private record Sums(long rows, long balance, long overdue) {}

  /** Sums the written rows anew; a row of these files never holds a quoted field before them. */
  private static void sums(NightRun night, String file, Sums expected)
      throws IOException, VerificationFailed {
    long rows = 0;
    long balance = 0;
    long overdue = 0;
    int balanceAt = AssessmentCsv.COLUMNS.indexOf("principal_balance");
    int overdueAt = AssessmentCsv.COLUMNS.indexOf("overdue_total");
    try (AmountColumns columns =
        new AmountColumns(
            Files.newInputStream(night.staging().out().resolve(file)), balanceAt, overdueAt)) {
      while (columns.next()) {
        rows++;
        balance = Math.addExact(balance, columns.first());
        overdue = Math.addExact(overdue, columns.second());
      }
    }
    if (!new Sums(rows, balance, overdue).equals(expected)) {
      throw new VerificationFailed(file + " does not add up to what was assessed");
    }
  }

  private static void rows(NightRun night, PartSummary summary) throws VerificationFailed {
    Counters counters = summary.counters();
    if (counters.get(Count.LOANS_IN)
        != counters.get(Count.LOANS_ASSESSED) + counters.get(Count.LOANS_REJECTED)) {
      throw new VerificationFailed("loans read are not loans assessed and rejected");
    }
    for (String file : summary.tallies().keySet()) {
      if (summary.tallies().get(file).read() != night.export().rows(file)) {
        throw new VerificationFailed("not every row of " + file + " was accounted for");
      }
    }
  }
}
