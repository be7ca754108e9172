package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.cli.Main;

/**
 * The archive, and the sample's dates run again from it: byte for byte the same, after later
 * decisions and with another version of the program at work (rulings 13, 15).
 */
class ReproduceTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT = "2026-11-30";

  private static Nights nights = Nights.in(Path.of(""));

  /** The first date is published and archived by a program of an older version. */
  @BeforeAll
  static void publishAndArchive(@TempDir Path folder) throws Exception {
    nights =
        Nights.in(folder)
            .withConf(
                Deletions.conf(
                    folder.resolve("conf"),
                    "xinbao.yaml",
                    "# identity-days: 90",
                    "identity-days: 0",
                    "xinbao.yaml",
                    "# register-files-days: 35",
                    "register-files-days: 20"));
    // The exports are copies that are taken away: the archive must do without them.
    Path ledgers = folder.resolve("ledgers");
    for (String date : List.of(FIRST, MONTH_END, NEXT)) {
      Trees.copy(Nights.sample(date), ledgers.resolve(date));
    }
    corrected(ledgers.resolve(NEXT));
    Path older = Files.createDirectories(folder.resolve("older"));
    Files.writeString(older.resolve("xinbao-version.properties"), "version=0.0.9\n");
    older(older, nights.arguments(ledgers.resolve(FIRST), FIRST));
    older(older, archive());
    nights.publish(ledgers.resolve(MONTH_END), MONTH_END);
    nights.publish(ledgers.resolve(NEXT), NEXT);
    Ended archived = Commands.run(archive().toArray(String[]::new));
    assertThat(archived.code()).as(archived.toString()).isZero();
    assertThat(archived.sentence()).startsWith("2 dates archived in ");
    Trees.copy(ledgers, folder.resolve("taken-away"));
    // And last the retention: of the earlier dates the registers go, and records expire.
    Ended deleted = Deletions.run(nights, NEXT);
    assertThat(deleted.sentence()).startsWith("2026-11-30: 7 records and ");
    org.xinbao.store.SafeFiles.deleteTree(ledgers);
    org.xinbao.store.SafeFiles.deleteTree(older);
  }

  /** Later corrections: of a month that was reported, and of an adverse record. */
  private static void corrected(Path ledger) throws IOException {
    TestLedger.copy(ledger, NEXT, ledger.resolveSibling("corrected"))
        .add(
            "decisions.csv",
            "K1,XB00010001,CORRECT,2026-11-10,,,wrong"
                + " amount,segment=H;report_date=2026-10-31;ActRpyAmt=777",
            "K2,XB00060027,CORRECT,2026-11-10,,,paid in time,adverse_record=2026-10-16")
        .seal();
    org.xinbao.store.SafeFiles.deleteTree(ledger);
    Files.move(ledger.resolveSibling("corrected"), ledger);
  }

  private static void older(Path version, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp"));
    command.add(version + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
  }

  private static List<String> archive() {
    return List.of(
        "archive", "--home", nights.home().toString(), "--conf", nights.conf().toString());
  }

  private static Ended audit(String... words) {
    List<String> arguments = new ArrayList<>(List.of("audit"));
    arguments.addAll(List.of(words));
    arguments.addAll(
        List.of("--home", nights.home().toString(), "--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    return Commands.run(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST, MONTH_END, NEXT})
  void everyDateIsReproducedByteForByte(String date) throws IOException {
    Ended ended = audit("reproduce", "--date", date);
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.sentence())
        .startsWith(date + " run again with the program of that time: all ")
        .contains(
            date.equals(NEXT) ? " 0 of them no longer kept" : " 1 of them no longer kept and");
    // Of the first two dates episodes.csv is deleted, so that its hash alone is compared.
    int gone = date.equals(NEXT) ? 0 : 1;
    assertThat(ended.sentence())
        .contains((ProgramFiles.files(nights.published(date)).size() + gone) + " files are");
    assertThat(nights.home().resolve("scratch")).doesNotExist();
  }

  /** The version of the program stands in run.json and in what people read, in no figure. */
  @Test
  void anotherProgramIsToldByItsVersionAlone() throws IOException {
    assertThat(Files.readString(nights.published(FIRST).resolve("run.json")))
        .contains("xinbao 0.0.9");
    Ended ended = audit("reproduce", "--date", FIRST, "--with-present");
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.sentence()).contains("the present program").contains("3 findings");
  }

  @Test
  void theArchiveIsWholeAndSaysSo() throws IOException {
    Ended ended = audit("verify");
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.sentence()).doesNotContain("not archived");
    assertThat(nights.home().resolve("inputs")).isEmptyDirectory();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(nights.home().resolve("archive"))))
        .isEqualTo("rwx------");
    var before = Trees.hashes(nights.home().resolve("archive"));
    Ended again = Commands.run(archive().toArray(String[]::new));
    assertThat(again.code()).isZero();
    assertThat(again.sentence()).startsWith("Nothing to archive");
    assertThat(Trees.hashes(nights.home().resolve("archive"))).isEqualTo(before);
  }

  private static int configurationFiles() throws IOException {
    try (Stream<Path> all = Files.list(Nights.SAMPLE_CONF)) {
      return (int) all.filter(Files::isRegularFile).count();
    }
  }

  /** A bit of every file at once: each is found for itself, and nothing else is. */
  @Test
  void oneFlippedBitOfAnyArchivedFileIsNamed(@TempDir Path folder) throws Exception {
    Path archive = folder.resolve("archive");
    Path original = nights.home().resolve("archive");
    for (String each : List.of("dates", "states")) {
      Trees.copy(original.resolve(each), archive.resolve(each));
    }
    Files.createSymbolicLink(archive.resolve("programs"), original.resolve("programs"));
    List<String> expected = new ArrayList<>();
    for (Path each : ProgramFiles.files(archive)) {
      // A changed index hides its files: it is tried below.
      if (!each.endsWith(ArchivePlaces.INDEX) && !each.startsWith(archive.resolve("programs"))) {
        AuditVerifyTest.flip(each, (int) Files.size(each) / 2);
        expected.add(each + " has been changed");
      }
    }
    // Three dates with eight files of the export, those of the configuration and the tables; the
    // states of loans, customers and facilities that the second and the third date began from.
    assertThat(expected).hasSize(3 * (9 + configurationFiles()) + 3 * 2);
    assertThat(findings(archive)).containsExactlyInAnyOrderElementsOf(expected);
    Path index = archive.resolve("dates").resolve(NEXT).resolve(ArchivePlaces.INDEX);
    AuditVerifyTest.flip(index, 20);
    assertThat(findings(archive)).contains(index + " has been changed");
  }

  /** A jar, and the lists of a program. */
  @Test
  void oneFlippedBitOfAnArchivedProgramIsNamed() throws Exception {
    Path archive = nights.home().resolve("archive");
    Path program;
    try (var programs = Files.list(archive.resolve("programs"))) {
      program = programs.sorted().findFirst().orElseThrow();
    }
    List<Path> parts;
    try (var all = Files.list(program)) {
      parts = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(parts).hasSizeGreaterThan(20);
    // Two jars at once, then the list of their hashes.
    for (List<Path> tried :
        List.of(parts.subList(0, 2), parts.subList(parts.size() - 1, parts.size()))) {
      List<String> expected = new ArrayList<>();
      for (Path each : tried) {
        AuditVerifyTest.flip(each, (int) Files.size(each) / 2);
        expected.add(each + " has been changed");
      }
      assertThat(findings(archive)).containsExactlyElementsOf(expected);
      for (Path each : tried) {
        AuditVerifyTest.flip(each, (int) Files.size(each) / 2);
      }
    }
  }

  private static List<String> findings(Path archive) throws Exception {
    return Audit.verify(
            new AuditArguments(
                nights.home(), nights.output(), nights.conf(), archive, java.time.Duration.ZERO))
        .findings();
  }
}
