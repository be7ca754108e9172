package org.xinbao.ledger;

/**
 * How a record lies in a spool file: length of the whole frame (4 bytes), original physical line
 * (8), length of the key (2), marks (1), key, record. The record keeps its bytes, so that it reads
 * the same as in its own file.
 */
final class Frames {

  static final int HEAD = 15;
  static final int QUOTED = 1;
  static final int MALFORMED = 2;

  private Frames() {}

  static int length(byte[] data, int at) {
    return (int) number(data, at, 4);
  }

  static long line(byte[] data, int at) {
    return number(data, at + 4, 8);
  }

  static int keyLength(byte[] data, int at) {
    return (int) number(data, at + 12, 2);
  }

  static int marks(byte[] data, int at) {
    return data[at + 14];
  }

  static void head(byte[] data, int at, int length, long line, int keyLength, int marks) {
    put(data, at, length, 4);
    put(data, at + 4, line, 8);
    put(data, at + 12, keyLength, 2);
    data[at + 14] = (byte) marks;
  }

  private static long number(byte[] data, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (data[at + i] & 0xff);
    }
    return value;
  }

  private static void put(byte[] data, int at, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      data[at + i] = (byte) (value >>> (8 * (bytes - 1 - i)));
    }
  }
}
