package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.ledger.LoanRange;
import org.xinbao.store.LoanRows;
import org.xinbao.store.RejectedRow;

/**
 * What bureaux have answered since the night before about the customers or facilities of a range.
 */
final class KeyAnswers {

  private final NewAnswers answers;
  private final List<Bureau> bureaux;
  private final Fact.By by;
  private final Optional<LoanRows<RejectedRow>> rejected;

  private KeyAnswers(
      NewAnswers answers,
      List<Bureau> bureaux,
      Fact.By by,
      Optional<LoanRows<RejectedRow>> rejected) {
    this.answers = answers;
    this.bureaux = bureaux;
    this.by = by;
    this.rejected = rejected;
  }

  static KeyAnswers open(NightRun night, Fact.By by, LoanRange range) {
    List<Bureau> bureaux =
        night.bureaux().stream().filter(each -> each.secondPass().contains(by)).toList();
    List<String> types =
        bureaux.stream().flatMap(each -> each.recordTypes(by).stream()).distinct().toList();
    NewAnswers answers = NewAnswers.of(night);
    if (answers.isEmpty() || types.isEmpty()) {
      return new KeyAnswers(answers, bureaux, by, Optional.empty());
    }
    return new KeyAnswers(
        answers,
        bureaux,
        by,
        Optional.of(
            night
                .stores()
                .rejectedRecords()
                .read(
                    new org.xinbao.store.LoanRange(range.fromLoanId(), range.toLoanId()),
                    types,
                    NewAnswers.after(night),
                    night.run().input().feedbackNo())));
  }

  /** The state of a key once the answers are taken in; keys must not go down. */
  KeyState take(String key, KeyState state) {
    if (rejected.isEmpty() || state.isEmpty()) {
      return state;
    }
    List<RejectedRow> rows = rejected.get().take(key);
    SortedMap<String, String> reported = new TreeMap<>(state.reported());
    for (Bureau bureau : bureaux) {
      List<FileAnswer> own = new ArrayList<>();
      for (FileAnswer each : answers.of(bureau.name(), key, rows)) {
        if (bureau.recordTypes(by).contains(each.recordType())) {
          own.add(each);
        }
      }
      if (!own.isEmpty()) {
        reported.put(bureau.name(), bureau.answeredKey(state.of(bureau.name()), own));
      }
    }
    return new KeyState(reported);
  }
}
