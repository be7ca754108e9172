package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The key {@code hand-over} of xinbao.yaml: defaults, and what is refused before a night begins.
 */
class HandoverSettingsTest {

  private final Path folder;

  HandoverSettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SortedMap<String, HandoverSettings> read(String yaml, Map<String, String> surrounding) {
    try {
      Files.writeString(folder.resolve("xinbao.yaml"), yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return HandoverReader.read(ConfNode.read(folder.resolve("xinbao.yaml")), surrounding);
  }

  private HandoverSettings pboc(String entry, Map<String, String> surrounding) {
    return read("hand-over: {pboc: " + entry + "}", surrounding).getOrDefault("pboc", NONE);
  }

  private static final HandoverSettings NONE =
      new HandoverSettings(List.of("none"), 1, false, new TreeMap<>());

  @Test
  void withoutTheKeyNothingIsHandedOver() {
    assertThat(read("provider-code: TEST0000000001", Map.of())).isEmpty();
  }

  @Test
  void onlyTheCommandMustBeStatedAndNothingIsInherited() {
    assertThat(pboc("{command: [/opt/client, '{file}']}", Map.of("HOME", "/root")))
        .isEqualTo(
            new HandoverSettings(
                List.of("/opt/client", "{file}"),
                600,
                false,
                new TreeMap<>(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8"))));
  }

  @Test
  void everythingCanBeStated() {
    String entry =
        "{command: [/opt/client, '--type={record-type}', --in, '{name}', '{\"a\": 1}'],"
            + " timeout-seconds: 30, idempotent: true,"
            + " environment: {CLIENT_HOME: /opt, LANG: zh_CN.UTF-8}, pass-environment: [TOKEN]}";
    HandoverSettings settings = pboc(entry, Map.of("TOKEN", "t0p", "OTHER", "x"));
    assertThat(settings.command())
        .containsExactly("/opt/client", "--type={record-type}", "--in", "{name}", "{\"a\": 1}");
    assertThat(settings.timeoutSeconds()).isEqualTo(30);
    assertThat(settings.idempotent()).isTrue();
    assertThat(settings.environment())
        .containsExactly(
            Map.entry("CLIENT_HOME", "/opt"),
            Map.entry("LANG", "zh_CN.UTF-8"),
            Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
            Map.entry("TOKEN", "t0p"));
    assertThat(settings.toString()).doesNotContain("t0p", "/opt");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                  | command is missing; no convention is assumed, state"
            + " it",
        "{command: /opt/client}              | command must be a list",
        "{command: []}                       | command must name a program and its arguments, 100"
            + " words at most",
        "{command: [client, '{file}']}       | command must begin with the absolute path of the"
            + " program",
        "{command: ['{file}', '{file}']}     | command must begin with the absolute path of the"
            + " program",
        "{command: [/opt/client, --send]}    | command must have {file} or {name} in an argument,"
            + " or every run is the same",
        "{command: [/opt/client, '{path}', '{file}']} | command has {path}, which stands for"
            + " nothing; known are {file}, {name}, {date}, {record-type}, {bureau}",
        "{command: [/opt/client, '{File}']}  | command has {File}, which stands for nothing; known"
            + " are {file}, {name}, {date}, {record-type}, {bureau}",
        "{command: [/c, '{file}'], timeout-seconds: 0} | timeout-seconds must be a whole number"
            + " from 1 to 86400",
        "{command: [/c, '{file}'], idempotent: perhaps} | idempotent must be true or false",
        "{command: [/c, '{file}'], shell: bash} | shell is not a known key; known here: command,"
            + " environment, idempotent, pass-environment, timeout-seconds",
        "{command: [/c, '{file}'], environment: {A-B: x}} | environment.A-B is not the name of an"
            + " environment variable",
        "{command: [/c, '{file}'], pass-environment: [NOT_SET]} | pass-environment names NOT_SET,"
            + " which the job's own environment does not have",
        "{command: [/c, '{file}'], pass-environment: ['A=B']} | pass-environment is not the name of"
            + " an environment variable",
      })
  void whatCannotWorkIsRefused(String entry, String sentence) {
    assertThatThrownBy(() -> pboc(entry, Map.of()))
        .isInstanceOf(ConfException.class)
        .hasMessage("xinbao.yaml: hand-over.pboc." + sentence + ".");
  }

  @Test
  void whereFilesGoMovesNoByteOfTheOutputs() throws IOException {
    String settings = "provider-code: TEST0000000001\n";
    Files.writeString(folder.resolve("xinbao.yaml"), settings);
    List<Convention> without = ConventionWriter.of(Settings.read(folder));
    Files.writeString(
        folder.resolve("xinbao.yaml"),
        settings + "hand-over: {pboc: {command: [/opt/client, '{file}']}}\n");
    Settings with = Settings.read(folder);
    assertThat(with.handovers()).containsOnlyKeys("pboc");
    assertThat(ConventionWriter.of(with)).isEqualTo(without);
  }
}
