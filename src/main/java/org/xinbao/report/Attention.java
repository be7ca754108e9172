package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Note;
import org.xinbao.treatment.TreatmentStep;

/**
 * Something that needs a person today.
 *
 * @param text what, in the report's language
 * @param currency empty when no amount belongs to it
 * @param count how many; 0 for a remark, which has no number
 * @param cents the amount, meaningful only with a currency
 * @param sheet the key of the sheet that shows more
 */
record Attention(Light light, String text, String currency, long count, long cents, String sheet) {

  /** What needs a person today, the most urgent first. */
  static List<Attention> of(ReportInput in, Labels labels) {
    Collector items = new Collector(in, labels, new ArrayList<>());
    items.rejects();
    items.held();
    items.disputes();
    items.answers();
    for (String currency : in.today().currencies()) {
      items.ratios(currency);
      items.portfolio(currency);
    }
    items.notes();
    items.list.sort((a, b) -> Integer.compare(rank(a.light), rank(b.light)));
    return items.list;
  }

  private static int rank(Light light) {
    return switch (light) {
      case RED -> 0;
      case AMBER -> 1;
      case INFO -> 2;
      case GREEN -> 3;
    };
  }

  private record Collector(ReportInput in, Labels labels, List<Attention> list) {

    void count(Light light, String key, long count, String sheet) {
      if (count > 0) {
        list.add(new Attention(light, labels.text(key), "", count, 0, sheet));
      }
    }

    void amount(Light light, String key, String currency, Tally tally, String sheet) {
      if (tally.count() > 0) {
        list.add(
            new Attention(light, labels.text(key), currency, tally.count(), tally.cents(), sheet));
      }
    }

    void rejects() {
      Fraction share = new Fraction(in.funnel().loansRejected(), in.funnel().loansRead());
      Light light = share.atLeastE6(in.thresholds().rejectedRedE6()) ? Light.RED : Light.AMBER;
      count(light, "attention.loans.rejected", in.funnel().loansRejected(), "rejects");
      count(Light.AMBER, "attention.rows.rejected", in.rejects().total(), "rejects");
    }

    void held() {
      for (CodeCount held : in.held().counts()) {
        String code = labels.findCode(held.code()).orElse(held.code());
        list.add(
            new Attention(
                Light.AMBER,
                labels.text("attention.held", held.group(), code),
                "",
                held.count(),
                0,
                "held"));
      }
    }

    void disputes() {
      count(
          Light.RED, "attention.disputes.late", in.disputes().count(Light.RED.name()), "disputes");
      count(
          Light.AMBER,
          "attention.disputes.soon",
          in.disputes().count(Light.AMBER.name()),
          "disputes");
    }

    void answers() {
      long rejected =
          in.answers().bureaux().stream()
              .mapToLong(each -> each.rejected() - each.corrected())
              .sum();
      count(Light.RED, "attention.feedback.rejected", rejected, "submissions");
      int files = in.answers().unanswered().size();
      count(Light.AMBER, "attention.files.unanswered", files, "submissions");
    }

    void ratios(String currency) {
      for (KeyFigure figure : List.of(KeyFigure.NPL_RATIO, KeyFigure.OVERDUE_RATIO)) {
        Fraction ratio = figure.of(in.today(), currency);
        Light light = lightOf(figure, ratio, in.thresholds());
        if (light != Light.GREEN) {
          String text =
              labels.text(
                  "attention.ratio", labels.text("figure." + figure.key()), ratio.percent());
          boolean npl = figure == KeyFigure.NPL_RATIO;
          Tally tally =
              npl ? KeyFigure.npl(in.today(), currency) : KeyFigure.overdue(in.today(), currency);
          list.add(
              new Attention(
                  light,
                  text,
                  currency,
                  tally.count(),
                  tally.cents(),
                  npl ? "fiveclass" : "buckets"));
        }
      }
    }

    void portfolio(String currency) {
      Figures today = in.today();
      amount(
          Light.AMBER,
          "attention.legal",
          currency,
          today.tally(currency, Measure.TREATMENT, TreatmentStep.LEGAL_REVIEW.name()),
          "worklist");
      amount(
          Light.AMBER,
          "attention.vanished",
          currency,
          today.tally(currency, Measure.VANISHED, ""),
          "quality");
      amount(
          Light.AMBER,
          "attention.notassessed",
          currency,
          today.tally(currency, Measure.NOT_ASSESSED, ""),
          "quality");
      amount(
          Light.AMBER,
          "attention.costcap",
          currency,
          today.tally(currency, Measure.COST_CAP, ""),
          "products");
      amount(
          Light.INFO,
          "attention.unallocated",
          currency,
          today.tally(currency, Measure.UNALLOCATED, ""),
          "quality");
      Tally differences = Tally.NONE;
      for (String kind : today.members(currency, Measure.DIFFERENCE)) {
        differences = differences.plus(today.tally(currency, Measure.DIFFERENCE, kind));
      }
      amount(Light.INFO, "attention.differences", currency, differences, "quality");
      count(
          Light.INFO,
          "attention.retention",
          today.tally(currency, Measure.ADVERSE_ENDING, "30").count(),
          "retention");
    }

    void notes() {
      for (Note note : in.notes()) {
        Light light = note.level() == Note.Level.WARNING ? Light.AMBER : Light.INFO;
        list.add(new Attention(light, note.text(), "", 0, 0, "conventions"));
      }
    }
  }

  /** The light of a key figure, green for one that has no threshold. */
  static Light lightOf(KeyFigure figure, Fraction value, ReportInput.Thresholds limits) {
    return switch (figure) {
      case NPL_RATIO -> Light.ofRatio(value, limits.nplAmberE6(), limits.nplRedE6());
      case OVERDUE_RATIO -> Light.ofRatio(value, limits.overdueAmberE6(), limits.overdueRedE6());
      default -> Light.GREEN;
    };
  }
}
