package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.store.SafeFiles;

/** Two dates of the sample, their workbooks lost and made again; one test goes on from the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuiltReportsTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";

  private final Nights nights;
  private final Path rebuilt;

  RebuiltReportsTest(@TempDir Path folder) throws IOException {
    nights = Nights.in(folder).withConf(Deletions.conf(folder.resolve("conf")));
    rebuilt = nights.output().resolve("rebuilt");
  }

  @BeforeAll
  void publish() {
    nights.publish(Nights.sample(FIRST), FIRST);
    nights.publish(Nights.sample(MONTH_END), MONTH_END);
  }

  private Ended report(String from, String to) {
    return Commands.run(
        "report",
        "--from",
        from,
        "--to",
        to,
        "--home",
        nights.home().toString(),
        "--output",
        nights.output().toString(),
        "--conf",
        nights.conf().toString());
  }

  @Test
  @Order(1)
  void whatIsNotArchivedIsNamed() {
    Ended ended = report(FIRST, MONTH_END);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.sentence())
        .startsWith(
            "Nothing was made again; 2 dates not, the first: 2026-10-30 is not in the archive: run"
                + " jobs/archive.sh");
    assertThat(rebuilt).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void aRangeWithoutPublishedDatesIsRefused() {
    assertThat(report("2026-11-01", "2026-11-30").code()).isEqualTo(2);
    assertThat(report(MONTH_END, FIRST).sentence())
        .isEqualTo("--to is before --from: name the first and the last business date.");
  }

  /** The same program makes the same bytes; the month-end's are in the pack as well. */
  @Test
  @Order(3)
  void everyDateIsMadeAgainAndTheMonthEndPacked() throws IOException {
    Deletions.archive(nights);
    var before = Trees.hashes(nights.output());
    Ended ended = report("2026-10-01", MONTH_END);
    Path folder = rebuilt.resolve("2026-10-01_2026-10-31");
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.sentence())
        .isEqualTo(
            "Workbook and page of 2 dates made again in "
                + folder
                + ", 1 month-ends in month-ends.zip.");
    List<String> names =
        List.of(
            "management-2026-10-30.xlsx",
            "management-2026-10-31.xlsx",
            "run-2026-10-30.html",
            "run-2026-10-31.html");
    for (String each : names) {
      String date = each.replaceAll(".*(\\d{4}-\\d\\d-\\d\\d).*", "$1");
      assertThat(folder.resolve(each))
          .hasSameBinaryContentAs(nights.published(date).resolve("reports").resolve(each));
    }
    assertThat(Trees.hashes(folder)).hasSize(names.size() + 1);
    try (ZipFile pack = new ZipFile(folder.resolve("month-ends.zip").toFile())) {
      assertThat(pack.stream().map(Object::toString))
          .containsExactly("management-2026-10-31.xlsx", "run-2026-10-31.html");
    }
    assertThat(Deletions.verify(nights).code()).isZero();
    assertThat(Trees.hashes(nights.output())).containsAllEntriesOf(before);
  }

  @Test
  @Order(4)
  void retentionTakesTheCopiesAway() {
    assertThat(Deletions.run(nights, MONTH_END).code()).isZero();
    assertThat(rebuilt).doesNotExist();
  }

  /** As after the end of the derived outputs' own time. What was made before is replaced. */
  @Test
  @Order(5)
  void aDateWhoseOutputsAreDeletedIsNotMadeAgain() throws IOException {
    SafeFiles.deleteTree(nights.published(FIRST));
    Path folder = rebuilt.resolve("2026-10-30_2026-10-31");
    Files.writeString(Files.createDirectories(folder).resolve("month-ends.zip"), "of before");
    Ended ended = report(FIRST, MONTH_END);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.sentence())
        .contains("1 dates not, the first: 2026-10-30 has been deleted under retention");
    assertThat(Trees.hashes(folder).keySet())
        .containsExactly("management-2026-10-31.xlsx", "month-ends.zip", "run-2026-10-31.html");
    assertThat(folder.resolve("month-ends.zip")).isNotEmptyFile().binaryContent().startsWith('P');
  }
}
