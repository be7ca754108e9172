package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules in force: shown with their defaults, hashed by their meaning, compared by key. */
class ConventionsTest {

  private static final Path SAMPLE = Path.of("jobs", "conf");

  private final Path folder;

  ConventionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String sample(String file) {
    try {
      return Files.readString(SAMPLE.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Convention> echo(String products, String settings) {
    try {
      Files.writeString(folder.resolve("products.yaml"), products);
      Files.writeString(folder.resolve("xinbao.yaml"), settings);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Conventions.echo(Products.read(folder), Settings.read(folder));
  }

  private String hash(String products, String settings) {
    return Conventions.confSha256(echo(products, settings));
  }

  private static String keyAndValue(List<Convention> conventions) {
    return String.join(
        "\n", conventions.stream().map(each -> each.key() + ": " + each.value()).toList());
  }

  @Test
  void theEchoNamesEveryRuleOfTheSampleWithItsDefaults() throws IOException {
    assertThat(keyAndValue(echo(sample("products.yaml"), sample("xinbao.yaml"))) + "\n")
        .isEqualTo(
            new String(
                ConventionsTest.class.getResourceAsStream("sample-conventions.txt").readAllBytes(),
                StandardCharsets.UTF_8));
  }

  @Test
  void whatTheEchoShowsIsReadBackAsTheSameRules() throws IOException {
    for (ProductConf product : Products.read(SAMPLE).byKey().values()) {
      StringBuilder yaml = new StringBuilder();
      writeYaml(nested(Conventions.rulesOf(product)), "    ", yaml);
      String key = product.rules().product();
      Files.writeString(folder.resolve("products.yaml"), "products:\n  " + key + ":\n" + yaml);

      assertThat(Products.read(folder).byKey()).containsExactly(Map.entry(key, product));
    }
  }

  private static Map<String, Object> nested(List<Convention> rules) {
    Map<String, Object> root = new TreeMap<>();
    for (Convention each : rules) {
      String[] path = each.key().split("\\.", -1);
      Map<String, Object> node = root;
      for (int i = 0; i < path.length - 1; i++) {
        @SuppressWarnings("unchecked")
        Map<String, Object> below =
            (Map<String, Object>) node.computeIfAbsent(path[i], key -> new TreeMap<>());
        node = below;
      }
      node.put(path[path.length - 1], each.value());
    }
    return root;
  }

  private static void writeYaml(Map<?, ?> node, String indent, StringBuilder yaml) {
    node.forEach(
        (key, value) -> {
          yaml.append(indent).append(key).append(':');
          if (value instanceof Map<?, ?> below) {
            yaml.append('\n');
            writeYaml(below, indent + "  ", yaml);
          } else {
            yaml.append(' ').append(value).append('\n');
          }
        });
  }

  @Test
  void theHashIsThatOfTheSortedLines() throws Exception {
    List<Convention> two = List.of(new Convention("b", "2"), new Convention("a", "1"));

    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest("a=1\nb=2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(Conventions.confSha256(two)).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void commentsLayoutOrderAndStatedDefaultsDoNotChangeTheHash() {
    String products = sample("products.yaml");
    String settings = sample("xinbao.yaml");
    String published = hash(products, settings);

    assertThat(hash("# another comment\n\n" + products, settings)).isEqualTo(published);
    assertThat(
            hash(
                products.replace("{days: 3, meaning: GATE}", "{meaning: GATE, days: 3}"), settings))
        .isEqualTo(published);
    assertThat(
            hash(products.replace("cost-cap-annual: 0.24 ", "cost-cap-annual: 0.240 "), settings))
        .isEqualTo(published);
    assertThat(hash(products, settings + "\nlanguage: zh-CN\nreject-share: 0.010\n"))
        .isEqualTo(published);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database: {url: 'jdbc:postgresql://db.example/xinbao'}",
        "deletion-key-file: other.key",
        "outputs-years: 4",
        "register-files-days: 20",
        "archive-years: 15",
        "identity-days: 30",
        "alert-on: NEW",
      })
  void settingsThatMoveNoByteOfTheOutputsDoNotChangeTheHash(String setting) {
    String settings = sample("xinbao.yaml");

    assertThat(hash(sample("products.yaml"), settings + "\n" + setting + "\n"))
        .isEqualTo(hash(sample("products.yaml"), settings));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language: en",
        "time-zone: UTC",
        "report-time: 04:00:00",
        "creation-date: GIVEN",
        "currencies: [USD]",
        "reject-share: 0.02",
        "reject-count: 21",
        "vanish-share: 0.002",
        "difference-hold: 1.00",
        "unanswered-after-days: 11",
        "auto-correct: true",
      })
  void everyOtherSettingChangesTheHash(String setting) {
    String settings = sample("xinbao.yaml");

    assertThat(hash(sample("products.yaml"), settings + "\n" + setting + "\n"))
        .isNotEqualTo(hash(sample("products.yaml"), settings));
  }

  @Test
  void changedRulesAreNamedByTheirKeys() {
    ProductConf before = Products.read(SAMPLE).find("JIEBEI").orElseThrow();
    echo(
        sample("products.yaml")
            .replaceFirst("rate-multiplier: 1.5 ", "annual-rate: 0.21 ")
            .replaceFirst("call: \\{from-days: 4}", "call: {from-days: 5}"),
        sample("xinbao.yaml"));
    ProductConf now = Products.read(folder).find("JIEBEI").orElseThrow();

    // Rules of an earlier run are kept as text.
    List<Convention> kept = Conventions.parse(Conventions.write(Conventions.rulesOf(before)));
    assertThat(Conventions.changedKeys(kept, Conventions.rulesOf(before))).isEmpty();
    assertThat(Conventions.changedKeys(kept, Conventions.rulesOf(now)))
        .containsExactly(
            "penalty.annual-rate", "penalty.rate-multiplier", "treatment.call.from-days");
  }

  @Test
  void anyTextSurvivesBeingKept() {
    List<Convention> awkward =
        List.of(
            new Convention("a", "x=y"),
            new Convention("a\nb", "\\n\r\n"),
            new Convention("b%", ""),
            new Convention("罚息", "%3D%253D==%"));

    List<Convention> back = Conventions.parse(Conventions.write(awkward));

    assertThat(back).containsExactlyInAnyOrderElementsOf(awkward);
    List<Convention> reversed = new ArrayList<>(awkward);
    Collections.reverse(reversed);
    assertThat(Conventions.write(reversed)).isEqualTo(Conventions.write(awkward));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no equals", "two=equals=here"})
  void whatWasNotKeptIsRefused(String line) {
    assertThatThrownBy(() -> Conventions.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a line of kept rules");
  }

  @Test
  void aBureausFileIsTakenAsWritten() throws IOException {
    Path file = folder.resolve("bureau.yaml");
    Files.writeString(
        file, "defaults: {kind: D1, lines: [a, b], none: ~}\nproducts: {P: {kind: 010}}\n");

    assertThat(keyAndValue(ConfNode.read(file).asWritten()))
        .isEqualTo("defaults.kind: D1\ndefaults.lines: [a, b]\nproducts.P.kind: 010");
  }

  @Test
  void missedDatesChangeTheHash() {
    String settings = sample("xinbao.yaml");
    assertThat(settings).contains("\nmissed-dates: RECORD\n");

    assertThat(
            hash(
                sample("products.yaml"),
                settings.replace("missed-dates: RECORD", "missed-dates: REFUSE")))
        .isNotEqualTo(hash(sample("products.yaml"), settings));
  }
}
