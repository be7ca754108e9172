package org.xinbao.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;

/**
 * What a night reads from the database, as a file, so that the same night can be run again later
 * although rows have been replaced or deleted since (rulings 15).
 *
 * <p>The file is text. A line {@code T}, name and columns begins a table; each line {@code R} is a
 * row; fields are parted by tabs, an absent value is {@code \N}. The last line is {@code E} and the
 * number of rows. Only rows of published runs are in it.
 */
public final class KeptTables {

  /** Neither read by a night nor part of what it is a function of. */
  private static final List<String> LEFT_OUT =
      List.of("lock_holder", "run_part", "run_step", "evidence", "evidence_content");

  private static final int SLICE = 5_000;

  /** Reports look back to so many days and to month-ends of so many months. */
  private static final int FIGURE_DAYS = 62;

  private static final int FIGURE_MONTHS = 40;

  private final Database database;

  public KeptTables(Database database) {
    this.database = database;
  }

  /**
   * What the night is about to read.
   *
   * @param businessDate epoch day
   * @param previous the published run that it builds on, 0 for none
   * @param feedbackAfter the last feedback that the previous run used
   * @param feedbackNo the last feedback that this one uses
   */
  public record Scope(int businessDate, long previous, long feedbackAfter, long feedbackNo) {}

  /** Writes the file, which must not exist. */
  public void write(Path file, Scope scope) throws IOException {
    List<Run> published = new Runs(database).listPublished();
    SafeFiles.createFile(file).close();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long rows = 0;
      for (String table : tables()) {
        List<Column> columns = columns(table);
        out.write("T\t" + table + "\t" + names(columns, "\t") + "\n");
        rows += write(table, columns, scope, published, out);
      }
      out.write("E\t" + rows + "\n");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    SafeFiles.force(file);
  }

  private long write(
      String table, List<Column> columns, Scope scope, List<Run> published, BufferedWriter out) {
    boolean ofRuns = columns.stream().anyMatch(each -> each.name().equals("run_id"));
    boolean numbered = columns.stream().anyMatch(each -> each.name().equals("row_no"));
    String select = "SELECT " + names(columns, ", ") + " FROM " + table;
    if (table.equals("run")) {
      return query(select + " WHERE publish_no IS NOT NULL ORDER BY run_id", columns, out);
    }
    if (table.equals("rejected_record")) {
      String window = " WHERE feedback_no > " + scope.feedbackAfter() + " AND feedback_no <= ";
      return query(select + window + scope.feedbackNo(), columns, out);
    }
    if (!ofRuns) {
      return query(select, columns, out);
    }
    long rows = 0;
    for (Run each : chosen(table, published, scope)) {
      String ofRun = select + " WHERE run_id = " + each.id();
      rows += numbered ? slices(table, ofRun, each.id(), columns, out) : query(ofRun, columns, out);
    }
    return rows;
  }

  private long slices(
      String table, String select, long runId, List<Column> columns, BufferedWriter out) {
    long rows = 0;
    long last = RunRows.last(database, table, runId);
    for (long from = 0; from < last; from += SLICE) {
      String slice = " AND row_no > " + from + " AND row_no <= " + (from + SLICE);
      rows += query(select + slice + " ORDER BY row_no", columns, out);
    }
    return rows;
  }

  /** The runs whose rows of a table the night can read. */
  private static List<Run> chosen(String table, List<Run> published, Scope scope) {
    return switch (table) {
      case "held", "rejected", "difference" ->
          published.stream().filter(each -> each.id() == scope.previous()).toList();
      case "figure" ->
          published.stream()
              .filter(each -> isLookedAt(each.input().businessDate(), scope.businessDate()))
              .toList();
      default -> published;
    };
  }

  private static boolean isLookedAt(int figures, int businessDate) {
    return figures >= businessDate - FIGURE_DAYS
        || (figures == Day.lastOfMonth(figures)
            && figures >= Day.plusMonths(businessDate, -FIGURE_MONTHS));
  }

