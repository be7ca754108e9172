package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;

/**
 * The reports of an account that are remembered one by one, by report date: those of the last
 * {@link #MONTHS} months reported. What is older is known to the bureau only: it is neither
 * compared with today's data nor corrected by a decision.
 *
 * <p>Kept as text and read only when a decision or changed data ask for it: a night passes over
 * millions of accounts for which they do not.
 *
 * @param text the reports divided by commas
 */
record History(String text) {

  /** Twelve months: about 30 bytes each in the state of every account. */
  static final int MONTHS = 12;

  static final History NONE = new History("");

  static History of(List<ToldReport> reports) {
    List<ToldReport> kept = new ArrayList<>(reports);
    kept.sort(Comparator.comparingInt(ToldReport::rptDate));
    long months = kept.stream().filter(ToldReport::isMonthly).count();
    while (months > MONTHS) {
      months -= kept.remove(0).isMonthly() ? 1 : 0;
    }
    return new History(kept.stream().map(ToldReport::toText).collect(Collectors.joining(",")));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The reports by report date. */
  List<ToldReport> reports() {
    List<ToldReport> reports = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String each : text.split(",", -1)) {
        reports.add(ToldReport.parse(each));
      }
    }
    return reports;
  }

  /** The reports with segment H, by report date. */
  List<ToldReport> monthly() {
    return reports().stream().filter(ToldReport::isMonthly).toList();
  }

  /** The last report with segment H. */
  Optional<ToldReport> lastMonthly() {
    List<ToldReport> monthly = monthly();
    return monthly.isEmpty() ? Optional.empty() : Optional.of(monthly.get(monthly.size() - 1));
  }

  /** The report of a date that has a segment. */
  Optional<ToldReport> find(int rptDate, Segment segment) {
    return reports().stream()
        .filter(each -> each.rptDate() == rptDate && each.has(segment))
        .findFirst();
  }

  /** Report date of the last report with segment H, none without one; read from its end. */
  int lastMonthlyOn() {
    int end = text.length();
    while (end > 0) {
      int start = text.lastIndexOf(',', end - 1) + 1;
      if (ToldReport.isMonthly(text, start)) {
        return ToldReport.rptDate(text, start);
      }
      end = start - 1;
    }
    return Day.NONE;
  }

  /** With one more report. The usual one, later than all others, is put at the end as text. */
  History plus(ToldReport report) {
    int last = text.lastIndexOf(',') + 1;
    if (!text.isEmpty() && report.rptDate() < ToldReport.rptDate(text, last)) {
      List<ToldReport> reports = reports();
      reports.add(report);
      return of(reports);
    }
    String all = text.isEmpty() ? report.toText() : text + "," + report.toText();
    int months = 0;
    for (int start = 0; start >= 0; start = next(all, start)) {
      months += ToldReport.isMonthly(all, start) ? 1 : 0;
    }
    int from = 0;
    while (months > MONTHS) {
      months -= ToldReport.isMonthly(all, from) ? 1 : 0;
      from = next(all, from);
    }
    return new History(all.substring(from));
  }

  /** The reports of {@code onto} with what came and went from {@code from} to here. */
  History rebased(History from, History onto) {
    List<ToldReport> before = from.reports();
    List<ToldReport> now = reports();
    List<ToldReport> kept = new ArrayList<>(onto.reports());
    kept.removeIf(each -> before.contains(each) && !now.contains(each));
    now.stream().filter(each -> !before.contains(each) && !kept.contains(each)).forEach(kept::add);
    return of(kept);
  }

  /** Where the next report begins, or -1. */
  private static int next(String reports, int start) {
    int comma = reports.indexOf(',', start);
    return comma < 0 ? -1 : comma + 1;
  }

  /** The report of a date and kind replaced by another. */
  History replacing(ToldReport report, UnaryOperator<ToldReport> change) {
    return of(
        reports().stream().map(each -> each.equals(report) ? change.apply(each) : each).toList());
  }

  /** Without a segment in a period whose ends may be open. */
  History without(Segment segment, int from, int to) {
    List<ToldReport> left = new ArrayList<>();
    for (ToldReport each : reports()) {
      boolean within = each.rptDate() >= from && (to == Day.NONE || each.rptDate() <= to);
      (within ? each.without(segment) : Optional.of(each)).ifPresent(left::add);
    }
    return of(left);
  }
}
