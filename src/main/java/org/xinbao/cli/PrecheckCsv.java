package org.xinbao.cli;

import java.io.PrintWriter;
import org.xinbao.bureau.Finding;

/**
 * The result of a pre-check as CSV (RFC 4180, LF): a row per finding. What each file adds up to is
 * said on standard error, so that the rows stay rows.
 *
 * <p>A field that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class PrecheckCsv implements PrecheckReport {

  private static final String FORMULA = "=+-@";

  private final PrintWriter out;
  private final PrintWriter summaries;

  PrecheckCsv(PrintWriter out, PrintWriter summaries) {
    this.out = out;
    this.summaries = summaries;
  }

  @Override
  public void begin() {
    out.print("file,line,code,tag,english,chinese\n");
  }

  @Override
  public void beginFile(String file) {
    // Rows carry the name of their file.
  }

  @Override
  public void finding(String file, Finding finding) {
    out.print(field(file));
    out.print("," + finding.line());
    out.print("," + field(finding.code()));
    out.print("," + field(finding.tag()));
    out.print("," + field(finding.english()));
    out.print("," + field(finding.chinese()) + "\n");
  }

  @Override
  public void endFile(Summary summary) {
    out.flush();
    summaries.println(summary.file());
    PrecheckText.summary(summaries, summary);
    summaries.flush();
  }

  private static String field(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean quoted = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0;
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
