package org.xinbao.report;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.report.ReportInput.Submission;

/** The lists of the run page: submissions, rejects and held records with filter, files, rules. */
final class PageLists {

  /** More lines than this make a page that a phone opens slowly; the workbook shows more. */
  static final int LIMIT = 1_000;

  private final Html html;
  private final ReportInput in;
  private final Labels labels;

  PageLists(Html html, ReportInput in, Labels labels) {
    this.html = html;
    this.in = in;
    this.labels = labels;
  }

  void write() {
    submissions();
    rejects();
    held();
    files();
    conventions();
  }

  private void submissions() {
    open("files", labels.text("sheet.submissions"));
    List<String> columns = columns("bureau", "recordtype", "records", "file");
    table(columns, 2, "");
    for (Submission submission : in.submissions()) {
      html.raw("<tr>").key(columns.get(0), submission.bureau());
      html.key(columns.get(1), submission.recordType());
      html.number(columns.get(2), Numbers.count(submission.records()));
      html.cell(columns.get(3), submission.file()).raw("</tr>\n");
    }
    endTable(in.submissions().isEmpty());
    close();
  }

  private void rejects() {
    Listing<RejectLine> rejects = in.rejects();
    open("rejects", labels.text("page.rejects") + " (" + Numbers.count(rejects.total()) + ")");
    counts(rejects.counts());
    List<RejectLine> lines = rejects.lines();
    lines = lines.subList(0, Math.min(lines.size(), LIMIT));
    if (!lines.isEmpty()) {
      filter("rejects", lines.stream().map(RejectLine::code).distinct().toList());
      List<String> columns = columns("file", "line", "loan", "field", "code", "message");
      table(columns, 1, "rejects-rows");
      for (RejectLine line : lines) {
        html.raw("<tr data-code=\"").text(line.code()).raw("\">");
        html.key(columns.get(0), line.file());
        html.number(columns.get(1), line.line() == 0 ? "" : Long.toString(line.line()));
        html.key(columns.get(2), line.loanId()).key(columns.get(3), line.column());
        html.cell(columns.get(4), withMeaning(line.code()));
        html.cell(columns.get(5), line.message()).raw("</tr>\n");
      }
      endTable(false);
    }
    listed(lines.size(), rejects.total(), "rejects.csv");
    close();
  }

  private void held() {
    Listing<HeldLine> held = in.held();
    open("held", labels.text("page.held") + " (" + Numbers.count(held.total()) + ")");
    counts(held.counts());
    List<HeldLine> lines = held.lines();
    lines = lines.subList(0, Math.min(lines.size(), LIMIT));
    if (!lines.isEmpty()) {
      filter("held", lines.stream().map(HeldLine::code).distinct().toList());
      List<String> columns = columns("loan", "bureau", "code", "since", "message");
      table(columns, -1, "held-rows");
      for (HeldLine line : lines) {
        html.raw("<tr data-code=\"").text(line.code()).raw("\">");
        html.key(columns.get(0), line.loanId()).key(columns.get(1), line.bureau());
        html.cell(columns.get(2), withMeaning(line.code()));
        html.key(columns.get(3), Day.format(line.since()));
        html.cell(columns.get(4), labels.findAction(line.code()).orElse(line.message())).raw("</tr>\n");
      }
      endTable(false);
    }
    listed(lines.size(), held.total(), "held.csv");
    close();
  }

  private void counts(List<CodeCount> counts) {
    if (counts.isEmpty()) {
      return;
    }
    html.raw("<ul class=\"chips\">");
    for (CodeCount count : counts) {
      html.raw("<li>").brief(count.group() + " · " + withMeaning(count.code())).raw(" <b>");
      html.text(Numbers.count(count.count())).raw("</b></li>");
    }
    html.raw("</ul>\n");
  }

  private String withMeaning(String code) {
    return labels.findCode(code).map(meaning -> meaning + " (" + code + ")").orElse(code);
  }

