package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a reported state told by its difference to another: fields divided by {@code |}, a
 * stretch of {@code n} fields that are the same written as {@code n=}.
 *
 * <p>{@code 1|D1|2026-10-31|30} told by {@code 1|D1|2026-09-30|30} is {@code 2=|2026-10-31|1=}. A
 * field that is a list divided by commas may be told by what it shares with the other: {@code
 * a,b,c} told by {@code b,c,d} is {@code 0^2^a^}: two items from the first on, {@code a} before and
 * nothing after them. Texts of another number of fields, and the empty one, are written as they
 * are.
 */
final class StateDelta {

  private StateDelta() {}

  /** What makes {@code to} out of {@code from}. */
  static String of(String from, String to) {
    String[] before = fields(from);
    String[] after = fields(to);
    if (before.length != after.length) {
      return to;
    }
    StringBuilder out = new StringBuilder(48);
    int same = 0;
    for (int i = 0; i < after.length; i++) {
      if (after[i].equals(before[i])) {
        same++;
      } else {
        same = flush(out, same);
        out.append(field(before[i], after[i])).append('|');
      }
    }
    flush(out, same);
    return out.substring(0, out.length() - 1);
  }

  /** The text that {@code delta} makes out of {@code from}. */
  static String apply(String from, String delta) {
    if (delta.indexOf('=') < 0) {
      return delta;
    }
    String[] before = fields(from);
    StringBuilder out = new StringBuilder(from.length() + 16);
    int at = 0;
    for (String each : fields(delta)) {
      if (each.endsWith("=")) {
        for (int i = Integer.parseInt(each.substring(0, each.length() - 1)); i > 0; i--) {
          out.append(before[at++]).append('|');
        }
      } else {
        out.append(each.indexOf('^') < 0 ? each : list(before[at], each)).append('|');
        at++;
      }
    }
    return out.substring(0, out.length() - 1);
  }

  /** The shorter of a field and its difference to the one before. */
  private static String field(String from, String to) {
    if (from.indexOf(',') < 0 || to.indexOf(',') < 0) {
      return to;
    }
    List<String> before = List.of(from.split(",", -1));
    List<String> after = List.of(to.split(",", -1));
    int start = Math.max(0, before.indexOf(after.get(0)));
    int head = start > 0 ? 0 : Math.max(0, after.indexOf(before.get(0)));
    int shared = 0;
    while (start + shared < before.size()
        && head + shared < after.size()
        && before.get(start + shared).equals(after.get(head + shared))) {
      shared++;
    }
    String delta =
        start
            + "^"
            + shared
            + "^"
            + String.join(",", after.subList(0, head))
            + "^"
            + String.join(",", after.subList(head + shared, after.size()));
    return shared > 0 && delta.length() < to.length() ? delta : to;
  }

  private static String list(String from, String delta) {
    String[] parts = delta.split("\\^", -1);
    List<String> before = List.of(from.split(",", -1));
    int start = Integer.parseInt(parts[0]);
    List<String> after = new ArrayList<>();
    if (!parts[2].isEmpty()) {
      after.add(parts[2]);
    }
    after.addAll(before.subList(start, start + Integer.parseInt(parts[1])));
    if (!parts[3].isEmpty()) {
      after.add(parts[3]);
    }
    return String.join(",", after);
  }

  private static int flush(StringBuilder out, int same) {
    if (same > 0) {
      out.append(same).append("=|");
    }
    return 0;
  }

  private static String[] fields(String text) {
    return text.split("\\|", -1);
  }
}
