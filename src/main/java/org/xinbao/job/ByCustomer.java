package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.FactSorter;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LoanRange;

/**
 * Lines of part files that begin with a customer id, brought together customer by customer, in the
 * order of the ids; those of one customer in the order of loans.
 */
final class ByCustomer {

  private ByCustomer() {}

  /** Takes what is said of one customer. */
  @FunctionalInterface
  interface Taker {
    void take(String customerId, List<String> lines) throws IOException;
  }

  /** Reads all lines of a kind; the sort is external, so memory does not grow with their number. */
  static void read(NightRun night, Parts parts, PartKind kind, Taker taker) throws IOException {
    FactSorter sorter = night.export().factSorter(kind.suffix());
    parts.lines(kind, sorter::add);
    try (KeyedReader<String> lines = sorter.finish().read(LoanRange.ALL)) {
      for (Optional<String> key = lines.nextKey(); key.isPresent(); key = lines.nextKey()) {
        taker.take(Tsv.fields(key.get()).get(0), lines.take(key.get(), KeyNight.LOANS_MAX));
      }
    }
  }
}
