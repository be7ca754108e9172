package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The feedback files that were taken in, numbered in that order (rulings 15). */
public final class Feedbacks {

  private final Database database;
  private final Submissions submissions;
  private final RejectedRecords rejected;

  public Feedbacks(Database database) {
    this.database = database;
    this.submissions = new Submissions(database);
    this.rejected = new RejectedRecords(database);
  }

  /** The number of the feedback file that was taken in last, 0 when there is none. */
  public long lastNumber() {
    return database
        .sql()
        .sql("SELECT COALESCE(MAX(feedback_no), 0) FROM feedback")
        .query((row, number) -> row.getLong(1))
        .single();
  }

  /** The feedback file of a name. */
  public Optional<FeedbackFile> find(String bureau, String fileName) {
    return database
        .sql()
        .sql("SELECT * FROM feedback WHERE bureau = ? AND file_name = ?")
        .param(bureau)
        .param(fileName)
        .query(Feedbacks::file)
        .optional();
  }

  /** The feedback that answers a submission file. */
  public Optional<FeedbackFile> answer(Submission sent) {
    return database
        .sql()
        .sql("SELECT * FROM feedback WHERE run_id = ? AND bureau = ? AND submission_name = ?")
        .params(sent.runId(), sent.file().bureau(), sent.file().name())
        .query(Feedbacks::file)
        .optional();
  }

  /** The bureaux that have answered. */
  public List<String> bureaux() {
    return database
        .sql()
        .sql("SELECT DISTINCT bureau FROM feedback ORDER BY bureau")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** All feedback files of a bureau, by number. */
  public List<FeedbackFile> list(String bureau) {
    return database
        .sql()
        .sql("SELECT * FROM feedback WHERE bureau = ? ORDER BY feedback_no")
        .param(bureau)
        .query(Feedbacks::file)
        .list();
  }

  /**
   * Puts a feedback file into force in one transaction: from this commit on its submission is
   * answered and its rejected records, written before, count.
   */
  public void record(FeedbackFile file) {
    database.inTransaction(
        () -> {
          submissions.answer(
              file.runId(), file.bureau(), file.submission(), file.outcome(), file.createdOn());
          return database
              .sql()
              .sql(
                  """
                  INSERT INTO feedback (feedback_no, bureau, file_name, sha256, byte_count, folder,
                    run_id, submission_name, outcome, stored, rejected, codes, created_on,
                    imported_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(file.number())
              .param(file.bureau())
              .param(file.fileName())
              .param(file.sha256())
              .param(file.bytes())
              .param(file.folder())
              .param(file.runId())
              .param(file.submission())
              .param(file.outcome().name())
              .param(file.stored())
              .param(file.rejected())
              .param(RejectionCodes.format(file.fileCodes()))
              .param(Columns.date(file.createdOn()))
              .param(Columns.timestamp(file.importedAt()))
              .update();
        });
  }

  /** Deletes the rejected records of a feedback file that a crash kept from being taken in. */
  public void tidy() {
    rejected.delete(lastNumber() + 1);
  }

  /** What the feedback files up to a number say, by bureau. */
  public SortedMap<String, FeedbackTotals> totals(long last) {
    SortedMap<String, FeedbackTotals> totals = new TreeMap<>();
    database
        .sql()
        .sql(
            "SELECT bureau, COUNT(*) AS files, SUM(stored) AS stored, SUM(rejected) AS rejected"
                + " FROM feedback WHERE feedback_no <= ? GROUP BY bureau")
        .param(last)
        .query(
            row -> {
              totals.put(
                  row.getString("bureau"),
                  new FeedbackTotals(
                      row.getLong("files"), row.getLong("stored"), row.getLong("rejected")));
            });
    return totals;
  }

  /** The files that the feedback files {@code after < number <= last} answer, by number. */
  public List<AnsweredFile> answers(long after, long last) {
    return database
        .sql()
        .sql(
            """
            SELECT f.feedback_no, f.bureau, f.codes, s.record_type, s.first_key, s.last_key,
              r.business_date, r.version
            FROM feedback f
              JOIN run r ON r.run_id = f.run_id
              JOIN submission s ON s.run_id = f.run_id AND s.bureau = f.bureau
                AND s.file_name = f.submission_name
            WHERE f.feedback_no > ? AND f.feedback_no <= ?
            ORDER BY f.feedback_no
            """)
        .params(after, last)
        .query(Feedbacks::answered)
        .list();
  }

  private static AnsweredFile answered(ResultSet row, int number) throws SQLException {
    return new AnsweredFile(
        row.getLong("feedback_no"),
        row.getString("bureau"),
        row.getString("record_type"),
        Columns.day(row, "business_date"),
        row.getInt("version"),
        row.getString("first_key"),
        row.getString("last_key"),
        RejectionCodes.parse(row.getString("codes")));
  }

  private static FeedbackFile file(ResultSet row, int number) throws SQLException {
    return new FeedbackFile(
        row.getLong("feedback_no"),
        row.getString("bureau"),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("byte_count"),
        row.getString("folder"),
        row.getLong("run_id"),
        row.getString("submission_name"),
        SubmissionState.valueOf(row.getString("outcome")),
        row.getLong("stored"),
        row.getLong("rejected"),
        RejectionCodes.parse(row.getString("codes")),
        Columns.day(row, "created_on"),
        Columns.instant(row, "imported_at"));
  }
}
