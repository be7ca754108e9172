package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;

/** Rules of published products change only where a person accepts it (rulings 8). */
class AcceptedRulesTest {

  private static final String KEY = "products.JIEBEI.cost-cap-annual";

  private final Path folder;
  private final Nights nights;

  AcceptedRulesTest(@TempDir Path folder) {
    this.folder = folder;
    this.nights = Nights.in(folder);
  }

  /** The sample configuration with another cost cap for the product. */
  private Path changed() throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path products = conf.resolve("products.yaml");
    String text = Files.readString(products);
    int product = text.indexOf("JIEBEI:");
    int line = text.indexOf("cost-cap-annual:", product);
    assertThat(line).isGreaterThan(product);
    int end = text.indexOf('\n', line);
    Files.writeString(
        products, text.substring(0, line) + "cost-cap-annual: 0.23" + text.substring(end));
    return conf;
  }

  @Test
  void aChangedRuleIsAcceptedByItsKeyAndThenInForce() throws IOException {
    nights.publish(Nights.sample("2026-10-30"), "2026-10-30");
    Nights changed = nights.withConf(changed());
    Ended refused = changed.runSample("2026-10-31");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.sentence()).contains(KEY, "--accept-rules");
    Ended wrong = accepting(changed, "products.JIEBEI.grace").runSample("2026-10-31");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.sentence()).contains(KEY);

    accepting(changed, KEY).publish(Nights.sample("2026-10-31"), "2026-10-31");
    assertThat(Evidence.of(nights, EvidenceKind.RULES))
        .singleElement()
        .extracting(EvidenceEntry::statements)
        .satisfies(
            body -> {
              assertThat(body.values("rule")).containsExactly(List.of(KEY, "0.24", "0.23"));
              assertThat(body.value("reason")).isEqualTo("typing error");
            });
    // In force from now on: the next night needs no word, going back does.
    assertThat(accepting(changed, KEY).runSample("2026-11-30").sentence())
        .contains("has not changed");
    assertThat(nights.runSample("2026-11-30").sentence()).contains(KEY);
    changed.publish(Nights.sample("2026-11-30"), "2026-11-30");
  }

  /** A product's name stands for all of its keys. */
  @Test
  void aProductsNameStandsForItsKeys() throws IOException {
    nights.publish(Nights.sample("2026-10-30"), "2026-10-30");
    Path published =
        accepting(nights.withConf(changed()), "products.JIEBEI")
            .publish(Nights.sample("2026-10-31"), "2026-10-31");
    assertThat(Files.readString(published.resolve("run.json"))).contains("\"typing error\"");
  }

  private static Nights accepting(Nights nights, String key) {
    return nights.withOptions("--accept-rules", key, "--reason", "typing error");
  }
}
