package org.xinbao.ledger;

import java.util.Arrays;

/** A number of rows for each contract file. */
final class FileCounts {

  private final long[] counts = new long[ContractFile.values().length];

  void add(ContractFile file, long rows) {
    counts[index(file)] += rows;
  }

  long get(ContractFile file) {
    return counts[index(file)];
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  /** An array by position is counted up once a row; nothing outlives the run. */
  @SuppressWarnings("EnumOrdinal")
  private static int index(ContractFile file) {
    return file.ordinal();
  }
}
