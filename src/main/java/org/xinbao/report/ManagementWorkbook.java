package org.xinbao.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The management workbook ({@code reports/management-<date>.xlsx}): sheets in the order of
 * importance, from aggregates and bounded lists only, so that its cost does not depend on the
 * number of loans.
 *
 * <p>The same input gives the same bytes, whatever the clock, the zone or the host.
 */
public final class ManagementWorkbook {

  private ManagementWorkbook() {}

  /**
   * Writes the workbook.
   *
   * @param privateTempDir an existing folder that only the owner may read; temporary files go there
   *     and are gone afterwards
   */
  public static void write(ReportInput in, Path file, Path privateTempDir) throws IOException {
    write(in, Labels.of(in.language()), file, privateTempDir);
  }

  static void write(ReportInput in, Labels labels, Path file, Path privateTempDir)
      throws IOException {
    WorkbookFile.write(() -> filled(in, labels), in.language(), file, privateTempDir);
  }

  private static WorkbookWriter filled(ReportInput in, Labels labels) {
    WorkbookWriter book = new WorkbookWriter(in, labels);
    Sheets.writeAll(book);
    return book;
  }
}
