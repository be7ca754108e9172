package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.store.LoanRows;
import org.xinbao.store.QueueEntry;
import org.xinbao.store.RegisterEntry;
import org.xinbao.store.RejectedRow;
import org.xinbao.store.StateCursor;

/**
 * What earlier nights know of the loans of a range, read along with the export in the order of
 * loans.
 */
final class KnownReader {

  private static final Known NOTHING =
      new Known(
          new Known.Stored(Optional.empty(), new TreeMap<>()),
          Optional.empty(),
          List.of(),
          new TreeMap<>(),
          List.of(),
          List.of());

  private final StateCursor states;
  private final LoanRows<RegisterEntry> register;
  private final LoanRows<QueueEntry> queue;
  private final LoanRows<NoticeRow> notices;
  private final LoanRows<DecisionRow> decisions;
  private final LoanRows<RejectedRow> rejected;
  private final NewAnswers answers;
  private Optional<String> state;

  private KnownReader(NightRun night, LoanRange range) throws IOException {
    org.xinbao.store.LoanRange rows =
        new org.xinbao.store.LoanRange(range.fromLoanId(), range.toLoanId());
    states = night.before().read(rows);
    Stores stores = night.stores();
    register = stores.register().read(rows);
    queue = stores.queue().read(rows);
    notices = stores.notices().read(rows);
    decisions = stores.decisions().read(rows, night.run().input().decisionNo());
    rejected =
        stores
            .rejectedRecords()
            .read(
                rows,
                NewAnswers.recordTypesOfLoans(night),
                NewAnswers.after(night),
                night.run().input().feedbackNo());
    answers = NewAnswers.of(night);
    state = nextState();
  }

  static KnownReader open(NightRun night, LoanRange range) throws IOException {
    return new KnownReader(night, range);
  }

  /** The next loan that must be visited even when the export does not have it. */
  Optional<String> peek() {
    return Stream.of(state, register.nextLoan(), queue.nextLoan())
        .flatMap(Optional::stream)
        .min(LoanCursor.ORDER);
  }

  /** What is known of a loan; ids must not go down from one call to the next. */
  Known take(String loanId) throws IOException {
    Optional<LoanState> own = Optional.empty();
    if (state.isPresent() && state.get().equals(loanId)) {
      own = Optional.of(LoanState.parse(states.payload()));
      state = nextState();
    }
    List<RegisterEntry> records = register.take(loanId);
    SortedMap<String, List<QueuedReport>> queued = byBureau(queue.take(loanId));
    List<NoticeRow> sent = notices.take(loanId);
    List<DecisionRow> decided = decisions.take(loanId);
    if (own.isEmpty()
        && records.isEmpty()
        && queued.isEmpty()
        && sent.isEmpty()
        && decided.isEmpty()) {
      return NOTHING;
    }
    Known known = new Known(new Known.Stored(own, queued), own, records, queued, sent, decided);
    return answers.isEmpty() ? known : answers.take(loanId, known, rejected.take(loanId));
  }

  private Optional<String> nextState() throws IOException {
    return states.advance() ? Optional.of(states.loanId()) : Optional.empty();
  }

  private static SortedMap<String, List<QueuedReport>> byBureau(List<QueueEntry> entries) {
    SortedMap<String, List<QueuedReport>> queued = new TreeMap<>();
    for (QueueEntry each : entries) {
      queued.computeIfAbsent(each.bureau(), bureau -> new ArrayList<>()).add(each.report());
    }
    return queued;
  }
}
