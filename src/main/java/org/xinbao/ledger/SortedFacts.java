package org.xinbao.ledger;

import java.io.IOException;

/** Facts in the order of their key, readable by many partitions at once. */
public final class SortedFacts {

  private final SortedFile file;

  SortedFacts(SortedFile file) {
    this.file = file;
  }

  /** The facts of a range of keys, without their keys. */
  public KeyedReader<String> read(LoanRange range) throws IOException {
    return KeyedReader.ofLines(file, range);
  }
}
