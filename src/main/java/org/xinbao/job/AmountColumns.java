package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads two amount columns of an unquoted CSV file whose first line is a header; for reading back
 * what was written.
 */
final class AmountColumns implements Closeable {

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final int firstColumn;
  private final int secondColumn;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;
  private boolean headerSkipped;
  private long first;
  private long second;

  AmountColumns(InputStream in, int firstColumn, int secondColumn) {
    this.in = in;
    this.firstColumn = firstColumn;
    this.secondColumn = secondColumn;
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException {
    if (!headerSkipped) {
      headerSkipped = true;
      if (!row()) {
        return false;
      }
    }
    return row();
  }

  /** Cents of the first column in the present row. */
  long first() {
    return first;
  }

  /** Cents of the second column in the present row. */
  long second() {
    return second;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean row() throws IOException {
    int column = 0;
    long digits = 0;
    boolean any = false;
    first = 0;
    second = 0;
    while (true) {
      int b = read();
      if (b < 0) {
        return any;
      }
      any = true;
      if (b == ',' || b == '\n') {
        if (column == firstColumn) {
          first = digits;
        } else if (column == secondColumn) {
          second = digits;
        }
        column++;
        digits = 0;
        if (b == '\n') {
          return true;
        }
      } else if (b >= '0' && b <= '9' && (column == firstColumn || column == secondColumn)) {
        digits = Math.addExact(Math.multiplyExact(digits, 10L), b - '0');
      }
    }
  }

  private int read() throws IOException {
    if (at == limit) {
      limit = in.read(buffer);
      at = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
    }
    return buffer[at++];
  }
}
