package org.xinbao.bureausim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Exports made from other exports; their fields have no quotes. */
final class Exports {

  private static final int WINDOW_DAYS = 62;

  private Exports() {}

  /**
   * The book as it stood on a date before that of the export: loans opened by then, movements,
   * notices and decisions made by then, loans closed later open again.
   *
   * @param sources the export of the later date first, then those before it that have loans which
   *     have left it since
   */
  static Path asOf(List<Path> sources, LocalDate date, Path to) throws IOException {
    Map<String, Path> owners = new HashMap<>();
    for (Path source : sources) {
      for (Line loan : lines(source, "loans.csv")) {
        if (isShown(loan, date)) {
          owners.putIfAbsent(loan.get("loan_id"), source);
        }
      }
    }
    Files.createDirectories(to);
    for (String file : files(sources.get(0))) {
      List<String> kept = new ArrayList<>();
      kept.add(header(sources.get(0), file));
      Set<String> seen = new HashSet<>();
      for (Path source : sources) {
        for (Line each : lines(source, file)) {
          boolean ours =
              each.has("loan_id")
                  ? source.equals(owners.get(each.get("loan_id")))
                  : seen.add(each.first());
          if (ours && !isLater(each, date)) {
            kept.add(reopened(each, date));
          }
        }
      }
      Files.write(to.resolve(file), kept);
    }
    return seal(to, date);
  }

  private static boolean isShown(Line loan, LocalDate date) {
    String closed = loan.get("closed_on");
    boolean left =
        !closed.isEmpty()
            && !loan.get("status").equals("WRITTEN_OFF")
            && !LocalDate.parse(closed).isAfter(date.minusDays(WINDOW_DAYS));
    return !left && !LocalDate.parse(loan.get("opened_on")).isAfter(date);
  }

  private static boolean isLater(Line row, LocalDate date) {
    for (String when : List.of("value_date", "sent_on", "decided_on")) {
      if (row.has(when) && LocalDate.parse(row.get(when)).isAfter(date)) {
        return true;
      }
    }
    return false;
  }

  private static String reopened(Line row, LocalDate date) {
    if (!row.has("closed_on")
        || row.get("closed_on").isEmpty()
        || !LocalDate.parse(row.get("closed_on")).isAfter(date)) {
      return row.text();
    }
    return row.with("status", "ACTIVE").with("closed_on", "").text();
  }

  /** Adds rows to a file of an export, which gets the header when it was not there. */
  static void add(Path folder, String file, String header, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(folder.resolve(file))) {
      lines.addAll(Files.readAllLines(folder.resolve(file)));
    } else {
      lines.add(header);
    }
    lines.addAll(rows);
    Files.write(folder.resolve(file), lines);
  }

  /** Writes the manifest that fits the files. */
  static Path seal(Path folder, LocalDate date) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String name : files(folder)) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      long rows = new String(bytes, UTF_8).lines().count() - 1;
      entries.add(
          String.format(
              Locale.ROOT,
              "{\"name\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}",
              name,
              rows,
              sha256(bytes)));
    }
    Files.writeString(
        folder.resolve("manifest.json"),
        String.format(
            Locale.ROOT,
            "{\"contract_version\":\"1\",\"institution\":\"%s\",\"business_date\":\"%s\",\"files\":[%s]}",
            Truth.PROVIDER,
            date,
            String.join(",", entries)));
    return folder;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  private static String header(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).get(0);
  }

  private static List<Line> lines(Path folder, String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    List<String> columns = List.of(lines.get(0).split(",", -1));
    return lines.subList(1, lines.size()).stream()
        .map(each -> new Line(columns, List.of(each.split(",", -1))))
        .toList();
  }

  /** A row with the names of its columns. */
  private record Line(List<String> columns, List<String> fields) {

    boolean has(String column) {
      return columns.contains(column);
    }

    String get(String column) {
      return fields.get(columns.indexOf(column));
    }

    String first() {
      return fields.get(0);
    }

    Line with(String column, String value) {
      List<String> changed = new ArrayList<>(fields);
      changed.set(columns.indexOf(column), value);
      return new Line(columns, List.copyOf(changed));
    }

    String text() {
      return String.join(",", fields);
    }
  }
}
