package org.xinbao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.PublishedRuns.Owned;

/** The register of adverse records (rulings 7 and 12): what is in force, by loan. */
public final class Register {

  private static final String INSERT =
      """
      INSERT INTO adverse_record (loan_id, overdue_from, run_id, row_no, removed, ended_on, settled_on,
        worst_days_past_due, worst_overdue_total, retain_until, state, void_reason,
        first_published_on, last_changed_on)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  public Register(Database database) {
    this.database = database;
  }

  /** The records of the loans of a range, oldest first within a loan. */
  public LoanRows<RegisterEntry> read(LoanRange range) {
    return new LoanRows<>(
        database,
        LoanRows.Source.of("adverse_record", "overdue_from, run_id"),
        Register::row,
        range);
  }

  /**
   * The records that are void, by loan, with the reason; those in force are left out.
   *
   * @param from first business date on which they were voided (epoch day)
   * @param to last one (epoch day)
   */
  public LoanRows<RegisterEntry> voided(int from, int to) {
    String condition =
        "state = 'VOID' AND last_changed_on >= DATE '"
            + Day.format(from)
            + "' AND last_changed_on <= DATE '"
            + Day.format(to)
            + "'";
    return new LoanRows<>(
        database,
        new LoanRows.Source("adverse_record", condition, "overdue_from, run_id"),
        Register::row,
        LoanRange.ALL);
  }

  /**
   * Writes all changes of a run, replacing what it wrote before; they are in force once the run is
   * published. Memory does not grow with their number.
   *
   * @param changes at most one for each record
   */
  public long record(long runId, Iterator<RegisterChange> changes) {
    RunRows.delete(database, "adverse_record", runId);
    return Batches.insertInSlices(
        database, INSERT, changes, (each, number) -> values(runId, number, each));
  }

  /** The records of a loan that a night found in the database, from its kept tables. */
  public static List<RetainedRecord> kept(Path tables, String loanId) throws IOException {
    SortedMap<Integer, Map<String, String>> latest = new TreeMap<>();
    for (Map<String, String> row : KeptTables.ofLoan(tables, "adverse_record", loanId)) {
      latest.merge(
          day(row, "overdue_from"), row, (one, other) -> runOf(one) > runOf(other) ? one : other);
    }
    List<RetainedRecord> records = new ArrayList<>();
    latest.forEach(
        (from, row) -> {
          if (!Boolean.parseBoolean(row.getOrDefault("removed", ""))) {
            AdverseRecord record =
                new AdverseRecord(
                    from,
                    day(row, "ended_on"),
                    Integer.parseInt(row.getOrDefault("worst_days_past_due", "0")),
                    Long.parseLong(row.getOrDefault("worst_overdue_total", "0")));
            records.add(
                new RetainedRecord(
                    record,
                    day(row, "settled_on"),
                    day(row, "retain_until"),
                    RecordState.valueOf(row.getOrDefault("state", ""))));
          }
        });
    return records;
  }

  private static long runOf(Map<String, String> row) {
    return Long.parseLong(row.getOrDefault("run_id", "0"));
  }

  private static int day(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? Day.NONE : Day.parse(text);
  }

  private static @Nullable Object[] values(long runId, long number, RegisterChange change) {
    if (change instanceof RegisterChange.Put put) {
      RegisterEntry entry = put.entry();
      RetainedRecord retained = entry.retained();
      AdverseRecord record = retained.record();
      return new @Nullable Object[] {
        entry.loanId(),
        Columns.date(record.overdueFrom()),
        runId,
        number,
        false,
        Columns.date(record.endedOn()),
        Columns.date(retained.settledOn()),
        record.worstDaysPastDue(),
        record.worstOverdueTotal(),
        Columns.date(retained.retainUntil()),
        retained.state().name(),
        entry.voidReason(),
        Columns.date(entry.firstPublishedOn()),
        Columns.date(entry.lastChangedOn())
      };
    }
    RegisterChange.Remove remove = (RegisterChange.Remove) change;
    return new @Nullable Object[] {
      remove.loanId(),
      Columns.date(remove.overdueFrom()),
      runId,
      number,
      true,
      null,
      null,
      0,
      0L,
      null,
      "",
      "",
      null,
      null
    };
  }

  private static Owned<RegisterEntry> row(ResultSet row, int number) throws SQLException {
    int overdueFrom = Columns.day(row, "overdue_from");
    Optional<RegisterEntry> entry =
        row.getBoolean("removed") ? Optional.empty() : Optional.of(entry(row, overdueFrom));
    return new Owned<>(row.getLong("run_id"), overdueFrom, entry);
  }

  private static RegisterEntry entry(ResultSet row, int overdueFrom) throws SQLException {
    AdverseRecord record =
        new AdverseRecord(
            overdueFrom,
            Columns.day(row, "ended_on"),
            row.getInt("worst_days_past_due"),
            row.getLong("worst_overdue_total"));
    RetainedRecord retained =
        new RetainedRecord(
            record,
            Columns.day(row, "settled_on"),
            Columns.day(row, "retain_until"),
            RecordState.valueOf(row.getString("state")));
    return new RegisterEntry(
        row.getString("loan_id"),
        retained,
        row.getString("void_reason"),
        Columns.day(row, "first_published_on"),
        Columns.day(row, "last_changed_on"));
  }
}
