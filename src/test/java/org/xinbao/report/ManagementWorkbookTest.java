package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.report.ReportInput.DatedFigures;

class ManagementWorkbookTest {

  private final Path folder;

  ManagementWorkbookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void repeatsItsBytesInAnyZoneAndLocale() throws Exception {
    Path first = write(Samples.input(Language.ZH_CN), "first.xlsx");
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Path second;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      second = write(Samples.input(Language.ZH_CN), "second.xlsx");
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void everyEntryHasAValidDate() throws Exception {
    try (ZipFile zip = new ZipFile(write(Samples.input(Language.EN), "a.xlsx").toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        assertThat(entry.getExtra()).as(entry.getName()).isNull();
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
      }
      assertThat(text(zip, "docProps/core.xml")).contains("2026-10-31T00:00:00Z");
    }
  }

  @Test
  void leavesNothingInTheTemporaryFolder() throws Exception {
    Path temp = Files.createDirectory(folder.resolve("temp"));
    ManagementWorkbook.write(Samples.input(Language.EN), folder.resolve("a.xlsx"), temp);
    try (var left = Files.list(temp)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isSetUpAsPeopleExpectIt(Language language) throws Exception {
    Labels labels = Labels.of(language);
    try (XSSFWorkbook workbook = read(Samples.input(language))) {
      List<String> names = new ArrayList<>();
      workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
      assertThat(names)
          .isEqualTo(
              WorkbookWriter.SHEETS.stream().map(key -> labels.text("sheet." + key)).toList());
      for (Sheet sheet : workbook) {
        assertThat(sheet.getPaneInformation()).as(sheet.getSheetName()).isNotNull();
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getRepeatingRows()).isNotNull();
        assertThat(sheet.getFooter().getRight()).contains("&P");
        assertThat(sheet.getNumMergedRegions()).isZero();
      }
      for (String key :
          List.of(
              "products",
              "trend",
              "bucketproducts",
              "fiveclass",
              "roll",
              "vintage",
              "vintageproducts",
              "collection",
              "penalty",
              "held",
              "disputes",
              "retention",
              "treatment",
              "worklist",
              "rejects",
              "differences")) {
        XSSFSheet sheet = workbook.getSheet(labels.text("sheet." + key));
        assertThat(sheet.getCTWorksheet().isSetAutoFilter()).as(key).isTrue();
        assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo(4);
      }
    }
  }

  @Test
  void namesItsStyles() throws Exception {
    try (ZipFile zip = new ZipFile(write(Samples.input(Language.EN), "a.xlsx").toFile())) {
      assertThat(text(zip, "xl/styles.xml"))
          .contains("<cellStyle name=\"Normal\" xfId=\"0\"")
          .contains("<cellStyle name=\"Xinbao money total\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormulaGivesItsCachedValue(Language language) throws Exception {
    int formulas = 0;
    try (XSSFWorkbook workbook = read(Samples.input(language))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              formulas++;
              CellValue value = evaluator.evaluate(cell);
              assertThat(value.getCellType())
                  .as("%s %s %s", sheet.getSheetName(), cell.getAddress(), cell.getCellFormula())
                  .isEqualTo(CellType.NUMERIC);
              assertThat(value.getNumberValue())
                  .as("%s %s %s", sheet.getSheetName(), cell.getAddress(), cell.getCellFormula())
                  .isCloseTo(cell.getNumericCellValue(), within(0.000_001));
            }
          }
        }
      }
    }
    assertThat(formulas).isGreaterThan(200);
  }

