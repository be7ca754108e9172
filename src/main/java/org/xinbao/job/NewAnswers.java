package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinbao.bureau.Answered;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.store.AnsweredFile;
import org.xinbao.store.RejectedRow;

/**
 * What bureaux have answered since the night before: the feedback files that the night is the first
 * to use. Their numbers are fixed at its start, so that a resumed or repeated run uses the same
 * (rulings 15).
 */
final class NewAnswers {

  private final int businessDate;
  private final List<Bureau> bureaux;
  private final List<AnsweredFile> files;

  private NewAnswers(int businessDate, List<Bureau> bureaux, List<AnsweredFile> files) {
    this.businessDate = businessDate;
    this.bureaux = bureaux;
    this.files = List.copyOf(files);
  }

  static NewAnswers of(NightRun night) {
    long last = night.run().input().feedbackNo();
    long after = after(night);
    return new NewAnswers(
        night.date(),
        night.bureaux(),
        after < last ? night.stores().feedbacks().answers(after, last) : List.of());
  }

  /** The last number that the state which the night builds on has taken in. */
  static long after(NightRun night) {
    return night.previous().map(run -> run.input().feedbackNo()).orElse(0L);
  }

  /** The types of records about loans, and about the accounts that some of them are merged in. */
  static List<String> recordTypesOfLoans(NightRun night) {
    return night.bureaux().stream()
        .flatMap(each -> each.recordTypes().stream().filter(type -> !isByKey(each, type)))
        .toList();
  }

  /** Whether records of a type are about customers or facilities. */
  static boolean isByKey(Bureau bureau, String recordType) {
    return Stream.of(Fact.By.values()).anyMatch(by -> bureau.recordTypes(by).contains(recordType));
  }

  int businessDate() {
    return businessDate;
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** The loan as it is known once the answers are taken in. */
  Known take(String loanId, Known known, List<RejectedRow> rejected) {
    if (known.state().isEmpty()) {
      return known;
    }
    SortedMap<String, String> reported = new TreeMap<>(known.state().get().reported());
    SortedMap<String, List<QueuedReport>> queue = new TreeMap<>(known.queue());
    for (Bureau bureau : bureaux) {
      List<FileAnswer> answers = of(bureau.name(), loanId, rejected);
      String before = reported.getOrDefault(bureau.name(), "");
      if (!answers.isEmpty()) {
        Answered answered = bureau.answered(before, businessDate, answers);
        reported.put(bureau.name(), answered.reported());
        queue.put(
            bureau.name(),
            merged(queue.getOrDefault(bureau.name(), List.of()), answered.repeats()));
      }
    }
    return known.answered(known.state().get().withReported(reported), queue);
  }

  /**
   * The answers of a bureau to files that may hold records of a loan, customer or facility.
   *
   * @param rejected its rejected records
   */
  List<FileAnswer> of(String bureau, String loanId, List<RejectedRow> rejected) {
    List<FileAnswer> answers = new ArrayList<>(1);
    for (AnsweredFile file : files) {
      if (file.bureau().equals(bureau) && file.mayHold(loanId)) {
        List<RejectedRecord> own =
            rejected.stream()
                .filter(each -> each.feedbackNo() == file.feedbackNo())
                .map(each -> new RejectedRecord(each.reportDate(), each.place(), each.codes()))
                .toList();
        answers.add(
            new FileAnswer(
                file.recordType(), file.businessDate(), file.version(), file.fileCodes(), own));
      }
    }
    return answers;
  }

  /** A repeat takes the place of what is queued for its report date, since the same day. */
  private static List<QueuedReport> merged(List<QueuedReport> queued, List<QueuedReport> repeats) {
    SortedMap<Integer, QueuedReport> all = new TreeMap<>();
    queued.forEach(each -> all.put(each.reportDate(), each));
    for (QueuedReport each : repeats) {
      int since =
          Optional.ofNullable(all.get(each.reportDate()))
              .map(before -> Math.min(before.since(), each.since()))
              .orElse(each.since());
      all.put(each.reportDate(), new QueuedReport(each.reportDate(), since, each.code()));
    }
    return List.copyOf(all.values());
  }
}
