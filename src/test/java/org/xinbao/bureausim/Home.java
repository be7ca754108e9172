package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/** A home in which nights are run as cron would, and what they published. */
record Home(Path folder, Path conf) {

  /** Runs a night that must be published. */
  Path night(Path export, LocalDate date) {
    Ended ended =
        Commands.run(
            "nightly",
            "--ledger",
            export.toString(),
            "--date",
            date.toString(),
            "--home",
            folder.resolve("home").toString(),
            "--output",
            folder.resolve("out").toString(),
            "--conf",
            conf.toString());
    assertThat(ended.code()).as(ended.toString()).isIn(0, 10);
    return published(date);
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

  /** The rows of {@code assessments.csv} by loan. */
  static Map<String, List<Row>> assessments(Path published) throws IOException {
    return Rows.by("loan_id", published.resolve("assessments.csv"));
  }
}
