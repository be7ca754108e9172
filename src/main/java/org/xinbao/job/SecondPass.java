package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinbao.bureau.Fact;
import org.xinbao.ledger.CustomerRows;
import org.xinbao.ledger.FactSorter;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.SortedFacts;
import org.xinbao.store.StateCursor;

/**
 * The second pass (rulings 25): what needs another key than the loan is worked by facility and then
 * by customer, over the facts that pass 1 has left, the rows of the export and the state, all in
 * the order of the key. A partition is done as a whole, as in pass 1.
 */
final class SecondPass {

  private static final int PROGRESS_EVERY = 256;

  private final NightRun night;
  private final Map<Fact.By, SortedFacts> facts = new EnumMap<>(Fact.By.class);
  private Optional<CustomerRows> customers = Optional.empty();
  private Optional<SortedFacts> accountLoans = Optional.empty();

  SecondPass(NightRun night) {
    this.night = night;
  }

  /** Sorts what pass 1 says of facilities and merged accounts; a restart does it again. */
  void prepareFacilities() throws IOException {
    if (isWanted(Fact.By.FACILITY)) {
      Parts parts = new Parts(PartFilesOf.step(night, NightlyJob.ASSESS));
      facts.put(Fact.By.FACILITY, sort(parts.existing(PartKind.FACILITY_FACTS), "facilities"));
      accountLoans = Optional.of(sort(parts.existing(PartKind.ACCOUNT_LOANS), "accounts"));
    }
  }

  /** Sorts what pass 1, the merged accounts and the export say of customers, likewise. */
  void prepareCustomers() throws IOException {
    if (isWanted(Fact.By.CUSTOMER)) {
      List<Path> files = new ArrayList<>();
      for (String step : List.of(NightlyJob.ASSESS, NightlyJob.step(Fact.By.FACILITY))) {
        files.addAll(new Parts(PartFilesOf.step(night, step)).existing(PartKind.CUSTOMER_FACTS));
      }
      facts.put(Fact.By.CUSTOMER, sort(files, "customers"));
      customers = Optional.of(night.export().customers());
    }
  }

  /** Leaves for workers what was sorted for it. */
  void share(Fact.By by, SharedNight shared) throws IOException {
    SortedFacts sorted = facts.get(by);
    if (sorted == null) {
      return;
    }
    shared.writeFacts(by, sorted);
    if (by == Fact.By.FACILITY) {
      shared.writeAccountLoans(accountLoans.orElseThrow());
    } else {
      shared.writeCustomers(customers.orElseThrow());
    }
  }

  /** The second pass by it in a worker, over what the manager has sorted. */
  static SecondPass shared(NightRun night, SharedNight shared, Fact.By by) throws IOException {
    SecondPass pass = new SecondPass(night);
    if (pass.isWanted(by)) {
      pass.facts.put(by, shared.facts(by));
      if (by == Fact.By.FACILITY) {
        pass.accountLoans = Optional.of(shared.accountLoans());
      } else {
        pass.customers = Optional.of(shared.customers());
      }
    }
    return pass;
  }

  /** Whether some bureau works by it. */
  private boolean isWanted(Fact.By by) {
    return night.bureaux().stream().anyMatch(each -> each.secondPass().contains(by));
  }

  private SortedFacts sort(List<Path> files, String name) throws IOException {
    FactSorter sorter = night.export().factSorter("facts-" + name);
    try (PartLines<String> lines = new PartLines<>(files, line -> line)) {
      while (lines.hasNext()) {
        sorter.add(lines.next());
      }
    }
    return sorter.finish();
  }

  /** Works a range of keys and records the attempt. */
  void run(Fact.By by, int partition, long attempt, LoanRange range) throws IOException {
    String step = NightlyJob.step(by);
    if (WonParts.isDone(night, step, partition)) {
      return;
    }
    PartFiles files = new PartFiles(night.staging().parts(), partition, attempt);
    // Recorded only once the files are closed: before that their last lines are not in them.
    WonParts.record(night, step, files, work(by, range, files), count(by));
  }

  private PartSummary work(Fact.By by, LoanRange range, PartFiles files) throws IOException {
    try (KeyOutput out = new KeyOutput(files, night.keyStates().plan(by))) {
      work(by, range, out);
      out.finish();
      return new PartSummary(out.counters(), out.control(), new java.util.TreeMap<>());
    }
  }

  private static Count count(Fact.By by) {
    return by == Fact.By.CUSTOMER ? Count.CUSTOMERS : Count.FACILITIES;
  }

  private void work(Fact.By by, LoanRange range, KeyOutput out) throws IOException {
    SortedFacts sorted = facts.get(by);
    NightContext context = night.context();
    StateCursor states =
        night
            .keyStates()
            .before(by)
            .read(new org.xinbao.store.LoanRange(range.fromLoanId(), range.toLoanId()));
    KeyNight keys = new KeyNight(context, by, out, KeyAnswers.open(night, by, range));
    if (sorted == null) {
      carryForward(states, keys);
      return;
    }
    try (KeyedReader<String> told = sorted.read(range);
        KeyedReader<String> merged = merged(by, range);
        KeySide side =
            by == Fact.By.CUSTOMER
                ? KeySide.customers(context, customers.orElseThrow(), range)
                : KeySide.facilities(context, night.export(), range)) {
      long done = 0;
      Optional<String> state = next(states);
      Optional<String> key = smallest(told, merged, side, state);
      while (key.isPresent()) {
        String id = key.get();
        side.take(id);
        boolean known = state.equals(key);
        keys.work(
            id,
            told.take(id, KeyNight.LOANS_MAX + 1).stream()
                .map(line -> KeyFacts.parse(by, id, line))
                .toList(),
            merged.take(id, KeyNight.LOANS_MAX + 1).stream()
                .map(line -> AccountLoans.parse(context, line))
                .toList(),
            known ? Optional.of(states.payload()) : Optional.empty(),
            side);
        out.counters().add(count(by), 1);
        if (known) {
          state = next(states);
        }
        if (++done % PROGRESS_EVERY == 0) {
          night.progress().advance(PROGRESS_EVERY);
        }
        key = smallest(told, merged, side, state);
      }
      night.progress().advance(done % PROGRESS_EVERY);
    }
  }

  /** No bureau asks any more: what was told stays known. */
  private static void carryForward(StateCursor states, KeyNight keys) throws IOException {
    for (Optional<String> key = next(states); key.isPresent(); key = next(states)) {
      keys.work(
          key.get(),
          List.of(),
          List.of(),
          Optional.of(states.payload()),
          (bureau, none, reported, sink) -> org.xinbao.bureau.KeyResult.unchanged(reported));
    }
  }

  private KeyedReader<String> merged(Fact.By by, LoanRange range) throws IOException {
    return by == Fact.By.FACILITY ? accountLoans.orElseThrow().read(range) : KeyedReader.none();
  }

  private static Optional<String> smallest(
      KeyedReader<String> told, KeyedReader<String> merged, KeySide side, Optional<String> state) {
    return Stream.of(told.nextKey(), merged.nextKey(), side.nextKey(), state)
        .flatMap(Optional::stream)
        .min(LoanCursor.ORDER);
  }

  private static Optional<String> next(StateCursor states) throws IOException {
    return states.advance() ? Optional.of(states.loanId()) : Optional.empty();
  }
}
