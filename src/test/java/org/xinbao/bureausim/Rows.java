package org.xinbao.bureausim;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads CSV files row by row; quoted fields have no line ends. */
final class Rows {

  private Rows() {}

  /** Gives each row by column name. */
  static void each(Path file, Consumer<Row> use) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = in.readLine();
      if (header == null) {
        throw new AssertionError(file + " is empty");
      }
      List<String> columns = fields(header);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> fields = fields(line);
        if (fields.size() != columns.size()) {
          throw new AssertionError(file + " has a row of another width: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), fields.get(i));
        }
        use.accept(new Row(row));
      }
    }
  }

  /** The rows by the value of a column; a file that is not there has none. */
  static Map<String, List<Row>> by(String column, Path file) throws IOException {
    Map<String, List<Row>> rows = new TreeMap<>();
    if (Files.exists(file)) {
      each(file, row -> rows.computeIfAbsent(row.get(column), any -> new ArrayList<>()).add(row));
    }
    return rows;
  }

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
