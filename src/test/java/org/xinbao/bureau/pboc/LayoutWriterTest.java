package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;

/**
 * Records of every type with a field table as the writer writes them. {@code
 * src/test/resources/pboc/other-records.txt} holds the values of each case and, below them, the
 * record they give.
 */
class LayoutWriterTest {

  static final Path CASES = Path.of("src/test/resources/pboc/other-records.txt");

  private final LayoutWriter writer = new LayoutWriter();

  private static String text(RecordBytes bytes) {
    return new String(bytes.copy(), UTF_8);
  }

  @Test
  void recordsAreAsApproved() throws IOException {
    List<String> received = new ArrayList<>();
    TreeSet<String> types = new TreeSet<>();
    String type = "";
    RecordValues values = new RecordValues();
    RecordValues group = values;
    for (String line : Files.readAllLines(CASES)) {
      if (line.startsWith("<Document>")) {
        received.add(text(writer.write(RecordLayout.of(type), values)));
        continue;
      }
      received.add(line);
      String[] words = line.split(" ", 2);
      if (line.startsWith("record ")) {
        type = words[1];
        types.add(type);
        values = new RecordValues();
        group = values;
      } else if (line.startsWith("group ")) {
        group = values.group(words[1]);
      } else if (line.startsWith("embed ")) {
        values.embed(words[1].getBytes(UTF_8));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        group.text(words[0], words.length > 1 ? words[1] : "");
      }
    }
    String all = String.join("\n", received) + "\n";
    Files.writeString(
        Files.createDirectories(Path.of("target/received")).resolve("other-records.txt"), all);
    assertThat(all).isEqualTo(Files.readString(CASES));
    assertThat(types)
        .as("every layout has a case")
        .containsExactlyElementsOf(
            new TreeSet<>(RecordLayouts.all().stream().map(RecordLayout::recordType).toList()));
  }

  /** Examples (b) and (c) of the reference, section 3.13. */
  @Test
  void theExamplesOfTheReferenceAreReproduced() {
    RecordValues deletion = new RecordValues().text("DelRecCode", "TEST0000000001LOAN0001");
    assertThat(text(writer.write(RecordLayout.of("214"), deletion)))
        .isEqualTo(
            "<Document><InAcctEntDel><InfRecType>214</InfRecType><DelRecCode>TEST0000000001LOAN0001</DelRecCode></InAcctEntDel></Document>");
    deletion = new RecordValues().text("DelRecCode", "TEST0000000001LIMIT0001");
    assertThat(text(writer.write(RecordLayout.of("224"), deletion)))
        .isEqualTo(
            "<Document><InCtrctEntDel><InfRecType>224</InfRecType><DelRecCode>TEST0000000001LIMIT0001</DelRecCode></InCtrctEntDel></Document>");
    RecordValues person =
        new RecordValues()
            .text("Name", "测试甲")
            .text("IDType", "10")
            .text("IDNum", "990101190101010007")
            .text("InfSurcCode", "TEST0000000001");
    assertThat(text(writer.write(RecordLayout.of("114"), person)))
        .isEqualTo(
            "<Document><InBsInfDlt><InfRecType>114</InfRecType><Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum><InfSurcCode>TEST0000000001</InfSurcCode></InBsInfDlt></Document>");
  }

  @Test
  void valuesAreWrittenInTheirForms() {
    RecordValues event =
        new RecordValues()
            .text("AcctCode", "A&<B>")
            .number("OpetnType", 21)
            .month("Month", 202611)
            .day("RptDate", Day.of(2026, 11, 1));
    assertThat(text(writer.write(RecordLayout.of("215"), event)))
        .contains("<AcctCode>A&amp;&lt;B&gt;</AcctCode><OpetnType>21</OpetnType>")
        .contains("<Month>2026-11</Month><Flag></Flag><RptDate>2026-11-01</RptDate>");
    assertThat(text(writer.write(RecordLayout.of("215"), event.day("RptDate", Day.NONE))))
        .contains("<RptDate></RptDate>");
    assertThatThrownBy(() -> event.number("OpetnType", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTagThatTheRecordDoesNotHaveIsAFault() {
    RecordValues values = new RecordValues().text("DelRecCode", "x").text("AcctCode", "x");
    assertThatThrownBy(() -> writer.write(RecordLayout.of("214"), values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("record 214 has no item AcctCode");
    RecordValues groups = new RecordValues();
    groups.group("CtrctCertRel").text("BrerType", "1").text("Name2", "x");
    assertThatThrownBy(() -> writer.write(RecordLayout.of("220"), groups))
        .hasMessage("record 220 has no item Name2");
    assertThatThrownBy(() -> RecordLayout.of("510")).hasMessage("no layout of record 510");
  }

  /** What changed since the last report decides which segments go out; dates do not count. */
  @Test
  void segmentsAreComparedAndChosen() {
    RecordLayout basic = RecordLayout.of("110");
    RecordValues values =
        new RecordValues().text("EduLevel", "20").text("AcaDegree", "4").text("Sex", "1");
    String before = writer.digest(basic, "EduInfSgmt", values);
    assertThat(before).matches("[0-9a-f]{12}");
    assertThat(writer.digest(basic, "EduInfSgmt", values.text("Sex", "2"))).isEqualTo(before);
    values.text("EduLevel", "10");
    assertThat(writer.digest(basic, "EduInfSgmt", values)).isNotEqualTo(before);
    String record = text(writer.write(basic, values, "FcsInfSgmt"::equals));
    assertThat(record).contains("<Sex>2</Sex>").doesNotContain("EduInfSgmt");
    assertThat(text(writer.write(basic, values))).contains("<EduLevel>10</EduLevel>");
    assertThat(new String(writer.segment(basic, "EduInfSgmt", values), UTF_8))
        .isEqualTo(
            "<EduInfSgmt><EduLevel>10</EduLevel><AcaDegree>4</AcaDegree><EduInfoUpDate></EduInfoUpDate></EduInfSgmt>");
  }
}
