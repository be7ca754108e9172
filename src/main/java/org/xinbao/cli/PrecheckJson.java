package org.xinbao.cli;

import java.io.PrintWriter;
import java.util.StringJoiner;
import org.xinbao.bureau.Finding;

/**
 * The result of a pre-check as one JSON object, written as it is found:
 *
 * <pre>{@code
 * {"files":[
 *   {"file":"…","findings":[
 *     {"line":2,"code":"ABE001","tag":"LoanAmt","english":"…","chinese":"…"}],
 *    "recordType":"210","records":2,"balance":24000,"overdue":0,"limit":100,"counts":{"ABE001":1}}]}
 * }</pre>
 */
final class PrecheckJson implements PrecheckReport {

  private final PrintWriter out;
  private String beforeFile = "";
  private String beforeFinding = "";

  PrecheckJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.print("{\"files\":[");
  }

  @Override
  public void beginFile(String file) {
    out.print(beforeFile + "\n{\"file\":" + quoted(file) + ",\"findings\":[");
    beforeFile = ",";
    beforeFinding = "";
  }

  @Override
  public void finding(String file, Finding finding) {
    out.print(beforeFinding + "\n{\"line\":" + finding.line());
    out.print(",\"code\":" + quoted(finding.code()));
    out.print(",\"tag\":" + quoted(finding.tag()));
    out.print(",\"english\":" + quoted(finding.english()));
    out.print(",\"chinese\":" + quoted(finding.chinese()) + "}");
    beforeFinding = ",";
  }

  @Override
  public void endFile(Summary summary) {
    StringJoiner counts = new StringJoiner(",", "{", "}");
    summary.counts().forEach((code, count) -> counts.add(quoted(code) + ":" + count));
    out.print("],\n\"recordType\":" + quoted(summary.sums().recordType()));
    out.print(",\"records\":" + summary.sums().records());
    out.print(",\"balance\":" + summary.sums().balance());
    out.print(",\"overdue\":" + summary.sums().overdue());
    out.print(",\"limit\":" + summary.limit());
    out.print(",\"counts\":" + counts + "}");
  }

  @Override
  public void end() {
    out.print("]}\n");
    out.flush();
  }

  /** A JSON string; control characters do not occur, see {@link PrecheckReport#printable}. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
