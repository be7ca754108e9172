package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of Metro 2 that knows the position table and nothing of the program: absolute positions
 * from {@code positions.csv}, segments by their first two characters.
 */
final class Positions {

  /** A line of the table. */
  record Line(String segment, String field, int from, int to, String type, boolean required) {}

  static final List<Line> TABLE = table();

  private Positions() {}

  private static List<Line> table() {
    List<Line> lines = new ArrayList<>();
    try {
      for (String each :
          Files.readAllLines(Path.of("src/test/resources/metro2/positions.csv")).stream()
              .skip(1)
              .toList()) {
        String[] part = each.split(",", -1);
        lines.add(
            new Line(
                part[0],
                part[2],
                Integer.parseInt(part[3]),
                Integer.parseInt(part[4]),
                part[5],
                part[6].equals("R")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(lines);
  }

  /** The fields of a segment by name, blanks at the end taken off; the text starts with it. */
  static Map<String, String> segment(String name, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Line each : TABLE) {
      if (each.segment.equals(name)) {
        fields.put(each.field, text.substring(each.from - 1, each.to).stripTrailing());
      }
    }
    return fields;
  }

  static int length(String name) {
    return TABLE.stream()
        .filter(each -> each.segment.equals(name))
        .mapToInt(Line::to)
        .max()
        .orElseThrow();
  }

  /** A record: its first segment under its own name, what is appended in order. */
  static List<Map.Entry<String, Map<String, String>>> record(String text) {
    String first =
        text.startsWith("HEADER", 4)
            ? "HEADER"
            : text.startsWith("TRAILER", 4) ? "TRAILER" : "BASE";
    List<Map.Entry<String, Map<String, String>>> all = new ArrayList<>();
    all.add(Map.entry(first, segment(first, text)));
    int at = length(first);
    while (at < text.length()) {
      String name = text.substring(at, at + 2);
      all.add(Map.entry(name, segment(name, text.substring(at))));
      at += length(name);
    }
    return all;
  }

  /** The base segment of a record. */
  static Map<String, String> base(String text) {
    return record(text).get(0).getValue();
  }

  /** Compares fields, given as name and value in turn. */
  static void expect(Map<String, String> fields, String... nameAndValue) {
    for (int i = 0; i < nameAndValue.length; i += 2) {
      assertThat(fields.get(nameAndValue[i])).as(nameAndValue[i]).isEqualTo(nameAndValue[i + 1]);
    }
  }
}
