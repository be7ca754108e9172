package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.SubmissionFile;

/** The pre-check of whole files: name, header, line ends, encoding, duplicates, sums. */
class PrecheckTest {

  /** The rules that have a case here. */
  static final Set<PbocRule> RULES =
      EnumSet.of(
          PbocRule.ABN003,
          PbocRule.ABN004,
          PbocRule.ABH005,
          PbocRule.ABH006,
          PbocRule.ABF002,
          PbocRule.ABF007,
          PbocRule.ABF008,
          PbocRule.ABF009,
          PbocRule.ABF010,
          PbocRule.ABF011,
          PbocRule.ABR002,
          PbocRule.XBA002);

  private static final String NAME = "TEST00000000012026110121000010.txt";
  private static final String HEADER = "A0502102.0.0  TEST00000000012026110103000000000002";
  private static final String RECORD = Samples.good(AccountType.D1, 30);
  private static final String SECOND = RECORD.replace("A1<", "A2<");
  private static final String FILE = HEADER + "\r\n" + RECORD + "\r\n" + SECOND;

  @TempDir Path folder = Path.of("");

  private SubmissionFile sums = new SubmissionFile("", "", "", 0, 0, 0);

  private List<String> findings(String name, String content) throws IOException {
    return findings(name, content.getBytes(UTF_8), "");
  }

