package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.Bureaux;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;

/** Every rule of the pre-check: broken by one bad record, and by no good one. */
class PrecheckTest {

  private static final Path GOLDEN = Path.of("src/test/resources/baihang");

  /** An application, as another system writes it. */
  private static final String APPLICATION =
      """
      {"reqID":"a1","opCode":null,"uploadTs":null,"name":"测试·甲","pid":"990101190101010007",\
      "mobile":"10000000001","loanId":"L1","queryReason":1,"guaranteeType":1,"loanPurpose":99,\
      "customType":99,"applyAmount":5000.5,"homeAddress":null,"homePhone":null,"workName":null,\
      "workAddress":null,"workPhone":null,\
      "device":{"deviceType":1,"imei":null,"mac":"x","ipAddress":"192.0.2.1","osName":99}}\
      """;

  private final Path folder;
  private final Set<String> broken = new TreeSet<>();

  PrecheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A change to a good file, and what must be found: {@code line code item}. */
  private record Case(String file, String from, String to, List<String> findings) {
    Case(String file, String from, String to, String... findings) {
      this(file, from, to, List.of(findings));
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("D2_20260111", "#singleLoanAccountInfo", "#other", "1 BH001 "),
          new Case("D2_20260111", "}\r\n", "}\n", "2 BH002 "),
          new Case("D2_20260111", "}\r\n", "}", "2 BH002 "),
          new Case("D2_20260111", "\"gracePeriod\":0", "\"gracePeriod\":", "2 BH003 "),
          new Case("D2_20260111", "\"device\":null}", "\"device\":null}}", "2 BH003 "),
          new Case("D2_20260111", ",\"device\":null", "", "2 BH005 "),
          new Case("D2_20260111", "\"device\"", "\"gadget\"", "2 BH005 "),
          new Case("D2_20260111", "\"device\":null", "\"loanId\":\"X\"", "2 BH005 "),
          new Case("D2_20260111", "3000.00", "\"3000.00\"", "2 BH006 loanAmount"),
          new Case("D2_20260111", "\"LOAN0001\"", "17", "2 BH006 loanId"),
          new Case("D2_20260111", "\"10000000001\"", "null", "2 BH007 mobile"),
          new Case("D2_20260111", "\"10000000001\"", "\" \"", "2 BH007 mobile"),
          new Case("D3_20260303", "\"LOAN0001\"", "null", "2 BH007 loanId"),
          new Case("D2_20260111", "\"reqID\":\"", "\"reqID\":\"-", "2 BH008 reqID"),
          new Case("D2_20260111", "\"opCode\":\"A\"", "\"opCode\":\"B\"", "2 BH009 opCode"),
          new Case(
              "D2_20260111", "\"guaranteeType\":1", "\"guaranteeType\":7", "2 BH009 guaranteeType"),
          new Case(
              "D2_20260111", "\"loanPurpose\":13", "\"loanPurpose\":14", "2 BH009 loanPurpose"),
          new Case(
              "X2_20260111", "\"guaranteeType\":1", "\"guaranteeType\":5", "2 BH009 guaranteeType"),
          new Case(
              "D3_20260212",
              "\"loanStatus\":2",
              "\"loanStatus\":5",
              "2 BH009 loanStatus",
              "2 BH023 termStatus"),
          new Case(
              "CL2_20260212",
              "\"billingStatus\":2",
              "\"billingStatus\":4",
              "2 BH009 billingStatus",
              "2 BH023 termStatus"),
          new Case(
              "D2_20260111", "2026-01-10T09:30:00", "2026-01-10 09:30:00", "2 BH010 issueDate"),
          new Case(
              "D2_20260111", "2026-01-10T09:30:00", "2026-02-30T09:30:00", "2 BH010 issueDate"),
          new Case(
              "D2_20260111",
              "\"dueDate\":\"2026-04-10\"",
              "\"dueDate\":\"2026-04-31\"",
              "2 BH011 dueDate"),
          new Case(
              "D2_20260111",
              "2026-02-10,",
              "2026-02-10;",
              "2 BH011 targetRepayDateList",
              "2 BH020 firstRepaymentDate"),
          new Case("D2_20260111", "2026-01-11T03", "1979-12-31T03", "2 BH012 uploadTs"),
          new Case("D2_20260111", "2026-01-11T03", "2026-01-12T03", "2 BH012 uploadTs"),
          new Case("D2_20260111", "测试甲", "Test", "2 BH013 name"),
          new Case("D2_20260111", "测试甲", "测", "2 BH013 name"),
          new Case("D2_20260111", "010007\"", "010008\"", "2 BH014 pid"),
          new Case("D2_20260111", "3000.00", "3000.001", "2 BH015 loanAmount"),
          new Case("D2_20260111", "3000.00", "-3000.00", "2 BH015 loanAmount"),
          new Case("D2_20260111", "\"totalTerm\":3", "\"totalTerm\":0", "2 BH016 totalTerm"),
          new Case("D3_20260212", "\"termNo\":1", "\"termNo\":36001", "2 BH016 termNo"),
          new Case("D2_20260111", "\"gracePeriod\":0", "\"gracePeriod\":-1", "2 BH016 gracePeriod"),
          new Case(
              "D2_20260111", "\"gracePeriod\":0", "\"gracePeriod\":1.5", "2 BH016 gracePeriod"),
          new Case(
              "X2_20260111",
              "\"accntBillingDate\":3",
              "\"accntBillingDate\":32",
              "2 BH016 accntBillingDate"),
          new Case(
              "D2_20260111",
              "\"targetRepayDateType\":2",
              "\"targetRepayDateType\":1",
              "2 BH017 termPeriod",
              "2 BH017 targetRepayDateList"),
          new Case("D2_20260111", "\"termPeriod\":-1", "\"termPeriod\":30", "2 BH018 termPeriod"),
          new Case(
              "D2_20260111",
              "\"2026-02-10,2026-03-10,2026-04-10\"",
              "null",
              "2 BH018 targetRepayDateList"),
          new Case(
              "CL1_20260111",
              "2026-03-10,2026-04-10",
              "2026-04-10,2026-03-10",
              "2 BH019 targetRepayDateList"),
          new Case(
              "D4_20260302",
              "\"firstRepaymentDate\":\"2026-02-10\"",
              "\"firstRepaymentDate\":\"2026-02-11\"",
              "2 BH020 firstRepaymentDate"),
          new Case("D3_20260213", "\"2026-02-12T20:15:00\"", "null", "3 BH021 realRepaymentDate"),
          new Case(
              "D3_20260212",
              "\"realRepaymentDate\":null",
              "\"realRepaymentDate\":\"2026-02-11T00:00:00\"",
              "2 BH021 realRepaymentDate"),
          new Case("D3_20260212", "\"D1\"", "\"M1\"", "2 BH022 overdueStatus"),
          new Case("D3_20260212", "\"D1\"", "null", "2 BH022 overdueStatus"),
          new Case(
              "D3_20260213",
              "\"overdueStatus\":null",
              "\"overdueStatus\":\"D1\"",
              "3 BH022 overdueStatus"),
          new Case("D3_20260212", "\"loanStatus\":2", "\"loanStatus\":1", "2 BH023 termStatus"),
          new Case(
              "CL2_20260212",
              "\"overdueAmount\":1021.00",
              "\"overdueAmount\":0.00",
              "2 BH023 termStatus"),
          new Case(
              "D3_20260213",
              "2000.00,\"loanStatus\":1",
              "2000.00,\"loanStatus\":3",
              "3 BH024 overdueAmount"),
          new Case(
              "D3_20260213",
              "\"2026-02-12T20:15:00\"",
              "\"2026-02-14T20:15:00\"",
              "3 BH025 realRepaymentDate"),
          new Case("D2_20260111", "测试甲", "测试\\u0007", "2 BH029 name", "2 BH013 name"),
          new Case(
              "D2_20260111", "\"device\":null", "\"device\":{\"deviceType\":4}", "2 BH030 device"),
          new Case("D2_20260111", "\"device\":null", "\"device\":{\"phone\":1}", "2 BH030 device"));

