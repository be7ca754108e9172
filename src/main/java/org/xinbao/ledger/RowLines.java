package org.xinbao.ledger;

import java.util.Arrays;

/** The physical lines of rows that became a list of values, in the order of that list. */
public final class RowLines {

  /** No row. */
  public static final RowLines NONE = new RowLines(new long[0]);

  private final long[] lines;

  private RowLines(long[] lines) {
    this.lines = lines;
  }

  /** Takes a copy of the lines. */
  public static RowLines of(long... lines) {
    return new RowLines(lines.clone());
  }

  /** The line of the value at a position, the header being line 1. */
  public long get(int position) {
    return lines[position];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowLines rows && Arrays.equals(lines, rows.lines);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines);
  }
}
