package org.xinbao.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.report.Figure;
import org.xinbao.report.Figures;
import org.xinbao.report.ReportInput;
import org.xinbao.report.ReportInput.DatedFigures;
import org.xinbao.store.PublishedFigure;
import org.xinbao.store.Run;

/** The aggregates of published dates as the reports take them. */
record FigureHistory(Stores stores) {

  private DatedFigures figures(Run run) {
    List<Figure> rows = stores.figures().list(run.id()).stream().map(FigureHistory::read).toList();
    return new DatedFigures(run.input().businessDate(), Figures.of(rows));
  }

  /** The figures of the last published date before a date (epoch day), not of its own versions. */
  Optional<DatedFigures> previous(int date) {
    return stores.runs().findPublishedBefore(Nightly.JOB, date).map(this::figures);
  }

  /** The last month-end before a date (epoch day), if it was published. */
  Optional<DatedFigures> monthEnd(int date) {
    return stores.runs().findPublished(Nightly.JOB, Day.firstOfMonth(date) - 1).map(this::figures);
  }

  /** The published month-ends before a date that the reports look back to, oldest first. */
  List<DatedFigures> monthEnds(int date) {
    List<DatedFigures> ends = new ArrayList<>();
    int first = Day.firstOfMonth(date);
    for (int back = 0; back < ReportInput.HISTORY_MONTHS; back++) {
      monthEnd(Day.plusMonths(first, -back)).ifPresent(ends::add);
    }
    Collections.reverse(ends);
    return ends;
  }

  private static Figure read(PublishedFigure row) {
    return new Figure(
        row.measure(), row.product(), row.currency(), row.member(), row.rows(), row.cents());
  }
}
