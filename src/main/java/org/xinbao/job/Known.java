package org.xinbao.job;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.store.RegisterEntry;

/**
 * What is known of a loan from earlier nights.
 *
 * @param stored what the last snapshot and the queue hold
 * @param state the snapshot's row, with the bureaux' answers since then
 * @param register its adverse records as published, voided ones included
 * @param queue reports still to be sent, by bureau, likewise
 * @param notices notices seen in earlier exports
 * @param decisions decisions seen in earlier exports
 */
record Known(
    Stored stored,
    Optional<LoanState> state,
    List<RegisterEntry> register,
    SortedMap<String, List<QueuedReport>> queue,
    List<NoticeRow> notices,
    List<DecisionRow> decisions) {

  /** What was written by the night before. */
  record Stored(Optional<LoanState> state, SortedMap<String, List<QueuedReport>> queue) {}

  /** With what bureaux were told meanwhile, and what is queued for them. */
  Known with(SortedMap<String, String> reported, SortedMap<String, List<QueuedReport>> queues) {
    return new Known(
        stored, state.map(each -> each.with(reported)), register, queues, notices, decisions);
  }

  /** The same loan with answers taken in. */
  Known answered(LoanState now, SortedMap<String, List<QueuedReport>> queued) {
    return new Known(stored, Optional.of(now), register, queued, notices, decisions);
  }

  /** Whether an earlier night knew the loan at all. */
  boolean isKnown() {
    return state.isPresent() || !register.isEmpty();
  }
}
