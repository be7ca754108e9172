package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * Records of one file, one after the other, as bytes in a shared buffer: what the fields say is
 * valid until the next call of {@link #next}.
 */
abstract class RecordSource implements Closeable {

  /** The buffer. */
  byte[] data = new byte[0];

  /** The record within {@link #data}, its line end excluded. */
  int start;

  /** End of the record. */
  int end;

  /** Physical line in the original file, the header being line 1. */
  long line;

  /** Position of the record in the file that is being read. */
  long offset;

  /** Whether the record holds a quote. */
  boolean quoted;

  /** Whether the record cannot be read as CSV. */
  boolean malformed;

  /** The buffer of the key; {@link #data} unless the record itself is gone. */
  byte[] keyData = data;

  /** The sort key within {@link #keyData}; empty when the record has no usable one. */
  int keyStart;

  /** End of the sort key. */
  int keyEnd;

  /** Moves to the next record; false at the end of the file. */
  abstract boolean next() throws IOException;

  /** Compares the present key with another by unsigned bytes. */
  final int compareKey(byte[] key, int length) {
    return Arrays.compareUnsigned(keyData, keyStart, keyEnd, key, 0, length);
  }

  /** Whether the present key equals another. */
  final boolean keyEquals(byte[] key, int length) {
    return Arrays.equals(keyData, keyStart, keyEnd, key, 0, length);
  }

  /** A copy of the present key. */
  final byte[] key() {
    return Arrays.copyOfRange(keyData, keyStart, keyEnd);
  }
}