  @Test
  void overviewShowsTheFigures() throws Exception {
    ReportInput in = Samples.input(Language.EN);
    Labels labels = Labels.of(Language.EN);
    try (XSSFWorkbook workbook = read(in)) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Sheet sheet = workbook.getSheetAt(0);
      for (KeyFigure figure : KeyFigure.values()) {
        Row row = rowOf(sheet, labels.text("figure." + figure.key()));
        assertThat(row.getCell(3).getCellType()).as(figure.key()).isEqualTo(CellType.FORMULA);
        assertClose(evaluator.evaluate(row.getCell(3)).getNumberValue(), figure, in.today());
        assertClose(
            row.getCell(4).getNumericCellValue(),
            figure,
            in.previous().map(DatedFigures::figures).orElseThrow());
        assertClose(
            row.getCell(6).getNumericCellValue(),
            figure,
            in.monthEnd().map(DatedFigures::figures).orElseThrow());
      }
    }
  }

  private static void assertClose(double shown, KeyFigure figure, Figures figures) {
    Fraction value = figure.of(figures, "CNY");
    double expected =
        figure.kind() == KeyFigure.Kind.MONEY
            ? (double) value.numerator() / 100.0
            : (double) value.numerator() / (double) value.denominator();
    assertThat(shown).as(figure.key()).isCloseTo(expected, within(0.000_001));
  }

  @Test
  void chartsHoldTheAmountsOfTheirSheets() throws Exception {
    ReportInput in = Samples.input(Language.ZH_CN);
    try (XSSFWorkbook workbook = read(in)) {
      for (String key : List.of("trend", "buckets", "fiveclass", "penalty")) {
        XSSFSheet sheet = workbook.getSheet(Labels.of(Language.ZH_CN).text("sheet." + key));
        assertThat(sheet.getDrawingPatriarch().getCharts()).as(key).hasSize(1);
      }
      XSSFChart chart = workbook.getSheet("逾期分布").getDrawingPatriarch().getCharts().get(0);
      var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
      assertThat(series).hasSize(3);
      double sum = 0;
      for (var one : series) {
        var cache = one.getVal().getNumRef().getNumCache();
        assertThat(one.getVal().getNumRef().getF()).startsWith("'逾期分布-分产品'!$F$");
        for (var point : cache.getPtList()) {
          sum += Double.parseDouble(point.getV());
        }
      }
      long overdue = 0;
      for (int m = 1; m <= 7; m++) {
        overdue += in.today().tally("CNY", Measure.BUCKET, "M" + m).cents();
      }
      assertThat(sum).isCloseTo((double) overdue / 100.0, within(0.001));
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextIsOnlyText(Language language) throws Exception {
    try (XSSFWorkbook workbook = read(HostileSample.hostile(language))) {
      int quoted = 0;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
              String text = cell.getStringCellValue();
              assertThat(text).hasSizeLessThanOrEqualTo(PlainText.MAX_LENGTH);
              // Only our own headings break lines, never a cell with text from outside.
              boolean outside = cell.getCellStyle().getQuotePrefixed();
              assertThat(text.codePoints())
                  .noneMatch(c -> c == 0x202E || (c < 0x20 && (outside || c != '\n')));
              if (text.startsWith("=") || text.startsWith("+") || text.startsWith("@")) {
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                quoted++;
              }
            }
            assertThat(cell.getCellType()).isNotEqualTo(CellType.ERROR);
            if (cell.getCellType() == CellType.FORMULA) {
              assertThat(cell.getCellFormula()).doesNotContain("HYPERLINK");
            }
          }
        }
      }
      assertThat(quoted).isGreaterThan(20);
      Sheet rejects = workbook.getSheet(Labels.of(language).text("sheet.rejects"));
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < HostileSample.HOSTILE.size(); i++) {
        shown.add(rejects.getRow(4 + i).getCell(6).getStringCellValue());
      }
      assertThat(shown)
          .isEqualTo(HostileSample.HOSTILE.stream().map(PlainText::clean).toList())
          .contains("_x000D_ and _x0041_", "=HYPERLINK(\"http://example.invalid\",\"x\")");
    }
  }

  @Test
  void hostileFormulasStillAddUp() throws Exception {
    try (XSSFWorkbook workbook = read(HostileSample.hostile(Language.EN))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Sheet sheet = workbook.getSheetAt(0);
      // 15 hostile products with one loan of 100.00 each.
      assertThat(evaluator.evaluate(rowOf(sheet, "Balance").getCell(3)).getNumberValue())
          .isCloseTo(1_500, within(0.000_001));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyNightGivesAWholeWorkbook(Language language) throws Exception {
    try (XSSFWorkbook workbook = read(Samples.empty(language))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(WorkbookWriter.SHEETS.size());
    }
  }

  @Test
  void currenciesStandApart() throws Exception {
    Aggregates two = new Aggregates();
    two.add(
        Samples.loan(
            "A",
            "P",
            "CNY",
            Samples.assessment(org.xinbao.arrears.AccountStatus.OVERDUE, 10, 10_000, 1_000)));
    two.add(
        Samples.loan(
            "B",
            "P",
            "USD",
            Samples.assessment(org.xinbao.arrears.AccountStatus.OVERDUE, 10, 77_700, 1_000)));
    ReportInput in = Samples.empty(Language.EN, two.figures(), List.of());
    try (XSSFWorkbook workbook = read(in)) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      List<Double> balances = new ArrayList<>();
      for (Row row : workbook.getSheetAt(0)) {
        if (row.getCell(1) != null && row.getCell(1).toString().equals("Balance")) {
          balances.add(evaluator.evaluate(row.getCell(3)).getNumberValue());
        }
      }
      assertThat(balances).containsExactly(100.0, 777.0);
      assertThat(workbook.getSheet("Overdue").getDrawingPatriarch().getCharts()).hasSize(2);
    }
  }

  private static Row rowOf(Sheet sheet, String label) {
    for (Row row : sheet) {
      Cell cell = row.getCell(1);
      if (cell != null
          && cell.getCellType() == CellType.STRING
          && cell.getStringCellValue().equals(label)) {
        return row;
      }
    }
    throw new AssertionError("no row " + label);
  }

  private Path write(ReportInput in, String name) throws Exception {
    Path file = folder.resolve(name);
    ManagementWorkbook.write(in, file, folder);
    return file;
  }

  private XSSFWorkbook read(ReportInput in) throws Exception {
    Path file = write(in, "read.xlsx");
    // 32,767 times the same character compresses better than the reader's guard allows.
    double guard = ZipSecureFile.getMinInflateRatio();
    ZipSecureFile.setMinInflateRatio(0);
    try (InputStream stream = Files.newInputStream(file)) {
      return new XSSFWorkbook(stream);
    } finally {
      ZipSecureFile.setMinInflateRatio(guard);
    }
  }

  private static String text(ZipFile zip, String entry) throws Exception {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
