package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The runs of a home, and how long their steps took. */
public final class Runs {

  private static final String SELECT = "SELECT * FROM run ";

  private final Database database;

  public Runs(Database database) {
    this.database = database;
  }

  /** Records a new run at work and returns its id, on the disk before any work is done. */
  public long start(RunInput input, Instant now) {
    KeyHolder keys = new GeneratedKeyHolder();
    sql()
        .sql(
            """
            INSERT INTO run (job, business_date, version, state, previous_run_id, manifest_sha256,
              conf_sha256, ledger_folder, program_version, decision_no, feedback_no,
              loans, assessed, rejected, held, started_at)
            VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)
            """)
        .param(input.job())
        .param(Columns.date(input.businessDate()))
        .param(input.version())
        .param(input.previousRunId() == 0 ? null : input.previousRunId())
        .param(input.manifestSha256())
        .param(input.confSha256())
        .param(input.ledgerFolder())
        .param(input.programVersion())
        .param(input.decisionNo())
        .param(input.feedbackNo())
        .param(Columns.timestamp(now))
        .update(keys, "run_id");
    Map<String, Object> row = keys.getKeyList().get(0);
    return ((Number) row.values().iterator().next()).longValue();
  }

  /** Takes up a run that failed or was killed. */
  public void resume(long runId) {
    change(
        runId,
        "UPDATE run SET state = 'RUNNING', exit_code = NULL, sentence = NULL, ended_at = NULL"
            + " WHERE run_id = ? AND state IN ('RUNNING', 'FAILED')");
  }

  /** Records that a run ended with an error. */
  public void fail(long runId, Run.Result result) {
    change(
        runId,
        "UPDATE run SET state = 'FAILED', exit_code = ?, sentence = ?, ended_at = ?"
            + " WHERE run_id = ? AND state = 'RUNNING'",
        result.exitCode(),
        cut(result.sentence()),
        Columns.timestamp(result.endedAt()));
  }

  /**
   * Puts a run into force: from this commit on its rows count. Called in the transaction that
   * publishes; throws {@link StoreException} when the run is not at work or its date and version
   * are published already.
   *
   * @param outputsSha256 of {@code run.json}
   */
  public void publish(long runId, RunCounts counts, String outputsSha256, Run.Result result) {
    change(
        runId,
        "UPDATE run SET state = 'PUBLISHED', published_date = business_date, publish_no = (SELECT"
            + " COALESCE(MAX(publish_no), 0) + 1 FROM run), loans = ?, assessed = ?,"
            + " rejected = ?, held = ?, outputs_sha256 = ?, exit_code = ?, sentence = ?, ended_at ="
            + " ? WHERE run_id = ? AND state = 'RUNNING'",
        counts.loans(),
        counts.assessed(),
        counts.rejected(),
        counts.held(),
        outputsSha256,
        result.exitCode(),
        cut(result.sentence()),
        Columns.timestamp(result.endedAt()));
  }

  /**
   * Gives up a run that is not published and deletes all its rows, in slices, so that memory does
   * not grow with their number.
   */
  public void discard(long runId) {
    change(
        runId,
        "UPDATE run SET state = 'DISCARDED' WHERE run_id = ? AND state IN ('RUNNING', 'FAILED',"
            + " 'DISCARDED')");
    RunRows.deleteAll(database, runId);
  }

  /**
   * Deletes rows that published runs have replaced, and what is left of runs given up; called after
   * publishing and at the start of the next run, in case the first call was cut short.
   */
  public void tidy() {
    for (Run run : untidied()) {
      if (run.state() == RunState.PUBLISHED) {
        RunRows.tidy(database, run.id());
      } else {
        RunRows.deleteAll(database, run.id());
      }
      sql().sql("UPDATE run SET tidied = TRUE WHERE run_id = ?").param(run.id()).update();
    }
  }

  private List<Run> untidied() {
    return sql()
        .sql(
            SELECT
                + "WHERE state IN ('PUBLISHED', 'DISCARDED') AND tidied = FALSE"
                + " ORDER BY publish_no, run_id")
        .query(Runs::read)
        .list();
  }

  /** A run by its id. */
  public Optional<Run> find(long runId) {
    return sql().sql(SELECT + "WHERE run_id = ?").param(runId).query(Runs::read).optional();
  }

  /** The highest published version of a date. */
  public Optional<Run> findPublished(String job, int businessDate) {
    return sql()
        .sql(
            SELECT
                + "WHERE job = ? AND published_date = ? ORDER BY version DESC FETCH FIRST 1 ROWS"
                + " ONLY")
        .param(job)
        .param(Columns.date(businessDate))
        .query(Runs::read)
        .optional();
  }

  /** The highest published version of the latest published date. */
  public Optional<Run> findLatestPublished(String job) {
    return sql()
        .sql(
            SELECT
                + "WHERE job = ? AND published_date IS NOT NULL"
                + " ORDER BY published_date DESC, version DESC FETCH FIRST 1 ROWS ONLY")
        .param(job)
        .query(Runs::read)
        .optional();
  }

