package org.xinbao.ledger;

/** Strict checks on UTF-8 bytes. */
final class Utf8 {

  private Utf8() {}

  /** Whether the bytes are well-formed UTF-8: no overlong form, no surrogate, none cut short. */
  static boolean isValid(byte[] data, int from, int to) {
    int at = from;
    while (at < to) {
      int b = data[at];
      if (b >= 0) {
        at++;
        continue;
      }
      int length = lengthOf(data, at, to);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The number of characters (code points) of well-formed UTF-8. */
  static int characters(byte[] data, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if ((data[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  /** The length of the multi-byte sequence at a position, or 0 when it is not well formed. */
  private static int lengthOf(byte[] data, int at, int to) {
    int lead = data[at] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return tail(data, at + 1, to) ? 2 : 0;
    }
    int second = at + 1 < to ? data[at + 1] & 0xff : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
      int low = lead == 0xe0 ? 0xa0 : 0x80;
      int high = lead == 0xed ? 0x9f : 0xbf;
      return second >= low && second <= high && tail(data, at + 2, to) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int low = lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xf4 ? 0x8f : 0xbf;
      boolean rest = tail(data, at + 2, to) && tail(data, at + 3, to);
      return second >= low && second <= high && rest ? 4 : 0;
    }
    return 0;
  }

  private static boolean tail(byte[] data, int at, int to) {
    return at < to && (data[at] & 0xc0) == 0x80;
  }
}
