package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.Source;

/** Product rules: every key stated, in range and without contradiction. */
class ProductsTest {

  /** One key a line, so that a test can take a line away or put another in its place. */
  private static final String PRODUCT =
      """
      day-count: ACT_360
      dpd-clock: DUE_DATE_IS_ZERO
      grace.days: 0
      grace.meaning: GATE
      penalty.rate-multiplier: 1.5
      penalty.base: PRINCIPAL
      penalty.rounding.when: AT_POSTING
      penalty.rounding.mode: HALF_UP
      allocation.order: [FEE, PENALTY, INTEREST, PRINCIPAL]
      allocation.sequence: OLDEST_INSTALMENT_FIRST
      allocation.principal-first-after-days: 90
      returned-payment: ORIGINAL_DUE_DATE
      overdue-tolerance: "0.00"
      buckets: [30, 60, 90, 120, 150, 180]
      five-class.attention: 1
      five-class.substandard: 91
      five-class.doubtful: 271
      five-class.loss: 361
      five-class.cure-months: 6
      retention.years: 5
      retention.clock-starts: OVERDUE_SETTLED
      treatment.remind.from-days: 1
      treatment.call.from-days: 4
      treatment.restrict.from-days: 30
      treatment.legal-review.from-days: 91
      treatment.legal-review.from-overdue-total: "5000.00"
      cost-cap-annual: 0.24
      """;

  private final Path folder;

  ProductsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Products read(String yaml) {
    try {
      Files.writeString(folder.resolve("products.yaml"), yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Products.read(folder);
  }

  /** The product with some keys set anew ({@code key: value}) or, without a value, taken away. */
  private Products with(String... changes) {
    List<String> lines = new ArrayList<>(PRODUCT.lines().toList());
    for (String change : changes) {
      String key = change.substring(0, change.indexOf(':') + 1);
      lines.removeIf(line -> line.startsWith(key));
      if (change.length() > key.length()) {
        lines.add(change);
      }
    }
    return read("products:\n  P:\n" + nest(lines, 2));
  }

  /** Dotted keys as nested mappings. */
  private static String nest(List<String> lines, int depth) {
    StringBuilder yaml = new StringBuilder();
    List<String> rest = new ArrayList<>(lines);
    while (!rest.isEmpty()) {
      String line = rest.get(0);
      int dot = line.indexOf('.');
      if (dot < 0 || dot > line.indexOf(':')) {
        yaml.append("  ".repeat(depth)).append(line).append('\n');
        rest.remove(0);
      } else {
        String head = line.substring(0, dot + 1);
        List<String> below = rest.stream().filter(each -> each.startsWith(head)).toList();
        rest.removeAll(below);
        yaml.append("  ".repeat(depth)).append(line, 0, dot).append(":\n");
        yaml.append(nest(below.stream().map(each -> each.substring(dot + 1)).toList(), depth + 1));
      }
    }
    return yaml.toString();
  }

  private ProductConf only(Products products) {
    assertThat(products.byKey()).hasSize(1);
    return products.find("P").orElseThrow();
  }

  @Test
  void optionalKeysTakeTheDefaultsOfTheRulings() {
    ProductConf product = only(with());
    ProductRules rules = product.rules();

    assertThat(rules.closingTolerance()).isEqualTo(1_00);
    assertThat(rules.penaltyTolerance()).isZero();
    assertThat(rules.allocation().source()).isEqualTo(Source.COMPUTED);
    assertThat(rules.adverseBegins()).isEqualTo(AdverseBegins.PAST_DUE);
    assertThat(rules.remaining()).isEqualTo(Remaining.NOT_DUE);
    assertThat(product.treatment().reassessAfterDays()).isZero();
  }

  @Test
  void optionalKeysCanBeStated() {
    ProductConf product =
        only(
            with(
                "closing-tolerance: 0.00",
                "penalty-tolerance: 0.05",
                "allocation.source: LEDGER",
                "retention.begins: DELINQUENT",
                "treatment.reassess-after-days: 180",
                "remaining: NOT_PAID"));
    ProductRules rules = product.rules();

    assertThat(rules.closingTolerance()).isZero();
    assertThat(rules.penaltyTolerance()).isEqualTo(5);
    assertThat(rules.allocation().source()).isEqualTo(Source.LEDGER);
    assertThat(rules.adverseBegins()).isEqualTo(AdverseBegins.DELINQUENT);
    assertThat(rules.remaining()).isEqualTo(Remaining.NOT_PAID);
    assertThat(product.treatment().reassessAfterDays()).isEqualTo(180);
  }

  @Test
  void anOwnPenaltyRateTakesThePlaceOfTheMultiplier() {
    ProductRules.Penalty penalty =
        only(with("penalty.rate-multiplier:", "penalty.annual-rate: 0.21")).rules().penalty();

    assertThat(penalty.annualRateE10()).isEqualTo(2_100_000_000L);
    assertThat(penalty.multiplierE10()).isEqualTo(-1);
  }

  @Test
  void principalNeedNotComeFirst() {
    assertThat(
            only(with("allocation.principal-first-after-days: none"))
                .rules()
                .allocation()
                .principalFirstAfterDays())
        .isEqualTo(-1);
    assertThat(
            only(with("allocation.principal-first-after-days: 0"))
                .rules()
                .allocation()
                .principalFirstAfterDays())
        .isZero();
  }

  @Test
  void everyMandatoryKeyIsNamedWhenItIsMissing() {
    for (String line : PRODUCT.lines().toList()) {
      String key = line.substring(0, line.indexOf(':'));
      String expected =
          switch (key) {
            case "penalty.rate-multiplier" ->
                "penalty gives neither rate-multiplier nor annual-rate; state one of them";
            // The only key of its block: the block itself is gone.
            case "treatment.remind.from-days",
                "treatment.call.from-days",
                "treatment.restrict.from-days" ->
                key.substring(0, key.lastIndexOf('.'))
                    + " is missing; no convention is assumed, state it";
            default -> key + " is missing; no convention is assumed, state it";
          };

      assertThatThrownBy(() -> with(key + ":"))
          .as(key)
          .isInstanceOf(ConfException.class)
          .hasMessage("products.yaml: products.P." + expected + ".");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "grace.days: 61            | grace.days must be a whole number from 0 to 60",
        "grace.days: -1            | grace.days must be a whole number from 0 to 60",
        "grace.meaning: SOFT       | grace.meaning must be one of GATE, FREE, AGEING_ONLY",
        "day-count: ACT_365 | day-count must be one of ACT_360, ACT_365F, ACT_ACT_ISDA,"
            + " THIRTY_E_360",
        "dpd-clock: 0 | dpd-clock must be one of DUE_DATE_IS_ZERO, DUE_DATE_IS_ONE",
        "penalty.rate-multiplier: -0.1 | penalty.rate-multiplier must be a fraction from 0 to 10",
        "penalty.annual-rate: 0.21 | penalty gives both rate-multiplier and annual-rate; keep one"
            + " of them",
        "penalty.base: ALL         | penalty.base must be one of PRINCIPAL, PRINCIPAL_AND_INTEREST",
        "penalty.rounding.when: NEVER | penalty.rounding.when must be one of AT_POSTING,"
            + " PER_PERIOD, PER_DAY",
        "penalty.rounding.mode: UP | penalty.rounding.mode must be one of HALF_UP, HALF_EVEN, DOWN",
        "allocation.order: [FEE, PENALTY, INTEREST] | allocation.order must name FEE, PENALTY,"
            + " INTEREST and PRINCIPAL, each once",
        "allocation.order: [FEE, FEE, INTEREST, PRINCIPAL] | allocation.order must name FEE,"
            + " PENALTY, INTEREST and PRINCIPAL, each once",
        "allocation.order: [FEE, PENALTY, INTEREST, PRINCIPAL, FEE] | allocation.order must name"
            + " FEE, PENALTY, INTEREST and PRINCIPAL, each once",
        "allocation.principal-first-after-days: no | allocation.principal-first-after-days must be"
            + " a whole number from 0 to 9999, or none",
        "allocation.source: BANK   | allocation.source must be one of COMPUTED, LEDGER",
        "returned-payment: NEVER | returned-payment must be one of ORIGINAL_DUE_DATE, RETURN_DATE",
        "overdue-tolerance: -1     | overdue-tolerance must not be below 0",
        "overdue-tolerance: 0.005  | overdue-tolerance must be an amount with at most 2 decimals,"
            + " such as 1234.56",
        "overdue-tolerance: 1000.01 | overdue-tolerance must be an amount from 0.00 to 1000.00",
        "closing-tolerance: 1000.01 | closing-tolerance must be an amount from 0.00 to 1000.00",
        "penalty-tolerance: 1000.01 | penalty-tolerance must be an amount from 0.00 to 1000.00",
        "buckets: [30, 60, 90, 120, 150] | buckets must have exactly six edges, the upper ones of"
            + " M1 to M6",
        "buckets: [30, 60, 90, 120, 150, 180, 210] | buckets must have exactly six edges, the upper"
            + " ones of M1 to M6",
        "buckets: [30, 60, 60, 120, 150, 180] | buckets must rise from each edge to the next",
        "buckets: [30, 60, 90, 120, 180, 150] | buckets must rise from each edge to the next",
        "buckets: [0, 60, 90, 120, 150, 180] | buckets must be a whole number from 1 to 9999",
        "five-class.attention: 0   | five-class.attention must be a whole number from 1 to 9999",
        "five-class.substandard: 1 | five-class.substandard must be above attention (1)",
        "five-class.doubtful: 91   | five-class.doubtful must be above substandard (91)",
        "five-class.loss: 270      | five-class.loss must be above doubtful (271)",
        "five-class.cure-months: 61 | five-class.cure-months must be a whole number from 0 to 60",
        "remaining: ALL            | remaining must be one of NOT_DUE, NOT_PAID",
        "retention.years: 0        | retention.years must be a whole number from 1 to 30",
        "retention.clock-starts: NOW | retention.clock-starts must be one of OVERDUE_SETTLED,"
            + " LOAN_SETTLED",
        "retention.begins: EVER    | retention.begins must be one of PAST_DUE, DELINQUENT",
        "treatment.remind.from-days: 0 | treatment.remind.from-days must be a whole number from 1"
            + " to 9999",
        "treatment.remind.from-days: 5 | treatment.call.from-days must not be below that of remind"
            + " (5)",
        "treatment.call.from-days: 31 | treatment.restrict.from-days must not be below that of call"
            + " (31)",
        "treatment.restrict.from-days: 92 | treatment.legal-review.from-days must not be below that"
            + " of restrict (92)",
        "treatment.reassess-after-days: -1 | treatment.reassess-after-days must be a whole number"
            + " from 0 to 9999",
        "treatment.legal-review.from-overdue-total: many |"
            + " treatment.legal-review.from-overdue-total must be a number in plain digits, such as"
            + " 0.25",
        "cost-cap-annual: 24       | cost-cap-annual must be a fraction from 0 to 10",
      })
  void whatIsOutOfRangeOrContradictsItselfIsRefused(String change, String sentence) {
    assertThatThrownBy(() -> with(change))
        .isInstanceOf(ConfException.class)
        .hasMessage("products.yaml: products.P." + sentence + ".");
  }

  @Test
  void anOwnPenaltyRateIsAFractionNotAPercentage() {
    assertThatThrownBy(() -> with("penalty.rate-multiplier:", "penalty.annual-rate: 21"))
        .hasMessage(
            "products.yaml: products.P.penalty.annual-rate must be a fraction from 0 to 1.");
  }

  @Test
  void edgesThatStillHoldAreAccepted() {
    with(
        "grace.days: 60",
        "buckets: [1, 2, 3, 4, 5, 9999]",
        "five-class.attention: 1",
        "five-class.substandard: 2",
        "five-class.doubtful: 3",
        "five-class.loss: 4",
        "five-class.cure-months: 0",
        "treatment.remind.from-days: 7",
        "treatment.call.from-days: 7",
        "treatment.restrict.from-days: 7",
        "treatment.legal-review.from-days: 7",
        "treatment.legal-review.from-overdue-total: 0",
        "overdue-tolerance: 1000.00",
        "cost-cap-annual: 0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: red         | colour",
        "grace.day: 1        | grace.day",
        "penalty.rate: 1     | penalty.rate",
        "penalty.rounding.to: 2 | penalty.rounding.to",
        "allocation.first: FEE | allocation.first",
        "five-class.good: 0  | five-class.good",
        "retention.from: 1   | retention.from",
        "treatment.visit: 1  | treatment.visit",
        "treatment.call.to-days: 9 | treatment.call.to-days",
        "treatment.legal-review.fee: 9 | treatment.legal-review.fee",
      })
  void anUnknownKeyIsRefusedAndTheKnownOnesAreListed(String change, String path) {
    assertThatThrownBy(() -> with(change))
        .isInstanceOf(ConfException.class)
        .hasMessageStartingWith(
            "products.yaml: products.P." + path + " is not a known key; known here: ");
  }

  @Test
  void theListOfKnownKeysIsComplete() {
    assertThatThrownBy(() -> with("retention.from: 1"))
        .hasMessageEndingWith("known here: begins, clock-starts, years.");
    assertThatThrownBy(() -> with("colour: red"))
        .hasMessageEndingWith(
            "known here: allocation, buckets, closing-tolerance, cost-cap-annual, day-count,"
                + " dpd-clock, five-class, grace, overdue-tolerance, penalty, penalty-tolerance,"
                + " remaining, retention, returned-payment, treatment.");
  }

  @ParameterizedTest
  @CsvSource({"1.3, true", "1.4, true", "1.5, true", "1.29, false", "1.51, false", "0, false"})
  void aMultiplierOutsideTheLegalBandIsWarnedOf(String multiplier, boolean silent) {
    List<String> warnings = with("penalty.rate-multiplier: " + multiplier).warnings();

    if (silent) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings)
          .containsExactly(
              "products.yaml: products.P.penalty.rate-multiplier is outside 1.3 to 1.5, the band"
                  + " for overdue loans of 银发〔2003〕251号.");
    }
  }

