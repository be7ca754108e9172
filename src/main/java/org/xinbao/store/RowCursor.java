package org.xinbao.store;

import java.io.IOException;
import java.util.Arrays;

/** Goes through the rows of one state file within a range. */
final class RowCursor {

  private final SnapshotFile file;
  private final byte[] to;
  private final boolean open;
  private int block;
  private byte[] rows = {};
  private int next;
  private byte[] id = {};
  private int payloadFrom;
  private int payloadTo;

  /** Before the first row of the range; an empty {@code to} means no end. */
  RowCursor(SnapshotFile file, byte[] from, byte[] to) throws IOException {
    this.file = file;
    this.to = to;
    this.open = to.length == 0;
    this.block = file.firstBlockFor(from);
    skipTo(from);
  }

  private void skipTo(byte[] from) throws IOException {
    while (load()) {
      while (next < rows.length) {
        int at = next;
        parse();
        if (Arrays.compareUnsigned(id, from) >= 0) {
          next = at;
          return;
        }
      }
    }
  }

  /** Goes to the next row; false at the end of the range. */
  boolean advance() throws IOException {
    if (!load()) {
      return false;
    }
    parse();
    return open || Arrays.compareUnsigned(id, to) < 0;
  }

  byte[] id() {
    return id;
  }

  /** Whether the row says that the loan is removed. */
  boolean removed() {
    return payloadFrom > payloadTo;
  }

  byte[] payload() {
    return Arrays.copyOfRange(rows, payloadFrom, payloadTo);
  }

  void copyTo(SnapshotWriter writer) throws IOException {
    boolean removed = removed();
    writer.append(id, rows, payloadFrom, removed ? 0 : payloadTo - payloadFrom, removed);
  }

  private boolean load() throws IOException {
    if (next < rows.length) {
      return true;
    }
    if (block >= file.blockCount()) {
      return false;
    }
    rows = file.readBlock(block++);
    next = 0;
    return true;
  }

  private void parse() {
    int at = next;
    while (rows[at] != '\t' && rows[at] != '\n') {
      at++;
    }
    id = Arrays.copyOfRange(rows, next, at);
    payloadFrom = at + 1;
    while (rows[at] != '\n') {
      at++;
    }
    // For an id alone the row ends where the payload would begin: one before payloadFrom.
    payloadTo = at;
    next = at + 1;
  }
}
