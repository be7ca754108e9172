package org.xinbao.cli;

import java.io.PrintWriter;
import org.xinbao.bureau.Finding;

/** The result of a pre-check for people: a line per finding, then what the file adds up to. */
final class PrecheckText implements PrecheckReport {

  private final PrintWriter out;

  PrecheckText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void beginFile(String file) {
    out.println(file);
  }

  @Override
  public void finding(String file, Finding finding) {
    String tag = finding.tag().isEmpty() ? "" : " " + finding.tag();
    out.println(
        "  line "
            + finding.line()
            + ": "
            + finding.code()
            + tag
            + ": "
            + finding.english()
            + " "
            + finding.chinese());
  }

  @Override
  public void endFile(Summary summary) {
    summary(out, summary);
    out.flush();
  }

  /** The lines that sum a file up. */
  static void summary(PrintWriter out, Summary summary) {
    out.println(
        "  record "
            + summary.sums().recordType()
            + ", records "
            + summary.sums().records()
            + ", "
            + summary.bureau().controlNames().get(0)
            + " "
            + summary.sums().balance()
            + ", "
            + summary.bureau().controlNames().get(1)
            + " "
            + summary.sums().overdue()
            + ", findings "
            + summary.findings());
    summary
        .counts()
        .forEach(
            (code, count) -> {
              long printed = summary.printed(code);
              String shown = printed < count ? " (" + printed + " printed)" : "";
              String meaning = summary.bureau().ruleText(code);
              out.println(
                  "    " + code + " " + count + shown + (meaning.isEmpty() ? "" : " " + meaning));
            });
  }
}