  @Test
  void everyRuleIsBrokenByOneBadRecordAndByNoGoodOne() throws IOException {
    for (Case each : CASES) {
      String text = Files.readString(GOLDEN.resolve(each.file() + ".txt"));
      String name = "某公司_" + each.file() + "_0001.txt";
      assertThat(check(name, text)).as(each.file() + " as it is").isEmpty();
      assertThat(text).as(each.file()).contains(each.from());
      int at = text.lastIndexOf(each.from());
      String changed =
          text.substring(0, at) + each.to() + text.substring(at + each.from().length());
      assertThat(check(name, changed))
          .as(each.file() + ": " + each.to())
          .containsExactlyInAnyOrderElementsOf(each.findings());
    }
    blocksNamesAndArchives();
    assertThat(broken)
        .isEqualTo(
            new TreeSet<>(List.of(BaihangRule.values()).stream().map(BaihangRule::name).toList()));
  }

  /** The rules that more than one record break. */
  private void blocksNamesAndArchives() throws IOException {
    String text = Files.readString(GOLDEN.resolve("D3_20260212.txt"));
    String record = text.substring(text.indexOf('\n') + 1);
    assertThat(check("a.txt", "#singleLoanRepayInfo\r\n")).containsExactly("1 BH004 ");
    assertThat(check("a.txt", "")).containsExactly("1 BH001 ");
    assertThat(check("a.txt", text + record)).containsExactly("3 BH026 reqID");
    assertThat(check("a.txt", text + record.replace("LOAN0001", "LOAN0002"))).isEmpty();
    assertThat(check("某公司_D2_20260212_0001.txt", text)).containsExactly("1 BH027 ");
    assertThat(check("a.txt", text + "#loopLoanBillInfo\r\n" + record)).containsExactly("3 BH001 ");
    archived("b", "b.txt", text);
    assertThat(check("b.txt", text)).isEmpty();
    archived("b", "b.txt", text + " ");
    assertThat(check("b.txt", text)).containsExactly("1 BH028 ");
    archived("b", "c.txt", text);
    assertThat(check("b.txt", text)).containsExactly("1 BH028 ");
    Files.writeString(folder.resolve("b.zip"), "no archive");
    assertThat(check("b.txt", text)).containsExactly("1 BH028 ");
  }

