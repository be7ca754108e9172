package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Allocation;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.Grace;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.conf.Settings.FirstLoad;
import org.xinbao.retention.RetentionRule;
import org.xinbao.retention.RetentionRule.ClockStart;
import org.xinbao.treatment.TreatmentRules;

/** The configuration that is delivered under {@code jobs/conf}. */
class SampleConfTest {

  private static final Path FOLDER = Path.of("jobs", "conf");

  @Test
  void jiebeiHasTheConventionsOfTheContract() {
    ProductConf jiebei = Products.read(FOLDER).byKey().get("JIEBEI");

    assertThat(jiebei)
        .isEqualTo(
            new ProductConf(
                new ProductRules(
                    "JIEBEI",
                    DayCount.ACT_360,
                    DpdClock.DUE_DATE_IS_ZERO,
                    new Grace(0, GraceMeaning.GATE),
                    new Penalty(
                        15_000_000_000L, // 1.5
                        -1,
                        PenaltyBase.PRINCIPAL,
                        RoundingMoment.AT_POSTING,
                        RoundingMode.HALF_UP),
                    new Allocation(
                        List.of(
                            Component.FEE,
                            Component.PENALTY,
                            Component.INTEREST,
                            Component.PRINCIPAL),
                        Sequence.OLDEST_INSTALMENT_FIRST,
                        90,
                        Source.COMPUTED),
                    ReturnedPayment.ORIGINAL_DUE_DATE,
                    0,
                    1_00, // rulings 1
                    0,
                    List.of(30, 60, 90, 120, 150, 180),
                    new FiveClass(1, 91, 271, 361, 6),
                    AdverseBegins.PAST_DUE,
                    Remaining.NOT_DUE,
                    2_400_000_000L), // 0.24
                new RetentionRule(5, ClockStart.OVERDUE_SETTLED),
                new TreatmentRules(1, 4, 30, 91, 5_000_00, 0)));
  }

  @Test
  void theProductsUseEveryDayCountEveryGraceAndEveryRoundingMoment() {
    Products products = Products.read(FOLDER);

    assertThat(products.byKey().keySet()).containsExactly("JIEBEI", "SUIJIE", "XIAOFEI", "XUNHUAN");
    assertThat(products.warnings()).isEmpty();
    List<ProductRules> rules = products.byKey().values().stream().map(ProductConf::rules).toList();
    assertThat(rules).extracting(ProductRules::dayCount).containsOnly(DayCount.values());
    assertThat(rules).extracting(ProductRules::dpdClock).containsOnly(DpdClock.values());
    assertThat(rules)
        .extracting(each -> each.grace().meaning())
        .containsOnly(GraceMeaning.values());
    assertThat(rules)
        .extracting(each -> each.penalty().when())
        .containsOnly(RoundingMoment.values());
    assertThat(rules).extracting(each -> each.penalty().mode()).containsOnly(RoundingMode.values());
    assertThat(rules).extracting(each -> each.penalty().base()).containsOnly(PenaltyBase.values());
    assertThat(rules)
        .extracting(each -> each.allocation().sequence())
        .containsOnly(Sequence.values());
    assertThat(rules)
        .extracting(ProductRules::returnedPayment)
        .containsOnly(ReturnedPayment.values());
  }

  @Test
  void theSettingsAreTheOnesThatHoldWithoutThem() {
    Settings settings = Settings.read(FOLDER);

    assertThat(settings.providerCode()).isEqualTo("TEST0000000001");
    assertThat(settings.firstLoad()).contains(FirstLoad.REPORT_ALL);
    assertThat(settings.reportTime()).isEqualTo(LocalTime.of(3, 0));
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void whatIsCommentedOutShowsTheValueThatHoldsWithoutIt(@TempDir Path folder) throws IOException {
    String sample = Files.readString(FOLDER.resolve("xinbao.yaml"));
    Pattern commented = Pattern.compile("(?m)^# (?!deletion-key-file)([a-z-]+: \\S)");
    Files.writeString(folder.resolve("xinbao.yaml"), commented.matcher(sample).replaceAll("$1"));

    assertThat(commented.matcher(sample).results()).hasSize(19);
    assertThat(Settings.read(folder)).isEqualTo(Settings.read(FOLDER));
  }
}
