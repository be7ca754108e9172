package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rejected rows of the files that are not read by loan, some at a time, and their tallies. */
final class FactRejects implements Closeable {

  private final List<FactReader> readers;
  private boolean finished;

  /** Reads all rows of these files; none where another range does. */
  FactRejects(List<FactReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Some rejects; empty after the last. */
  List<Reject> next() throws IOException {
    if (finished) {
      return List.of();
    }
    List<Reject> rejects = new ArrayList<>();
    for (FactReader reader : readers) {
      while (rejects.size() < Limits.REJECTS_AT_A_TIME && reader.next()) {
        rejects.addAll(reader.takeRejects());
      }
      rejects.addAll(reader.takeRejects());
    }
    finished = rejects.isEmpty();
    return rejects;
  }

  List<Tally> tallies() {
    return readers.stream().map(FactReader::tally).toList();
  }

  @Override
  public void close() throws IOException {
    for (FactReader reader : readers) {
      reader.close();
    }
  }
}
