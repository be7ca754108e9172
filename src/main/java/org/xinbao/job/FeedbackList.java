package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.RejectionReason;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.RejectedRecords;
import org.xinbao.store.RejectedRow;
import org.xinbao.store.SafeFiles;

/**
 * The list that a person works from: {@code <home>/feedback/<feedback file>.csv}, one row per
 * rejected record and error, with the bureau's reason and what to do. A file that failed as a whole
 * has one row per error without loan.
 */
final class FeedbackList {

  static final List<String> COLUMNS =
      List.of(
          "submission",
          "line",
          "record_type",
          "loan_id",
          "report_date",
          "code",
          "tag",
          "reason_zh",
          "reason_en",
          "repair");

  private final FeedbackFile feedback;
  private final Bureau bureau;
  private final CsvWriter csv;

  private FeedbackList(FeedbackFile feedback, Bureau bureau, CsvWriter csv) {
    this.feedback = feedback;
    this.bureau = bureau;
    this.csv = csv;
  }

  static Path file(Path home, String feedbackFile) {
    return home.resolve(FeedbackJob.FOLDER).resolve(feedbackFile + ".csv");
  }

  /** Writes the list, if anything was rejected; it appears whole. */
  static void write(Path home, FeedbackFile feedback, Bureau bureau, RejectedRecords records)
      throws IOException {
    if (feedback.rejected() == 0) {
      return;
    }
    Path target = file(home, feedback.fileName());
    Path folder = SafeFiles.createFolders(home.resolve(FeedbackJob.FOLDER));
    Path temporary = folder.resolve("." + target.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    try (CsvWriter csv = CsvWriter.create(temporary)) {
      new FeedbackList(feedback, bureau, csv).write(records.list(feedback.number()));
    }
    SafeFiles.force(temporary);
    SafeFiles.rename(temporary, target);
  }

  private void write(Iterator<RejectedRow> rows) throws IOException {
    for (String column : COLUMNS) {
      csv.text(column);
    }
    csv.end();
    for (RejectionCode each : feedback.fileCodes()) {
      csv.text(feedback.submission()).text("").text("").text("").text("");
      reason(each);
    }
    while (rows.hasNext()) {
      RejectedRow row = rows.next();
      for (RejectionCode each : row.codes()) {
        csv.text(feedback.submission()).number(row.line()).text(row.recordType());
        csv.text(row.key()).day(row.reportDate());
        reason(each);
      }
    }
  }

  private void reason(RejectionCode code) throws IOException {
    RejectionReason reason = bureau.reason(code);
    csv.text(code.code()).text(code.tag());
    csv.text(reason.chinese()).text(reason.english()).text(reason.repair()).end();
  }
}
