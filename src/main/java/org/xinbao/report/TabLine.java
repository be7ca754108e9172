package org.xinbao.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of part files: fields separated by a tab; tab, line ends and backslash inside a field are
 * written as {@code \t \n \r \\}.
 */
final class TabLine {

  private TabLine() {}

  static String join(List<String> fields) {
    StringBuilder line = new StringBuilder(96);
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        line.append('\t');
      }
      escape(fields.get(i), line);
    }
    return line.toString();
  }

  /**
   * The fields of a line; throws {@link IllegalArgumentException} unless there are {@code size}.
   */
  static List<String> split(String line, int size) {
    List<String> fields = new ArrayList<>(size);
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      fields.add(unescape(line.substring(from, tab)));
      from = tab + 1;
    }
    fields.add(unescape(line.substring(from)));
    if (fields.size() != size) {
      throw new IllegalArgumentException(
          "a line of a part file has " + fields.size() + " fields, not " + size);
    }
    return fields;
  }

  /** Reads an amount with two decimals. */
  static long cents(String text) {
    return new BigDecimal(text).movePointRight(2).longValueExact();
  }

  private static void escape(String field, StringBuilder out) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      switch (c) {
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\\' -> out.append("\\\\");
        default -> out.append(c);
      }
    }
  }

  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder out = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        i++;
        c =
            switch (field.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> field.charAt(i);
            };
      }
      out.append(c);
    }
    return out.toString();
  }
}
