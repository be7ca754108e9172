package org.xinbao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.job.ExitCode;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.RejectCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What documents say of codes, commands, options and files exists, and nothing is left out. */
class DocumentsTest {

  private static final Path OPERATIONS = Path.of("src/docs/operations.md");
  private static final Path README = Path.of("README.md");
  private static final Path README_ZH = Path.of("src/docs/README.zh-CN.md");
  private static final Path INPUT = Path.of("src/docs/input.md");
  private static final Pattern EXIT_TABLE =
      Pattern.compile("(?m)^\\| (?:exit|退出码) \\|.*\\R\\|[-|]+\\R((?:\\| \\d+ \\|.*\\R)+)");
  private static final Pattern EXIT_ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");
  private static final Pattern COMMAND =
      Pattern.compile("(jobs/[a-z]+\\.sh)((?:[ \\t]+[^\\s`#;|]+)*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** Options of other programs that documents name. */
  private static final Set<String> NOT_OURS = Set.of("--now");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.xinbao.ledger.RejectCode",
        "org.xinbao.ledger.ExportRefused$Reason",
        "org.xinbao.bureau.pboc.HeldCode",
        "org.xinbao.job.HoldReason",
        "org.xinbao.store.HandoverState",
        "org.xinbao.bureau.baihang.HeldCode",
        "org.xinbao.bureau.metro2.HeldCode",
        "org.xinbao.bureau.zhima.HeldCode",
        "org.xinbao.bureau.FeedbackRefused$Reason"
      })
  void everyCodeIsInTheOperatorsGuide(String codes) throws Exception {
    String text = read(OPERATIONS);
    for (Object code : Class.forName(codes).getEnumConstants()) {
      assertThat(text).contains("`" + code + "`");
    }
  }

  @Test
  void everyCodeOfTheOperatorsGuideExists() throws Exception {
    Set<String> known =
        Stream.concat(
                Stream.of(RejectCode.values()).map(Enum::name),
                Stream.of(ExportRefused.Reason.values()).map(Enum::name))
            .collect(Collectors.toSet());
    known.addAll(List.of("METRO2_MISSING", "METRO2_NOT_ASCII", "METRO2_TOO_LONG"));
    for (String codes :
        List.of(
            "org.xinbao.bureau.pboc.HeldCode",
            "org.xinbao.bureau.baihang.HeldCode",
            "org.xinbao.bureau.metro2.HeldCode",
            "org.xinbao.bureau.zhima.HeldCode",
            "org.xinbao.job.HoldReason",
            "org.xinbao.store.HandoverState",
            "org.xinbao.bureau.FeedbackRefused$Reason")) {
      Arrays.stream(Class.forName(codes).getEnumConstants()).forEach(c -> known.add(c.toString()));
    }
    Matcher row =
        Pattern.compile("(?m)^\\| ((?:`[A-Z_0-9]+`(?:, )?)+) \\|").matcher(read(OPERATIONS));
    int rows = 0;
    while (row.find()) {
      rows++;
      assertThat(known).contains(row.group(1).replace("`", "").split(", ", -1));
    }
    assertThat(rows).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "src/docs/operations.md", "src/docs/README.zh-CN.md"})
  void everyExitCodeIsDocumented(String file) throws IOException {
    List<Integer> documented = new ArrayList<>();
    Matcher table = EXIT_TABLE.matcher(read(Path.of(file)));
    assertThat(table.find()).as("table of exit codes").isTrue();
    Matcher row = EXIT_ROW.matcher(table.group(1));
    while (row.find()) {
      documented.add(Integer.valueOf(row.group(1)));
    }
    assertThat(documented)
        .containsExactlyElementsOf(Stream.of(ExitCode.values()).map(ExitCode::number).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "src/docs/operations.md",
        "src/docs/README.zh-CN.md",
        "sample-data/README.md",
        "jobs/crontab.example",
        "jobs/xinbao.service"
      })
  void everyCommandLineCanBeGiven(String file) throws IOException {
    Matcher line = COMMAND.matcher(read(Path.of(file)));
    int lines = 0;
    while (line.find()) {
      lines++;
      String script = line.group(1);
      assertThat(Path.of(script)).exists();
      List<String> words =
          new ArrayList<>(
              List.of(line.group(2).replaceAll("[\\[\\]\"']", " ").strip().split("\\s+", -1)));
      String command =
          script.equals("jobs/xinbao.sh")
              ? words.remove(0)
              : script.substring("jobs/".length(), script.length() - ".sh".length());
      if (command.isEmpty()) {
        continue;
      }
      CommandLine named = part(command(command), words);
      for (String word : words) {
        if (word.startsWith("--")) {
          assertThat(options(named)).as(line.group()).contains(word);
        }
      }
    }
    assertThat(lines).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "src/docs/operations.md",
        "src/docs/auditors.md",
        "src/docs/input.md",
        "src/docs/README.zh-CN.md"
      })
  void everyOptionExists(String file) throws IOException {
    Set<String> ours =
        commands().getSubcommands().values().stream()
            .flatMap(DocumentsTest::withParts)
            .flatMap(each -> options(each).stream())
            .collect(Collectors.toSet());
    Matcher option = OPTION.matcher(read(Path.of(file)));
    while (option.find()) {
      if (!NOT_OURS.contains(option.group())) {
        assertThat(ours).contains(option.group());
      }
    }
  }

  @Test
  void theMainCommandsOptionsAreInTheReadme() throws IOException {
    String text = read(README);
    for (OptionSpec each : command("nightly").getCommandSpec().options()) {
      if (!each.usageHelp() && !each.versionHelp()) {
        assertThat(text).contains(each.longestName());
      }
    }
  }

  @Test
  void everyInputFileAndColumnIsDescribed() throws Exception {
    String[] sections = read(INPUT).split("(?m)^## ", -1);
    for (Object file : Class.forName("org.xinbao.ledger.ContractFile").getEnumConstants()) {
      String name = file.toString().toLowerCase(Locale.ROOT) + ".csv";
      assertThat(read(README)).contains("`" + name + "`");
      String section =
          Arrays.stream(sections)
              .filter(each -> each.lines().findFirst().orElse("").contains(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError(name + " has no section"));
      var columns = file.getClass().getDeclaredMethod("columns");
      columns.setAccessible(true);
      for (Object column : (List<?>) columns.invoke(file)) {
        assertThat(section).as(name).containsPattern("\\b" + column + "\\b");
      }
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(README, Path.of("sample-data/README.md")));
    try (Stream<Path> tree = Files.walk(Path.of("src/docs"))) {
      tree.filter(each -> each.toString().endsWith(".md")).forEach(documents::add);
    }
    assertThat(documents).contains(README_ZH);
    for (Path document : documents) {
      Matcher link = LINK.matcher(read(document));
      while (link.find()) {
        assertThat(document.resolveSibling(link.group(1))).as(document.toString()).exists();
      }
    }
  }

  private static CommandLine commands() {
    return Main.commandLine(
        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
  }

  private static CommandLine command(String name) {
    CommandLine command = commands().getSubcommands().get(name);
    if (command == null) {
      throw new AssertionError("there is no command " + name);
    }
    return command;
  }

  /** The command that the words name below another, if they do; takes its words away. */
  private static CommandLine part(CommandLine command, List<String> words) {
    CommandLine part = words.isEmpty() ? null : command.getSubcommands().get(words.get(0));
    if (part == null) {
      return command;
    }
    words.remove(0);
    return part(part, words);
  }

  /** A command and its own commands. */
  private static Stream<CommandLine> withParts(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(DocumentsTest::withParts));
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