  private void filter(String id, List<String> codes) {
    html.raw("<noscript><p class=\"sub\">").text(labels.text("page.noscript"));
    html.raw("</p></noscript>\n<div class=\"filter\" data-rows=\"" + id + "-rows\" data-shown=\"");
    html.text(labels.text("page.shown", "#", "##")).raw("\"><label>");
    html.text(labels.text("page.filter")).raw(" <input type=\"search\"></label> <label>");
    html.text(labels.text("page.filter.code")).raw(" <select><option value=\"\">");
    html.text(labels.text("page.all")).raw("</option>");
    for (String code : codes) {
      html.raw("<option value=\"").text(code).raw("\">").brief(withMeaning(code));
      html.raw("</option>");
    }
    html.raw("</select></label> <output></output></div>\n");
  }

  private void files() {
    open("inputs", labels.text("section.inputs"));
    List<String> inputs = columns("file", "count", "sha256");
    table(inputs, 1, "");
    for (InputFile file : in.inputs()) {
      html.raw("<tr>").key(inputs.get(0), file.name());
      html.number(inputs.get(1), Numbers.count(file.rows())).raw("<td class=\"hash\"");
      html.raw(" data-label=\"SHA-256\">").text(file.sha256()).raw("</td></tr>\n");
    }
    endTable(in.inputs().isEmpty());
    close();
    open("outputs", labels.text("section.outputs"));
    List<String> outputs = columns("file", "bytes", "sha256");
    table(outputs, 1, "");
    for (OutputFile file : in.outputs()) {
      html.raw("<tr>").cell(outputs.get(0), file.path());
      html.number(outputs.get(1), Numbers.bytes(file.bytes())).raw("<td class=\"hash\"");
      html.raw(" data-label=\"SHA-256\">").text(file.sha256()).raw("</td></tr>\n");
    }
    endTable(in.outputs().isEmpty());
    close();
  }

  private void conventions() {
    open("conventions", labels.text("sheet.conventions"));
    html.raw("<details><summary>").text(labels.text("section.definitions"));
    html.raw("</summary>\n<dl>");
    for (String figure : Definitions.KEYS) {
      html.element("dt", labels.text("figure." + figure));
      html.element("dd", labels.text("definition." + figure));
    }
    html.raw("</dl></details>\n<details><summary>").text(labels.text("section.rules"));
    html.raw("</summary>\n");
    List<String> columns = columns("scope", "rule", "value");
    table(columns, -1, "");
    for (Convention rule : in.conventions()) {
      html.raw("<tr>").key(columns.get(0), rule.scope()).key(columns.get(1), rule.key());
      html.cell(columns.get(2), rule.value()).raw("</tr>\n");
    }
    endTable(in.conventions().isEmpty());
    html.raw("</details>");
    close();
  }

  /** Opens a table; {@code numberColumn} is the one column of numbers, -1 for none. */
  private void table(List<String> columns, int numberColumn, String bodyId) {
    html.raw("<div class=\"scroll\"><table class=\"cards\"><thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      boolean number = i == numberColumn;
      html.raw(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      html.text(columns.get(i)).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody" + (bodyId.isEmpty() ? "" : " id=\"" + bodyId + "\"") + ">\n");
  }

  private void endTable(boolean isEmpty) {
    html.raw("</tbody></table></div>\n");
    if (isEmpty) {
      html.raw("<p class=\"sub\">").text(labels.text("note.nothing")).raw("</p>\n");
    }
  }

  private void listed(int shown, long total, String csv) {
    html.raw("<p class=\"sub\">");
    html.text(
        total == 0
            ? labels.text("note.nothing")
            : labels.text("note.listed", Numbers.count(shown), Numbers.count(total), csv));
    html.raw("</p>");
  }

  private List<String> columns(String... keys) {
    return RunPage.columns(labels, keys);
  }

  private void open(String id, String title) {
    html.raw("<section id=\"" + id + "\">\n<h2>").text(title).raw("</h2>\n");
  }

  private void close() {
    html.raw("\n</section>\n");
  }
}
