package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.store.PublishedRuns.Owned;

/** The records that bureaux rejected, one row each (rulings 28). */
public final class RejectedRecords {

  private static final String INSERT =
      """
      INSERT INTO rejected_record (feedback_no, line_no, run_id, bureau, record_type, loan_id,
        report_date, place, codes, record_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int PAGE = 2_000;

  private final Database database;

  private record Key(long feedbackNo, long line) {}

  public RejectedRecords(Database database) {
    this.database = database;
  }

  /**
   * Adds rejected records of a feedback file, some thousand at a time; they count once {@link
   * Feedbacks#record} has its row.
   */
  public void add(Collection<RejectedRow> rows) {
    database.inTransaction(
        () -> Batches.insert(database, INSERT, rows.iterator(), (each, number) -> values(each)));
  }

  /** Deletes the rows of a feedback file that was not taken in, slice by slice. */
  public void delete(long feedbackNo) {
    while (true) {
      List<Long> lines = lines(feedbackNo);
      if (lines.isEmpty()) {
        return;
      }
      database
          .sql()
          .sql("DELETE FROM rejected_record WHERE feedback_no = ? AND line_no <= ?")
          .params(feedbackNo, lines.get(lines.size() - 1))
          .update();
    }
  }

  private List<Long> lines(long feedbackNo) {
    return database
        .sql()
        .sql(
            "SELECT line_no FROM rejected_record WHERE feedback_no = ? ORDER BY line_no FETCH FIRST"
                + " "
                + PAGE
                + " ROWS ONLY")
        .param(feedbackNo)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** The rejected records of a feedback file by line, read in pages. */
  public Iterator<RejectedRow> list(long feedbackNo) {
    return new Pages(feedbackNo);
  }

  /** What a feedback file rejected of a loan, customer or facility, by line of the submission. */
  public List<RejectedRow> ofKey(long feedbackNo, String key) {
    return database
        .sql()
        .sql("SELECT * FROM rejected_record WHERE loan_id = ? AND feedback_no = ? ORDER BY line_no")
        .params(key, feedbackNo)
        .query(RejectedRecords::row)
        .list();
  }

  /**
   * How many records the feedback files up to a number rejected, by bureau and codes. Their number
   * is small: a file with many rejected records fails as a whole.
   */
  public List<Reason> reasons(long last) {
    return database
        .sql()
        .sql(
            "SELECT bureau, codes, COUNT(*) AS records FROM rejected_record WHERE feedback_no <= ?"
                + " AND feedback_no IN (SELECT feedback_no FROM feedback)"
                + " GROUP BY bureau, codes ORDER BY bureau, codes")
        .param(last)
        .query(
            (row, number) ->
                new Reason(
                    row.getString("bureau"),
                    RejectionCodes.parse(row.getString("codes")),
                    row.getLong("records")))
        .list();
  }

  /** How many records of a bureau were rejected for the same codes. */
  public record Reason(String bureau, List<RejectionCode> codes, long records) {

    public Reason {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The rejected records of a range of loans, customers or facilities, by key, of the feedback
   * files {@code after < number <= last}.
   *
   * @param recordTypes those whose keys are of that kind
   */
  public LoanRows<RejectedRow> read(
      LoanRange range, Collection<String> recordTypes, long after, long last) {
    String types =
        recordTypes.stream()
            .map(each -> "'" + each.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    String condition =
        "feedback_no > "
            + after
            + " AND feedback_no <= "
            + last
            + " AND record_type IN ("
            + types
            + ")";
    return new LoanRows<>(
        database,
        new LoanRows.Source("rejected_record", condition, "feedback_no, line_no"),
        RejectedRecords::owned,
        range);
  }

  private static Owned<RejectedRow> owned(ResultSet row, int number) throws SQLException {
    RejectedRow rejected = row(row, number);
    return new Owned<>(
        rejected.runId(), new Key(rejected.feedbackNo(), rejected.line()), Optional.of(rejected));
  }

  private static @Nullable Object[] values(RejectedRow row) {
    return new @Nullable Object[] {
      row.feedbackNo(),
      row.line(),
      row.runId(),
      row.bureau(),
      row.recordType(),
      row.key(),
      Columns.date(row.reportDate()),
      row.place(),
      RejectionCodes.format(row.codes()),
      row.recordSha256()
    };
  }

  private static RejectedRow row(ResultSet row, int number) throws SQLException {
    return new RejectedRow(
        row.getLong("feedback_no"),
        row.getLong("line_no"),
        row.getLong("run_id"),
        row.getString("bureau"),
        row.getString("record_type"),
        row.getString("loan_id"),
        Columns.day(row, "report_date"),
        row.getInt("place"),
        RejectionCodes.parse(row.getString("codes")),
        row.getString("record_sha256"));
  }

  /** Goes through the rows of one file. */
  private final class Pages implements Iterator<RejectedRow> {

    private final long feedbackNo;
    private List<RejectedRow> page = List.of();
    private int next;
    private long last;

    Pages(long feedbackNo) {
      this.feedbackNo = feedbackNo;
    }

    @Override
    public boolean hasNext() {
      if (next == page.size()) {
        page =
            database
                .sql()
                .sql(
                    "SELECT * FROM rejected_record WHERE feedback_no = ? AND line_no > ?"
                        + " ORDER BY line_no FETCH FIRST "
                        + PAGE
                        + " ROWS ONLY")
                .params(feedbackNo, last)
                .query(RejectedRecords::row)
                .list();
        next = 0;
      }
      return next < page.size();
    }

    @Override
    public RejectedRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      RejectedRow row = page.get(next++);
      last = row.line();
      return row;
    }
  }
}
