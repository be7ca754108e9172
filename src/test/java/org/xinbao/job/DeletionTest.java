package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.Day;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.conf.Settings;
import org.xinbao.store.Database;

/**
 * The retention job on the sample, whose README says when each record expires: on 2026-10-31 those
 * of XB00030002 and XB00030010, whose last kept day was the day before; on 2026-11-30 those of
 * XB00030003, 04, 05, 11, and XB00030013, whose hold ended on 2026-11-13.
 */
class DeletionTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT = "2026-11-30";
  private static final List<String> GONE = List.of("XB00030002", "XB00030010");

  private static Nights published = Nights.in(Path.of(""));

  /** The same after the retention of the month-end that nothing disturbed. */
  private static Nights calm = Nights.in(Path.of(""));

  private final Path folder;
  private final Nights nights;

  /** Each test goes on from its own copy of two archived nights. */
  DeletionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    nights = copy(published, folder.resolve("own"));
  }

  private static Nights copy(Nights from, Path to) throws IOException {
    Nights copy = Nights.in(to).withConf(from.conf());
    // The archived program is large and nothing here changes it.
    Trees.copyOrLink(from.home(), copy.home(), Path.of("archive/programs"));
    Trees.copy(from.output(), copy.output());
    return copy;
  }

  @BeforeAll
  static void publishAndArchive(@TempDir Path folder) throws IOException {
    Path conf =
        Deletions.conf(
            folder.resolve("conf"), "xinbao.yaml", "# identity-days: 90", "identity-days: 0");
    published = Nights.in(folder).withConf(conf);
    published.publish(Nights.sample(FIRST), FIRST);
    published.publish(Nights.sample(MONTH_END), MONTH_END);
    Deletions.archive(published);
    calm = copy(published, folder.resolve("calm"));
    Deletions.run(calm, MONTH_END);
  }

  private static List<String> without(List<String> register, List<String> loans) {
    return register.stream().filter(each -> loans.stream().noneMatch(each::startsWith)).toList();
  }

  @Test
  void expiredRecordsAreGoneFromRegisterAndStateAndLeaveTombstones() throws Exception {
    List<String> before = Deletions.register(nights);
    Ended ended = Deletions.run(nights, MONTH_END);
    assertThat(ended.code()).as(ended.toString()).isZero();
    // The states of the first date (loans, customers, facilities) are not needed any more: those of
    // the
    // month-end are whole ones.
    assertThat(ended.sentence())
        .startsWith(
            "2026-10-31: 2 records and 3 files deleted, 2 loans forgotten; 8 records fall due");
    assertThat(Deletions.register(nights))
        .isEqualTo(without(before, GONE))
        .hasSize(before.size() - 2);
    for (String loan : GONE) {
      assertThat(before).anyMatch(each -> each.startsWith(loan + " "));
      // The lists of the first date still show it, each until its own time.
      assertThat(Deletions.search(nights, loan))
          .allMatch(each -> each.startsWith(nights.published(FIRST)));
    }
    Path lists = nights.output().resolve(MONTH_END + ".retention");
    List<Map<String, String>> deletions = Csv.rows(lists.resolve("deletions.csv"));
    assertThat(deletions.stream().map(each -> each.get("tombstone")))
        .containsExactly(tombstone(before, GONE.get(0)), tombstone(before, GONE.get(1)));
    assertThat(deletions.get(0))
        .containsEntry("settled_on", "2021-10-30")
        .containsEntry("last_kept_day", "2026-10-30")
        .containsEntry("deleted_on", "2026-10-31")
        .containsEntry("rule", "EXPIRED")
        .containsEntry("run", "retention 2026-10-31");
    for (String each : List.of("deletions.csv", "deleted-files.csv", "retention.json")) {
      assertThat(Files.readString(lists.resolve(each))).doesNotContain("XB0");
    }
    assertThat(Deletions.verify(nights).sentence())
        .startsWith("intact, 2 records and 3 files deleted under retention, tombstones ok");
  }

  /** HMAC-SHA-256 of loan id, line feed and first day under the key of the test. */
  private static String tombstone(List<String> register, String loan) throws Exception {
    String row =
        register.stream().filter(each -> each.startsWith(loan + " ")).findFirst().orElseThrow();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String text = loan + "\n" + row.split(" ", -1)[1];
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Last kept days up to 2027-01-29; XB00030013 is held to 11-13, XB00030014 with no end. */
  @Test
  void whatFallsDueIsListedForNinetyDays() throws IOException {
    Deletions.run(nights, MONTH_END);
    List<String> due = new ArrayList<>();
    for (Map<String, String> each :
        Csv.rows(nights.output().resolve(MONTH_END + ".retention/due.csv"))) {
      due.add(
          each.get("loan_id") + " " + each.get("retain_until") + " " + each.get("deleted_from"));
    }
    assertThat(due)
        .containsExactly(
            "XB00030003 2026-10-31 2026-11-01",
            "XB00030004 2026-11-01 2026-11-02",
            "XB00030005 2026-11-29 2026-11-30",
            "XB00030006 2026-11-30 2026-12-01",
            "XB00030007 2026-12-01 2026-12-02",
            "XB00030011 2026-10-31 2026-11-01",
            "XB00030013 2026-10-20 ",
            "XB00030014 2026-10-14 ");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    SortedMap<String, String> output = Trees.hashes(nights.output());
    SortedMap<String, String> states = Trees.hashes(nights.home().resolve("state"));
    List<String> register = Deletions.register(nights);
    Ended ended = Deletions.run(nights, MONTH_END, "--dry-run");
    assertThat(ended.code()).isZero();
    assertThat(ended.sentence())
        .contains("2 records and 3 files would be deleted, 8 records fall due");
    assertThat(Trees.hashes(nights.output())).isEqualTo(output);
    assertThat(Trees.hashes(nights.home().resolve("state"))).isEqualTo(states);
    assertThat(Deletions.register(nights)).isEqualTo(register);
    assertThat(nights.home().resolve("work")).isEmptyDirectory();
  }

  /** The second time nothing happens; the nights after it publish what they would have anyway. */
  @Test
  void deletingAgainChangesNothingAndLaterNightsDoNotMissAnything() throws IOException {
    Nights without = copy(published, folder.resolve("without"));
    without.publish(Nights.sample(NEXT), NEXT);
    Ended first = Deletions.run(nights, MONTH_END);
    SortedMap<String, String> output = Trees.hashes(nights.output());
    List<String> register = Deletions.register(nights);
    assertThat(Deletions.run(nights, MONTH_END).sentence()).isEqualTo(first.sentence());
    assertThat(Trees.hashes(nights.output())).isEqualTo(output);
    assertThat(Deletions.register(nights)).isEqualTo(register);

    nights.publish(Nights.sample(NEXT), NEXT);
    assertThat(Trees.differences(nights.published(NEXT), without.published(NEXT))).isEmpty();
    Deletions.archive(nights);
    Ended ended = Deletions.run(nights, NEXT);
    assertThat(ended.sentence()).startsWith("2026-11-30: 5 records and ");
    assertThat(Csv.column(nights.output().resolve(NEXT + ".retention/deletions.csv"), "rule"))
        .containsExactly("EXPIRED", "EXPIRED", "EXPIRED", "EXPIRED", "HOLD_ENDED");
    // The decisions about XB00030013, forgotten with it, leave their commitments.
    assertThat(Deletions.search(nights, "XB00030013"))
        .isNotEmpty()
        .allMatch(each -> each.startsWith(nights.output()));
    Ended verified = Deletions.verify(nights);
    assertThat(verified.code()).as(verified.toString()).isZero();
    assertThat(verified.sentence()).startsWith("intact, 7 records and ");
  }

  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyPointIsMadeGoodByTheSameCommand(DeletionPoint point) throws Exception {
    Ended dead =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=RETENTION_" + point),
            Deletions.arguments(nights, MONTH_END));
    assertThat(dead.code()).as(dead.toString()).isEqualTo(FailurePoint.HALTED);
    Ended again = Deletions.run(nights, MONTH_END);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.sentence().replace(nights.output().toString(), ""))
        .contains("2 records and 3 files deleted");
    assertThat(Trees.differences(nights.output(), calm.output())).isEmpty();
    assertThat(Trees.differences(nights.home().resolve("state"), calm.home().resolve("state")))
        .isEmpty();
    assertThat(Deletions.register(nights)).isEqualTo(Deletions.register(calm));
    nights.assertOutputHasOnly(FIRST, MONTH_END, MONTH_END + ".retention");
    Ended verified = Deletions.verify(nights);
    assertThat(verified.code()).as(verified.toString()).isZero();
  }

  /** Of a retention run too, every file that it publishes has its hash in the chain. */
  @Test
  void oneFlippedBitOfATombstoneOrListIsNamed() throws IOException {
    Deletions.run(nights, MONTH_END);
    Path lists = nights.output().resolve(MONTH_END + ".retention");
    List<String> expected = new ArrayList<>();
    for (Path each : ProgramFiles.files(lists)) {
      AuditVerifyTest.flip(each, (int) Files.size(each) - 1);
      expected.add(each + " has been changed");
    }
    assertThat(expected).hasSize(4);
    Ended verified = Deletions.verify(nights);
    assertThat(verified.code()).isEqualTo(10);
    assertThat(verified.sentence()).startsWith("Broken: 4 findings, the first: " + expected.get(0));
  }

  /**
   * XB00030002 was settled on 2021-10-30 and deleted on 2026-10-31. Then the ledger says that the
   * last instalment came only on 2021-12-20, with 71 days of penalty: 1030.03 x 0.144 x 1.5 x 71 /
   * 360 = 43.88. By that date it is kept to 2026-12-20, although it was deleted before.
   */
  @Test
  void aSettlementDateCorrectedAfterTheDeletionStartsItsOwnClock() throws IOException {
    String loan = GONE.get(0);
    Deletions.run(nights, MONTH_END);
    TestLedger later = TestLedger.sample(NEXT, folder.resolve("corrected"));
    for (String file : List.of("loans.csv", "instalments.csv", "transactions.csv")) {
      later.add(
          file,
          Trees.lines(Nights.sample(FIRST).resolve(file)).stream()
              .filter(row -> row.startsWith(loan + ","))
              .map(row -> row.replace("2021-10-30", "2021-12-20"))
              .map(
                  row ->
                      row.replace(
                          ",1054.75,,1030.03,12.36,12.36,", ",1086.27,,1030.03,12.36,43.88,"))
              .toArray(String[]::new));
    }
    Path published = nights.publish(later.seal(), NEXT);
    List<Map<String, String>> listed = Csv.rows(published.resolve("episodes.csv"), loan);
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0))
        .containsEntry("overdue_from", "2021-10-11")
        .containsEntry("settled_on", "2021-12-20")
        .containsEntry("retain_until", "2026-12-20")
        .containsEntry("state", "KEPT");
    assertThat(Deletions.run(nights, NEXT).code()).isZero();
    assertThat(Deletions.register(nights))
        .contains(loan + " 2021-10-11 2021-12-20 2026-12-20 KEPT");
  }

  /** Five years later, by the clock of the outputs: lists of rejected records are of their kind. */
  @Test
  void whatWasRejectedIsListedNoLongerThanTheFilesThatItIsAbout() throws Exception {
    Path sent = FeedbackFiles.submission(nights.published(MONTH_END));
    Path answers = folder.resolve("answers");
    Path answer =
        FeedbackFiles.reject(
            sent, answers, Map.of(FeedbackFiles.line(sent, "XB00060027"), "ABD005"));
    List<String> feedback =
        new ArrayList<>(Deletions.arguments(nights, MONTH_END, "--dir", answers.toString()));
    feedback.set(0, "feedback");
    feedback.removeAll(List.of("--date", MONTH_END));
    assertThat(Commands.run(feedback.toArray(String[]::new)).code()).isEqualTo(10);
    String list = answer.getFileName() + ".csv";
    assertThat(nights.home().resolve("feedback").resolve(list)).exists();

    assertThat(deletedOn("2031-10-31")).doesNotContain("feedback " + list);
    assertThat(deletedOn("2031-11-01"))
        .contains("feedback " + list, "output " + MONTH_END + "/run.json");
  }

  private List<String> deletedOn(String date) throws IOException {
    DeletionArguments arguments =
        new DeletionArguments(
            nights.home(),
            nights.output(),
            nights.conf(),
            nights.home().resolve("archive"),
            Day.parse(date),
            true,
            Duration.ZERO);
    DeletionFiles files = new DeletionFiles(arguments, Settings.read(nights.conf()).keeping());
    try (Database database = Database.openEmbedded(nights.home())) {
      files.find(Stores.of(database, nights.home()), Set.of());
    }
    return files.files().stream().map(each -> each.store() + " " + each.path()).toList();
  }

  @Test
  void itIsRefusedWithoutKeyOrBeforeItsNight() throws IOException {
    Ended early = Deletions.run(nights, "2026-11-01");
    assertThat(early.code()).isEqualTo(20);
    assertThat(early.sentence()).startsWith("Nothing was deleted: ").contains("2026-11-01");
    Ended keyless = Deletions.run(nights.withConf(Nights.SAMPLE_CONF), MONTH_END);
    assertThat(keyless.code()).isEqualTo(2);
    assertThat(keyless.sentence()).contains("deletion-key-file is missing");
    assertThat(Deletions.register(nights)).anyMatch(each -> each.startsWith(GONE.get(0)));
    assertThat(String.format(Locale.ROOT, "%s", nights.output().toFile().list().length))
        .isEqualTo("2");
  }
}
