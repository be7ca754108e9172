package org.xinbao.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.report.ReportInput;
import org.xinbao.report.ReportInput.Answers;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Feedback;
import org.xinbao.report.ReportInput.UnansweredFile;
import org.xinbao.store.FeedbackTotals;
import org.xinbao.store.Submissions;

/**
 * What bureaux have answered, and which files are without an answer for longer than {@code
 * unanswered-after-days}, as a night knows it by its feedback number (rulings 3, 15).
 */
final class BureauAnswers {

  /** Files named in {@code run.json}; their number is always told. */
  private static final int FILES_NAMED = 100;

  /** How the hold codes of rejected records begin, each followed by the bureau's code. */
  private static final String WAITING = "REJECTED";

  private final NightRun night;

  BureauAnswers(NightRun night) {
    this.night = night;
  }

  /**
   * For people: in records, by bureau; only bureaux that there is something to say about. A
   * rejected record waits in the queue until it can be sent again; what does not wait is corrected.
   *
   * @param held what is held back tonight, by bureau and code
   */
  Answers forReports(List<CodeCount> held) {
    SortedMap<String, FeedbackTotals> answered = night.stores().feedbacks().totals(feedbackNo());
    SortedMap<String, FeedbackTotals> open = unanswered();
    TreeSet<String> bureaux = new TreeSet<>(answered.keySet());
    bureaux.addAll(open.keySet());
    List<Feedback> rows = new ArrayList<>();
    for (String bureau : bureaux) {
      FeedbackTotals told = answered.getOrDefault(bureau, FeedbackTotals.NONE);
      long waiting =
          held.stream()
              .filter(each -> each.group().equals(bureau) && each.code().startsWith(WAITING))
              .mapToLong(CodeCount::count)
              .sum();
      rows.add(
          new Feedback(
              bureau,
              told.stored(),
              told.rejected(),
              Math.max(0, told.rejected() - waiting),
              open.getOrDefault(bureau, FeedbackTotals.NONE).stored()));
    }
    List<CodeCount> refusals =
        night.stores().rejectedRecords().reasons(feedbackNo()).stream()
            .map(each -> new CodeCount(each.bureau(), codes(each.codes()), each.records()))
            .toList();
    List<UnansweredFile> files =
        night
            .stores()
            .submissions()
            .listUnanswered(answering(), lastDay(), feedbackNo(), ReportInput.LISTING_LIMIT)
            .stream()
            .map(
                each ->
                    new UnansweredFile(
                        each.bureau(), each.fileName(), each.records(), each.businessDate()))
            .toList();
    return new Answers(rows, refusals, files);
  }

  private static String codes(List<RejectionCode> codes) {
    return codes.stream()
        .map(each -> each.tag().isEmpty() ? each.code() : each.code() + " " + each.tag())
        .collect(Collectors.joining(", "));
  }

  /** For {@code run.json}: how many files, and the oldest of them. */
  Map<String, Object> forJson() {
    Map<String, Object> unanswered = new LinkedHashMap<>();
    unanswered.put("after_days", night.settings().unansweredAfterDays());
    unanswered.put("count", unanswered().values().stream().mapToLong(FeedbackTotals::files).sum());
    List<Map<String, Object>> files = new ArrayList<>();
    for (Submissions.Unanswered each :
        night
            .stores()
            .submissions()
            .listUnanswered(answering(), lastDay(), feedbackNo(), FILES_NAMED)) {
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
    return night.stores().submissions().unanswered(answering(), lastDay(), feedbackNo());
  }

  /** The bureaux that answer files. */
  private List<String> answering() {
    return night.bureaux().stream().filter(Bureau::answersFiles).map(Bureau::name).toList();
  }

  private int lastDay() {
    return night.date() - night.settings().unansweredAfterDays();
  }

  private long feedbackNo() {
    return night.run().input().feedbackNo();
  }
}
