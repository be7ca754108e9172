package org.xinbao.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of many inputs. */
final class Table {

  private final Map<Level, Map<Integer, Long>> codes = new EnumMap<>(Level.class);
  private final Map<Level, Long> counted = new EnumMap<>(Level.class);
  private final List<String> complaints = new ArrayList<>();
  private long thrown;
  private long hung;
  private long unaccounted;
  private long unexplained;
  private long slowest;
  private String slowestTold = "";

  void add(long number, Level level, String told, Outcome outcome, long millis) {
    codes.computeIfAbsent(level, each -> new TreeMap<>()).merge(outcome.code(), 1L, Long::sum);
    counted.merge(level, outcome.checked() ? 1L : 0L, Long::sum);
    if (millis > slowest) {
      slowest = millis;
      slowestTold = number + " " + told;
    }
    for (String each : outcome.complaints()) {
      thrown += each.startsWith("stack trace") ? 1 : 0;
      unaccounted += each.startsWith("unaccounted") ? 1 : 0;
      unexplained += each.startsWith("unexplained") ? 1 : 0;
      complain(number, level, told, each);
    }
  }

  void thrown(long number, Level level, String told, String failure) {
    thrown++;
    complain(number, level, told, "thrown: " + failure);
  }

  void hung(long number, Level level, String told) {
    hung++;
    complain(number, level, told, "no end");
  }

  private void complain(long number, Level level, String told, String what) {
    String line = "input " + number + " " + level + " (" + told + "): " + what;
    complaints.add(line);
    System.out.println(line.substring(0, Math.min(line.length(), 600)));
  }

  List<String> complaints() {
    return complaints;
  }

  /** Inputs that ended with a code, on all levels. */
  long ended(int code) {
    return codes.values().stream().mapToLong(each -> each.getOrDefault(code, 0L)).sum();
  }

  /** The table as it stands in the documents. */
  String text() {
    StringBuilder text =
        new StringBuilder("| level | inputs | 0 | 2 | 10 | 20 | other | counted |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    codes.forEach(
        (level, by) -> {
          long all = by.values().stream().mapToLong(Long::longValue).sum();
          long four = 0;
          text.append(String.format(Locale.ROOT, "| %s | %,d |", level.words(), all));
          for (int code : new int[] {0, 2, 10, 20}) {
            four += by.getOrDefault(code, 0L);
            text.append(String.format(Locale.ROOT, " %,d |", by.getOrDefault(code, 0L)));
          }
          text.append(
              String.format(
                  Locale.ROOT, " %,d | %,d |%n", all - four, counted.getOrDefault(level, 0L)));
        });
    text.append(
        String.format(
            Locale.ROOT,
            "stack traces %d, hangs %d, unaccounted %d, unexplained %d, all complaints %d%n",
            thrown,
            hung,
            unaccounted,
            unexplained,
            complaints.size()));
    return text.append(
            String.format(
                Locale.ROOT,
                "slowest %,d ms (%s); -Xmx %,d MiB; %s%n",
                slowest,
                slowestTold,
                Runtime.getRuntime().maxMemory() >> 20,
                resident()))
        .toString();
  }

  /** The peak of the process's memory, where the system tells it. */
  private static String resident() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "";
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(each -> each.startsWith("VmHWM"))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
