package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;

/** A published date run again with corrected input: a new version of it (rulings 16). */
class CorrectedVersionTest {

  private static final String DATE = "2026-10-31";
  private static final String LOAN = "XB00010001";

  /** What the loan paid on 7 October; the corrected export has 14.91 less. */
  private static final String PAID = "REPAYMENT,314.91,,303.84,11.07,0.00,0.00,";

  private static final String PAID_LESS = "REPAYMENT,300.00,,288.93,11.07,0.00,0.00,";

  private final Path folder;
  private final Nights nights;
  private final Path first;
  private final Path corrected;

  CorrectedVersionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.nights = Nights.in(folder);
    this.first = nights.publish(Nights.sample(DATE), DATE);
    this.corrected =
        TestLedger.sample(DATE, folder.resolve("corrected"))
            .replace("transactions.csv", LOAN, PAID, PAID_LESS)
            .add("notices.csv", LOAN + ",SMS,2026-10-20")
            .seal();
  }

  private Ended correct(Path ledger) {
    return nights
        .withOptions("--correct", "--reason", "one payment booked wrong")
        .run(ledger, DATE);
  }

  private Path second() {
    return nights.output().resolve(DATE + ".v2");
  }

  @Test
  void theBureauGetsWhatHasChangedAndNothingTwice() throws IOException {
    SortedMap<String, String> before = Trees.hashes(first);
    Ended ended = correct(corrected);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    nights.assertOutputHasOnly(DATE, DATE + ".v2");
    assertThat(Trees.hashes(first)).isEqualTo(before);

    // Overdue since the payment that was too small: 314.91 - 300.00 = 14.91 of principal, and a
    // penalty of 24 days at 1.5 times 0.144: 14.91 x 0.216 / 360 x 24 = 0.2147.
    Map<String, String> row = Csv.rows(second().resolve("assessments.csv"), LOAN).get(0);
    assertThat(row).containsEntry("overdue_total", "15.12");
    SortedMap<String, String> others = rows(second());
    SortedMap<String, String> asBefore = rows(first);
    others.remove(LOAN);
    asBefore.remove(LOAN);
    assertThat(others).isEqualTo(asBefore);

    List<String> files = submissions(second());
    assertThat(files).hasSize(1).doesNotContainAnyElementsOf(submissions(first));
    List<String> lines = Trees.lines(second().resolve("submissions/pboc").resolve(files.get(0)));
    assertThat(lines).hasSize(2);
    String record = lines.get(1);
    assertThat(PbocFiles.item(record, "ModRecCode")).endsWith(LOAN);
    // 15 yuan of 15.12, rounded half up, first month overdue.
    assertThat(PbocFiles.item(record, "TotOverd")).isEqualTo("15");
    assertThat(PbocFiles.item(record, "RpyStatus")).isEqualTo("1");
    assertThat(Csv.column(second().resolve("restatements.csv"), "loan_id")).containsOnly(LOAN);
  }

  /** What is newly adverse needs a notice before, also in a correction. */
  @Test
  void aCorrectionThatMayNotGoOutIsHeld() throws IOException {
    Path untold =
        TestLedger.sample(DATE, folder.resolve("untold"))
            .replace("transactions.csv", LOAN, PAID, PAID_LESS)
            .seal();
    assertThat(correct(untold).code()).isEqualTo(10);
    assertThat(submissions(second())).isEmpty();
    assertThat(Csv.rows(second().resolve("held.csv"), LOAN))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("code", "NO_NOTICE").containsEntry("since", DATE));
  }

  @Test
  void theNewVersionIsInForceAndTheOldOneStaysProven() throws IOException {
    assertThat(correct(corrected).code()).isEqualTo(10);
    SortedMap<String, String> published = Trees.hashes(nights.output());
    // The same command again changes nothing; the first export would be one more correction.
    assertThat(correct(corrected).code()).isEqualTo(10);
    assertThat(nights.runSample(DATE).sentence()).contains("PUBLISHED_WITH_OTHER_INPUT");
    assertThat(Trees.hashes(nights.output())).isEqualTo(published);
    assertThat(Evidence.of(nights, EvidenceKind.RUN))
        .hasSize(2)
        .last()
        .extracting(EvidenceEntry::statements)
        .satisfies(
            body -> {
              assertThat(body.value("corrects")).isEqualTo(DATE);
              assertThat(body.value("folder")).isEqualTo(DATE + ".v2");
              assertThat(body.value("reason")).isEqualTo("one payment booked wrong");
            });
    assertThat(Files.readString(second().resolve("reports/run-" + DATE + ".html")))
        .contains("取代第 1 版");

    assertThat(correct(Nights.sample(DATE)).code()).isEqualTo(10);
    // Notices stay known, so the notice does not have to be in the export again.
    Path third = nights.output().resolve(DATE + ".v3");
    assertThat(rows(third)).isEqualTo(rows(first));
    assertThat(submissions(third)).hasSize(1);

    Path next = nights.publish(Nights.sample("2026-11-30"), "2026-11-30");
    assertThat(Files.readString(next.resolve("run.json"))).contains("\"version\" : 3");
    assertThat(PbocFiles.records(next, LOAN)).hasSize(1);
    assertThat(
            Commands.run(
                    "audit",
                    "verify",
                    "--home",
                    nights.home().toString(),
                    "--output",
                    nights.output().toString(),
                    "--conf",
                    nights.conf().toString())
                .sentence())
        .startsWith("intact");
  }

  @Test
  void onlyTheLastPublishedDateIsCorrected() throws IOException {
    nights.publish(Nights.sample("2026-11-30"), "2026-11-30");
    Ended ended = correct(corrected);
    assertThat(ended.code()).isEqualTo(20);
    assertThat(ended.sentence()).contains("DATE_ORDER", "2026-11-30");
    nights.assertOutputHasOnly(DATE, "2026-11-30");
  }

  /** Killed before anything of it is visible, then started again. */
  @Test
  void aCorrectionThatDiedIsMadeGoodByTheSameCommand() throws Exception {
    Nights correcting = nights.withOptions("--correct");
    Nights calm = Nights.in(folder.resolve("calm"), "--correct");
    Trees.copy(nights.home(), calm.home());
    Trees.copy(nights.output(), calm.output());
    calm.run(corrected, DATE);
    Ended dead =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + FailurePoint.SNAPSHOT_PUBLISHED),
            correcting.arguments(corrected, DATE));
    assertThat(dead.code()).as(dead.toString()).isEqualTo(FailurePoint.HALTED);
    assertThat(correcting.run(corrected, DATE).code()).isEqualTo(10);
    assertThat(Trees.differences(nights.output(), calm.output())).isEmpty();
  }

  /** The rows of the assessments by loan. */
  private static SortedMap<String, String> rows(Path published) throws IOException {
    TreeMap<String, String> rows = new TreeMap<>();
    for (Map<String, String> each : Csv.rows(published.resolve("assessments.csv"))) {
      rows.put(String.valueOf(each.get("loan_id")), each.toString());
    }
    return rows;
  }

  private static List<String> submissions(Path published) throws IOException {
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }
}
