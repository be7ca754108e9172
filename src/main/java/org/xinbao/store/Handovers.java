package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xinbao.bureau.SubmissionFile;

/**
 * The submission files that are to be handed over to a bureau's client, and every attempt.
 *
 * <p>Files are planned by the run that wrote them and count once it is published. An attempt is on
 * the disk before its command starts.
 */
public final class Handovers {

  private static final String SELECT =
      """
      SELECT h.run_id, r.publish_no, r.business_date, r.version, h.bureau, s.record_type, s.serial_no,
        h.file_name, s.sha256, a.state, a.attempt, a.reason, a.output_file
      FROM hand_over h
      JOIN run r ON r.run_id = h.run_id
      JOIN submission s ON s.run_id = h.run_id AND s.bureau = h.bureau AND s.file_name = h.file_name
      LEFT JOIN hand_over_attempt a ON a.run_id = h.run_id AND a.bureau = h.bureau
        AND a.file_name = h.file_name AND a.attempt = (SELECT MAX(b.attempt)
          FROM hand_over_attempt b WHERE b.run_id = h.run_id AND b.bureau = h.bureau
          AND b.file_name = h.file_name)
      """;

  private static final String OF_FILE = "run_id = ? AND bureau = ? AND file_name = ?";

  private final Database database;

  public Handovers(Database database) {
    this.database = database;
  }

  /** Notes files that are to be handed over; one that is noted already is left as it is. */
  public void plan(long runId, Collection<SubmissionFile> files) {
    database.inTransaction(
        () -> {
          int added = 0;
          for (SubmissionFile each : files) {
            if (!isPlanned(runId, each)) {
              added +=
                  database
                      .sql()
                      .sql("INSERT INTO hand_over (run_id, bureau, file_name) VALUES (?, ?, ?)")
                      .params(List.of(runId, each.bureau(), each.name()))
                      .update();
            }
          }
          return added;
        });
  }

  /**
   * The planned files of a published date, and those of earlier dates that are not done, by order
   * of publishing.
   */
  public List<HandoverFile> list(int day) {
    return database
        .sql()
        .sql(
            SELECT
                + "WHERE r.published_date = ? OR (r.published_date < ? AND (a.state IS NULL OR"
                + " a.state NOT IN ('DONE', 'BY_HAND')))"
                + " ORDER BY r.publish_no, h.bureau, s.record_type, s.serial_no")
        .param(Columns.date(day))
        .param(Columns.date(day))
        .query(Handovers::read)
        .list();
  }

  /**
   * An attempt to hand a file over.
   *
   * @param reason how it ended, as a part of a sentence; empty before
   */
  public record Attempt(
      long runId,
      String bureau,
      String file,
      int number,
      HandoverState state,
      Instant begunAt,
      String reason) {}

  /** All attempts to hand a file over, oldest first. */
  public List<Attempt> attempts(Submission sent) {
    return database
        .sql()
        .sql("SELECT * FROM hand_over_attempt WHERE " + OF_FILE + " ORDER BY attempt")
        .params(List.of(sent.runId(), sent.file().bureau(), sent.file().name()))
        .query(Handovers::attempt)
        .list();
  }

  /** An attempt of a number, if there was one. */
  public Optional<Attempt> attempt(long runId, String bureau, String file, int number) {
    return database
        .sql()
        .sql("SELECT * FROM hand_over_attempt WHERE " + OF_FILE + " AND attempt = ?")
        .params(List.of(runId, bureau, file, number))
        .query(Handovers::attempt)
        .optional();
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
    return new Attempt(
        row.getLong("run_id"),
        row.getString("bureau"),
        row.getString("file_name"),
        row.getInt("attempt"),
        HandoverState.valueOf(row.getString("state")),
        Columns.instant(row, "begun_at"),
        row.getString("reason"));
  }

  /** Notes that the command is about to run; returns the number of the attempt, from 1. */
  public int begin(HandoverFile file, Instant now) {
    int attempt = file.attempts() + 1;
    database
        .sql()
        .sql(
            """
            INSERT INTO hand_over_attempt (run_id, bureau, file_name, attempt, state, begun_at,
              reason, output_file, output_bytes)
            VALUES (?, ?, ?, ?, ?, ?, '', '', 0)
            """)
        .params(List.of(file.runId(), file.bureau(), file.name(), attempt))
        .param(HandoverState.BEGUN.name())
        .param(Columns.timestamp(now))
        .update();
    return attempt;
  }

  /** Notes how an attempt ended. */
  public void end(HandoverFile file, int attempt, HandoverResult result) {
    int changed =
        database
            .sql()
            .sql(
                "UPDATE hand_over_attempt SET state = ?, ended_at = ?, exit_code = ?, reason = ?,"
                    + " output_file = ?, output_bytes = ? WHERE "
                    + OF_FILE
                    + " AND attempt = ? AND state = 'BEGUN'")
            .param(result.state().name())
            .param(Columns.timestamp(result.endedAt()))
            .param(result.exitCode().isPresent() ? result.exitCode().getAsInt() : null)
            .param(result.reason())
            .param(result.outputFile())
            .param(result.outputBytes())
            .params(List.of(file.runId(), file.bureau(), file.name(), attempt))
            .update();
    if (changed != 1) {
      throw new StoreException(
          "The hand-over of "
              + file.name()
              + " is not at work; another job may have ended it: see jobs/handover.sh.");
    }
  }

  private boolean isPlanned(long runId, SubmissionFile file) {
    return database
            .sql()
            .sql("SELECT COUNT(*) FROM hand_over WHERE " + OF_FILE)
            .params(List.of(runId, file.bureau(), file.name()))
            .query((row, number) -> row.getInt(1))
            .single()
        > 0;
  }

  private static HandoverFile read(ResultSet row, int number) throws SQLException {
    String state = Columns.textOrEmpty(row, "state");
    return new HandoverFile(
        row.getLong("run_id"),
        row.getLong("publish_no"),
        Columns.day(row, "business_date"),
        row.getInt("version"),
        row.getString("bureau"),
        row.getString("record_type"),
        row.getInt("serial_no"),
        row.getString("file_name"),
        row.getString("sha256"),
        state.isEmpty() ? HandoverState.WAITING : HandoverState.valueOf(state),
        row.getInt("attempt"),
        Columns.textOrEmpty(row, "reason"),
        Columns.textOrEmpty(row, "output_file"));
  }
}
