package org.xinbao.bureau.pboc;

import java.util.Arrays;

/**
 * The identifying items of a record (标识项), one after the other, each ended by a line feed. Reused
 * from record to record.
 */
final class RecordIdentity {

  private byte[] bytes = new byte[128];
  private int length;
  private int first;

  void clear() {
    length = 0;
    first = 0;
  }

  /** Adds the value of the next item. */
  void add(byte[] source, int from, int to) {
    int count = to - from;
    if (bytes.length - length <= count) {
      bytes = Arrays.copyOf(bytes, (length + count) * 2);
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    if (first == 0) {
      first = length;
    }
    bytes[length++] = '\n';
  }

  boolean isEmpty() {
    return length == 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Length of the first item. */
  int firstLength() {
    return first;
  }

  /** 64 bits of digest of all items, never 0. */
  long digest() {
    long hash = 0x9e3779b97f4a7c15L;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    hash *= 0xbf58476d1ce4e5b9L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
