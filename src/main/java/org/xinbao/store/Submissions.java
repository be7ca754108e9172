package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.SubmissionFile;

/** The submission files of all runs, one row per file (rulings 28). */
public final class Submissions {

  private static final String SELECT =
      "SELECT s.* FROM submission s JOIN run r ON r.run_id = s.run_id ";
  private static final String ORDER = " ORDER BY s.run_id, s.bureau, s.record_type, s.serial_no";

  private static final String UNANSWERED =
      " FROM submission s JOIN run r ON r.run_id = s.run_id WHERE r.published_date <= :day AND NOT"
          + " EXISTS (SELECT f.feedback_no FROM feedback f WHERE f.run_id = s.run_id AND f.bureau ="
          + " s.bureau AND f.submission_name = s.file_name AND f.feedback_no <= :feedback) AND"
          + " s.bureau IN (:bureaux)";

  private final Database database;

  public Submissions(Database database) {
    this.database = database;
  }

  /** Replaces what the run, not yet published, has recorded. */
  public void record(long runId, Collection<Submission> submissions) {
    database.inTransaction(
        () -> {
          database.sql().sql("DELETE FROM submission WHERE run_id = ?").param(runId).update();
          return Batches.insert(
              database,
              """
              INSERT INTO submission (run_id, bureau, record_type, serial_no, created_on, file_name,
                records, balance, overdue, sha256, byte_count, state, answered_on,
                first_key, last_key)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              submissions.iterator(),
              (each, number) ->
                  new Object[] {
                    runId,
                    each.file().bureau(),
                    each.file().recordType(),
                    each.serial(),
                    Columns.date(each.createdOn()),
                    each.file().name(),
                    each.file().records(),
                    each.file().balance(),
                    each.file().overdue(),
                    each.sha256(),
                    each.bytes(),
                    each.state().name(),
                    Columns.date(each.answeredOn()),
                    each.firstKey(),
                    each.lastKey()
                  });
        });
  }

  /** The files of a run. */
  public List<Submission> list(long runId) {
    return database
        .sql()
        .sql(SELECT + "WHERE s.run_id = ?" + ORDER)
        .param(runId)
        .query(Submissions::read)
        .list();
  }

  /**
   * The serial number that the next file of a record type and creation date gets, counted over all
   * published versions (contract section 5).
   */
  public int nextSerial(String bureau, String recordType, int createdOn) {
    return database
        .sql()
        .sql(
            "SELECT COALESCE(MAX(s.serial_no), 0) + 1 FROM submission s JOIN run r ON r.run_id ="
                + " s.run_id WHERE s.bureau = ? AND s.record_type = ? AND s.created_on = ? AND"
                + " r.state = 'PUBLISHED'")
        .param(bureau)
        .param(recordType)
        .param(Columns.date(createdOn))
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /** Whether a published file has the name. */
  public boolean isPublished(String fileName) {
    return database
            .sql()
            .sql(
                "SELECT COUNT(*) FROM submission s JOIN run r ON r.run_id = s.run_id"
                    + " WHERE s.file_name = ? AND r.state = 'PUBLISHED'")
            .param(fileName)
            .query((row, number) -> row.getLong(1))
            .single()
        > 0;
  }

  /**
   * Published files of business dates up to {@code day} that no feedback file up to a number has
   * answered (rulings 3, 15), oldest first.
   *
   * @param limit how many at most
   */
  public List<Unanswered> listUnanswered(
      Collection<String> bureaux, int day, long feedbackNo, int limit) {
    if (bureaux.isEmpty()) {
      return List.of();
    }
    return database
        .sql()
        .sql(
            "SELECT s.bureau, s.file_name, s.records, r.business_date"
                + UNANSWERED
                + " ORDER BY r.business_date, s.run_id, s.bureau, s.record_type, s.serial_no"
                + " FETCH FIRST "
                + limit
                + " ROWS ONLY")
        .param("day", Columns.date(day))
        .param("feedback", feedbackNo)
        .param("bureaux", bureaux)
        .query(
            (row, number) ->
                new Unanswered(
                    row.getString("bureau"),
                    row.getString("file_name"),
                    row.getLong("records"),
                    Columns.day(row, "business_date")))
        .list();
  }

  /** How many such files and records there are, by bureau. */
  public SortedMap<String, FeedbackTotals> unanswered(
      Collection<String> bureaux, int day, long feedbackNo) {
    SortedMap<String, FeedbackTotals> totals = new TreeMap<>();
    if (bureaux.isEmpty()) {
      return totals;
    }
    database
        .sql()
        .sql(
            "SELECT s.bureau, COUNT(*) AS files, SUM(s.records) AS records"
                + UNANSWERED
                + " GROUP BY s.bureau")
        .param("day", Columns.date(day))
        .param("feedback", feedbackNo)
        .param("bureaux", bureaux)
        .query(
            row -> {
              totals.put(
                  row.getString("bureau"),
                  new FeedbackTotals(row.getLong("files"), row.getLong("records"), 0));
            });
    return totals;
  }

  /** The published file of a name, if there is one. */
  public Optional<Sent> findPublished(String bureau, String fileName) {
    return database
        .sql()
        .sql(
            "SELECT s.*, r.business_date, r.version FROM submission s JOIN run r ON r.run_id ="
                + " s.run_id WHERE s.bureau = ? AND s.file_name = ? AND r.publish_no IS NOT NULL")
        .param(bureau)
        .param(fileName)
        .query(Submissions::sent)
        .optional();
  }

  /**
   * The published files that can hold a record of a loan, customer or facility, by the first and
   * last key that they hold, in the order of publication.
   */
  public List<Sent> mayHold(String key) {
    return database
        .sql()
        .sql(
            "SELECT s.*, r.business_date, r.version FROM submission s JOIN run r ON r.run_id ="
                + " s.run_id WHERE s.first_key <= ? AND s.last_key >= ? AND r.publish_no IS NOT"
                + " NULL ORDER BY r.publish_no, s.bureau, s.record_type, s.serial_no")
        .params(key, key)
        .query(Submissions::sent)
        .list();
  }

  /**
   * A file without an answer.
   *
   * @param businessDate of its run (epoch day)
   */
  public record Unanswered(String bureau, String fileName, long records, int businessDate) {}

  /**
   * A published file with the date and version of its run.
   *
   * @param businessDate epoch day
   */
  public record Sent(Submission submission, int businessDate, int version) {}

  /** Notes a bureau's answer to a published file. */
  public void answer(
      long runId, String bureau, String fileName, SubmissionState state, int answeredOn) {
    int changed =
        database
            .sql()
            .sql(
                "UPDATE submission SET state = ?, answered_on = ?"
                    + " WHERE run_id = ? AND bureau = ? AND file_name = ?")
            .param(state.name())
            .param(Columns.date(answeredOn))
            .params(List.of(runId, bureau, fileName))
            .update();
    if (changed != 1) {
      throw new StoreException(
          "Run " + runId + " has no file " + fileName + " for " + bureau + ".");
    }
  }

  private static Sent sent(ResultSet row, int number) throws SQLException {
    return new Sent(read(row, number), Columns.day(row, "business_date"), row.getInt("version"));
  }

  private static Submission read(ResultSet row, int number) throws SQLException {
    SubmissionFile file =
        new SubmissionFile(
            row.getString("bureau"),
            row.getString("record_type"),
            row.getString("file_name"),
            row.getLong("records"),
            row.getLong("balance"),
            row.getLong("overdue"));
    return new Submission(
        row.getLong("run_id"),
        file,
        row.getInt("serial_no"),
        Columns.day(row, "created_on"),
        row.getString("sha256"),
        row.getLong("byte_count"),
        SubmissionState.valueOf(row.getString("state")),
        Columns.day(row, "answered_on"),
        row.getString("first_key"),
        row.getString("last_key"));
  }
}
