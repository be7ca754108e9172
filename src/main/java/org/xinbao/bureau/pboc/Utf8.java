package org.xinbao.bureau.pboc;

/** Whether bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates. */
final class Utf8 {

  private Utf8() {}

  static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int length = lengthOf(b & 0xff);
      if (length == 0 || i + length > to || !isSequence(bytes, i, length)) {
        return false;
      }
      i += length;
    }
    return true;
  }

  private static int lengthOf(int lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
      return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return 3;
    }
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  }

  private static boolean isSequence(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return false;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
