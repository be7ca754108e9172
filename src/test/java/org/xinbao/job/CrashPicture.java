package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xinbao.cli.Ended;
import org.xinbao.store.HomeStatus;

/**
 * All that is left when a job has ended: every file and folder, hidden ones too, every row of the
 * database, what the job said, what the audit says, what the client was given.
 *
 * @param things by their names
 */
record CrashPicture(SortedMap<String, String> things) {

  /** Of a home: the database's own files, what a clock is in, and what holds the lock. */
  private static final List<String> UNREAD =
      List.of("home/db", "home/logs", "home/lock", "home/status.json", "home/archive/programs");

  static CrashPicture of(CrashWorld world, Ended ended) throws IOException, SQLException {
    SortedMap<String, String> things = new TreeMap<>();
    things.put("exit code", Integer.toString(ended.code()));
    things.put("sentence", ended.sentence());
    // Before anybody opens the database again: what is deleted is gone from its files, too.
    for (String each : world.expired()) {
      things.put(
          "found " + each,
          Deletions.search(world.nights(), each).stream()
              .map(world.life()::relativize)
              .sorted()
              .toList()
              .toString());
    }
    Ended audit = world.run(world.inHome("audit", "verify"));
    things.put("audit", audit.code() + " " + audit.sentence().replaceAll("head [0-9a-f]+", "head"));
    things.put("status", status(world));
    Map<String, String> runs;
    try (CrashStore.Look look = world.store().look(world.nights().home())) {
      runs = CrashRows.runs(look.connection());
      CrashRows.of(look.connection())
          .forEach(
              (table, lines) -> {
                things.put("table " + table, lines.size() + " rows");
                for (String each : lines) {
                  things.merge(table + ": " + each, "once", (a, b) -> a + " more");
                }
              });
    }
    files(world.life(), runs, things);
    return new CrashPicture(things);
  }

  int exitCode() {
    return Integer.parseInt(things.getOrDefault("exit code", "-1"));
  }

  private static String status(CrashWorld world) throws IOException {
    HomeStatus status = HomeStatus.read(world.nights().home()).orElseThrow();
    return status.job()
        + " "
        + status.businessDate()
        + " "
        + status.state()
        + " "
        + status.exitCode()
        + " "
        + status.sentence();
  }

  private static void files(Path life, Map<String, String> runs, Map<String, String> things)
      throws IOException {
    try (Stream<Path> walk = Files.walk(life)) {
      for (Path each : walk.toList()) {
        Path below = life.relativize(each);
        if (UNREAD.stream().noneMatch(below::startsWith)) {
          String name = named(below.toString(), runs);
          things.put(
              "file " + name,
              Files.isDirectory(each) ? "folder" : Trees.sha256(Files.readAllBytes(each)));
        }
      }
    }
  }

  /** Inputs are kept in a folder with the number of their run. */
  private static String named(String path, Map<String, String> runs) {
    List<String> parts = new ArrayList<>();
    for (String each : path.split("/", -1)) {
      parts.add(
          each.startsWith("run-") && runs.containsKey(each.substring(4))
              ? "run of " + runs.get(each.substring(4))
              : each);
    }
    return String.join("/", parts);
  }

  /** What the other does not have, or otherwise. */
  List<String> differences(CrashPicture other) {
    TreeSet<String> names = new TreeSet<>(things.keySet());
    names.addAll(other.things.keySet());
    return names.stream()
        .filter(
            each ->
                !things.getOrDefault(each, "none").equals(other.things.getOrDefault(each, "none")))
        .map(
            each ->
                each
                    + ": "
                    + things.getOrDefault(each, "none")
                    + ", undisturbed "
                    + other.things.getOrDefault(each, "none"))
        .toList();
  }
}
