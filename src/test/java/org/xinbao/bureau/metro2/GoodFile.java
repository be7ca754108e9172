package org.xinbao.bureau.metro2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The golden file, and its lines with something changed. */
final class GoodFile {

  static final List<String> LINES = good();

  private GoodFile() {}

  private static List<String> good() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/metro2/book.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of an account's line. */
  static int line(String account) {
    for (int i = 0; i < LINES.size(); i++) {
      if (LINES.get(i).startsWith(account, 42)) {
        return i;
      }
    }
    throw new IllegalArgumentException(account);
  }

  /**
   * A line with fields changed, by the names of the position table; values are filled with blanks.
   */
  static String with(String line, String segment, String... nameAndValue) {
    int base =
        segment.equals("BASE") || segment.equals("HEADER") || segment.equals("TRAILER") ? 0 : -1;
    int at = 426;
    while (base < 0) {
      String name = line.substring(at, at + 2);
      base = name.equals(segment) ? at : -1;
      at += Positions.length(name);
    }
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < nameAndValue.length; i += 2) {
      String name = nameAndValue[i];
      Positions.Line field =
          Positions.TABLE.stream()
              .filter(each -> each.segment().equals(segment) && each.field().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(name));
      int width = field.to() - field.from() + 1;
      String value = (nameAndValue[i + 1] + " ".repeat(width)).substring(0, width);
      text.replace(base + field.from() - 1, base + field.to(), value);
    }
    return text.toString();
  }
}
