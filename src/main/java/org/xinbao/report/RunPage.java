package org.xinbao.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinbao.arrears.Day;

/** The run page ({@code reports/run-<date>.html}): one self-contained file. */
public final class RunPage {

  private RunPage() {}

  /** Writes the page. */
  public static void write(ReportInput in, Path file) throws IOException {
    Labels labels = Labels.of(in.language());
    Files.writeString(
        file,
        "<!doctype html><html lang=\""
            + in.language().tag()
            + "\"><meta charset=\"utf-8\"><title>"
            + Day.format(in.businessDate())
            + "</title><h1>"
            + labels.text("sheet.overview")
            + "</h1></html>\n");
  }
}
