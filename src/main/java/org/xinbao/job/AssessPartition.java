package org.xinbao.job;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;
import org.xinbao.ledger.Tally;

/**
 * One partition: a pure function of the export, the state and its range of loans. It is always done
 * as a whole; a restart repeats it unless an attempt has recorded its row.
 */
final class AssessPartition {

  private static final int PROGRESS_EVERY = 256;

  private final NightRun night;

  AssessPartition(NightRun night) {
    this.night = night;
  }

  /**
   * Works the range and records the attempt; nothing happens when another attempt has won already.
   */
  void run(int partition, long attempt, LoanRange range) throws IOException {
    if (WonParts.isDone(night, NightlyJob.ASSESS, partition)) {
      return;
    }
    PartFiles files = new PartFiles(night.staging().parts(), partition, attempt);
    WonParts.record(night, NightlyJob.ASSESS, files, work(files, range), Count.LOANS_IN);
  }

  private PartSummary work(PartFiles files, LoanRange range) throws IOException {
    SortedMap<String, Tally> tallies = new TreeMap<>();
    try (LoanReader reader = night.export().read(range);
        PartOutput out = new PartOutput(files, night.plan())) {
      KnownReader known = KnownReader.open(night, range);
      LoanNight loans = new LoanNight(night.context(), out);
      long done = 0;
      Optional<LoanGroup> group = reader.next();
      while (group.isPresent() || known.peek().isPresent()) {
        Optional<String> other = known.peek();
        if (group.isPresent()
            && (other.isEmpty()
                || LoanCursor.ORDER.compare(group.get().loanId(), other.get()) <= 0)) {
          String id = group.get().loanId();
          loans.present(group.get(), known.take(id));
          group = reader.next();
        } else {
          String id = other.orElseThrow();
          loans.absent(id, known.take(id));
        }
        if (++done % PROGRESS_EVERY == 0) {
          night.progress().advance(PROGRESS_EVERY);
        }
      }
      night.progress().advance(done % PROGRESS_EVERY);
      for (Tally each : reader.tallies()) {
        tallies.put(each.file(), each);
      }
      out.finish();
      return new PartSummary(out.counters(), out.control(), tallies);
    }
  }
}