  @Test
  void otherYearsThanTheLawsAreWarnedOf() {
    assertThat(with("retention.years: 7").warnings())
        .containsExactly(
            "products.yaml: products.P.retention.years is not 5, the years that 征信业管理条例 art. 16"
                + " gives a credit bureau.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "jiebei-2", "A_1", "12345678901234567890123456789012"})
  void aProductKeyIsOneTo32LettersDigitsUnderscoresAndHyphens(String key) {
    String product = nest(PRODUCT.lines().toList(), 2);

    assertThat(read("products:\n  " + key + ":\n" + product).byKey()).containsOnlyKeys(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "借呗", "A.B", "123456789012345678901234567890123"})
  void anyOtherProductKeyIsRefused(String key) {
    String product = nest(PRODUCT.lines().toList(), 2);

    assertThatThrownBy(() -> read("products:\n  " + key + ":\n" + product))
        .isInstanceOf(ConfException.class)
        .hasMessage(
            "products.yaml: products."
                + key
                + " is not a product key; use 1 to 32 letters, digits, underscores or hyphens.");
  }

  @Test
  void productsComeByKeyWhateverTheOrderOfTheFile() {
    String product = nest(PRODUCT.lines().toList(), 2);
    StringBuilder yaml = new StringBuilder("products:\n");
    for (String key : Arrays.asList("b", "A", "a", "B", "1")) {
      yaml.append("  ").append(key).append(":\n").append(product);
    }

    assertThat(read(yaml.toString()).byKey().keySet()).containsExactly("1", "A", "B", "a", "b");
  }

  @Test
  void aFileWithoutProductsIsRefused() {
    assertThatThrownBy(() -> read("products: {}"))
        .hasMessage("products.yaml: products names no product; add one.");
    assertThatThrownBy(() -> read("produkte: {}"))
        .hasMessage("products.yaml: products is missing; no convention is assumed, state it.");
    assertThatThrownBy(() -> read("products: {P: {}}\nmore: 1"))
        .hasMessage("products.yaml: more is not a known key; known here: products.");
    assertThatThrownBy(() -> read("products: {P: 1}"))
        .hasMessage("products.yaml: products.P must be a mapping of keys to values.");
  }
}
