package org.xinbao.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput;
import org.xinbao.store.FeedbackTotals;
import org.xinbao.store.Submissions;

/**
 * What bureaux have answered, and which files are without an answer for longer than {@code
 * unanswered-after-days}, as a night knows it by its feedback number (rulings 3, 15).
 */
final class BureauAnswers {

  /** Files named in {@code run.json}; their number is always told. */
  private static final int FILES_NAMED = 100;

  private final NightRun night;

  BureauAnswers(NightRun night) {
    this.night = night;
  }

  /** For people: in records, by bureau; only bureaux that there is something to say about. */
  List<ReportInput.Feedback> forReports() {
    SortedMap<String, FeedbackTotals> answered =
        night.stores().feedbacks().totals(night.run().input().feedbackNo());
    SortedMap<String, FeedbackTotals> waiting = unanswered();
    TreeSet<String> bureaux = new TreeSet<>(answered.keySet());
    bureaux.addAll(waiting.keySet());
    List<ReportInput.Feedback> rows = new ArrayList<>();
    for (String bureau : bureaux) {
      FeedbackTotals told = answered.getOrDefault(bureau, FeedbackTotals.NONE);
      long open = waiting.getOrDefault(bureau, FeedbackTotals.NONE).stored();
      rows.add(new ReportInput.Feedback(bureau, told.stored(), told.rejected(), 0, open));
    }
    return rows;
  }

  /** For {@code run.json}: how many files, and the oldest of them. */
  Map<String, Object> forJson() {
    Map<String, Object> unanswered = new LinkedHashMap<>();
    unanswered.put("after_days", night.settings().unansweredAfterDays());
    unanswered.put("count", unanswered().values().stream().mapToLong(FeedbackTotals::files).sum());
    List<Map<String, Object>> files = new ArrayList<>();
    for (Submissions.Unanswered each :
        night.stores().submissions().listUnanswered(lastDay(), feedbackNo(), FILES_NAMED)) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("bureau", each.bureau());
      file.put("file", each.fileName());
      file.put("records", each.records());
      file.put("business_date", Day.format(each.businessDate()));
      files.add(file);
    }
    unanswered.put("oldest", files);
    return unanswered;
  }

  private SortedMap<String, FeedbackTotals> unanswered() {
    return night.stores().submissions().unanswered(lastDay(), feedbackNo());
  }

  private int lastDay() {
    return night.date() - night.settings().unansweredAfterDays();
  }

  private long feedbackNo() {
    return night.run().input().feedbackNo();
  }
}
