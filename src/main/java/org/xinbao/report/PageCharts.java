package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinbao.treatment.TreatmentStep;

/** The key charts of the workbook on the run page. */
final class PageCharts {

  /** The months of collection that a phone shows without scrolling far. */
  private static final int MONTHS = 6;

  private final Html html;
  private final ReportInput in;
  private final Labels labels;

  PageCharts(Html html, ReportInput in, Labels labels) {
    this.html = html;
    this.in = in;
    this.labels = labels;
  }

  void write() {
    html.section(labels, "charts");
    html.raw("<div class=\"grid\">\n");
    for (String currency : in.today().currencies()) {
      chart("chart.buckets", currency, "c2", buckets(currency));
      chart("chart.fiveclass", currency, "c3", classes(currency));
      chart("chart.treatment", currency, "c4", steps(currency));
      chart("chart.penalty", currency, "c1", penalty(currency));
      vintage(currency);
      collection(currency);
    }
    html.raw("</div>");
    html.endSection();
  }

  private void chart(String key, String currency, String colour, List<Svg.Bar> bars) {
    figure(
        labels.text(key, currency),
        title -> Svg.bars(html, title, bars.stream().map(bar -> bar.in(colour)).toList()));
  }

  private void figure(String title, Consumer<String> drawing) {
    html.raw("<figure><figcaption>").text(title).raw("</figcaption>");
    drawing.accept(title);
    html.raw("</figure>\n");
  }

  private void vintage(String currency) {
    List<Vintage> all = Vintage.total(Vintage.byProduct(in, currency, Measure.VINTAGE_30));
    List<Svg.Line> lines = new ArrayList<>();
    for (Vintage each : Vintage.latest(all)) {
      List<Optional<Fraction>> points = new ArrayList<>();
      for (int age : Vintage.AGES) {
        boolean known = each.points().get(age).isKnown();
        points.add(known ? Optional.of(each.ratio(age)) : Optional.empty());
      }
      lines.add(new Svg.Line(each.month().toString(), points));
    }
    if (!lines.isEmpty()) {
      List<String> ages = Vintage.AGES.stream().map(String::valueOf).toList();
      figure(
          labels.text("chart.vintage", currency),
          title -> Svg.lines(html, title, labels.text("page.mob"), ages, lines));
    }
  }

  /** The latest months, entered beside ended. */
  private void collection(String currency) {
    List<Svg.Bar> bars = new ArrayList<>();
    List<Cohort> cohorts =
        Cohort.of(in, currency, Optional.empty()).stream().filter(Cohort::isKnown).toList();
    for (Cohort each : cohorts.subList(Math.max(0, cohorts.size() - MONTHS), cohorts.size())) {
      String month = each.month() + " ";
      long entered = each.entered().get(0).count();
      long ended = each.ended().count();
      bars.add(
          new Svg.Bar(month + labels.text("page.entered"), entered, Numbers.count(entered), "c2"));
      bars.add(new Svg.Bar(month + labels.text("page.ended"), ended, Numbers.count(ended), "c4"));
    }
    figure(labels.text("chart.collection", currency), title -> Svg.bars(html, title, bars));
  }

  private List<Svg.Bar> buckets(String currency) {
    List<Svg.Bar> bars = new ArrayList<>();
    for (int m = 1; m <= 7; m++) {
      bars.add(amount("M" + m, in.today().tally(currency, Measure.BUCKET, "M" + m)));
    }
    return bars;
  }

  private List<Svg.Bar> classes(String currency) {
    List<Svg.Bar> bars = new ArrayList<>();
    for (int c = 2; c <= 5; c++) {
      Tally tally = in.today().tally(currency, Measure.FIVE_CLASS, Integer.toString(c));
      bars.add(amount(labels.text("column.class." + c), tally));
    }
    return bars;
  }

  private List<Svg.Bar> steps(String currency) {
    List<Svg.Bar> bars = new ArrayList<>();
    for (TreatmentStep step : TreatmentStep.values()) {
      if (step != TreatmentStep.NONE) {
        long count = in.today().tally(currency, Measure.TREATMENT, step.name()).count();
        bars.add(
            new Svg.Bar(TreatmentSheets.step(labels, step), count, Numbers.count(count), "c4"));
      }
    }
    return bars;
  }

  private List<Svg.Bar> penalty(String currency) {
    Figures today = in.today();
    Tally owed =
        today
            .tally(currency, Measure.PENALTY, "OWED_ON_PRINCIPAL")
            .plus(today.tally(currency, Measure.PENALTY, "OWED_ON_INTEREST"));
    return List.of(
        amount(labels.text("column.penalty.owed"), owed),
        amount(labels.text("column.penalty.paid"), today.tally(currency, Measure.PENALTY, "PAID")),
        amount(
            labels.text("column.penalty.waived"),
            today.tally(currency, Measure.PENALTY, "WAIVED")));
  }

  private static Svg.Bar amount(String label, Tally tally) {
    return new Svg.Bar(label, tally.cents(), Numbers.money(tally.cents()), "c1");
  }
}
