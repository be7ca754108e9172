package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads output files; quoted fields have no line ends. */
final class Csv {

  private Csv() {}

  /** The rows of a file by column name. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Trees.lines(file);
    List<String> columns = fields(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
      if (fields.size() != columns.size()) {
        throw new AssertionError(file + " has a row of another width: " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), fields.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The rows of one loan. */
  static List<Map<String, String>> rows(Path file, String loanId) throws IOException {
    return rows(file).stream().filter(row -> loanId.equals(row.get("loan_id"))).toList();
  }

  /** The values of a column. */
  static List<String> column(Path file, String column) throws IOException {
    return rows(file).stream().map(row -> String.valueOf(row.get(column))).toList();
  }

  private static List<String> fields(String line) {
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
