package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook and the page in a real office program and a real browser, where there are any. */
class OfficeProgramTest {

  private static final long PATIENCE_SECONDS = 300;

  private final Path folder;

  OfficeProgramTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void recalculationGivesTheSameFigures() throws Exception {
    String office = require("soffice", "LibreOffice Calc (package libreoffice-calc)");
    Path workbook = folder.resolve("management.xlsx");
    ManagementWorkbook.write(Samples.input(Language.ZH_CN), workbook, folder);
    Map<String, Double> written = formulas(workbook);
    Path spoilt = folder.resolve("spoilt.xlsx");
    spoilCachedValues(workbook, spoilt);
    assertThat(formulas(spoilt).values()).containsOnly(-1.0);

    recalculateOnLoad();
    Path result = convert(office, spoilt, "xlsx");
    Map<String, Double> recalculated = formulas(result);
    assertThat(recalculated.keySet()).isEqualTo(written.keySet());
    written.forEach(
        (cell, value) ->
            assertThat(recalculated.get(cell)).as(cell).isCloseTo(value, within(0.000_001)));
    assertThat(charts(result)).isEqualTo(6);
  }

  /** The overview of the auditors' workbook counts the rows of its sheets. */
  @Test
  void recalculationOfTheAuditorsWorkbookGivesTheSameFigures() throws Exception {
    String office = require("soffice", "LibreOffice Calc (package libreoffice-calc)");
    Path workbook = folder.resolve("audit.xlsx");
    AuditWorkbook.write(AuditSamples.input(Language.ZH_CN), workbook, folder);
    Map<String, Double> written = formulas(workbook);
    Path spoilt = folder.resolve("spoilt.xlsx");
    spoilCachedValues(workbook, spoilt);
    recalculateOnLoad();
    assertThat(formulas(convert(office, spoilt, "xlsx"))).isEqualTo(written);
    assertThat(written.values()).contains(3.0, 2.0, 1.0, -7.0);
  }

  @Test
  void printsToPdf() throws Exception {
    String office = require("soffice", "LibreOffice Calc (package libreoffice-calc)");
    Path workbook = folder.resolve("management.xlsx");
    ManagementWorkbook.write(Samples.input(Language.EN), workbook, folder);
    assertThat(convert(office, workbook, "pdf")).isNotEmptyFile();
  }

  /** What could be read as a formula or as markup is the same harmless text after a round trip. */
  @Test
  void hostileTextStaysText() throws Exception {
    String office = require("soffice", "LibreOffice Calc (package libreoffice-calc)");
    Path workbook = folder.resolve("hostile.xlsx");
    ManagementWorkbook.write(HostileSample.hostile(Language.EN), workbook, folder);
    // A file of long equal texts is small enough to look like a trap.
    ZipSecureFile.setMinInflateRatio(0.001);
    Map<String, String> written = texts(workbook);
    assertThat(written.values()).anyMatch(text -> text.length() == PlainText.MAX_LENGTH);
    Path result = convert(office, workbook, "xlsx");
    assertThat(texts(result)).isEqualTo(written);
    assertThat(formulas(result).keySet()).isEqualTo(formulas(workbook).keySet());
  }

  @Test
  void pageRunsItsOwnScriptAndNothingElse() throws Exception {
    String browser = require("chromium", "Chromium (package chromium)");
    Path page = folder.resolve("run.html");
    RunPage.write(Samples.input(Language.EN), page);
    String dom = browse(browser, page);
    // The script has run under the page's own policy: it has filled in how many lines are shown.
    assertThat(dom).contains("12 of 12 shown").contains("3 of 3 shown");

    RunPage.write(HostileSample.hostile(Language.EN), page);
    assertThat(browse(browser, page)).contains("15 of 15 shown").doesNotContain("<img");
  }

  @Test
  void filterHidesWhatDoesNotFit() throws Exception {
    String browser = require("chromium", "Chromium (package chromium)");
    Path page = folder.resolve("run.html");
    RunPage.write(Samples.input(Language.EN), page);
    // A second script plays the person; the policy has to go for it, so only here.
    String played =
        Files.readString(page)
            .replaceAll("<meta http-equiv[^>]*>", "")
            .replace(
                "</body>",
                "<script>var box=document.querySelector('.filter');"
                    + "var s=box.querySelector('input');s.value='PRODUCT l000007';"
                    + "s.dispatchEvent(new Event('input'));</script></body>");
    Files.writeString(page, played);
    // Of the 12 rejects of the sample one is of loan L000007, and that is about its product.
    assertThat(browse(browser, page)).contains("1 of 12 shown");
  }

  /** Opens a workbook in the office program and has it saved in another format. */
  private Path convert(String office, Path workbook, String format) throws Exception {
    Path converted = Files.createDirectory(folder.resolve("converted"));
    run(
        office,
        "-env:UserInstallation=" + profile().toUri(),
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        converted.toString(),
        workbook.toString());
    String name = String.valueOf(workbook.getFileName());
    return converted.resolve(name.substring(0, name.lastIndexOf('.') + 1) + format);
  }

  private String browse(String browser, Path page) throws Exception {
    return run(
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-logging=stderr",
        "--user-data-dir=" + Files.createTempDirectory(folder, "browser"),
        "--dump-dom",
        page.toUri().toString());
  }

  /** Runs a program; returns what it printed, after checking that a browser logged no error. */
  private String run(String... command) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(ended).as("%s ends within %s s", command[0], PATIENCE_SECONDS).isTrue();
    assertThat(Files.readString(err, StandardCharsets.ISO_8859_1)).doesNotContain("CONSOLE");
    return Files.readString(out);
  }

  private static String require(String program, String what) {
    List<String> found = new ArrayList<>();
    String path = System.getenv("PATH");
    for (String entry : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path candidate = Path.of(entry, program);
      if (Files.isExecutable(candidate)) {
        found.add(candidate.toString());
      }
    }
    assumeTrue(!found.isEmpty(), "skipped: " + what + " is not installed on this machine");
    return found.get(0);
  }

  private Path profile() {
    return folder.resolve("profile");
  }

  /** A profile whose office program recalculates every workbook it opens. */
  private void recalculateOnLoad() throws Exception {
    Path user = Files.createDirectories(profile().resolve("user"));
    Files.writeString(
        user.resolve("registrymodifications.xcu"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry"
            xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop
            oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """);
  }

  private static void spoilCachedValues(Path from, Path to) throws Exception {
    try (InputStream in = Files.newInputStream(from);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(to)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              cell.setCellValue(-1);
            }
          }
        }
      }
      workbook.write(out);
    }
  }

  private static Map<String, Double> formulas(Path file) throws Exception {
    Map<String, Double> values = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.ERROR);
            if (cell.getCellType() == CellType.FORMULA) {
              assertThat(cell.getCachedFormulaResultType()).isEqualTo(CellType.NUMERIC);
              values.put(
                  sheet.getSheetName() + "!" + cell.getAddress(), cell.getNumericCellValue());
            }
          }
        }
      }
    }
    return values;
  }

  private static Map<String, String> texts(Path file) throws Exception {
    Map<String, String> values = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isEmpty()) {
              values.put(sheet.getSheetName() + "!" + cell.getAddress(), cell.getStringCellValue());
            }
          }
        }
      }
    }
    return values;
  }

  private static int charts(Path file) throws Exception {
    int charts = 0;
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        var drawing = workbook.getSheetAt(i).getDrawingPatriarch();
        charts += drawing == null ? 0 : drawing.getCharts().size();
      }
    }
    return charts;
  }
}
