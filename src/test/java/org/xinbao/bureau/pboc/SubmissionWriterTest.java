package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;

/** File names, headers, line ends, limits (reference 1.1 to 1.3). */
class SubmissionWriterTest {

  private static final String FIRST = Samples.good(AccountType.D1, 30);

  @TempDir Path folder = Path.of("");

  private Path part(String name, String content) throws IOException {
    Path part = folder.resolve(name);
    Files.writeString(part, content);
    return part;
  }

  private static String account(String code) {
    return FIRST.replace("A1<", code + "<");
  }

  @Test
  void aFileHasItsNameHeaderAndLines() throws IOException {
    List<Path> parts =
        List.of(
            part("1", account("A1") + "\n" + account("A2") + "\n"),
            part("2", ""),
            part("3", account("A3") + "\n"));
    TestBureau bureau = new TestBureau();
    List<SubmissionFile> files = bureau.pboc.assemble(Day.of(2026, 11, 1), "210", 7, parts, folder);
    // Provider, 1 November 2026, 210, 0, serial 007, 0: 34 characters.
    String name = "TEST00000000012026110121000070.txt";
    assertThat(name).hasSize(34);
    assertThat(files).containsExactly(new SubmissionFile("pboc", "210", name, 3, 36_000, 0));
    // A, 050, 210, 2.0.0, two blanks, provider, 2026-11-01 03:00:00, 0, 0000003: 50 bytes.
    assertThat(Files.readString(folder.resolve(name)))
        .isEqualTo(
            "A0502102.0.0  TEST00000000012026110103000000000003\r\n"
                + account("A1")
                + "\r\n"
                + account("A2")
                + "\r\n"
                + account("A3"));
    List<Finding> findings = new ArrayList<>();
    assertThat(bureau.pboc.precheck(folder.resolve(name), PrecheckKnown.NOTHING, findings::add))
        .isEqualTo(files.get(0));
    assertThat(findings).isEmpty();
  }

  @Test
  void noRecordNoFile() throws IOException {
    assertThat(
            new TestBureau()
                .pboc.assemble(TestLoan.OCT_31 + 1, "210", 1, List.of(part("1", "")), folder))
        .isEmpty();
    assertThat(folder.toFile().list()).containsExactly("1");
  }

  @Test
  void aFileTakesNoMoreThanItsLimit() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 11; i <= 15; i++) {
      lines.append(account("A" + i)).append('\n');
    }
    BureauSettings settings =
        new BureauSettings(TestLoan.PROVIDER, Set.of(), LocalTime.of(4, 5, 6), -1);
    List<SubmissionFile> files =
        new SubmissionWriter(settings, TestLoan.OCT_31 + 1, "210", folder, 2)
            .write(8, List.of(part("1", lines.toString())));
    assertThat(files).extracting(SubmissionFile::records).containsExactly(2L, 2L, 1L);
    assertThat(files)
        .extracting(each -> each.name().substring(26, 29))
        .containsExactly("008", "009", "010");
    assertThat(Files.readString(folder.resolve(files.get(2).name())))
        .isEqualTo("A0502102.0.0  TEST00000000012026110104050600000001\r\n" + account("A15"));
  }

  @Test
  void thereAreNoMoreThan999Files() throws IOException {
    Path part = part("1", (account("A1") + "\n").repeat(3));
    BureauSettings settings = BureauSettings.of(TestLoan.PROVIDER, Set.of());
    SubmissionWriter writer = new SubmissionWriter(settings, TestLoan.OCT_31 + 1, "210", folder, 1);
    assertThatThrownBy(() -> writer.write(998, List.of(part)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("999");
  }

  @Test
  void aPartThatWasCutIsNotUsed() throws IOException {
    Path part = part("1", account("A1"));
    assertThatThrownBy(
            () ->
                new TestBureau()
                    .pboc.assemble(TestLoan.OCT_31 + 1, "210", 1, List.of(part), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("part file");
  }

  /** A line longer than the copying buffer, among others. */
  @Test
  void longLinesAreCopiedWhole() throws IOException {
    String line = "x".repeat(700_000);
    List<SubmissionFile> files =
        new TestBureau()
            .pboc.assemble(
                TestLoan.OCT_31,
                "210",
                1,
                List.of(part("1", account("A1") + "\n" + line + "\n" + account("A2") + "\n")),
                folder);
    String text = new String(Files.readAllBytes(folder.resolve(files.get(0).name())), UTF_8);
    assertThat(text.split("\r\n", -1)[2]).isEqualTo(line);
  }

  /** Template 10 for record 110, two blanks for every other (reference 1.2); amounts are of 210. */
  @Test
  void recordsOfOtherTypesHaveTheirHeaderAndNoSums() throws IOException {
    TestBureau bureau = new TestBureau();
    int created = Day.of(2026, 11, 1);
    List<Path> parts = List.of(part("1", "<Document><AcctBal>5</AcctBal></Document>\n"));
    assertThat(bureau.pboc.assemble(created, "110", 1, parts, folder))
        .containsExactly(
            new SubmissionFile("pboc", "110", "TEST00000000012026110111000010.txt", 1, 0, 0));
    assertThat(Files.readString(folder.resolve("TEST00000000012026110111000010.txt")))
        .startsWith("A0501102.0.010TEST00000000012026110103000000000001\r\n<Document>");
    bureau.pboc.assemble(created, "212", 1, parts, folder);
    assertThat(Files.readString(folder.resolve("TEST00000000012026110121200010.txt")))
        .startsWith("A0502122.0.0  TEST0000000001");
  }
}
