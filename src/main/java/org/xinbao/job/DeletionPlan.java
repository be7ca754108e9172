package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.retention.Hold;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.store.KeptIdentities.KeptIdentity;
import org.xinbao.store.LoanRange;
import org.xinbao.store.LoanRows;
import org.xinbao.store.RegisterEntry;
import org.xinbao.store.StateCursor;
import org.xinbao.store.StateView;

/**
 * Goes through the register and writes down, loan by loan, which records have expired, which fall
 * due soon, and which loans may be forgotten. It changes nothing.
 */
final class DeletionPlan implements Closeable {

  /** How far the list of records that fall due looks ahead. */
  static final int DAYS_AHEAD = 90;

  /** A closed loan is in the exports of so many days (rulings 5). */
  static final int DAYS_IN_EXPORT = 62;

  /**
   * A notice that was sent more than so many days before a record begins cannot belong to it,
   * whatever {@code notice.ahead-days} says.
   */
  private static final int NOTICE_DAYS = 366;

  private final int date;
  private final Keeping keeping;
  private final DeletionLists lists;
  private final LineFile removals;
  private final LineFile identities;
  private final LineFile forgotten;
  private final LineFile notices;
  private final StateCursor states;
  private Optional<String> state;
  private long loansForgotten;

  /** The cursor's view stays the caller's. */
  DeletionPlan(int date, Keeping keeping, DeletionWork work, DeletionLists lists, StateView view)
      throws IOException {
    this.date = date;
    this.keeping = keeping;
    this.lists = lists;
    this.removals = new LineFile(work.removals());
    this.identities = new LineFile(work.identities());
    this.forgotten = new LineFile(work.forgotten());
    this.notices = new LineFile(work.notices());
    this.states = view.read(LoanRange.ALL);
    this.state = nextState();
  }

  /** Goes through all loans that have a record or had one. */
  void run(Stores stores) throws IOException {
    LoanRows<RegisterEntry> register = stores.register().read(LoanRange.ALL);
    LoanRows<KeptIdentity> kept = stores.identities().read(LoanRange.ALL);
    LoanRows<DecisionRow> decisions = stores.decisions().read(LoanRange.ALL);
    while (true) {
      Optional<String> next =
          Stream.of(register.nextLoan(), kept.nextLoan())
              .flatMap(Optional::stream)
              .min(LoanCursor.ORDER);
      if (next.isEmpty()) {
        return;
      }
      String loanId = next.get();
      List<RegisterEntry> entries = register.take(loanId);
      List<KeptIdentity> identity = kept.take(loanId);
      List<Hold> holds = HoldDecisions.holds(decisions.take(loanId));
      loan(loanId, entries, identity.stream().findFirst(), holds);
    }
  }

  /** How many loans are forgotten. */
  long loansForgotten() {
    return loansForgotten;
  }

  private void loan(
      String loanId, List<RegisterEntry> entries, Optional<KeptIdentity> kept, List<Hold> holds)
      throws IOException {
    List<RegisterEntry> remaining = new ArrayList<>();
    List<RegisterEntry> expired = new ArrayList<>();
    int knownUntil = kept.map(KeptIdentity::until).orElse(Day.NONE);
    for (RegisterEntry each : entries) {
      int lastKept = lastKept(each, holds);
      if (lastKept >= date) {
        remaining.add(each);
        due(each, holds);
      } else {
        expired.add(each);
        removals.line(Tsv.line(loanId, each.overdueFrom()));
        lists.deleted(each, lastKept, rule(each, lastKept));
        knownUntil = Math.max(knownUntil, lastKept + keeping.identityDays());
      }
    }
    if (remaining.isEmpty() && knownUntil != Day.NONE) {
      identity(loanId, kept, knownUntil);
    } else if (!expired.isEmpty()) {
      notices(loanId, expired, remaining);
    }
  }

  /**
   * The last day on which a record is kept, {@link Hold#OPEN_END} while there is none. One that was
   * voided goes with the files that list it.
   */
  private int lastKept(RegisterEntry entry, List<Hold> holds) {
    if (entry.retained().state() == RecordState.VOID) {
      return entry.lastChangedOn() + keeping.registerFilesDays();
    }
    int from = Retention.deletedFrom(entry.retained(), holds);
    return from == Hold.OPEN_END ? Hold.OPEN_END : from - 1;
  }

  private static String rule(RegisterEntry entry, int lastKept) {
    if (entry.retained().state() == RecordState.VOID) {
      return "VOID";
    }
    return lastKept > entry.retained().retainUntil() ? "HOLD_ENDED" : "EXPIRED";
  }

  private void due(RegisterEntry entry, List<Hold> holds) throws IOException {
    RetainedRecord retained = entry.retained();
    boolean hasClock = retained.retainUntil() != Day.NONE && retained.state() != RecordState.VOID;
    if (hasClock && retained.retainUntil() <= date + DAYS_AHEAD) {
      int from = Retention.deletedFrom(retained, holds);
      lists.due(entry, from == Hold.OPEN_END ? Day.NONE : from);
    }
  }

  /** The loan has no record left: it is forgotten once nobody needs to know it (rulings 38). */
  private void identity(String loanId, Optional<KeptIdentity> kept, int until) throws IOException {
    if (until < date && mayBeForgotten(loanId)) {
      forgotten.line(loanId);
      loansForgotten++;
      if (kept.isPresent()) {
        identities.line(Tsv.line(loanId, Day.NONE));
      }
    } else if (!kept.map(KeptIdentity::until).equals(Optional.of(until))) {
      identities.line(Tsv.line(loanId, until));
    }
  }

  /** A loan that is open or still exported is needed by the night. */
  private boolean mayBeForgotten(String loanId) throws IOException {
    while (state.isPresent() && LoanCursor.ORDER.compare(state.get(), loanId) < 0) {
      state = nextState();
    }
    if (!state.equals(Optional.of(loanId))) {
      return true;
    }
    LoanState known = LoanState.parse(states.payload());
    return !known.open()
        && known.closedOn() != Day.NONE
        && known.closedOn() + DAYS_IN_EXPORT < date;
  }

  private Optional<String> nextState() throws IOException {
    return states.advance() ? Optional.of(states.loanId()) : Optional.empty();
  }

  /** Notices of a deleted record go with it, unless they can belong to one that remains. */
  private void notices(String loanId, List<RegisterEntry> expired, List<RegisterEntry> remaining)
      throws IOException {
    int upTo =
        expired.stream()
            .mapToInt(each -> each.retained().record().endedOn())
            .max()
            .orElse(Day.NONE);
    int before =
        remaining.stream().mapToInt(RegisterEntry::overdueFrom).min().orElse(Hold.OPEN_END);
    int last = Math.min(upTo, before - NOTICE_DAYS - 1);
    if (upTo != Day.NONE) {
      notices.line(Tsv.line(loanId, last));
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : List.<Closeable>of(removals, identities, forgotten, notices)) {
      each.close();
    }
  }
}
