package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;

/** {@code pboc.yaml}: every choice is checked at start, with the key's path in the error. */
class PbocConfTest {

  private static final BureauSettings SETTINGS =
      BureauSettings.of(TestLoan.PROVIDER, TestBureau.PRODUCTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account-type: D1 | account-type: R2 | defaults.account-type",
        "flag: \"0\" | flag: \"3\" | defaults.flag",
        "business-line: \"1\" | business-line: \"2\" | defaults.business-line",
        "business-detail: \"91\" | business-detail: \"71\" | defaults.business-detail",
        "fund-source: \"1\" | fund-source: \"3\" | defaults.fund-source",
        "loan-form: \"1\" | loan-form: \"2\" | defaults.loan-form",
        "other-guarantee: \"0\" | other-guarantee: \"2\" | defaults.other-guarantee",
        "guarantee-mode: \"4\" | guarantee-mode: \"8\" | defaults.guarantee-mode",
        "repay-frequency: \"03\" | repay-frequency: \"77\" | defaults.repay-frequency",
        "repay-frequency: \"03\" | repay-mode: \"31\" | defaults.repay-mode",
        "repay-mode: \"32\" | repay-mode: \"11\" | products.XUNHUAN.repay-mode",
        "repay-mode: \"32\" | settlement-day: 32 | products.XUNHUAN.repay-mode",
        "settlement-day: 20 | settlement-day: 32 | products.ERSHI.settlement-day",
        "settlement-day: 20 | management-org: ABC | products.ERSHI.management-org",
        "settlement-day: 20 | transfer-transaction: 11 | products.ERSHI.transfer-transaction",
        "settlement-day: 20 | prepayment-from: SOME | products.ERSHI.prepayment-from",
        "settlement-day: 20 | misspelt: 1 | products.ERSHI.misspelt",
        "borrowers-known-to-bureau: true | borrowers-known: true | borrowers-known",
        "mode: \"OFF\" | mode: SOME | notice.mode",
        "borrowers-known-to-bureau: true | organisations: [ABC] | organisations",
      })
  void aWrongChoiceNamesItsKey(String good, String bad, String key) {
    String yaml = TestBureau.YAML;
    assertThat(yaml).contains(good);
    assertThatThrownBy(() -> Pboc.of(TestBureau.node(yaml.replace(good, bad)), SETTINGS))
        .isInstanceOf(ConfException.class)
        .hasMessageContaining("pboc.yaml: " + key);
  }

  @Test
  void flagBelongsToD1Only() {
    String yaml = TestBureau.YAML.replace("account-type: R4", "account-type: R4, flag: \"1\"");
    assertThatThrownBy(() -> Pboc.of(TestBureau.node(yaml), SETTINGS))
        .isInstanceOf(ConfException.class)
        .hasMessageContaining("products.SUIJIE.flag");
  }

  @Test
  void repayMode90NeedsFrequency03() {
    String yaml =
        TestBureau.YAML.replace(
            "repay-mode: \"32\"", "repay-mode: \"90\", repay-frequency: \"04\"");
    assertThatThrownBy(() -> Pboc.of(TestBureau.node(yaml), SETTINGS))
        .isInstanceOf(ConfException.class)
        .hasMessageContaining("products.XUNHUAN.repay-frequency");
  }

  @Test
  void aProductThatDoesNotExistIsIgnoredWithAWarning() {
    Pboc pboc =
        Pboc.of(TestBureau.node(TestBureau.YAML), BureauSettings.of(TestLoan.PROVIDER, Set.of()));
    assertThat(pboc.warnings()).hasSize(5).allMatch(each -> each.contains("is ignored"));
  }

  @Test
  void flag2WithoutMergedIsWarnedOf() {
    Pboc pboc = Pboc.of(TestBureau.node(TestBureau.YAML.replace("\"1\"}", "\"2\"}")), SETTINGS);
    assertThat(pboc.warnings()).singleElement().asString().contains("products.FENCI.flag");
  }

  @Test
  void anAccountIsMergedByD1WithFlag2AndMode90OrByR1() {
    String yaml =
        TestBureau.YAML
            .replace("{flag: \"1\"}", "{flag: \"2\", repay-mode: \"90\", merged: FACILITY}")
            .replace("repay-mode: \"32\"", "repay-mode: \"32\", merged: FACILITY");
    assertThat(Pboc.of(TestBureau.node(yaml), SETTINGS).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUIJIE: {account-type: R4} | SUIJIE: {account-type: R4, merged: FACILITY} | SUIJIE.merged",
        "FENCI: {flag: \"1\"} | FENCI: {flag: \"1\", merged: FACILITY} | FENCI.flag",
        "FENCI: {flag: \"1\"} | FENCI: {flag: \"2\", merged: FACILITY} | FENCI.repay-mode",
        "FENCI: {flag: \"1\"} | FENCI: {flag: \"2\", merged: ALL} | FENCI.merged",
      })
  void whatTheBureauHasNoCodesForIsNotMerged(String good, String bad, String key) {
    String yaml = TestBureau.YAML.replace(good, bad);
    assertThat(yaml).contains(bad);
    assertThatThrownBy(() -> Pboc.of(TestBureau.node(yaml), SETTINGS))
        .isInstanceOf(ConfException.class)
        .hasMessageContaining("products." + key);
  }

  @Test
  void theSampleConfigurationIsGood() {
    Pboc pboc =
        Pboc.of(
            ConfNode.read(Path.of("jobs/conf/pboc.yaml")),
            BureauSettings.of(TestLoan.PROVIDER, Set.of("JIEBEI", "XIAOFEI", "SUIJIE", "XUNHUAN")));
    assertThat(pboc.warnings()).isEmpty();
    assertThat(pboc.name()).isEqualTo("pboc");
    assertThat(pboc.recordTypes())
        .containsExactly("110", "130", "140", "220", "210", "211", "212", "213", "214", "215");
  }

  @Test
  void theProviderCodeHas14LettersAndDigits() {
    assertThatThrownBy(() -> BureauSettings.of("TEST-000000001", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
