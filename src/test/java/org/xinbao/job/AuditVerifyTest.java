package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.store.Database;

/** {@code audit verify}: one flipped bit anywhere is found and named. */
class AuditVerifyTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";

  private static Path published = Path.of("");

  private final Nights nights;

  AuditVerifyTest(@TempDir Path folder) throws IOException {
    nights = Nights.in(folder);
    Trees.copy(published.resolve("home"), nights.home());
    Trees.copy(published.resolve("out"), nights.output());
  }

  @BeforeAll
  static void runTwoNights(@TempDir Path folder) {
    published = folder;
    Nights nights = Nights.in(folder);
    nights.publish(Nights.sample(FIRST), FIRST);
    nights.publish(Nights.sample(MONTH_END), MONTH_END);
  }

  private Ended verify() {
    return Commands.run(
        "audit",
        "verify",
        "--home",
        nights.home().toString(),
        "--output",
        nights.output().toString());
  }

  private void assertFound(String finding) {
    Ended ended = verify();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.sentence()).startsWith("Broken: ").contains(finding);
  }

  @Test
  void anUntouchedHomeIsIntact() {
    Ended ended = verify();
    assertThat(ended.code()).as(ended.toString()).isZero();
    // Two runs; the decisions of the sample up to its month-end are four rows of decisions.csv.
    assertThat(ended.sentence())
        .startsWith("intact, 0 records and 0 files deleted under retention, tombstones ok; ")
        .contains("not archived yet: 2026-10-30, 2026-10-31.");
  }

  /** A bit of every file at once: each is found for itself, and nothing else is. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void oneFlippedBitOfAnyPublishedFileIsNamed(double where) throws Exception {
    List<String> expected = new ArrayList<>();
    for (String date : List.of(FIRST, MONTH_END)) {
      for (Path file : ProgramFiles.files(nights.published(date))) {
        byte[] bytes = Files.readAllBytes(file);
        flip(file, (int) ((bytes.length - 1) * where));
        expected.add(file + " has been changed");
      }
    }
    assertThat(expected).hasSizeGreaterThan(14);
    assertThat(findings()).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** In its header, its rows and the hash that ends it. */
  @ParameterizedTest
  @ValueSource(ints = {40, 2_000, -10})
  void oneFlippedBitOfAStateFileIsNamed(int at) throws Exception {
    for (String date : List.of(FIRST, MONTH_END)) {
      Path file = nights.home().resolve("state").resolve(date + ".state");
      flip(file, at < 0 ? (int) Files.size(file) + at : at);
    }
    assertThat(findings()).hasSize(2);
    assertThat(findings().get(0)).contains(FIRST);
    assertThat(findings().get(1)).contains(MONTH_END);
  }

  @Test
  void whatIsMissingOrAddedIsNamed() throws IOException {
    Path episodes = nights.published(FIRST).resolve("episodes.csv");
    byte[] bytes = Files.readAllBytes(episodes);
    Files.delete(episodes);
    assertFound(episodes + " is missing and was not deleted under retention");
    Files.write(episodes, bytes);
    Path other = nights.published(MONTH_END).resolve("submissions/pboc/other.txt");
    Files.writeString(other, "one more");
    assertFound(other + " was not published with its folder");
    Files.delete(other);
    Path state = nights.home().resolve("state").resolve(FIRST + ".state");
    Files.delete(state);
    assertFound("the state file of 2026-10-30 is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "kind = 'RVN'; has been changed",
        "recorded_at = recorded_at + INTERVAL '1' SECOND; has been changed",
        "business_date = business_date + INTERVAL '1' DAY; has been changed",
        "recorded_by = 'somebody'; has been changed",
        "commitment = 'ab'; has been changed",
        "sha256 = 'ab'; has been changed",
        "body = REPLACE(body, '1', 'x'); has been changed",
        "previous_sha256 = 'ab'; does not follow",
      })
  void aChangeOfAnyColumnOfTheChainIsNamed(String change, String finding) throws Exception {
    change("UPDATE evidence SET " + change + " WHERE entry_no = 1");
    assertThat(findings().get(0))
        .isEqualTo(
            "entry 1 of the evidence chain "
                + (finding.startsWith("does") ? finding + " from the one before it" : finding));
  }

  @Test
  void anEntryThatIsGoneOrAnotherOneIsNamed() throws Exception {
    change("DELETE FROM evidence_content WHERE entry_no = 3");
    change("DELETE FROM evidence WHERE entry_no = 3");
    assertThat(findings().get(0)).isEqualTo("entry 3 of the evidence chain is missing, 4 follows");
    // Told anew with a number of its own: its hash no longer covers it.
    change("UPDATE evidence SET entry_no = 3 WHERE entry_no = 6");
    assertThat(findings().get(0)).startsWith("entry 3 of the evidence chain ");
  }

  @Test
  void aChangedOrMissingContentIsNamed() throws SQLException {
    change("UPDATE evidence_content SET salt = 'ab' WHERE entry_no = 2");
    assertFound("the content of entry 2 of the evidence chain has been changed");
    change("DELETE FROM evidence_content WHERE entry_no = 2");
    assertFound("the content of entry 2 of the evidence chain is missing");
  }

  @Test
  void entriesCutOffAtTheEndAreNoticedByTheRunTheyToldOf() throws SQLException {
    change("DELETE FROM evidence_content WHERE entry_no > 1");
    change("DELETE FROM evidence WHERE entry_no > 1");
    assertFound("run 2 is published but the evidence chain does not tell of it");
  }

  @Test
  void aChangedRowOfARunIsNamed() throws SQLException {
    change("UPDATE run SET outputs_sha256 = 'ab' WHERE run_id = 2");
    assertFound("the row of run 2 is not as it was published");
  }

  private void change(String statement) throws SQLException {
    try (Database database = Database.openEmbedded(nights.home());
        Connection connection = database.dataSource().getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      assertThat(prepared.executeUpdate()).isPositive();
    }
  }

  private List<String> findings() throws Exception {
    return Audit.verify(
            new AuditArguments(
                nights.home(),
                nights.output(),
                nights.conf(),
                nights.home().resolve("archive"),
                Duration.ZERO))
        .findings();
  }

  static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
