package org.xinbao.job;

import java.util.Arrays;
import java.util.List;

/** Sums of every {@link Count}; overflow is detected. */
@SuppressWarnings(
    "EnumOrdinal") // positions in an array that lives as long as the run; files hold names
final class Counters {

  private final long[] sums = new long[Count.values().length];

  void add(Count count, long by) {
    sums[count.ordinal()] = Math.addExact(sums[count.ordinal()], by);
  }

  long get(Count count) {
    return sums[count.ordinal()];
  }

  void addAll(Counters other) {
    for (Count each : Count.values()) {
      add(each, other.get(each));
    }
  }

  /** One line a count. */
  List<String> toLines() {
    return Arrays.stream(Count.values()).map(each -> Tsv.line(each, get(each))).toList();
  }

  /** Adds what {@link #toLines} wrote. */
  void addLine(String line) {
    List<String> fields = Tsv.fields(line);
    add(Count.valueOf(fields.get(0)), Long.parseLong(fields.get(1)));
  }
}
