package org.xinbao.job;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All rows of a database that mean anything, so written that two homes in which the same was done
 * give the same: clock readings and random values by their being there, runs by what they ran for,
 * as a run that was given up has used a number.
 */
final class CrashRows {

  private static final Set<String> UNREAD =
      Set.of("lock_holder", "flyway_schema_history", "run_part", "run_step");

  /** Numbers of attempts, salts, and hashes over what has clock readings in it. */
  private static final Set<String> MASKED =
      Set.of("attempt", "entry_no", "salt", "commitment", "previous_sha256");

  private final Connection connection;
  private final Map<String, String> runs = new HashMap<>();

  private CrashRows(Connection connection) {
    this.connection = connection;
  }

  /** The rows of each table in an order of their own. */
  static SortedMap<String, List<String>> of(Connection connection) throws SQLException {
    CrashRows rows = new CrashRows(connection);
    rows.readRuns();
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (String table : rows.tables()) {
      all.put(table, rows.read(table));
    }
    return all;
  }

  /** Names of runs by their numbers; what was given up has none. */
  static Map<String, String> runs(Connection connection) throws SQLException {
    CrashRows rows = new CrashRows(connection);
    rows.readRuns();
    return rows.runs;
  }

  private void readRuns() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT run_id, job, business_date, version FROM run WHERE state <> 'DISCARDED'")) {
      while (found.next()) {
        runs.put(
            found.getString(1),
            found.getString(2) + " " + found.getString(3) + " v" + found.getString(4));
      }
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet found = data.getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String schema = found.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT);
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (schema.equals("public") && !name.startsWith("batch_") && !UNREAD.contains(name)) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  private List<String> read(String table) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
      ResultSetMetaData columns = found.getMetaData();
      while (found.next()) {
        String line = line(table, found, columns);
        if (!line.contains("given up")) {
          lines.add(line);
        }
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private String line(String table, ResultSet row, ResultSetMetaData columns) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      line.append(column).append('=').append(value(table, column, row.getString(i))).append(' ');
    }
    return line.toString();
  }

  private String value(String table, String column, String value) {
    if (value == null) {
      return "null";
    }
    boolean hash = column.equals("sha256") && table.equals("evidence");
    if (column.endsWith("_at") || MASKED.contains(column) || hash) {
      return value.isEmpty() ? "" : "some";
    }
    if (column.endsWith("run_id")) {
      return value.equals("0") ? value : runs.getOrDefault(value, "given up");
    }
    return column.equals("body") ? body(value) : value;
  }

  /**
   * Of what the chain says, its runs by name; the child's class path is another than the test's.
   */
  private String body(String text) {
    StringBuilder masked = new StringBuilder();
    for (String each : text.lines().toList()) {
      String word = each.replaceAll("\\s.*", "");
      String line =
          switch (word) {
            case "started", "ended", "program_sha256", "attempt" -> word;
            case "run" -> word + " " + runs.getOrDefault(each.replaceAll(".*\\s", ""), "given up");
            default -> each;
          };
      masked.append(line).append(" / ");
    }
    return masked.toString();
  }
}
