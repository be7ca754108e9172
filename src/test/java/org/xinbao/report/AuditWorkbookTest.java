package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The auditors' workbook, as it is read back. */
class AuditWorkbookTest {

  private final Path folder;

  AuditWorkbookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private XSSFWorkbook written(AuditInput input) throws Exception {
    Path file = folder.resolve("audit.xlsx");
    AuditWorkbook.write(input, file, folder);
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  @Test
  void theOverviewCountsTheRowsOfItsSheets() throws Exception {
    try (XSSFWorkbook book = written(AuditSamples.input(Language.EN))) {
      XSSFSheet overview = book.getSheetAt(0);
      List<String> counts = new ArrayList<>();
      for (int i = 0; i <= overview.getLastRowNum(); i++) {
        var row = overview.getRow(i);
        if (row != null
            && row.getCell(2) != null
            && (row.getCell(2).getCellType() == CellType.FORMULA
                || row.getCell(2).getCellType() == CellType.NUMERIC)) {
          counts.add(
              row.getCell(0).getStringCellValue()
                  + " "
                  + (int) row.getCell(2).getNumericCellValue());
        }
      }
      assertThat(counts)
          .containsExactly(
              "Rows that were not used 3",
              "Reconciliation of files with assessments 1",
              "Disputes: answered in time and late 4",
              "Deletions under retention 0",
              "Answered in time 2",
              "Answered late 1",
              "Open, in time 0",
              "Open, late 1");
    }
  }

  @Test
  void codesAreMeaningsDifferencesFormulasAndHostileTextStaysText() throws Exception {
    try (XSSFWorkbook book = written(AuditSamples.input(Language.EN))) {
      var first = book.getSheet("Rejects").getRow(4);
      assertThat(first.getCell(2).getStringCellValue())
          .isEqualTo(Labels.of(Language.EN).findCode("UNKNOWN_LOAN").orElseThrow());
      assertThat(first.getCell(3).getCellType()).isEqualTo(CellType.STRING);
      assertThat(first.getCell(3).getStringCellValue()).startsWith("=1+1_x000D_<b>&");
      // A code without a meaning is shown itself; what is empty stays empty.
      assertThat(book.getSheet("Rejects").getRow(6).getCell(2).getStringCellValue())
          .isEqualTo("NO_SUCH_CODE");
      assertThat(book.getSheet("Rejects").getRow(5).getCell(1).getCellType())
          .isEqualTo(CellType.BLANK);
      var difference = book.getSheet("Reconciliations").getRow(4).getCell(3);
      assertThat(difference.getCellFormula()).isEqualTo("B5-C5");
      assertThat(difference.getNumericCellValue()).isEqualTo(-7);
    }
  }

  @Test
  void aBrokenChainIsSaidInRed() throws Exception {
    String finding = "entry 7 of the evidence chain has been changed";
    try (XSSFWorkbook book = written(AuditSamples.input(Language.EN, finding))) {
      StringBuilder text = new StringBuilder();
      for (var row : book.getSheetAt(0)) {
        row.forEach(
            cell -> {
              if (cell.getCellType() == CellType.STRING) {
                text.append(cell.getStringCellValue()).append('\n');
              }
            });
      }
      assertThat(text).contains(Light.RED.symbol() + " " + finding);
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    Path one = folder.resolve("one.xlsx");
    Path two = folder.resolve("two.xlsx");
    AuditWorkbook.write(AuditSamples.input(Language.ZH_CN), one, folder);
    AuditWorkbook.write(AuditSamples.input(Language.ZH_CN), two, folder);
    assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(Labels.ofAudit(Language.EN).keys()).isEqualTo(Labels.ofAudit(Language.ZH_CN).keys());
  }

  /** The words are other packages' own, so that only their names can be asked for here. */
  @ParameterizedTest
  @EnumSource
  void everyStateHasAWord(Language language) throws Exception {
    Labels labels = Labels.ofAudit(language);
    for (String words :
        List.of(
            "org.xinbao.evidence.EvidenceKind",
            "org.xinbao.store.RunState",
            "org.xinbao.store.HandoverState",
            "org.xinbao.store.SubmissionState",
            "org.xinbao.ledger.DecisionRow$Kind")) {
      for (Object each : Class.forName(words).getEnumConstants()) {
        assertThat(labels.findWord(each.toString())).as("word.%s", each).isPresent();
      }
    }
  }
}
