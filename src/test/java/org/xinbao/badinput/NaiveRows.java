package org.xinbao.badinput;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file as somebody would count them who has read the contract and not the program.
 *
 * @param header the columns
 * @param rows each with its physical line
 */
record NaiveRows(List<String> header, List<Row> rows) {

  /** A row: its line, the header being line 1, and its fields. */
  record Row(long line, List<String> fields) {}

  NaiveRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether a file is plain enough: with a quote, a row is another matter. */
  static boolean isPlain(String text) {
    return text.indexOf('"') < 0;
  }

  /** Reads a plain file. */
  static NaiveRows of(String text) {
    String[] lines = withoutMark(text).split("\n", -1);
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = withoutReturn(lines[i]);
      if (line.isEmpty()) {
        continue;
      }
      List<String> fields = List.of(line.split(",", -1));
      if (header.isEmpty()) {
        header = fields;
      } else {
        rows.add(new Row(i + 1L, fields));
      }
    }
    return new NaiveRows(header, rows);
  }

  /** Records of any file, quoted line ends inside them not counted; the header is one of them. */
  static int count(String text) {
    int records = 0;
    boolean quoted = false;
    int length = 0;
    String all = withoutMark(text);
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        records += length > 0 ? 1 : 0;
        length = 0;
      } else if (c != '\r' || (i + 1 < all.length() && all.charAt(i + 1) != '\n')) {
        length++;
      }
    }
    return records + (length > 0 ? 1 : 0);
  }

  /** A field of a row by its column; empty when the row is too short or the column unknown. */
  String field(Row row, String column) {
    int at = header.indexOf(column);
    return at < 0 || at >= row.fields().size() ? "" : row.fields().get(at);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
