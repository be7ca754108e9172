package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/**
 * A home, an output folder and a configuration of their own, in which a test runs nights.
 *
 * @param options further arguments of every night
 */
record Nights(Path home, Path output, Path conf, List<String> options) {

  static final Path SAMPLE_CONF = Path.of("jobs/conf");

  Nights {
    options = List.copyOf(options);
  }

  /** With the sample configuration; everything else below a folder. */
  static Nights in(Path folder, String... options) {
    return new Nights(folder.resolve("home"), folder.resolve("out"), SAMPLE_CONF, List.of(options));
  }

  Nights withConf(Path other) {
    return new Nights(home, output, other, options);
  }

  /**
   * A copy of the sample configuration in which no product has a credit agreement, so that a night
   * submits one file, of accounts.
   */
  static Path confWithoutAgreements(Path to) throws IOException {
    Path conf = Trees.copy(SAMPLE_CONF, to);
    Path pboc = conf.resolve("pboc.yaml");
    String text = Files.readString(pboc);
    Files.writeString(
        pboc,
        text.replace("account-type: R4", "account-type: D1")
            .replace("account-type: R1", "account-type: D1")
            .replace("repay-mode: \"32\"", "repay-mode: \"19\""));
    return conf;
  }

  Nights withOptions(String... other) {
    return new Nights(home, output, conf, List.of(other));
  }

  /** The sample export of a date. */
  static Path sample(String date) {
    return Path.of("sample-data").resolve(date);
  }

  /** The folder that a night publishes. */
  Path published(String date) {
    return output.resolve(date);
  }

  /** Runs the night of an export. */
  Ended run(Path ledger, String date) {
    return Commands.run(arguments(ledger, date).toArray(String[]::new));
  }

  /** Runs the night of the sample. */
  Ended runSample(String date) {
    return run(sample(date), date);
  }

  /** Runs a night that must be published, and returns its folder. */
  Path publish(Path ledger, String date) {
    Ended ended = run(ledger, date);
    assertThat(ended.code()).as(ended.toString()).isIn(0, 10);
    return published(date);
  }

  List<String> arguments(Path ledger, String date) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("nightly", "--ledger", ledger.toString(), "--date", date));
    arguments.addAll(List.of("--home", home.toString(), "--output", output.toString()));
    arguments.addAll(List.of("--conf", conf.toString()));
    arguments.addAll(options);
    return arguments;
  }

  /** Fails when the output folder has anything, hidden or not, but the published dates named. */
  void assertOutputHasOnly(String... dates) throws IOException {
    assertThat(names(output)).containsExactlyInAnyOrder(dates);
    assertThat(names(home.resolve("work"))).as("notes of unfinished runs").isEmpty();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }
}
