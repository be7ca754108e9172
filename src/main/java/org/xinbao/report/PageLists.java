package org.xinbao.report;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.Dispute;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.report.ReportInput.Submission;
import org.xinbao.report.ReportInput.UnansweredFile;

/** The lists of the run page: submissions, rejects and held with filter, disputes, files, rules. */
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
    disputes();
    quality();
    files();
    conventions();
  }

  private void submissions() {
    html.section(labels, "submissions");
    List<String> bureaux =
        columns("bureau", "records", "held", "accepted", "rejected", "corrected", "unanswered");
    table(bureaux, 1, "");
    for (BureauSheets.Sent sent : BureauSheets.sent(in)) {
      html.raw("<tr>").key(bureaux.get(0), sent.bureau());
      for (int i = 0; i < sent.numbers().size(); i++) {
        html.number(bureaux.get(i + 1), Numbers.count(sent.numbers().get(i)));
      }
      html.raw("</tr>\n");
    }
    endTable(in.submissions().isEmpty() && in.answers().bureaux().isEmpty());
    counts("section.refused", in.answers().refusals());
    List<String> columns = columns("bureau", "recordtype", "records", "file");
    table(columns, 2, "");
    for (Submission submission : in.submissions()) {
      html.raw("<tr>").key(columns.get(0), submission.bureau());
      html.key(columns.get(1), submission.recordType());
      html.number(columns.get(2), Numbers.count(submission.records()));
      html.cell(columns.get(3), submission.file()).raw("</tr>\n");
    }
    endTable(in.submissions().isEmpty());
    unanswered();
    html.endSection();
  }

  private void unanswered() {
    List<UnansweredFile> files = in.answers().unanswered();
    if (files.isEmpty()) {
      return;
    }
    html.element("h3", labels.text("section.unanswered"));
    List<String> columns = columns("bureau", "sent", "records", "file");
    table(columns, 2, "");
    for (UnansweredFile each : files.subList(0, Math.min(files.size(), LIMIT))) {
      html.raw("<tr>").key(columns.get(0), each.bureau());
      html.key(columns.get(1), Day.format(each.sentOn()));
      html.number(columns.get(2), Numbers.count(each.records()));
      html.cell(columns.get(3), each.file()).raw("</tr>\n");
    }
    endTable(false);
  }

  private void disputes() {
    Listing<Dispute> disputes = in.disputes();
    open("disputes", disputes.total());
    List<Dispute> lines = shown(disputes);
    if (!lines.isEmpty()) {
      List<String> columns = columns("light", "decision", "loan", "opened", "due", "daysleft");
      table(columns, 5, "");
      for (Dispute each : lines) {
        Light light = each.light(in.businessDate());
        html.raw("<tr><td data-label=\"").text(columns.get(0)).raw("\"><span class=\"mark ");
        html.raw(light.key() + "\">" + light.symbol() + "</span> ");
        html.text(labels.text("light." + light.key())).raw("</td>");
        html.key(columns.get(1), each.decisionId()).key(columns.get(2), each.loanId());
        html.key(columns.get(3), Day.format(each.openedOn()));
        html.key(columns.get(4), Day.format(each.dueOn()));
        html.number(columns.get(5), Integer.toString(each.dueOn() - in.businessDate()));
        html.raw("</tr>\n");
      }
      endTable(false);
    }
    listed(lines.size(), disputes.total(), "disputes.csv");
    html.endSection();
  }

  /**
   * Differences from the ledger by kind; each is in the workbook and in {@code differences.csv}.
   */
  private void quality() {
    open("quality", in.differences().total());
    counts(
        "section.differences",
        in.differences().counts().stream()
            .map(
                each ->
                    new CodeCount(
                        "", labels.findDifference(each.code()).orElse(each.code()), each.count()))
            .toList());
    html.raw("<p class=\"sub\">");
    boolean none = in.differences().total() == 0;
    html.text(labels.text(none ? "note.nothing" : "page.differences")).raw("</p>");
    html.endSection();
  }

  private void rejects() {
    Listing<RejectLine> rejects = in.rejects();
    open("rejects", rejects.total());
    counts("", rejects.counts());
    List<RejectLine> lines = shown(rejects);
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
    html.endSection();
  }

  private void held() {
    Listing<HeldLine> held = in.held();
    open("held", held.total());
    counts("", held.counts());
    List<HeldLine> lines = shown(held);
    if (!lines.isEmpty()) {
      filter("held", lines.stream().map(HeldLine::code).distinct().toList());
      List<String> columns = columns("loan", "bureau", "code", "since", "message");
      table(columns, -1, "held-rows");
      for (HeldLine line : lines) {
        html.raw("<tr data-code=\"").text(line.code()).raw("\">");
        html.key(columns.get(0), line.loanId()).key(columns.get(1), line.bureau());
        html.cell(columns.get(2), withMeaning(line.code()));
        html.key(columns.get(3), Day.format(line.since()));
        html.cell(columns.get(4), labels.findAction(line.code()).orElse(line.message()))
            .raw("</tr>\n");
      }
      endTable(false);
    }
    listed(lines.size(), held.total(), "held.csv");
    html.endSection();
  }

  /** How many there are by group and code, under a heading of their own if it has a key. */
  private void counts(String heading, List<CodeCount> counts) {
    if (counts.isEmpty()) {
      return;
    }
    if (!heading.isEmpty()) {
      html.element("h3", labels.text(heading));
    }
    html.raw("<ul class=\"chips\">");
    for (CodeCount count : counts) {
      String group = count.group().isEmpty() ? "" : count.group() + " · ";
      html.raw("<li>").brief(group + withMeaning(count.code())).raw(" <b>");
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
    html.section(labels, "inputs");
    List<String> inputs = columns("file", "count", "sha256");
    table(inputs, 1, "");
    for (InputFile file : in.inputs()) {
      html.raw("<tr>").key(inputs.get(0), file.name());
      html.number(inputs.get(1), Numbers.count(file.rows())).raw("<td class=\"hash\"");
      html.raw(" data-label=\"SHA-256\">").text(file.sha256()).raw("</td></tr>\n");
    }
    endTable(in.inputs().isEmpty());
    html.endSection();
    html.section(labels, "outputs");
    List<String> outputs = columns("file", "bytes", "sha256");
    table(outputs, 1, "");
    for (OutputFile file : in.outputs()) {
      html.raw("<tr>").cell(outputs.get(0), file.path());
      html.number(outputs.get(1), Numbers.bytes(file.bytes())).raw("<td class=\"hash\"");
      html.raw(" data-label=\"SHA-256\">").text(file.sha256()).raw("</td></tr>\n");
    }
    endTable(in.outputs().isEmpty());
    html.endSection();
  }

  private void conventions() {
    html.section(labels, "conventions");
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
    html.endSection();
  }

  /** Opens a table; {@code numberColumn} is the one column of numbers, -1 for none. */
  private void table(List<String> columns, int numberColumn, String bodyId) {
    html.raw("<div class=\"scroll\" tabindex=\"0\"><table class=\"cards\"><thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      boolean number = i == numberColumn || (numberColumn == 1 && i > 1 && columns.size() == 7);
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

  private void open(String key, long total) {
    html.section(key, labels.text("section." + key) + " (" + Numbers.count(total) + ")");
  }

  private static <T> List<T> shown(Listing<T> listing) {
    return listing.lines().subList(0, Math.min(listing.lines().size(), LIMIT));
  }
}
