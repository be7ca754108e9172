package org.xinbao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pre-check as a command: any file, three formats, exit codes, nothing unprintable. */
class PrecheckCommandTest {

  private static final String PROVIDER = "TEST0000000001";
  private static final String NAME = PROVIDER + "2026110121400010.txt";
  private static final String ENGLISH =
      "A business code is not letters and digits that begin with the header's provider code.";
  private static final String CHINESE = "业务标识码不是以文件头中的数据提供机构区段码开头的字母数字串。";

  @TempDir Path folder = Path.of("");

  private Path good = Path.of("");
  private Path bad = Path.of("");

  /** A file of 214 records that delete the accounts. */
  private static String content(String... accounts) {
    StringBuilder file =
        new StringBuilder("A0502142.0.0  " + PROVIDER + "202611010300000")
            .append(String.format(java.util.Locale.ROOT, "%07d", accounts.length));
    for (String each : accounts) {
      file.append("\r\n<Document><InAcctEntDel><InfRecType>214</InfRecType><DelRecCode>")
          .append(each)
          .append("</DelRecCode></InAcctEntDel></Document>");
    }
    return file.toString();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @BeforeEach
  void files() throws IOException {
    good = write(NAME, content(PROVIDER + "A", PROVIDER + "B"));
    bad = write(NAME.replace("0010", "0020"), content("A", PROVIDER + "B", "B", "C"));
  }

  @Test
  void aGoodFileEndsWith0() {
    assertThat(Commands.run("precheck", good.toString()).code()).isZero();
    assertThat(Commands.output("precheck", good.toString()).lines())
        .containsExactly(NAME, "  record 214, records 2, AcctBal 0, TotOverd 0, findings 0");
  }

  @Test
  void findingsEndWith10AndAreListedAndCounted() {
    Ended ended = Commands.run("precheck", good.toString(), bad.toString(), "--limit", "2");
    assertThat(ended.code()).isEqualTo(10);
    assertThat(ended.errors()).isEmpty();
    assertThat(Commands.output("precheck", good.toString(), bad.toString(), "--limit", "2").lines())
        .containsExactly(
            NAME,
            "  record 214, records 2, AcctBal 0, TotOverd 0, findings 0",
            NAME.replace("0010", "0020"),
            "  line 2: ABE002 DelRecCode: " + ENGLISH + " " + CHINESE,
            "  line 4: ABE002 DelRecCode: " + ENGLISH + " " + CHINESE,
            "  record 214, records 4, AcctBal 0, TotOverd 0, findings 3",
            "    ABE002 3 (2 printed) " + ENGLISH);
  }

  @Test
  void csvIsRowsOnlyAndSafeInASpreadsheet() throws IOException {
    Path formula = write("=1+1,.txt", content(PROVIDER + "A"));
    Path out = folder.resolve("result.csv");
    String[] command = {
      "precheck", bad.toString(), formula.toString(), "--format", "csv", "--out", out.toString()
    };
    Ended ended = Commands.run(command);
    assertThat(ended.code()).isEqualTo(10);
    assertThat(ended.errors())
        .contains("  record 214, records 4, AcctBal 0, TotOverd 0, findings 3", "=1+1,.txt");
    String file = NAME.replace("0010", "0020");
    String rest = ",ABE002,DelRecCode," + ENGLISH + "," + CHINESE;
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "file,line,code,tag,english,chinese",
            file + ",2" + rest,
            file + ",4" + rest,
            file + ",5" + rest,
            "\"'=1+1,.txt\",1,ABN003,,"
                + "The file name does not have the 34 characters of a submission name.,"
                + "文件名不符合命名规则。");
    assertThat(folder.resolve("result.csv.part")).doesNotExist();
  }

  @Test
  void jsonIsOneObject() {
    assertThat(
            Commands.output(
                "precheck", good.toString(), bad.toString(), "--format", "json", "--limit", "1"))
        .isEqualTo(
            "{\"files\":[\n{\"file\":\""
                + NAME
                + "\",\"findings\":[],\n"
                + "\"recordType\":\"214\",\"records\":2,\"balance\":0,\"overdue\":0,\"limit\":1,\"counts\":{}},\n"
                + "{\"file\":\""
                + NAME.replace("0010", "0020")
                + "\",\"findings\":[\n"
                + "{\"line\":2,\"code\":\"ABE002\",\"tag\":\"DelRecCode\",\"english\":\""
                + ENGLISH
                + "\",\"chinese\":\""
                + CHINESE
                + "\"}],\n"
                + "\"recordType\":\"214\",\"records\":4,\"balance\":0,\"overdue\":0,\"limit\":1,\"counts\":{\"ABE002\":3}}]}\n");
  }

  /** The provider of the arguments or of the configuration is the only one that is known. */
  @Test
  void theProviderCanBeGiven() {
    Ended other = Commands.run("precheck", good.toString(), "--provider", "OTHR0000000001");
    assertThat(other.code()).isEqualTo(10);
    assertThat(Commands.output("precheck", good.toString(), "--provider", "OTHR0000000001"))
        .contains("line 1: ABN004");
    assertThat(Commands.run("precheck", good.toString(), "--conf", "jobs/conf").code()).isZero();
    assertThat(
            Commands.output(
                "precheck", good.toString(), "--conf", "jobs/conf", "--provider", "OTHR0000000001"))
        .contains("line 1: ABN004");
  }

  @Test
  void wrongArgumentsEndWith2AndUnreadableFilesWith30() {
    String file = good.toString();
    for (List<String> wrong :
        List.of(
            List.of("precheck"),
            List.of("precheck", file, "--limit", "-1"),
            List.of("precheck", file, "--wait", "-1"),
            List.of("precheck", file, "--provider", "short"),
            List.of("precheck", file, "--format", "xml"),
            List.of("precheck", file, "--out", file),
            List.of("precheck", file, "--conf", folder.resolve("none").toString()))) {
      Ended ended = Commands.run(wrong.toArray(new String[0]));
      assertThat(ended.code()).as(wrong.toString()).isEqualTo(2);
      assertThat(ended.errors()).hasSize(1);
    }
    for (Path unreadable : List.of(folder.resolve("none.txt"), folder)) {
      Ended ended = Commands.run("precheck", file, unreadable.toString());
      assertThat(ended.code()).isEqualTo(30);
      assertThat(ended.sentence()).contains("cannot be read").doesNotContain("Exception");
    }
    assertThat(good).hasContent(content(PROVIDER + "A", PROVIDER + "B"));
  }

  /** Names of persons and numbers never come back out of a file, whatever stands in it. */
  @Test
  void noPersonalDataIsPrinted() throws IOException {
    Path odd =
        write(
            NAME.replace("21400010", "11400010"),
            "A0501142.0.0  TEST00000000012026110103000000000001\r\n"
                + "<Document><InBsInfDlt><InfRecType>114"
                + "</InfRecType><Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010008</IDNum>"
                + "<测试乙>1</测试乙></InBsInfDlt></Document>");
    for (String format : List.of("text", "csv", "json")) {
      String output = Commands.output("precheck", odd.toString(), "--format", format);
      assertThat(output).contains("ABR006").doesNotContain("测试", "990101190101010008");
      assertThat(new String(output.getBytes(UTF_8), UTF_8)).isEqualTo(output);
    }
  }
}
