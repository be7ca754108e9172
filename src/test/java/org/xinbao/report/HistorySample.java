package org.xinbao.report;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.DatedFigures;

/** Figures of earlier month-ends. */
final class HistorySample {

  /**
   * The month-ends of June, July and September 2026; August was never run. Of JIEBEI 1,000.00 were
   * lent in June and 500.00 in August, of HUABEI 2,000.00 in June.
   */
  static List<DatedFigures> history() {
    return List.of(
        new DatedFigures(
            Day.of(2026, 6, 30),
            Figures.of(
                List.of(
                    figure("VINTAGE", "JIEBEI", "2026-06", 10, 100_000),
                    figure("VINTAGE", "HUABEI", "2026-06", 20, 200_000),
                    figure("ENTERED", "JIEBEI", "1", 8, 4_000),
                    figure("ENTERED", "JIEBEI", "4", 6, 3_000),
                    figure("ENTERED", "JIEBEI", "8", 5, 2_500),
                    figure("RECOVERED", "JIEBEI", "2026-06", 3, 900)))),
        new DatedFigures(
            Day.of(2026, 7, 31),
            Figures.of(
                List.of(
                    figure("VINTAGE", "JIEBEI", "2026-06", 9, 90_000),
                    figure("VINTAGE", "HUABEI", "2026-06", 20, 200_000),
                    figure("VINTAGE_30", "JIEBEI", "2026-06", 1, 5_000),
                    figure("RECOVERED", "JIEBEI", "2026-05", 4, 400),
                    figure("RECOVERED", "JIEBEI", "2026-06", 2, 600)))),
        new DatedFigures(
            Day.of(2026, 9, 30),
            Figures.of(
                List.of(
                    figure("VINTAGE", "JIEBEI", "2026-06", 8, 80_000),
                    figure("VINTAGE", "HUABEI", "2026-06", 18, 180_000),
                    figure("VINTAGE", "JIEBEI", "2026-08", 5, 50_000),
                    figure("VINTAGE_30", "JIEBEI", "2026-06", 2, 12_000),
                    figure("VINTAGE_30", "HUABEI", "2026-06", 1, 18_000),
                    figure("VINTAGE_90", "JIEBEI", "2026-06", 1, 5_000),
                    figure("ENTERED", "HUABEI", "1", 2, 1_000)))));
  }

  private static Figure figure(
      String measure, String product, String member, long count, long cents) {
    return new Figure(measure, product, "CNY", member, count, cents);
  }

  private HistorySample() {}
}
