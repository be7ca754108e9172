package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.ProductRules.Component;

/** Values mean what the file shows, and every error names file and full path. */
class ConfNodeTest {

  private final Path folder;

  ConfNodeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ConfNode read(String yaml) {
    return ConfNode.read(file(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("some.yaml"), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08:00", // YAML 1.1: 480, to the base 60
        "03:00:00",
        "1e3",
        "1_000",
        "0x1F",
        "010",
        "0.10",
        "1.",
        ".5",
        "+1",
        "-0",
        ".inf",
        ".nan",
        "no",
        "No",
        "on",
        "y",
        "true",
        "2026-10-31",
        "2026-10-31 10:00:00",
        "=",
        "<<",
        "none",
        "nil",
        "1.50000000000000000001",
      })
  void aPlainValueIsTheTextAsWritten(String written) {
    assertThat(read("key: " + written).text("key")).isEqualTo(written);
    assertThat(read("list: [" + written + "]").texts("list")).containsExactly(written);
    assertThat(read(written + ": value").keys()).containsExactly(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL", "# a comment only"})
  void nothingIsMissing(String written) {
    ConfNode conf = read("key: " + written + "\nother: 1");

    assertThat(conf.has("key")).isFalse();
    assertThat(conf.findText("key")).isEmpty();
    assertThat(conf.findNode("key")).isEmpty();
    assertThat(conf.text("key", "default")).isEqualTo("default");
    assertThatThrownBy(() -> conf.text("key"))
        .hasMessage("some.yaml: key is missing; no convention is assumed, state it.");
  }

  @Test
  void quotedNothingIsText() {
    assertThat(read("key: 'null'").text("key")).isEqualTo("null");
    assertThat(read("key: \"\"").findText("key")).contains("");
  }

  @Test
  void valuesOfEachKindAreRead() {
    ConfNode conf =
        read(
            """
            a: {b: {n: -7, rate: 0.1825, amount: "1234.56", flag: true, choice: FEE}}
            list: [FEE, PENALTY]
            numbers: [1, 2]
            limit: none
            """);
    ConfNode below = conf.node("a").node("b");

    assertThat(below.integer("n", -10, 10)).isEqualTo(-7);
    assertThat(below.integer("absent", 0, 10, 3)).isEqualTo(3);
    assertThat(below.fractionE10("rate", "0", "1")).isEqualTo(1_825_000_000L);
    assertThat(below.fractionE10("absent", "0", "1", 5)).isEqualTo(5);
    assertThat(below.cents("amount")).isEqualTo(123_456);
    assertThat(below.cents("absent", 9)).isEqualTo(9);
    assertThat(below.centsUpTo("amount", 123_456)).isEqualTo(123_456);
    assertThat(below.centsUpTo("absent", 1, 7)).isEqualTo(7);
    assertThat(below.flag("flag", false)).isTrue();
    assertThat(below.flag("absent", false)).isFalse();
    assertThat(below.choice("choice", Component.class)).isEqualTo(Component.FEE);
    assertThat(below.choice("absent", Component.class, Component.INTEREST))
        .isEqualTo(Component.INTEREST);
    assertThat(conf.choices("list", Component.class))
        .containsExactly(Component.FEE, Component.PENALTY);
    assertThat(conf.integers("numbers", 1, 2)).containsExactly(1, 2);
    assertThat(conf.integerOrNone("limit", 0, 9, -1)).isEqualTo(-1);
    assertThat(below.integerOrNone("n", -9, 9, 0)).isEqualTo(-7);
    assertThat(conf.keys()).containsExactly("a", "list", "numbers", "limit");
    assertThat(below.at("n")).isEqualTo("a.b.n");
    below.refuseUnknownKeys();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void everyErrorNamesFileAndPath(String yaml, Consumer<ConfNode> asking, String sentence) {
    ConfNode conf = read("a: {b: {" + yaml + "}}").node("a").node("b");

    assertThatThrownBy(() -> asking.accept(conf))
        .isInstanceOf(ConfException.class)
        .hasMessage("some.yaml: a.b.k " + sentence + ".");
  }

  static Stream<Arguments> everyErrorNamesFileAndPath() {
    String missing = "is missing; no convention is assumed, state it";
    String whole = "must be a whole number from 1 to 9";
    String number = "must be a number in plain digits, such as 0.25";
    return Stream.of(
        error("", conf -> conf.text("k"), missing),
        error("", conf -> conf.node("k"), missing),
        error("", conf -> conf.integer("k", 1, 9), missing),
        error("", conf -> conf.texts("k"), missing),
        error("k: 1", conf -> conf.node("k"), "must be a mapping of keys to values"),
        error("k: [1]", conf -> conf.text("k"), "must be a single value"),
        error("k: {x: 1}", conf -> conf.text("k"), "must be a single value"),
        error("k: !!int 1", conf -> conf.text("k"), "must be a single value"),
        error("k: 0", conf -> conf.integer("k", 1, 9), whole),
        error("k: 10", conf -> conf.integer("k", 1, 9), whole),
        error("k: 1.5", conf -> conf.integer("k", 1, 9), whole),
        error("k: 1e0", conf -> conf.integer("k", 1, 9), whole),
        error("k: 99999999999", conf -> conf.integer("k", 1, 9), whole),
        error("k: five", conf -> conf.integer("k", 1, 9), whole),
        error("k: 12", conf -> conf.integerOrNone("k", 1, 9, -1), whole),
        error("k: never", conf -> conf.integerOrNone("k", 1, 9, -1), whole + ", or none"),
        error("k: [5, 12]", conf -> conf.integers("k", 1, 9), whole),
        error("k: 5", conf -> conf.texts("k"), "must be a list"),
        error("k: [a, [b]]", conf -> conf.texts("k"), "must be a list of single values"),
        error("k: [a, ~]", conf -> conf.texts("k"), "must be a list of single values"),
        error("k: yes", conf -> conf.flag("k", false), "must be true or false"),
        error("k: 1e3", conf -> conf.cents("k"), number),
        error("k: '1,000.00'", conf -> conf.cents("k"), number),
        error("k: ''", conf -> conf.cents("k"), number),
        error("k: -0.01", conf -> conf.cents("k"), "must not be below 0"),
        error(
            "k: 0.001",
            conf -> conf.cents("k"),
            "must be an amount with at most 2 decimals, such as 1234.56"),
        error(
            "k: 10.01", conf -> conf.centsUpTo("k", 10_00), "must be an amount from 0.00 to 10.00"),
        error("k: 5 %", conf -> conf.fractionE10("k", "0", "1"), number),
        error("k: 1.01", conf -> conf.fractionE10("k", "0", "1"), "must be a fraction from 0 to 1"),
        error("k: -0.1", conf -> conf.fractionE10("k", "0", "1"), "must be a fraction from 0 to 1"),
        error(
            "k: 0.12345678901",
            conf -> conf.fractionE10("k", "0", "1"),
            "must have at most 10 decimals"),
        error(
            "k: fee",
            conf -> conf.choice("k", Component.class),
            "must be one of FEE, PENALTY, INTEREST, PRINCIPAL"),
        error(
            "k: [FEE, TAX]",
            conf -> conf.choices("k", Component.class),
            "must be one of FEE, PENALTY, INTEREST, PRINCIPAL"),
        error(
            "z: 1, k: 2",
            conf -> {
              conf.has("z");
              conf.text("y", "");
              conf.refuseUnknownKeys();
            },
            "is not a known key; known here: y, z"));
  }

  private static Arguments error(String yaml, Consumer<ConfNode> asking, String sentence) {
    return Arguments.of(yaml, asking, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                     | some.yaml: the file must be a mapping of keys to values.",
        "[a, b]                 | some.yaml: the file must be a mapping of keys to values.",
        "'a: {b: 1'             | some.yaml, line 1: not valid YAML; correct the file.",
        "'a: 1\nb: 2\na: 3'     | some.yaml, line 3: a key is given twice; keep one of them.",
        "'[a]: 1'               | some.yaml: the file has a key that is not a plain word.",
        "'a: !!java.io.File x'  | some.yaml, line 1: not valid YAML; correct the file.",
        "'a: 1\n---\nb: 2'      | some.yaml, line 2: not valid YAML; correct the file.",
        "'a: \u0007'            | some.yaml: not valid YAML; correct the file.",
      })
  void aMalformedFileIsRefused(String yaml, String sentence) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(ConfException.class).hasMessage(sentence);
  }

  @Test
  void aFileThatIsTooDeepOrTooLongIsRefused() {
    String deep = "a: " + "[".repeat(30) + "]".repeat(30);
    String loops = "a: &x [*x]";
    String bomb =
        "a: &a [1]\n"
            + String.join(
                "\n", Stream.iterate(0, n -> n + 1).limit(25).map(n -> "k" + n + ": *a").toList());

    for (String yaml : List.of(deep, bomb, "a: " + "x".repeat(1_000_001))) {
      assertThatThrownBy(() -> read(yaml))
          .isInstanceOf(ConfException.class)
          .hasMessageContaining("not valid YAML");
    }
    assertThatThrownBy(() -> read(loops).texts("a")).isInstanceOf(ConfException.class);
  }

  @Test
  void aFileInAnotherEncodingIsRefused() {
    byte[] gbk = {'a', ':', ' ', (byte) 0xB7, (byte) 0xA3};

    assertThatThrownBy(() -> ConfNode.read(file(gbk)))
        .isInstanceOf(ConfException.class)
        .hasMessage("some.yaml: not UTF-8; save the file in that encoding.");
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    assertThat(read("\uFEFFkey: 罚息").text("key")).isEqualTo("罚息");
  }

  @Test
  void aMissingFileSaysWhatToDo() {
    Path absent = folder.resolve("absent.yaml");

    assertThatThrownBy(() -> ConfNode.read(absent))
        .isInstanceOf(ConfException.class)
        .hasMessage(absent + ": cannot be read; create it or name another folder with --conf.");
  }
}