  private void archived(String base, String entry, String text) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve(base + ".zip")))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> check(String name, String text) throws IOException {
    List<String> found = new ArrayList<>();
    Path file = Files.writeString(folder.resolve(name), text);
    new BaihangFactory()
        .precheck(
            file,
            PrecheckKnown.NOTHING,
            each -> {
              found.add(each.line() + " " + each.code() + " " + each.tag());
              broken.add(each.code());
            });
    return found;
  }

  @Test
  void applicationsAndSeveralBlocksOfAnotherMakerAreRead() throws IOException {
    String text =
        "#loanApplyInfo\r\n"
            + APPLICATION
            + "\r\n"
            + Files.readString(GOLDEN.resolve("D2_20260111.txt"))
            + Files.readString(GOLDEN.resolve("D3_20260213.txt"));
    assertThat(check("all.txt", text)).isEmpty();
    SubmissionFile file =
        new BaihangFactory().precheck(folder.resolve("all.txt"), PrecheckKnown.NOTHING, each -> {});
    assertThat(file.records()).isEqualTo(4);
    assertThat(file.balance())
        .as("5,000.50 + 3,000.00 + 3,000.00 + 2,000.00")
        .isEqualTo(1_300_050L);
    assertThat(file.overdue()).isEqualTo(102_100L);
    assertThat(check("all.txt", text.replace("\"customType\":99", "\"customType\":6")))
        .containsExactly("2 BH009 customType");
    assertThat(check("all.txt", text.replace("\"queryReason\":1", "\"queryReason\":null")))
        .containsExactly("2 BH007 queryReason");
  }

  @Test
  void aFileIsRecognisedByItsNameOrItsTagLine() {
    assertThat(Bureaux.find("baihang")).isPresent();
    BaihangFactory baihang = new BaihangFactory();
    byte[] tag = "#loopLoanReceiptInfo\r\n{".getBytes(StandardCharsets.UTF_8);
    assertThat(baihang.recognises("x", tag)).isTrue();
    assertThat(baihang.recognises("某公司_CL1_20260111_0001.txt", new byte[0])).isTrue();
    assertThat(baihang.recognises("某公司_CL1_20260230_0001.txt", new byte[0])).isFalse();
    assertThat(baihang.recognises("x", "{\"records\": [".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void everyRuleAndEveryReasonToHoldHasItsSentences() {
    for (BaihangRule each : BaihangRule.values()) {
      assertThat(each.english()).endsWith(".");
      assertThat(each.chinese()).endsWith("。");
      assertThat(new BaihangFactory().ruleText(each.name())).isEqualTo(each.english());
    }
    for (HeldCode each : HeldCode.values()) {
      assertThat(each.reason().sentence()).endsWith(".");
    }
  }
}