  private long query(String select, List<Column> columns, BufferedWriter out) {
    List<String> lines =
        database.sql().sql(select).query((row, number) -> line(row, columns)).list();
    try {
      for (String each : lines) {
        out.write(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.size();
  }

  private static String line(ResultSet row, List<Column> columns) throws SQLException {
    StringBuilder line = new StringBuilder("R");
    for (int i = 0; i < columns.size(); i++) {
      line.append('\t').append(columns.get(i).type().text(row, i + 1));
    }
    return line.append('\n').toString();
  }

  /** Reads the file into the empty tables of another database; unknown columns are passed over. */
  public void read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long expected = -1;
      long count = 0;
      Target target = Target.NONE;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
          case "T" -> {
            target.flush(database);
            target = Target.of(this, fields);
          }
          case "R" -> {
            count++;
            target.add(database, fields);
          }
          default -> expected = Long.parseLong(fields[1]);
        }
      }
      target.flush(database);
      if (count != expected) {
        throw new StoreException(file + " is cut short; take it from the archive again.");
      }
    }
  }

  /**
   * The rows of one loan in one table of a file, without a database: text by column, as {@link
   * #write} wrote it, empty where there was none.
   */
  static List<Map<String, String>> ofLoan(Path file, String table, String loanId)
      throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> columns = List.of();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("T\t")) {
          List<String> header = List.of(line.split("\t", -1));
          columns = header.get(1).equals(table) ? header.subList(2, header.size()) : List.of();
        } else if (!columns.isEmpty() && line.startsWith("R\t")) {
          String[] fields = line.split("\t", -1);
          if (fields[columns.indexOf("loan_id") + 1].equals(loanId)) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
              row.put(columns.get(i), ColumnType.plain(fields[i + 1]));
            }
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }

  /** The tables with rows that count, the runs first: others refer to them. */
  private List<String> tables() {
    TreeSet<String> names = new TreeSet<>();
    catalogue(
        (connection, schema) -> {
          try (ResultSet tables =
              connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
              names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
          }
        });
    names.removeIf(
        each -> LEFT_OUT.contains(each) || each.startsWith("batch_") || each.startsWith("flyway_"));
    List<String> ordered = new ArrayList<>(List.of("run"));
    names.remove("run");
    ordered.addAll(names);
    return ordered;
  }

  /** All tables that have a column; in the order of names. */
  public static List<String> withColumn(Database database, String column) {
    KeptTables kept = new KeptTables(database);
    List<String> all = new ArrayList<>(kept.tables());
    all.add("evidence_content");
    return all.stream()
        .filter(each -> kept.columns(each).stream().anyMatch(c -> c.name().equals(column)))
        .sorted()
        .toList();
  }

  private List<Column> columns(String table) {
    List<Column> columns = new ArrayList<>();
    catalogue(
        (connection, schema) -> {
          try (var statement = connection.createStatement();
              ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
              columns.add(
                  new Column(
                      data.getColumnName(i).toLowerCase(Locale.ROOT),
                      ColumnType.of(data.getColumnTypeName(i))));
            }
          }
        });
    return columns;
  }

  private void catalogue(Looking looking) {
    try (Connection connection = database.dataSource().getConnection()) {
      looking.at(connection, connection.getSchema());
    } catch (SQLException e) {
      throw new StoreException("The database's tables cannot be listed; check that it runs.", e);
    }
  }

  private static String names(List<Column> columns, String between) {
    return columns.stream().map(Column::name).collect(Collectors.joining(between));
  }

  @FunctionalInterface
  private interface Looking {
    void at(Connection connection, String schema) throws SQLException;
  }

  private record Column(String name, ColumnType type) {}

  /** Where rows of the file go: a table, and which of the file's fields it has columns for. */
  private record Target(
      String insert, List<Integer> places, List<ColumnType> types, List<Object[]> batch) {

    static final Target NONE = new Target("", List.of(), List.of(), new ArrayList<>());

    static Target of(KeptTables kept, String[] header) {
      List<String> present = kept.tables();
      if (!present.contains(header[1])) {
        return NONE;
      }
      List<Integer> places = new ArrayList<>();
      List<ColumnType> types = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Column each : kept.columns(header[1])) {
        int at = List.of(header).subList(2, header.length).indexOf(each.name());
        if (at >= 0) {
          places.add(at + 1);
          types.add(each.type());
          names.add(each.name());
        }
      }
      String insert =
          "INSERT INTO "
              + header[1]
              + " ("
              + String.join(", ", names)
              + ") VALUES (?"
              + ", ?".repeat(names.size() - 1)
              + ")";
      return new Target(insert, places, types, new ArrayList<>());
    }

    void add(Database database, String[] fields) {
      if (places.isEmpty()) {
        return;
      }
      Object[] values = new Object[places.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = types.get(i).value(fields[places.get(i)]);
      }
      batch.add(values);
      if (batch.size() == SLICE) {
        flush(database);
      }
    }

    void flush(Database database) {
      if (!batch.isEmpty()) {
        database.template().batchUpdate(insert, batch);
        batch.clear();
      }
    }
  }
}
