package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A home in which nights are run as cron would, and what they published. */
record Home(Path folder, Path conf) {

  /** Runs a night that must be published. */
  Path night(Path export, LocalDate date) {
    run("nightly", "--ledger", export.toString(), "--date", date.toString());
    return published(date);
  }

  /** Takes in a folder of feedback files, none of which may be refused. */
  void feedback(Path dir) {
    run("feedback", "--dir", dir.toString());
  }

  private void run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--home", folder.resolve("home").toString()));
    arguments.addAll(List.of("--output", folder.resolve("out").toString()));
    arguments.addAll(List.of("--conf", conf.toString()));
    Ended ended = Commands.run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.toString()).isIn(0, 10);
  }

  Path published(LocalDate date) {
    return folder.resolve("out").resolve(date.toString());
  }

  /**
   * The submission files of a night in the order of submission: their record types' (reference 2).
   */
  static List<Path> submissions(Path published) throws IOException {
    Path pboc = published.resolve("submissions/pboc");
    if (!Files.exists(pboc)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pboc)) {
      Map<String, Path> ordered = new TreeMap<>();
      files.forEach(each -> ordered.put(orderOf(String.valueOf(each.getFileName())), each));
      return List.copyOf(ordered.values());
    }
  }

  private static String orderOf(String name) {
    String type = name.substring(22, 25);
    // 110 and its like, 220, 510, 210, then 211 to 215.
    String rank = type.startsWith("1") ? "0" : type.equals("220") ? "1" : "2";
    return rank + type + name;
  }

  /** Reports that a night dropped because a later month has been told: loan and report date. */
  static List<String> dropped(Path published) {
    List<String> dropped = new ArrayList<>();
    JsonNode run = JsonMapper.builder().build().readTree(published.resolve("run.json").toFile());
    for (JsonNode each : run.path("reports_of_other_dates")) {
      if (each.path("what").asString().equals("DROPPED")) {
        dropped.add(each.path("loan_id").asString() + " " + each.path("report_date").asString());
      }
    }
    return dropped;
  }

  /** The rows of {@code assessments.csv} by loan. */
  static Map<String, List<Row>> assessments(Path published) throws IOException {
    return Rows.by("loan_id", published.resolve("assessments.csv"));
  }
}
