package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;

/** A lender that reported with another system before (rulings 6). */
class HistoryImportTest {

  private static final String DATE = "2026-09-30";
  private static final String NIGHT = "2026-10-31";
  private static final String KNOWN = "XB00010001";
  private static final String RENAMED = "XB00010002";
  private static final String NEW = "XB00010003";
  private static final String GONE = "GONE0001";

  private static final String REPORTED =
      "loan_id,bureau,account_code,account_type,last_report_date,last_report_code,last_month,"
          + "last_overdue_total,last_five_class_on,closed";

  private static final String ADVERSE =
      "loan_id,overdue_from,settled_on,worst_days_past_due,worst_overdue_total";

  private final Path folder;
  private final Path history;
  private final Nights nights;

  HistoryImportTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.history = Files.createDirectories(folder.resolve("history"));
    this.nights = Nights.in(folder);
    write(
        "reported.csv",
        REPORTED,
        row(RENAMED, "OLD7", "30", "0.00", "0"),
        row(KNOWN, KNOWN, "30", "0.00", "0"));
    write(
        "adverse.csv",
        ADVERSE,
        GONE + ",2023-12-11,2024-01-31,51,120.50",
        GONE + ",2025-06-01,,200,99.00");
  }

  private static String row(
      String loanId, String account, String code, String overdue, String closed) {
    return String.join(
        ",",
        loanId,
        "pboc",
        "TEST0000000001" + account,
        "D1",
        DATE,
        code,
        "2026-09",
        overdue,
        "2025-12-07",
        closed);
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(history.resolve(file), List.of(lines));
  }

  private Ended importHistory() {
    List<String> arguments = new ArrayList<>(List.of("import-history", "--date", DATE));
    arguments.addAll(List.of("--dir", history.toString(), "--home", nights.home().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    return Commands.run(arguments.toArray(String[]::new));
  }

  @Test
  void theFirstNightGoesOnFromTheHistory() throws IOException {
    write(
        "facility_reported.csv",
        "facility_id,name,id_type,id_number,status",
        "FA00070001,测试酉卯,ID_CARD,990101198310170724,ACTIVE");
    Ended ended = importHistory();
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.sentence())
        .isEqualTo("Imported as of 2026-09-30: 2 reported loans and 2 adverse records.");

    Path published = nights.publish(Nights.sample(NIGHT), NIGHT);
    assertThat(point(published, KNOWN)).isEqualTo("30");
    assertThat(point(published, "OLD7")).isEqualTo("30");
    assertThat(point(published, NEW)).isEqualTo("31");
    assertThat(PbocFiles.records(published, RENAMED)).isEmpty();
    String agreement =
        PbocFiles.texts(published, "220").stream()
            .filter(each -> PbocFiles.item(each, "ContractCode").endsWith("FA00070001"))
            .findFirst()
            .orElseThrow();
    // What its limit was is not known to us: it is told as a change, not as a start.
    assertThat(PbocFiles.item(agreement, "RptDateCode")).isEqualTo("30");

    List<Map<String, String>> kept = Csv.rows(published.resolve("episodes.csv"), GONE);
    assertThat(kept)
        .extracting(each -> each.get("overdue_from") + " " + each.get("retain_until"))
        .containsExactly("2023-12-11 2029-01-31", "2025-06-01 ");
    assertThat(Files.readString(published.resolve("run.json")))
        .contains("\"built_on\" : {\n    \"business_date\" : \"2026-09-30\"");
  }

  private static String point(Path published, String account) throws IOException {
    return PbocFiles.records(published, account).get(0).point();
  }

  @Test
  void itIsToldInTheEvidenceAndProven() throws IOException {
    assertThat(importHistory().code()).isZero();
    assertThat(Evidence.of(nights, EvidenceKind.IMPORT))
        .singleElement()
        .extracting(EvidenceEntry::statements)
        .satisfies(
            body -> {
              assertThat(body.values("input"))
                  .extracting(each -> each.get(0))
                  .containsExactly("reported.csv", "adverse.csv");
              assertThat(body.value("loans")).isEqualTo("2");
              assertThat(body.value("adverse_records")).isEqualTo("2");
            });
    nights.publish(Nights.sample(NIGHT), NIGHT);
    assertThat(verify()).startsWith("intact");
    Path state = nights.home().resolve("state/loans");
    try (var files = Files.walk(nights.home().resolve("state"))) {
      Path first = files.filter(each -> each.toString().contains(DATE)).findFirst().orElse(state);
      AuditVerifyTest.flip(first, 20);
    }
    assertThat(verify()).contains(DATE);
  }

  private String verify() {
    return Commands.run(
            "audit",
            "verify",
            "--home",
            nights.home().toString(),
            "--output",
            nights.output().toString(),
            "--conf",
            nights.conf().toString())
        .sentence();
  }

  @Test
  void itIsDoneOnceAndOnlyIntoAnEmptyHome() {
    assertThat(importHistory().code()).isZero();
    Ended again = importHistory();
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.sentence()).contains("is not empty");
    Nights used = Nights.in(folder.resolve("used"));
    used.runSample("2026-10-30");
    assertThat(
            Commands.run(
                    "import-history",
                    "--date",
                    DATE,
                    "--dir",
                    history.toString(),
                    "--home",
                    used.home().toString(),
                    "--conf",
                    used.conf().toString())
                .code())
        .isEqualTo(2);
  }

  @Test
  void oneFileIsEnough() throws IOException {
    Files.delete(history.resolve("adverse.csv"));
    write("reported_special.csv", "loan_id,kind,on", KNOWN + ",5,2026-09-01");
    assertThat(importHistory().sentence())
        .isEqualTo("Imported as of 2026-09-30: 2 reported loans and 0 adverse records.");
  }

  /** What is wrong is named by file, line and column, never by its value; nothing is imported. */
  @Test
  void aWrongHistoryIsRefusedAsAWhole() throws IOException {
    write("reported.csv", REPORTED, row(KNOWN, KNOWN, "33", "0.00", "0"));
    assertRefused("reported.csv, line 2, column last_report_code: must be one of 10, 20");
    write("reported.csv", REPORTED, row(KNOWN, KNOWN, "30", "1.234", "2"));
    assertRefused("reported.csv, line 2, column last_overdue_total", "1 more problems");
    write("reported.csv", REPORTED, row(KNOWN, KNOWN, "30", "0", "0").replace(DATE, "2026-10-01"));
    assertRefused("last_report_date", "must not be after");
    write("reported.csv", REPORTED.replace(",closed", ""), row(KNOWN, KNOWN, "30", "0", "0"));
    assertRefused("reported.csv lacks the columns closed");
    String twice = row(KNOWN, KNOWN, "30", "0", "0");
    write("reported.csv", REPORTED, twice, twice);
    assertRefused(KNOWN + " is not in its file exactly once");
    write("reported.csv", REPORTED, twice.replace("TEST0000000001", "TEST0000000002"));
    assertRefused("account_code: must begin with the provider code");
    write("reported.csv", REPORTED, twice.replace("pboc", "zhima"));
    assertRefused("column bureau: must be one of pboc");
    Files.write(history.resolve("reported.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 10});
    assertRefused("reported.csv is not UTF-8");
    Files.delete(history.resolve("reported.csv"));
    write("zhima_status.csv", "order_no");
    assertRefused("zhima_status.csv is of a bureau that is not served");
    Files.delete(history.resolve("zhima_status.csv"));
    Files.delete(history.resolve("adverse.csv"));
    write("reported_special.csv", "loan_id,kind,on", KNOWN + ",5,2026-09-01");
    assertRefused(KNOWN + " is not in its file exactly once");
    Files.delete(history.resolve("reported_special.csv"));
    assertRefused("has none of the files of a history");
    assertThat(nights.runSample(NIGHT).code()).isEqualTo(10);
  }

  private void assertRefused(String... parts) {
    Ended ended = importHistory();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence()).contains("nothing was imported").contains(parts);
    RefusedNightTest.assertOneSentence(ended);
  }
}
