package org.xinbao.ledger;

import java.util.Arrays;

/**
 * Where groups of rows begin in a file sorted by key: the first row of a key every so many bytes.
 * It never holds more than {@link Limits#INDEX_ENTRIES} entries: when it is full, every second one
 * is dropped and the spacing doubles.
 */
final class SparseIndex {

  /** A place to start reading: the row at {@code offset} is on physical line {@code line}. */
  static final class Entry {
    private final long offset;
    private final long line;
    private final byte[] key;

    Entry(long offset, long line, byte[] key) {
      this.offset = offset;
      this.line = line;
      this.key = key;
    }

    long offset() {
      return offset;
    }

    long line() {
      return line;
    }

    byte[] key() {
      return key;
    }
  }

  private Entry[] entries = new Entry[64];
  private int size;
  private long spacing = Limits.INDEX_SPACING;

  /** An index with one entry, the first row of the file. */
  SparseIndex(long offset, long line) {
    entries[0] = new Entry(offset, line, new byte[0]);
    size = 1;
  }

  /** Whether the first row of a key at this place is worth an entry. */
  boolean wants(long offset) {
    return offset - entries[size - 1].offset() >= spacing;
  }

  /** Adds the first row of a key, which is greater than all before. */
  void add(long offset, long line, byte[] key) {
    if (size == Limits.INDEX_ENTRIES) {
      thinOut();
      if (!wants(offset)) {
        return;
      }
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = new Entry(offset, line, key);
  }

  private void thinOut() {
    for (int i = 0; i * 2 < size; i++) {
      entries[i] = entries[i * 2];
    }
    int kept = (size + 1) / 2;
    Arrays.fill(entries, kept, size, entries[0]);
    size = kept;
    spacing *= 2;
  }

  int size() {
    return size;
  }

  Entry entry(int index) {
    return entries[index];
  }

  /** The last entry whose key is not after {@code key}: reading from there misses no such row. */
  Entry floor(byte[] key) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Arrays.compareUnsigned(entries[middle].key(), key) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return entries[low];
  }
}
