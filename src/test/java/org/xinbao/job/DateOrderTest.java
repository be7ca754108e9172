package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which dates may follow one another, and what a published date allows. */
class DateOrderTest {

  private final Path folder;
  private final Nights nights;

  DateOrderTest(@TempDir Path folder) {
    this.folder = folder;
    this.nights = Nights.in(folder);
  }

  @Test
  void anOlderDateIsRefused() throws IOException {
    nights.runSample("2026-10-31");
    assertRefused(nights.runSample("2026-10-30"), "DATE_ORDER: 2026-10-30 is not after", "later");
    nights.assertOutputHasOnly("2026-10-31");
  }

  /** Rulings 10: never silently, whatever missed-dates says. */
  @Test
  void aSettlementDayIsNotPassedOver() throws IOException {
    nights.runSample("2026-10-30");
    assertRefused(
        nights.runSample("2026-11-30"), "SETTLEMENT_DAY_SKIPPED: 2026-10-31", "run it first");
    nights.assertOutputHasOnly("2026-10-30");
    // Running the missed date first is what the sentence asks for.
    nights.publish(Nights.sample("2026-10-31"), "2026-10-31");
    nights.publish(Nights.sample("2026-11-30"), "2026-11-30");
  }

  @Test
  void aGapIsRefusedWhereTheSettingSaysSo() throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path settings = conf.resolve("xinbao.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("missed-dates: RECORD", "missed-dates: REFUSE"));
    Nights strict = nights.withConf(conf);
    strict.runSample("2026-10-31");
    assertRefused(
        strict.runSample("2026-11-30"), "DATE_ORDER", "2026-11-01 to 2026-11-29", "missed-dates");
    strict.assertOutputHasOnly("2026-10-31");
    Path next = redated("2026-11-01");
    strict.publish(next, "2026-11-01");
  }

  @Test
  void aRecordedGapIsListed() throws IOException {
    nights.runSample("2026-10-31");
    Path published = nights.publish(Nights.sample("2026-11-30"), "2026-11-30");
    List<String> missed = new ArrayList<>();
    JsonNode run = JsonMapper.builder().build().readTree(published.resolve("run.json").toFile());
    run.path("missed_dates").forEach(each -> missed.add(each.asString()));
    assertThat(missed).hasSize(29).startsWith("2026-11-01").endsWith("2026-11-29").isSorted();
    assertThat(Files.readString(published.resolve("reports/run-2026-11-30.html")))
        .contains("2026-11-01 to 2026-11-29");
    assertThat(run.path("built_on").path("business_date").asString()).isEqualTo("2026-10-31");
  }

  @Test
  void aPublishedDateIsNotRunWithAnotherExport() throws IOException {
    nights.runSample("2026-10-31");
    SortedMap<String, String> before = Trees.hashes(nights.output());
    Path other =
        TestLedger.sample("2026-10-31", folder.resolve("ledger"))
            .replace("loans.csv", "XB00010001", ",3500.00,", ",3500.01,")
            .seal();
    assertRefused(nights.run(other, "2026-10-31"), "PUBLISHED_WITH_OTHER_INPUT", "restore");
    assertThat(Trees.hashes(nights.output())).isEqualTo(before);
    nights.assertOutputHasOnly("2026-10-31");
  }

  @Test
  void aPublishedDateIsNotRunWithAnotherConfiguration() throws IOException {
    nights.runSample("2026-10-31");
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path pboc = conf.resolve("pboc.yaml");
    Files.writeString(pboc, Files.readString(pboc).replace("dispute: MARK", "dispute: HOLD"));
    assertRefused(
        nights.withConf(conf).runSample("2026-10-31"), "PUBLISHED_WITH_OTHER_INPUT", "restore");
  }

  /** The export may lie elsewhere: its manifest says that it is the same. */
  @Test
  void aPublishedDateIsKnownByItsInputAndNotByItsPlace() throws IOException {
    Ended first = nights.runSample("2026-10-31");
    Path copy = Trees.copy(Nights.sample("2026-10-31"), folder.resolve("elsewhere"));
    Ended again = nights.run(copy, "2026-10-31");
    assertThat(again).isEqualTo(first);
  }

  private Path redated(String date) throws IOException {
    return TestLedger.sample("2026-10-31", folder.resolve(date)).date(date).seal();
  }

  private static void assertRefused(Ended ended, String... parts) {
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence()).contains(parts);
    RefusedNightTest.assertOneSentence(ended);
  }
}
