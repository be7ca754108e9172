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
  private final Optional<LoanRows<RejectedRow>> accounts;

  private KeyAnswers(
      NewAnswers answers,
      List<Bureau> bureaux,
      Fact.By by,
      Optional<LoanRows<RejectedRow>> rejected,
      Optional<LoanRows<RejectedRow>> accounts) {
    this.answers = answers;
    this.bureaux = bureaux;
    this.by = by;
    this.rejected = rejected;
    this.accounts = accounts;
  }

  static KeyAnswers open(NightRun night, Fact.By by, LoanRange range) {
    List<Bureau> bureaux =
        night.bureaux().stream().filter(each -> each.secondPass().contains(by)).toList();
    List<String> types =
        bureaux.stream().flatMap(each -> each.recordTypes(by).stream()).distinct().toList();
    NewAnswers answers = NewAnswers.of(night);
    if (answers.isEmpty() || types.isEmpty()) {
      return new KeyAnswers(answers, bureaux, by, Optional.empty(), Optional.empty());
    }
    return new KeyAnswers(
        answers,
        bureaux,
        by,
        Optional.of(read(night, "", range, types)),
        by == Fact.By.FACILITY
            ? Optional.of(
                read(night, AccountNight.KEY, range, NewAnswers.recordTypesOfLoans(night)))
            : Optional.empty());
  }

  private static LoanRows<RejectedRow> read(
      NightRun night, String before, LoanRange range, List<String> types) {
    String to = range.toLoanId().isEmpty() ? "" : before + range.toLoanId();
    return night
        .stores()
        .rejectedRecords()
        .read(
            new org.xinbao.store.LoanRange(before + range.fromLoanId(), to),
            types,
            NewAnswers.after(night),
            night.run().input().feedbackNo());
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
    if (accounts.isPresent()) {
      takeAccount(key, state, reported);
    }
    return new KeyState(reported);
  }

  /** The records of a facility's merged account are of the types that loans have. */
  private void takeAccount(String key, KeyState state, SortedMap<String, String> reported) {
    String account = AccountNight.KEY + key;
    List<RejectedRow> rows = accounts.orElseThrow().take(account);
    for (Bureau bureau : bureaux) {
      String told = state.of(AccountNight.stateName(bureau.name()));
      List<FileAnswer> own =
          answers.of(bureau.name(), account, rows).stream()
              .filter(each -> !NewAnswers.isByKey(bureau, each.recordType()))
              .toList();
      if (!told.isEmpty() && !own.isEmpty()) {
        reported.put(
            AccountNight.stateName(bureau.name()),
            bureau.answeredAccount(told, answers.businessDate(), own));
      }
    }
  }
}
