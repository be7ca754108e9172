package org.xinbao.store;

import java.util.Collection;
import java.util.List;

/** The aggregates of all runs. */
public final class PublishedFigures {

  private final Database database;

  public PublishedFigures(Database database) {
    this.database = database;
  }

  /** A figure with the business date for which it was published. */
  public record Dated(int businessDate, PublishedFigure figure) {}

  /** Replaces what the run, not yet published, has recorded. */
  public void record(long runId, Collection<PublishedFigure> figures) {
    database.inTransaction(
        () -> {
          database.sql().sql("DELETE FROM figure WHERE run_id = ?").param(runId).update();
          return Batches.insert(
              database,
              """
              INSERT INTO figure (run_id, measure, product, currency, member, row_count, cents)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """,
              figures.iterator(),
              (each, number) ->
                  new Object[] {
                    runId,
                    each.measure(),
                    each.product(),
                    each.currency(),
                    each.member(),
                    each.rows(),
                    each.cents()
                  });
        });
  }

  /** All figures of a run, by measure, product, currency and member. */
  public List<PublishedFigure> list(long runId) {
    return database
        .sql()
        .sql("SELECT * FROM figure WHERE run_id = ? ORDER BY measure, product, currency, member")
        .param(runId)
        .query((row, number) -> read(row))
        .list();
  }

  /** A measure over the dates from {@code from} to {@code to}: of each its latest version. */
  public List<Dated> trend(String job, String measure, int from, int to) {
    return database
        .sql()
        .sql(
            """
            SELECT r.published_date, f.* FROM figure f JOIN run r ON r.run_id = f.run_id
            WHERE r.job = ? AND f.measure = ? AND r.published_date BETWEEN ? AND ?
              AND r.version = (SELECT MAX(v.version) FROM run v
                WHERE v.job = r.job AND v.published_date = r.published_date)
            ORDER BY r.published_date, f.product, f.currency, f.member
            """)
        .param(job)
        .param(measure)
        .param(Columns.date(from))
        .param(Columns.date(to))
        .query((row, number) -> new Dated(Columns.day(row, "published_date"), read(row)))
        .list();
  }

  private static PublishedFigure read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new PublishedFigure(
        row.getString("measure"),
        row.getString("product"),
        row.getString("currency"),
        row.getString("member"),
        row.getLong("row_count"),
        row.getLong("cents"));
  }
}