  private List<String> findings(String name, byte[] content, String used) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    List<String> found = new ArrayList<>();
    PrecheckSettings settings = new PrecheckSettings(TestLoan.PROVIDER, Set.of(), used::equals);
    sums =
        Precheck.file(
            file,
            settings,
            each -> {
              assertThat(each.english()).isNotBlank();
              assertThat(each.chinese()).isNotBlank();
              found.add(each.line() + " " + each.code());
            });
    return found;
  }

  @Test
  void aGoodFileHasNoFindingAndAddsUp() throws IOException {
    assertThat(NAME).hasSize(34);
    assertThat(HEADER).hasSize(50);
    assertThat(findings(NAME, FILE)).isEmpty();
    // Two records of 12000 yuan each, nothing overdue.
    assertThat(sums).isEqualTo(new SubmissionFile("pboc", "210", NAME, 2, 24_000, 0));
  }

  @Test
  void theNameIsChecked() throws IOException {
    assertThat(findings("x.txt", FILE)).containsExactly("1 ABN003");
    assertThat(findings(NAME.replace("20261101", "20261301"), FILE)).containsExactly("1 ABN003");
    assertThat(findings("OTHR0000000001" + NAME.substring(14), FILE))
        .containsExactly("1 ABN004", "1 ABF007");
    assertThat(findings(NAME, FILE.getBytes(UTF_8), NAME)).containsExactly("1 ABF009");
  }

  @Test
  void theHeaderIsChecked() throws IOException {
    assertThat(findings(NAME, FILE.replace("0000002\r", "0000003\r"))).containsExactly("1 ABH005");
    assertThat(findings(NAME, FILE.replace("A050210", "A051210"))).contains("1 ABH005");
    assertThat(findings(NAME, FILE.replace("030000", "250000"))).contains("1 ABH005");
    assertThat(findings(NAME, FILE.replace("2.0.0  ", "2.0.1  "))).containsExactly("1 ABH006");
    assertThat(findings(NAME, FILE.replace("2.0.0  ", "2.0.010"))).containsExactly("1 ABH006");
    assertThat(findings(NAME, FILE.replace("20261101030000", "20261102030000")))
        .containsExactly("1 ABF007");
    assertThat(findings(NAME, "")).containsExactly("1 ABF002");
    assertThat(findings(NAME, HEADER.replace("0000002", "0000000"))).containsExactly("1 ABF002");
  }

  @Test
  void linesEndWithExactlyOneCrlf() throws IOException {
    assertThat(findings(NAME, FILE.replace("\r\n", "\n"))).containsExactly("1 ABF010", "2 ABF010");
    assertThat(findings(NAME, FILE.replaceFirst("\r\n", "\r\n\r\n"))).containsExactly("2 ABF010");
    assertThat(findings(NAME, FILE.replaceFirst("\r\n", "\r\r\n"))).contains("1 ABF010");
    // The rule speaks of line ends between records: one after the last is let pass.
    assertThat(findings(NAME, FILE + "\r\n")).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreFound() throws IOException {
    byte[] latin = FILE.replace("测试甲", "é").getBytes(ISO_8859_1);
    assertThat(findings(NAME, latin, "")).containsExactly("2 ABF011", "3 ABF011");
    // An overlong form of "/" and a surrogate.
    for (byte[] wrong :
        new byte[][] {{(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
      String text = new String(wrong, ISO_8859_1);
      byte[] file = (HEADER.replace("0000002", "0000001") + "\r\n" + text).getBytes(ISO_8859_1);
      assertThat(findings(NAME, file, "")).containsExactly("2 ABF011");
    }
  }

  @Test
  void aLineThatIsTooLongIsFoundAndSkipped() throws IOException {
    String file = HEADER + "\r\n" + "x".repeat(FileLines.LONGEST + 200_000) + "\r\n" + SECOND;
    assertThat(findings(NAME, file)).containsExactly("2 ABF008");
    assertThat(sums.records()).isEqualTo(2);
    assertThat(sums.balance()).isEqualTo(12_000);
  }

  @Test
  void duplicatesAreFoundInEveryOrder() throws IOException {
    String three = HEADER.replace("0000002", "0000003") + "\r\n";
    String later = RECORD.replace("2026-10-31", "2026-10-30");
    assertThat(findings(NAME, three + String.join("\r\n", RECORD, later, SECOND))).isEmpty();
    assertThat(findings(NAME, three + String.join("\r\n", RECORD, RECORD, SECOND)))
        .containsExactly("3 ABR002");
    assertThat(findings(NAME, three + String.join("\r\n", RECORD, later, RECORD)))
        .containsExactly("4 ABR002");
    assertThat(findings(NAME, three + String.join("\r\n", SECOND, RECORD, SECOND)))
        .containsExactly("4 ABR002");
    assertThat(findings(NAME, three + String.join("\r\n", SECOND, SECOND, RECORD)))
        .containsExactly("3 ABR002");
  }

  /** 5,000 accounts in falling order, each twice: the second 5,000 lines are duplicates. */
  @Test
  void manyRecordsInAnyOrderAreCompared() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER.replace("0000002", "0010000")));
    for (int round = 0; round < 2; round++) {
      for (int i = 15_000; i > 10_000; i--) {
        lines.add(RECORD.replace("A1<", "A" + i + "<"));
      }
    }
    List<String> found = findings(NAME, String.join("\r\n", lines));
    assertThat(found).hasSize(5_000).startsWith("5002 ABR002").endsWith("10001 ABR002");
  }

  /** Template 10 of record 110; 90 is known to the rules, other templates are not. */
  @Test
  void recordsOfBasicInformationHaveTheirTemplate() throws IOException {
    String name = NAME.replace("20261101210", "20261101110");
    String file = FILE.replace("A0502102.0.0  ", "A0501102.0.0##");
    assertThat(findings(name, file.replace("##", "10"))).containsExactly("2 ABR000", "3 ABR000");
    assertThat(findings(name, file.replace("##", "90"))).containsExactly("2 ABR000", "3 ABR000");
    assertThat(findings(name, file.replace("##", "  "))).contains("1 ABH006");
  }

  /** 510, 511 and 514 have no field table in the reference. */
  @Test
  void recordsWithoutFieldTableAreCountedOnly() throws IOException {
    String name = NAME.replace("20261101210", "20261101510");
    assertThat(findings(name, FILE.replace("A050210", "A050510"))).containsExactly("1 XBA002");
    assertThat(sums.records()).isEqualTo(2);
  }

  /** Duplicates of other types: the same identifying items, here of 214 and of 220. */
  @Test
  void duplicatesOfOtherTypesAreFound() throws IOException {
    String deletion =
        "<Document><InAcctEntDel><InfRecType>214</InfRecType><DelRecCode>TEST0000000001B"
            + "</DelRecCode></InAcctEntDel></Document>";
    String other = deletion.replace("1B<", "1A<");
    String header = HEADER.replace("A050210", "A050214").replace("0000002", "0000003") + "\r\n";
    String name = NAME.replace("20261101210", "20261101214");
    assertThat(findings(name, header + String.join("\r\n", deletion, other, deletion)))
        .containsExactly("4 ABR002");
    assertThat(sums).isEqualTo(new SubmissionFile("pboc", "214", name, 3, 0, 0));
  }

  /** Nothing known but the file: its own header says the provider; without one, its name. */
  @Test
  void anyProviderIsTakenFromTheFile() throws IOException {
    String foreign = "OTHR0000000001";
    String name = foreign + NAME.substring(14);
    Path file = folder.resolve(name);
    Files.writeString(file, FILE.replace(TestLoan.PROVIDER, foreign));
    List<String> found = new ArrayList<>();
    Precheck.file(file, PrecheckSettings.any(), each -> found.add(each.code()));
    assertThat(found).isEmpty();
    Files.writeString(file, FILE.replace(TestLoan.PROVIDER + "A", foreign + "A").substring(1));
    Precheck.file(file, PrecheckSettings.any(), each -> found.add(each.code()));
    assertThat(found).containsExactly("ABH005");
  }
}
