package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.store.SafeFiles;

/**
 * {@code audit report} on three nights of the sample, with an answer and a retention in between.
 */
class AuditReportTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT = "2026-11-30";

  private static Nights nights = Nights.in(Path.of(""));
  private static String submission = "";

  @BeforeAll
  static void publish(@TempDir Path folder) throws IOException {
    nights =
        Nights.in(folder)
            .withConf(
                Deletions.conf(
                    folder.resolve("conf"), "xinbao.yaml", "# language: zh-CN", "language: en"));
    nights.publish(Nights.sample(FIRST), FIRST);
    nights.publish(Nights.sample(MONTH_END), MONTH_END);
    Path sent = FeedbackFiles.submission(nights.published(MONTH_END));
    submission = String.valueOf(sent.getFileName());
    Path answers = folder.resolve("answers");
    FeedbackFiles.reject(sent, answers, Map.of(FeedbackFiles.line(sent, "XB00060027"), "ABD005"));
    List<String> feedback = new ArrayList<>(List.of("feedback", "--dir", answers.toString()));
    feedback.addAll(places());
    assertThat(Commands.run(feedback.toArray(String[]::new)).code()).isEqualTo(10);
    assertThat(Deletions.run(nights, MONTH_END).code()).isZero();
    nights.publish(Nights.sample(NEXT), NEXT);
  }

  private static List<String> places() {
    return List.of(
        "--home",
        nights.home().toString(),
        "--output",
        nights.output().toString(),
        "--conf",
        nights.conf().toString());
  }

  private static Ended report(String from, String to) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", "report", "--from", from, "--to", to));
    arguments.addAll(places());
    return Commands.run(arguments.toArray(String[]::new));
  }

  private static Path workbook(String from, String to) {
    Ended ended = report(from, to);
    assertThat(ended.code()).as(ended.toString()).isZero();
    Path file = nights.output().resolve("rebuilt/audit-" + from + "_" + to + ".xlsx");
    assertThat(ended.sentence()).endsWith("open " + file + ".");
    return file;
  }

  /** The rows below the header of a sheet, each cell as text. */
  private static List<List<String>> rows(Path workbook, String sheet) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Sheet found = book.getSheet(sheet);
      // Title, subtitle, an empty row, the header.
      for (int i = 4; i <= found.getLastRowNum() && found.getRow(i) != null; i++) {
        List<String> cells = new ArrayList<>();
        found.getRow(i).forEach(cell -> cells.add(text(cell)));
        rows.add(cells);
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    if (type != CellType.NUMERIC) {
      return type == CellType.BLANK ? "" : cell.getStringCellValue();
    }
    return org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell)
        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
        : Long.toString(Math.round(cell.getNumericCellValue()));
  }

  private static List<String> column(List<List<String>> rows, int index) {
    return rows.stream().map(each -> each.get(index)).toList();
  }

  @Test
  void everySheetShowsWhatTheStoreAndTheFilesHave() throws IOException {
    Path book = workbook(FIRST, NEXT);
    List<List<String>> runs = rows(book, "Runs");
    assertThat(column(runs, 0)).containsExactly(FIRST, MONTH_END, MONTH_END, NEXT);
    assertThat(column(runs, 1)).containsExactly("Night", "Night", "Retention", "Night");
    assertThat(column(runs, 3)).containsOnly("Published");
    assertThat(runs.get(1).subList(8, 13)).containsExactly("256", "256", "0", "5", "10");

    List<List<String>> both = rows(book, "Reconciliations");
    assertThat(both.stream().filter(each -> each.contains(MONTH_END) && each.contains("210")))
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            MONTH_END, "1", "pboc", "210", "235", "235", "0", "1052579", "1052579", "0", "119172",
            "119172", "0");

    List<String> answered =
        rows(book, "Submissions").stream()
            .filter(each -> each.contains(submission))
            .findFirst()
            .orElseThrow();
    assertThat(answered).contains("Accepted in part", "234", "1");

    List<String> held = Csv.column(nights.published(MONTH_END).resolve("held.csv"), "loan_id");
    List<List<String>> heldRows = rows(book, "Held back");
    assertThat(column(heldRows.stream().filter(each -> each.get(0).equals(MONTH_END)).toList(), 2))
        .isEqualTo(held);
    assertThat(heldRows.get(0).get(5)).isNotEmpty();

    assertThat(column(rows(book, "Corrections"), 3)).contains("Legal hold");
    List<List<String>> disputes = rows(book, "Disputes");
    assertThat(disputes).isNotEmpty();
    Path tombstones = nights.output().resolve(MONTH_END + ".retention/deletions.csv");
    assertThat(column(rows(book, "Tombstones").subList(0, 2), 0))
        .isEqualTo(Csv.column(tombstones, "tombstone"));
    assertThat(rows(book, "Deletions").get(0).subList(0, 4))
        .containsExactly(MONTH_END, "Adverse records deleted", "2", "0");
    List<List<String>> entries = rows(book, "Evidence chain");
    assertThat(entries.get(0).get(6)).hasSize(64);
    assertThat(column(rows(book, "Who did what"), 1)).contains("Run published", "Decision seen");
  }

  /** A span shows its own dates alone, but every dispute that was open in it. */
  @Test
  void aSpanShowsItsOwnDates() throws IOException {
    Path book = workbook(NEXT, NEXT);
    assertThat(column(rows(book, "Runs"), 0)).containsExactly(NEXT);
    assertThat(column(rows(book, "Held back"), 0)).containsOnly(NEXT);
    assertThat(column(rows(book, "Tombstones"), 0)).noneMatch(each -> each.length() == 64);
    assertThat(rows(book, "Disputes")).isNotEmpty();
  }

  @Test
  void noNameAndNoDocumentNumberIsInIt() throws IOException {
    Path book = workbook(FIRST, NEXT);
    StringBuilder all = new StringBuilder();
    try (InputStream in = Files.newInputStream(book);
        XSSFWorkbook opened = new XSSFWorkbook(in)) {
      for (Sheet sheet : opened) {
        for (Row row : sheet) {
          row.forEach(cell -> all.append(text(cell)).append('\n'));
        }
      }
    }
    for (Map<String, String> each : Csv.rows(Nights.sample(NEXT).resolve("loans.csv"))) {
      assertThat(all).doesNotContain(each.getOrDefault("id_number", "?"));
      assertThat(all).doesNotContain(each.getOrDefault("borrower_name", "?"));
    }
  }

  @Test
  void theSameSpanGivesTheSameBytesAndRetentionTakesTheCopyAway() throws IOException {
    String first = SafeFiles.sha256(workbook(FIRST, MONTH_END));
    assertThat(SafeFiles.sha256(workbook(FIRST, MONTH_END))).isEqualTo(first);
    assertThat(Deletions.verify(nights).code()).isZero();
    assertThat(report(NEXT, FIRST).code()).isEqualTo(2);
  }
}
