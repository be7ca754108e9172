package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights that were never run: left out by a decision, or run afterwards (rulings 10). */
class MissedNightsTest {

  private static final String BEFORE = "2026-10-30";
  private static final String MISSED = "2026-10-31";
  private static final String NEXT = "2026-11-30";

  private final Path folder;
  private final Nights nights;

  MissedNightsTest(@TempDir Path folder) {
    this.folder = folder;
    this.nights = Nights.in(folder);
    nights.runSample(BEFORE);
  }

  @Test
  void aSettlementDayIsLeftOutOnlyWhereItsMonthIsNamed() throws IOException {
    assertThat(nights.withOptions("--skip-to").runSample(NEXT).sentence())
        .contains("SETTLEMENT_DAY_SKIPPED", MISSED, "--without-month 2026-10");
    assertThat(nights.withOptions("--without-month", "2026-10").runSample(NEXT).code())
        .isEqualTo(2);
    Ended wrong =
        skipping("--without-month", "2026-10", "--without-month", "2026-09").runSample(NEXT);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.sentence()).contains("2026-09").doesNotContain("2026-10");

    Path published =
        skipping("--without-month", "2026-10", "--reason", "export lost\tfor good")
            .publish(Nights.sample(NEXT), NEXT);
    JsonNode run = json(published);
    assertThat(run.path("missed_dates").size()).isEqualTo(30);
    assertThat(run.path("allowed").path("what").get(0).asString()).isEqualTo("GAP");
    assertThat(run.path("allowed").path("without_months").get(0).asString()).isEqualTo("2026-10");
    assertThat(run.path("allowed").path("reason").asString()).isEqualTo("export lost for good");
    assertThat(PbocFiles.records(published)).noneMatch(each -> each.reportDate().equals(MISSED));
    assertThat(Evidence.of(nights, EvidenceKind.SKIPPED))
        .singleElement()
        .extracting(EvidenceEntry::statements)
        .satisfies(
            body -> {
              assertThat(body.value("skipped")).isEqualTo(MISSED + " to 2026-11-29");
              assertThat(body.value("without_month")).isEqualTo("2026-10");
              assertThat(body.value("reason")).isEqualTo("export lost for good");
            });
  }

  private Nights skipping(String... more) {
    List<String> options = new ArrayList<>(List.of("--skip-to", NEXT));
    options.addAll(List.of(more));
    return nights.withOptions(options.toArray(String[]::new));
  }

  @Test
  void datesWithAnExportAreCaughtUpInOrder() throws IOException {
    Nights plain = Nights.in(folder.resolve("plain"));
    for (String date : List.of(BEFORE, MISSED, NEXT)) {
      plain.publish(Nights.sample(date), date);
    }
    Ended ended = nights.withOptions("--catch-up").runSample(NEXT);
    assertThat(ended.code()).isEqualTo(10);
    assertThat(ended.sentence()).startsWith("Caught up with 1 dates before: " + NEXT);
    assertThat(Trees.differences(nights.output(), plain.output())).isEmpty();
    // The folder of all exports serves as well, and what is published stays as it is.
    Ended again = nights.withOptions("--catch-up").run(Path.of("sample-data"), NEXT);
    assertThat(again.code()).isEqualTo(10);
    assertThat(again.sentence()).startsWith(NEXT + " published");
  }

  /**
   * The export of 2 November has the book of 30 November: loans and payments that 31 October does
   * not know yet. The figures are those of the export of 31 October itself.
   */
  @Test
  void aDateWithoutExportIsRunFromALaterOne() throws IOException {
    String date = "2026-11-01";
    Path later = TestLedger.sample(NEXT, folder.resolve("later").resolve(date)).date(date).seal();
    Ended refused = nights.withOptions("--catch-up").run(later, date);
    assertThat(refused.code()).isEqualTo(20);
    assertThat(refused.sentence())
        .startsWith("Catching up ended at " + date + " after 0 dates: ")
        .contains("SETTLEMENT_DAY_SKIPPED");

    nights.withOptions("--catch-up", "--as-of-export", later.toString()).publish(later, date);
    nights.assertOutputHasOnly(BEFORE, MISSED, date);
    Path missed = nights.published(MISSED);
    assertThat(json(missed).path("input").path("business_date").asString()).isEqualTo(date);
    assertThat(json(missed).path("allowed").path("what").get(0).asString())
        .isEqualTo("LATER_EXPORT");
    Nights plain = Nights.in(folder.resolve("plain"));
    Path own = plain.publish(Nights.sample(MISSED), MISSED);
    Set<String> expected = new TreeSet<>(Trees.lines(own.resolve("assessments.csv")));
    assertThat(expected).hasSizeGreaterThan(200);
    Set<String> found = new TreeSet<>(Trees.lines(missed.resolve("assessments.csv")));
    Set<String> onlyFound = new TreeSet<>(found);
    onlyFound.removeAll(expected);
    assertThat(onlyFound).isEmpty();
    // Closed too long before the later date to be in its export.
    expected.removeAll(found);
    assertThat(expected)
        .allMatch(row -> row.matches(".*,CLOSED,0\\.00,.*,2026-09-[0-9]{2},0\\.00,.*"));
  }

  @Test
  void whatBelongsTogetherIsGivenTogether() {
    assertThat(nights.withOptions("--as-of-export", "x").runSample(MISSED).code()).isEqualTo(2);
    assertThat(nights.withOptions("--catch-up", "--correct").runSample(MISSED).code()).isEqualTo(2);
    assertThat(nights.withOptions("--skip-to", "2026-11-01").runSample(MISSED).code()).isEqualTo(2);
    assertThat(nights.withOptions("--accept-rules", "x").runSample(MISSED).code()).isEqualTo(2);
    assertThat(
            nights
                .withOptions("--skip-to", "--without-month", "2026-13")
                .runSample(MISSED)
                .sentence())
        .contains("yyyy-MM");
  }

  /** Rulings 40: the files carry the date that is given, their content does not change. */
  @Test
  void aFileDateIsGivenWhereTheSettingSaysSo() throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("given"));
    Path settings = conf.resolve("xinbao.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("# creation-date: BUSINESS", "creation-date: GIVEN"));
    Nights given = nights.withConf(conf);
    assertThat(given.runSample(MISSED).sentence()).contains("--file-date");
    assertThat(nights.withOptions("--file-date", "2026-11-03").runSample(MISSED).code())
        .isEqualTo(2);
    assertThat(given.withOptions("--file-date", "2026-10-01").runSample(MISSED).code())
        .isEqualTo(2);
    Path published =
        given.withOptions("--file-date", "2026-11-03").publish(Nights.sample(MISSED), MISSED);
    Path file = FeedbackFiles.submission(published);
    assertThat(String.valueOf(file.getFileName()))
        .isEqualTo("TEST0000000001" + "20261103" + "210" + "0" + "001" + "0.txt");
    assertThat(Trees.lines(file).get(0)).contains("20261103");
    assertThat(json(published).path("allowed").path("file_date").asString())
        .isEqualTo("2026-11-03");
  }

  private static JsonNode json(Path published) {
    return JsonMapper.builder().build().readTree(published.resolve("run.json").toFile());
  }
}
