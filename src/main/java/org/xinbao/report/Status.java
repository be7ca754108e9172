package org.xinbao.report;

import java.util.List;
import org.xinbao.report.ReportInput.Funnel;

/** How the run went: one sentence, and the way from rows to records. */
final class Status {

  /** So many of the first stages count rows, the others loans and records. */
  static final int ROW_STAGES = 2;

  private Status() {}

  /** A stage of the way. */
  record Stage(String label, long count) {}

  /** The worst light of what needs a person, green when nothing does. */
  static Light light(List<Attention> items) {
    if (items.stream().anyMatch(item -> item.light() == Light.RED)) {
      return Light.RED;
    }
    return items.stream().anyMatch(item -> item.light() == Light.AMBER) ? Light.AMBER : Light.GREEN;
  }

  /** One sentence: loans assessed, records written, and how many things need a person. */
  static String sentence(ReportInput in, Labels labels) {
    long waiting =
        Attention.of(in, labels).stream()
            .filter(item -> item.light() == Light.RED || item.light() == Light.AMBER)
            .count();
    Funnel funnel = in.funnel();
    return labels.text(
        waiting == 0 ? "status.clear" : "status.waiting",
        Numbers.count(funnel.loansAssessed()),
        Numbers.count(funnel.loansRead()),
        Numbers.count(funnel.records()),
        Numbers.count(waiting));
  }

  /** Rows read, rows used, loans assessed, loans reportable, records written. */
  static List<Stage> stages(ReportInput in, Labels labels) {
    Funnel funnel = in.funnel();
    return List.of(
        new Stage(labels.text("stage.rows.read"), funnel.rowsRead()),
        new Stage(labels.text("stage.rows.used"), funnel.rowsUsed()),
        new Stage(labels.text("stage.loans.read"), funnel.loansRead()),
        new Stage(labels.text("stage.loans.assessed"), funnel.loansAssessed()),
        new Stage(labels.text("stage.loans.reportable"), funnel.loansReportable()),
        new Stage(labels.text("stage.records"), funnel.records()));
  }
}
