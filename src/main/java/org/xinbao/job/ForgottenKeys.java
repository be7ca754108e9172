package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.Bureau;
import org.xinbao.store.LoanRange;
import org.xinbao.store.SnapshotInfo;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.StateCursor;
import org.xinbao.store.StateView;

/**
 * Takes forgotten loans out of what is remembered of customers and facilities (rulings 38): a
 * customer without another loan is forgotten too, elsewhere the loan is no longer named. Holds the
 * loans that one retention run forgets in memory.
 */
final class ForgottenKeys {

  private final List<Bureau> bureaux;
  private final Set<String> loans = new HashSet<>();

  /** What loans' states call their customers: the beginning of {@link CustomerKey}. */
  private final Set<String> customers = new HashSet<>();

  /** Facilities whose merged account has none but forgotten loans. */
  private final Set<String> accounts = new HashSet<>();

  private ForgottenKeys(List<Bureau> bureaux) {
    this.bureaux = List.copyOf(bureaux);
  }

  /**
   * Finds the customers that go with their loans.
   *
   * @param view the loans' state before they are taken out
   */
  static ForgottenKeys of(List<Bureau> bureaux, DeletionWork work, StateView view)
      throws IOException {
    ForgottenKeys keys = new ForgottenKeys(bureaux);
    try (PartLines<String> lines = work.lines(work.forgotten(), line -> line)) {
      lines.forEachRemaining(keys.loans::add);
    }
    for (StateCursor each = view.read(LoanRange.ALL); each.advance(); ) {
      if (keys.loans.contains(each.loanId())) {
        LoanState state = LoanState.parse(each.payload());
        keys.customers.add(state.customerHash());
        keys.accounts.addAll(keys.accounts(state));
      }
    }
    if (!keys.customers.isEmpty()) {
      for (StateCursor each = view.read(LoanRange.ALL); each.advance(); ) {
        if (!keys.loans.contains(each.loanId())) {
          LoanState state = LoanState.parse(each.payload());
          keys.customers.remove(state.customerHash());
          keys.accounts.removeAll(keys.accounts(state));
        }
      }
    }
    return keys;
  }

  /** The facilities under whose accounts a loan is reported. */
  private Set<String> accounts(LoanState state) {
    Set<String> facilities = new HashSet<>();
    for (Bureau each : bureaux) {
      String told = state.reported().getOrDefault(each.name(), "");
      each.mergedUnder(told).ifPresent(facilities::add);
    }
    return facilities;
  }

  /** Writes both states anew, unseen until they get their names. */
  List<DeletionWork.State> rewrite(Stores stores, SnapshotKey key) throws IOException {
    List<DeletionWork.State> states = new ArrayList<>();
    for (StateName.Kind kind : List.of(StateName.Kind.CUSTOMERS, StateName.Kind.FACILITIES)) {
      if (stores.states(kind).exists(key)) {
        states.add(rewrite(stores, kind, key));
      }
    }
    return states;
  }

  private DeletionWork.State rewrite(Stores stores, StateName.Kind kind, SnapshotKey key)
      throws IOException {
    SnapshotInfo info =
        stores
            .states(kind)
            .rewrite(
                key, (id, payload) -> isForgotten(kind, id) ? Optional.empty() : kept(id, payload));
    return new DeletionWork.State(new StateName(kind, key), info.sha256());
  }

  private boolean isForgotten(StateName.Kind kind, String id) {
    return kind == StateName.Kind.CUSTOMERS
        && id.length() >= LoanState.HASH_LENGTH
        && customers.contains(id.substring(0, LoanState.HASH_LENGTH));
  }

  /** The row without the loans' ids; none when nothing is left to remember. */
  private Optional<byte[]> kept(String id, byte[] payload) {
    KeyState state = KeyState.parse(payload);
    SortedMap<String, String> reported = new TreeMap<>(state.reported());
    for (Bureau each : bureaux) {
      reported.computeIfPresent(each.name(), (name, told) -> each.forgotten(told, loans::contains));
      if (accounts.contains(id)) {
        reported.remove(AccountNight.stateName(each.name()));
      }
    }
    KeyState now = new KeyState(reported);
    return now.isEmpty() ? Optional.empty() : Optional.of(now.toBytes());
  }
}
