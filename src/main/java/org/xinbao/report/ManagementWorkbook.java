package org.xinbao.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The management workbook ({@code reports/management-<date>.xlsx}). */
public final class ManagementWorkbook {

  private ManagementWorkbook() {}

  /**
   * Writes the workbook.
   *
   * @param privateTempDir an existing folder that only the owner may read; temporary files go there
   */
  public static void write(ReportInput in, Path file, Path privateTempDir) throws IOException {
    Labels labels = Labels.of(in.language());
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet(labels.text("sheet.overview"));
      int next = 0;
      for (Figure figure : in.today().toRows()) {
        Row row = sheet.createRow(next++);
        row.createCell(0).setCellValue(figure.measure());
        row.createCell(1).setCellValue(figure.member());
        row.createCell(2).setCellValue((double) figure.count());
        row.createCell(3).setCellValue(figure.cents() / 100.0);
      }
      workbook.write(out);
    }
  }
}
