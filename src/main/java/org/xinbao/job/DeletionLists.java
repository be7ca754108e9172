package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.RegisterEntry;

/**
 * What a retention run tells people: {@code deletions.csv}, which names nobody, and {@code
 * due.csv}, which lists records and goes as soon as other files that do.
 */
final class DeletionLists implements Closeable {

  static final String DELETIONS = "deletions.csv";
  static final String DUE = "due.csv";
  static final String FILES = "deleted-files.csv";

  private static final List<String> DELETION_COLUMNS =
      List.of("tombstone", "settled_on", "last_kept_day", "deleted_on", "rule", "run");
  private static final List<String> DUE_COLUMNS =
      List.of("loan_id", "overdue_from", "settled_on", "retain_until", "deleted_from");
  private static final List<String> FILE_COLUMNS =
      List.of("store", "path", "sha256", "rule", "deleted_on");

  private final int date;
  private final String run;
  private final Tombstones tombstones;
  private final CsvWriter deletions;
  private final CsvWriter due;
  private long deleted;
  private long dueSoon;

  /** What stands for a record. */
  @FunctionalInterface
  interface Tombstones {
    String of(String loanId, int overdueFrom);
  }

  DeletionLists(Path folder, int date, String run, Tombstones tombstones) throws IOException {
    this.date = date;
    this.run = run;
    this.tombstones = tombstones;
    this.deletions = begin(folder.resolve(DELETIONS), DELETION_COLUMNS);
    this.due = begin(folder.resolve(DUE), DUE_COLUMNS);
  }

  /** A record that is deleted. */
  void deleted(RegisterEntry entry, int lastKept, String rule) throws IOException {
    deleted++;
    deletions.text(tombstones.of(entry.loanId(), entry.overdueFrom()));
    deletions.day(entry.retained().settledOn()).day(lastKept).day(date);
    deletions.text(rule).text(run).end();
  }

  /**
   * A record that falls due soon, or is past its last kept day and held.
   *
   * @param from the day from which it will be deleted, none while a hold has no end
   */
  void due(RegisterEntry entry, int from) throws IOException {
    dueSoon++;
    RetainedRecord retained = entry.retained();
    due.text(entry.loanId()).day(entry.overdueFrom()).day(retained.settledOn());
    due.day(retained.retainUntil()).day(from).end();
  }

  /** The files that are deleted, with the rule by which. */
  static void files(Path folder, int date, List<DeletedFile> files, Keeping keeping)
      throws IOException {
    try (CsvWriter csv = begin(folder.resolve(FILES), FILE_COLUMNS)) {
      for (DeletedFile each : files) {
        csv.text(each.store()).text(each.path()).text(each.sha256());
        csv.text(DeletionFiles.rule(each, keeping)).day(date).end();
      }
    }
  }

  long deleted() {
    return deleted;
  }

  long dueSoon() {
    return dueSoon;
  }

  @Override
  public void close() throws IOException {
    deletions.close();
    due.close();
  }

  private static CsvWriter begin(Path file, List<String> columns) throws IOException {
    CsvWriter csv = CsvWriter.create(file);
    for (String each : columns) {
      csv.text(each);
    }
    csv.end();
    return csv;
  }

  /** The name that a run goes by in lists: a number would depend on failed attempts. */
  static String runName(int date) {
    return "retention " + Day.format(date);
  }
}
