package org.xinbao.bureau.zhima;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.ledger.DecisionRow.Kind;

/** The feedback file, its request parameters, and the pre-check of both. */
class FilesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/zhima");

  private final Path folder;

  FilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Payout, default, change by decision, performance, deletion of one and of all. */
  private List<String> life(Nights nights) {
    List<String> records = new ArrayList<>();
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    for (String day : List.of("2026-01-10", "2026-02-11")) {
      records.addAll(loan.night(nights.bureau(), day).records());
    }
    loan.pays("P0", "2026-02-09", "500.00");
    loan.decides("D1", Kind.CORRECT, "2026-02-12", Map.of());
    records.addAll(loan.night(nights.bureau(), "2026-02-12").records());
    loan.pays("P1", "2026-02-13", "521.56");
    records.addAll(loan.night(nights.bureau(), "2026-02-13").records());
    loan.decides(
        "D2", Kind.DELETE_PERIOD, "2026-02-14", Map.of("from", "2026-02-01", "to", "2026-02-28"));
    records.addAll(loan.night(nights.bureau(), "2026-02-14").records());
    loan.decides("D3", Kind.DELETE_ACCOUNT, "2026-02-15", Map.of());
    records.addAll(loan.night(nights.bureau(), "2026-02-15").records());
    return records;
  }

  private List<SubmissionFile> write(Nights nights, List<String> records) throws IOException {
    Path part = folder.resolve("part");
    StringBuilder text = new StringBuilder();
    records.forEach(each -> text.append(each.substring("feedback ".length())).append('\n'));
    Files.writeString(part, text);
    return nights
        .bureau()
        .assemble(Day.of(2026, 2, 16), Zhima.RECORD_TYPE, 1, List.of(part), folder);
  }

  private List<String> findings(String name) throws IOException {
    List<String> found = new ArrayList<>();
    new ZhimaFactory()
        .precheck(
            folder.resolve(name),
            PrecheckKnown.NOTHING,
            each -> found.add(each.line() + " " + each.code() + " " + each.tag()));
    return found;
  }

  @Test
  void theFilesAreTheGoldenOnesAndHaveNoFinding() throws IOException {
    for (String template : List.of("V2", "V1")) {
      Nights nights = new Nights(folder, "template: " + template + "\n", false);
      SubmissionFile file = write(nights, life(nights)).get(0);
      String name = file.name().replace(".json", "");
      for (String ending : List.of(".json", ".request.json")) {
        assertThat(Files.readString(folder.resolve(name + ending)))
            .isEqualTo(Files.readString(GOLDEN.resolve("feedback-" + template + ending)));
      }
      assertThat(findings(file.name())).isEmpty();
      SubmissionFile read =
          nights.bureau().precheck(folder.resolve(file.name()), PrecheckKnown.NOTHING, each -> {});
      assertThat(read).isEqualTo(file);
    }
  }

  @Test
  void aFileThatWouldExceedTheLimitIsSplit() throws IOException {
    Nights nights = new Nights(folder, "file-limit-bytes: 10000\n", false);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      LoanHistory loan = new LoanHistory();
      loan.loanId = String.format("LOAN%04d", i);
      records.addAll(loan.night(nights.bureau(), "2026-01-10").records());
    }
    List<SubmissionFile> files = write(nights, records);
    assertThat(files).hasSizeGreaterThan(1);
    assertThat(Files.size(folder.resolve(files.get(0).name())))
        .as("one record more would not fit")
        .isGreaterThan(9_600L);
    assertThat(files.stream().mapToLong(SubmissionFile::records).sum()).isEqualTo(60);
    for (SubmissionFile each : files) {
      assertThat(Files.size(folder.resolve(each.name()))).isLessThanOrEqualTo(10_000L);
      assertThat(findings(each.name())).isEmpty();
    }
  }

  private List<String> changed(String from, String to) throws IOException {
    String text = Files.readString(GOLDEN.resolve("feedback-V2.json"));
    assertThat(text).contains(from);
    Files.writeString(
        folder.resolve("other.json"),
        text.replaceFirst(
            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    return findings("other.json");
  }

  @Test
  void everyFaultHasItsFinding() throws IOException {
    assertThat(changed("{\"records\"", "{\"record\"")).contains("1 ZM001 ");
    assertThat(changed("},\n", "}\n")).contains("2 ZM001 ");
    assertThat(changed("\"user_name\":\"测试甲\",", "")).contains("2 ZM005 ");
    assertThat(changed("\"create_amt\":\"3000.00\"", "\"create_amt\":3000.00"))
        .contains("2 ZM006 create_amt");
    assertThat(changed("\"user_name\":\"测试甲\"", "\"user_name\":\"\""))
        .contains("2 ZM007 user_name");
    assertThat(changed("2026-01-10", "2026-02-30")).contains("2 ZM008 biz_date");
    assertThat(changed("3000.00", "3000.001")).contains("2 ZM009 create_amt");
    assertThat(changed("\"scene_status\":\"6\"", "\"scene_status\":\"7\""))
        .contains("2 ZM010 scene_status");
    assertThat(changed(LoanHistory.ID_CARD, "990101190101010008"))
        .contains("2 ZM011 user_credentials_no");
    assertThat(changed("\"scene_status\":\"6\"", "\"scene_status\":\"\""))
        .contains("2 ZM012 scene_status");
    assertThat(changed("1020.00", "0")).contains("3 ZM015 overdue_amt");
    assertThat(changed("\"scene_status\":\"1\"", "\"scene_status\":\"0\""))
        .contains("3 ZM016 overdue_amt", "3 ZM016 gmt_ovd_date");
    assertThat(changed("\"biz_date\":\"2026-02-11\"", "\"biz_date\":\"2026-02-01\""))
        .contains("3 ZM017 installment_due_date");
    assertThat(changed("\"scene_status\":\"6\"", "\"scene_status\":\"2\""))
        .as("after 2 comes 1")
        .contains("3 ZM019 scene_status");
    assertThat(changed("\"scene_status\":\"6\"", "\"scene_status\":\"3\""))
        .contains("3 ZM019 scene_status");
    assertThat(changed("测试甲", "测\\u0001甲")).contains("2 ZM022 user_name");
    String deletion = "\"user_name\":\"\",\"order_no\"";
    assertThat(changed(deletion, deletion.replace("\"\"", "\"x\"")))
        .anyMatch(each -> each.endsWith("ZM014 user_name"));
    assertThat(changed("\"rectify_flag\":\"2\"", "\"rectify_flag\":\"1\""))
        .anyMatch(each -> each.endsWith("ZM013 installment_due_date"));
  }

  @Test
  void parametersThatDoNotAgreeAreFound() throws IOException {
    Nights nights = new Nights(folder);
    SubmissionFile file = write(nights, life(nights)).get(0);
    Path request = folder.resolve(file.name().replace(".json", ".request.json"));
    Files.writeString(
        request,
        Files.readString(request)
            .replace("\"records\":\"" + file.records() + "\"", "\"records\":\"100\"")
            .replace("biz_date,", "biz_date，"));
    assertThat(findings(file.name()))
        .containsExactlyInAnyOrder("1 ZM020 records", "1 ZM020 columns");
  }

  @Test
  void anotherMakersFileOnOneLineIsRead() throws IOException {
    Files.writeString(
        folder.resolve("other.json"),
        Files.readString(GOLDEN.resolve("feedback-V2.json")).replace("\n", ""));
    assertThat(findings("other.json")).isEmpty();
    Files.writeString(folder.resolve("empty.json"), "{\"records\": []}");
    assertThat(findings("empty.json")).containsExactly("1 ZM004 ");
  }

  @Test
  void everyRuleHasASentenceInBothLanguages() {
    for (ZhimaRule each : ZhimaRule.values()) {
      assertThat(each.english()).endsWith(".");
      assertThat(each.chinese()).endsWith("。");
    }
  }
}
