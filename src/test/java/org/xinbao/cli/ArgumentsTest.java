package org.xinbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong arguments end with exit code 2 and name the argument; nothing is read or made. */
class ArgumentsTest {

  private final Path folder;

  ArgumentsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", "command"),
        Arguments.of("nigthly", "nigthly"),
        Arguments.of("nightly", "--ledger"),
        Arguments.of("nightly --ledger sample-data/2026-10-31", "--date"),
        Arguments.of("nightly --date 2026-10-31", "--ledger"),
        Arguments.of("nightly --ledger sample-data/2026-10-31 --date 31.10.2026", "yyyy-MM-dd"),
        Arguments.of("nightly --ledger sample-data/2026-10-31 --date 2026-02-29", "yyyy-MM-dd"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --threads 0", "--threads"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --threads 257", "--threads"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --threads two", "--threads"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --partitions -1", "--partitions"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --partitions 4097", "--partitions"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --wait -1", "--wait"),
        Arguments.of("nightly --ledger x --date 2026-10-31 --no-such-option", "--no-such-option"),
        Arguments.of("generate --loans 0 --date 2026-10-31", "--out"),
        Arguments.of("generate --loans 0 --date 2026-10-31 --out x", "loans"),
        Arguments.of("generate --loans 5 --date 2026-10-31 --months 0 --out x", "months"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongArgumentsAreNamed(String line, String named) {
    List<String> arguments = new ArrayList<>();
    if (!line.isEmpty()) {
      arguments.addAll(List.of(line.split(" ")));
    }
    if (line.startsWith("nightly")) {
      arguments.addAll(
          List.of("--home", folder + "/home", "--output", folder + "/out", "--conf", "jobs/conf"));
    }
    Ended ended = Commands.run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.errors()).hasSize(1);
    assertThat(ended.sentence()).contains(named).doesNotContain("Exception");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void helpListsTheCommands() {
    assertThat(Commands.output("help")).contains("nightly", "generate", "status");
    assertThat(Commands.output("nightly", "--help"))
        .contains("--ledger", "--date", "--output", "--conf", "--home", "--wait");
  }

  @Test
  void theVersionIsTold() {
    assertThat(Commands.output("--version")).startsWith("xinbao ").doesNotContain("${");
  }

  @Test
  void statusSaysHowTheLastRunWent() {
    Path home = folder.resolve("home");
    assertThat(Commands.output("status", "--home", home.toString())).contains("Nothing has run");
    night("sample-data/2026-10-31", "2026-10-31");
    assertThat(Commands.output("status", "--home", home.toString()))
        .contains("exit code: 10", "2026-10-31 published", "assess", "publish");
    // An export of another date is refused when the run has begun.
    Ended refused = night("sample-data/2026-10-31", "2026-11-01");
    assertThat(refused.code()).isEqualTo(20);
    assertThat(Commands.output("status", "--home", home.toString()))
        .contains("nightly 2026-11-01", "exit code: 20", refused.sentence());
  }

  private Ended night(String ledger, String date) {
    return Commands.run(
        "nightly",
        "--ledger",
        ledger,
        "--date",
        date,
        "--home",
        folder.resolve("home").toString(),
        "--output",
        folder.resolve("out").toString(),
        "--conf",
        "jobs/conf");
  }
}
