package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.bureau.RejectionCode;

/**
 * What the bureau's answers make of an account's sent records (rulings 3).
 *
 * <ul>
 *   <li>A record of an answered file that is not rejected is accepted. It becomes the last accepted
 *       state once no earlier record waits.
 *   <li>A rejected record is taken out, with what it alone had told. The records sent after it are
 *       in doubt, since they were decided on it: they do not count, and are to be repeated unless
 *       the bureau turns out to have accepted them. They are not sent again before that is known,
 *       so that there are never two accepted records of one report date.
 *   <li>{@code ABR004} and {@code BLR027} say that the bureau has the report already: it counts as
 *       accepted, since a repeat would meet the same answer for ever.
 *   <li>{@code BLR004} and {@code BLR005} say that the bureau does not know the account: unless an
 *       earlier record waits, nothing counts as accepted and the account is reported anew.
 *   <li>A rejected record that is no longer kept, see {@link SentHistory#NIGHTS_MAX}, cannot be
 *       taken out; but which segments the bureau has is not sure any more, so the next record has
 *       all.
 * </ul>
 */
final class SentAnswers {

  private static final Set<String> STORED = Set.of("ABR004", "BLR027");
  private static final Set<String> UNKNOWN_ACCOUNT = Set.of("BLR004", "BLR005");

  private final SentRecords before;
  private final List<FileAnswer> answers;
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<SentRecord> waiting = new ArrayList<>();
  private final List<SentRecord> doubts = new ArrayList<>();
  private final List<SentKey> newDoubts = new ArrayList<>();
  private final Set<RejectedRecord> matched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<SentKey, Integer> places = new HashMap<>();
  private ReportedState accepted;

  /**
   * A record that the bureau rejected.
   *
   * @param codes at least one
   */
  record Rejection(SentKey key, List<RejectionCode> codes) {}

  private SentAnswers(SentRecords before, List<FileAnswer> answers) {
    this.before = before;
    this.answers = answers;
    this.accepted = before.accepted();
  }

  static SentAnswers of(SentRecords before, List<FileAnswer> answers) {
    SentAnswers after = new SentAnswers(before, answers);
    after.takeWaiting();
    after.takeDoubts();
    after.takeForgotten();
    return after;
  }

  /** The records that were rejected, in the order in which they were sent. */
  List<Rejection> rejected() {
    return List.copyOf(rejected);
  }

  /** The records that came to be in doubt, in the order in which they were sent. */
  List<SentKey> newDoubts() {
    return List.copyOf(newDoubts);
  }

  /** The history as it is now. */
  String toText() {
    List<SentRecord> chain = new ArrayList<>();
    ReportedState state = accepted;
    for (SentRecord each : waiting) {
      SentRecord next = each.rebased(state);
      chain.add(next);
      state = next.after();
    }
    List<SentRecord> oldestFirst = new ArrayList<>(doubts);
    oldestFirst.sort(Comparator.comparingInt(each -> each.key().businessDate()));
    return new SentRecords(accepted, chain, oldestFirst).toText();
  }

  private void takeWaiting() {
    boolean doubtful = false;
    for (SentRecord each : before.waiting()) {
      Optional<Optional<List<RejectionCode>>> answer = answer(each.key());
      if (each.isAccepted() || (answer.isPresent() && isTold(answer.get()))) {
        waiting.add(each.accepted());
      } else if (answer.isPresent()) {
        reject(each, answer.get().orElseThrow());
        doubtful = true;
      } else if (doubtful) {
        doubts.add(each);
        newDoubts.add(each.key());
      } else {
        waiting.add(each);
      }
    }
  }

  private void reject(SentRecord record, List<RejectionCode> codes) {
    rejected.add(new Rejection(record.key(), codes));
    boolean unknown = codes.stream().anyMatch(each -> UNKNOWN_ACCOUNT.contains(each.code()));
    if (unknown && waiting.isEmpty()) {
      accepted = ReportedState.NONE;
    }
  }

  private void takeDoubts() {
    for (SentRecord each : before.doubts()) {
      Optional<Optional<List<RejectionCode>>> answer = answer(each.key());
      if (answer.isEmpty()) {
        doubts.add(each);
      } else if (isTold(answer.get())) {
        waiting.add(each.accepted());
      } else {
        rejected.add(new Rejection(each.key(), answer.get().orElseThrow()));
      }
    }
  }

  private void takeForgotten() {
    for (FileAnswer answer : answers) {
      for (RejectedRecord each : answer.rejected()) {
        if (!matched.contains(each) && !isTold(Optional.of(each.codes()))) {
          SentKey key =
              new SentKey(
                  answer.businessDate(), answer.version(), answer.recordType(), each.reportDate());
          rejected.add(new Rejection(key, each.codes()));
          accepted = accepted.withoutSegments();
        }
      }
    }
  }

  /** Empty when there is no answer; else why the record was rejected, empty when accepted. */
  private Optional<Optional<List<RejectionCode>>> answer(SentKey key) {
    int place = places.merge(key, 1, Integer::sum);
    for (FileAnswer each : answers) {
      if (each.recordType().equals(key.recordType())
          && each.businessDate() == key.businessDate()
          && each.version() == key.version()) {
        each.rejected().stream()
            .filter(one -> one.reportDate() == key.rptDate() && one.place() == place)
            .forEach(matched::add);
        return Optional.of(each.rejection(key.rptDate(), place));
      }
    }
    return Optional.empty();
  }

  private static boolean isTold(Optional<List<RejectionCode>> rejection) {
    return rejection.isEmpty()
        || rejection.get().stream().anyMatch(each -> STORED.contains(each.code()));
  }
}
