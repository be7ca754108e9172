package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.DatedFigures;

/** What the run page shows, from the status sentence down to the charts; the rest in lists. */
final class PageBody {

  /** The sections in their order; {@code section.<key>} is their heading. */
  private static final List<String> SECTIONS =
      List.of(
          "attention",
          "funnel",
          "keyfigures",
          "charts",
          "submissions",
          "rejects",
          "held",
          "disputes",
          "quality",
          "inputs",
          "outputs",
          "conventions");

  private final Html html;
  private final ReportInput in;
  private final Labels labels;

  PageBody(Html html, ReportInput in, Labels labels) {
    this.html = html;
    this.in = in;
    this.labels = labels;
  }

  void write() {
    List<Attention> attention = Attention.of(in, labels);
    html.raw("<a class=\"skip\" href=\"#main\">").text(labels.text("page.skip")).raw("</a>\n");
    Light light = Status.light(attention);
    html.raw("<header>\n");
    html.element("h1", labels.text("title.overview"));
    html.raw("<p class=\"sub\">");
    html.text(labels.text("subtitle", Day.format(in.businessDate()), in.institution()));
    html.raw("</p>\n<p class=\"status " + light.key() + "\" role=\"status\">");
    html.raw("<span class=\"mark\" aria-hidden=\"true\">" + light.symbol() + "</span> <strong>");
    html.text(labels.text("light." + light.key())).raw("</strong> ");
    html.text(Status.sentence(in, labels)).raw("</p>\n");
    navigation();
    html.raw("</header>\n<main id=\"main\">\n");
    attention(attention);
    funnel();
    keyFigures();
    new PageCharts(html, in, labels).write();
    new PageLists(html, in, labels).write();
    html.raw("</main>\n<footer>");
    html.text(labels.text("note.program", in.program())).raw("</footer>\n");
  }

  private void navigation() {
    html.raw("<nav aria-label=\"").text(labels.text("page.nav")).raw("\"><ul>");
    for (String section : SECTIONS) {
      html.raw("<li><a href=\"#" + section + "\">").text(labels.text("section." + section));
      html.raw("</a></li>");
    }
    html.raw("</ul></nav>\n");
  }

  private void attention(List<Attention> items) {
    html.section(labels, "attention");
    if (items.isEmpty()) {
      html.raw("<p>").text(labels.text("attention.none")).raw("</p>");
    } else {
      html.raw("<ul class=\"attention\">\n");
      for (Attention item : items) {
        html.raw("<li class=\"" + item.light().key() + "\"><span class=\"mark\">");
        html.raw(item.light().symbol() + "</span> <span class=\"tag\">");
        html.text(labels.text("light." + item.light().key())).raw("</span> ");
        html.raw("<a class=\"what\" href=\"#" + anchor(item.sheet()) + "\">").brief(item.text());
        html.raw("</a> <span class=\"n\">");
        html.text(item.count() == 0 ? "" : Numbers.count(item.count()));
        if (!item.currency().isEmpty()) {
          html.raw(" · ").text(item.currency() + " " + Numbers.money(item.cents()));
        }
        html.raw("</span></li>\n");
      }
      html.raw("</ul>");
    }
    html.endSection();
  }

  /** The part of the page that shows what a sheet of the workbook does. */
  private static String anchor(String sheet) {
    return switch (sheet) {
      case "rejects", "held", "disputes", "quality", "conventions", "submissions" -> sheet;
      case "buckets", "fiveclass", "worklist" -> "charts";
      default -> "keyfigures";
    };
  }

  /** Rows and loans on scales of their own: a loan has many rows. */
  private void funnel() {
    html.section(labels, "funnel");
    List<Svg.Bar> bars =
        Status.stages(in, labels).stream()
            .map(
                stage ->
                    new Svg.Bar(stage.label(), stage.count(), Numbers.count(stage.count()), "c1"))
            .toList();
    html.raw("<div class=\"grid\">");
    String title = labels.text("section.funnel");
    Svg.bars(html, title, bars.subList(0, Status.ROW_STAGES));
    Svg.bars(html, title, bars.subList(Status.ROW_STAGES, bars.size()));
    html.raw("</div>");
    html.endSection();
  }

  private void keyFigures() {
    html.section(labels, "keyfigures");
    List<String> columns = new ArrayList<>();
    columns.add(labels.text("column.figure"));
    columns.add(labels.text("column.today"));
    earlier(columns, in.previous(), "previous");
    earlier(columns, in.monthEnd(), "monthend");
    for (String currency : in.today().currencies()) {
      html.raw("<div class=\"scroll\"><table class=\"cards figures\"><caption>").text(currency);
      html.raw("</caption>\n");
      header(columns);
      html.raw("<tbody>\n");
      for (KeyFigure figure : KeyFigure.values()) {
        keyFigure(figure, currency, columns);
      }
      html.raw("</tbody></table></div>\n");
    }
    html.endSection();
  }

  private void earlier(List<String> columns, Optional<DatedFigures> dated, String key) {
    dated.ifPresent(
        figures -> {
          columns.add(labels.text("column." + key) + " " + Day.format(figures.date()));
          columns.add(labels.text("column.change." + key));
        });
  }

  private void keyFigure(KeyFigure figure, String currency, List<String> columns) {
    Fraction today = figure.of(in.today(), currency);
    html.raw("<tr><th scope=\"row\">").text(labels.text("figure." + figure.key()));
    Light light = Attention.lightOf(figure, today, in.thresholds());
    if (light != Light.GREEN) {
      html.raw(" <span class=\"mark " + light.key() + "\" title=\"");
      html.text(labels.text("light." + light.key())).raw("\">" + light.symbol() + "</span>");
    }
    html.raw("</th>").number(columns.get(1), shown(figure, today));
    int column = 2;
    for (Optional<DatedFigures> dated : List.of(in.previous(), in.monthEnd())) {
      if (dated.isPresent()) {
        Fraction before = figure.of(dated.get().figures(), currency);
        html.number(columns.get(column), shown(figure, before));
        html.number(columns.get(column + 1), change(figure, today, before));
        column += 2;
      }
    }
    html.raw("</tr>\n");
  }

  private static String shown(KeyFigure figure, Fraction value) {
    return switch (figure.kind()) {
      case COUNT -> Numbers.count(value.numerator());
      case MONEY -> Numbers.money(value.numerator());
      case RATIO -> value.percent();
    };
  }

  private static String change(KeyFigure figure, Fraction today, Fraction before) {
    return switch (figure.kind()) {
      case COUNT -> Numbers.countChange(today.numerator() - before.numerator());
      case MONEY -> Numbers.moneyChange(today.numerator() - before.numerator());
      case RATIO -> today.pointsSince(before) + "%";
    };
  }

  private void header(List<String> columns) {
    html.raw("<thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.raw(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
      html.text(columns.get(i)).raw("</th>");
    }
    html.raw("</tr></thead>\n");
  }
}