  /** The highest published version of the last published date before another. */
  public Optional<Run> findPublishedBefore(String job, int businessDate) {
    return sql()
        .sql(
            SELECT
                + "WHERE job = ? AND published_date < ?"
                + " ORDER BY published_date DESC, version DESC FETCH FIRST 1 ROWS ONLY")
        .param(job)
        .param(Columns.date(businessDate))
        .query(Runs::read)
        .optional();
  }

  /**
   * The latest run that is neither published nor given up: to be resumed, completed or discarded.
   */
  public Optional<Run> findUnfinished(String job) {
    return sql()
        .sql(
            SELECT
                + "WHERE job = ? AND state IN ('RUNNING', 'FAILED')"
                + " ORDER BY run_id DESC FETCH FIRST 1 ROWS ONLY")
        .param(job)
        .query(Runs::read)
        .optional();
  }

  /** All published runs in the order of their publication. */
  public List<Run> listPublished() {
    return sql()
        .sql(SELECT + "WHERE publish_no IS NOT NULL ORDER BY publish_no")
        .query(Runs::read)
        .list();
  }

  /**
   * All runs of some business dates, failed ones too, in the order of their starts.
   *
   * @param from first date (epoch day)
   * @param to last date (epoch day)
   */
  public List<Run> listBetween(int from, int to) {
    return sql()
        .sql(SELECT + "WHERE business_date >= ? AND business_date <= ? ORDER BY run_id")
        .param(Columns.date(from))
        .param(Columns.date(to))
        .query(Runs::read)
        .list();
  }

  /** The latest runs, newest first. */
  public List<Run> list(int limit) {
    return sql()
        .sql(SELECT + "ORDER BY run_id DESC FETCH FIRST " + limit + " ROWS ONLY")
        .query(Runs::read)
        .list();
  }

  /** Notes that a step begins; a repeated step begins anew. */
  public void stepStarted(long runId, String step, Instant now) {
    database.inTransaction(
        () -> {
          sql()
              .sql("DELETE FROM run_step WHERE run_id = ? AND step = ?")
              .params(runId, step)
              .update();
          return sql()
              .sql("INSERT INTO run_step (run_id, step, started_at) VALUES (?, ?, ?)")
              .params(runId, step, Columns.timestamp(now))
              .update();
        });
  }

  /** Notes that a step has ended. */
  public void stepEnded(long runId, String step, Instant now) {
    sql()
        .sql("UPDATE run_step SET ended_at = ? WHERE run_id = ? AND step = ?")
        .params(Columns.timestamp(now), runId, step)
        .update();
  }

  /** The steps of a run in the order in which they began. */
  public List<StepTime> steps(long runId) {
    return sql()
        .sql(
            "SELECT step, started_at, ended_at FROM run_step WHERE run_id = ?"
                + " ORDER BY started_at, step")
        .param(runId)
        .query(
            (row, number) ->
                new StepTime(
                    row.getString("step"),
                    Columns.instant(row, "started_at"),
                    Columns.instantIfAny(row, "ended_at")))
        .list();
  }

  private JdbcClient sql() {
    return database.sql();
  }

  private void change(long runId, String statement, @Nullable Object... values) {
    JdbcClient.StatementSpec spec = sql().sql(statement);
    for (Object value : values) {
      spec = spec.param(value);
    }
    if (spec.param(runId).update() != 1) {
      throw new StoreException(
          "Run " + runId + " is not in the state for this; another job may have ended it.");
    }
  }

  private static String cut(String sentence) {
    return sentence.length() <= 4000 ? sentence : sentence.substring(0, 4000);
  }

  private static Run read(ResultSet row, int number) throws SQLException {
    RunInput input =
        new RunInput(
            row.getString("job"),
            Columns.day(row, "business_date"),
            row.getInt("version"),
            row.getLong("previous_run_id"),
            row.getString("manifest_sha256"),
            row.getString("conf_sha256"),
            row.getString("ledger_folder"),
            row.getString("program_version"),
            row.getLong("decision_no"),
            row.getLong("feedback_no"));
    RunCounts counts =
        new RunCounts(
            row.getLong("loans"),
            row.getLong("assessed"),
            row.getLong("rejected"),
            row.getLong("held"));
    Optional<Instant> ended = Columns.instantIfAny(row, "ended_at");
    int exitCode = row.getInt("exit_code");
    String sentence = Columns.textOrEmpty(row, "sentence");
    return new Run(
        row.getLong("run_id"),
        input,
        RunState.valueOf(row.getString("state")),
        counts,
        Columns.textOrEmpty(row, "outputs_sha256"),
        Columns.instant(row, "started_at"),
        ended.map(at -> new Run.Result(exitCode, sentence, at)));
  }
}
