package org.xinbao.bureau.pboc;

/** Character references of XML in the bytes of a value. */
final class Entities {

  private static final String[] NAMED = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
  private static final int LONGEST = 10;

  private Entities() {}

  /** Length of the reference that begins at an ampersand, 0 when it is none. */
  static int lengthAt(byte[] bytes, int at, int end) {
    for (String each : NAMED) {
      if (matches(bytes, at, end, each)) {
        return each.length();
      }
    }
    int i = at + 1;
    if (i >= end || bytes[i] != '#') {
      return 0;
    }
    boolean hex = i + 1 < end && bytes[i + 1] == 'x';
    int digits = i + (hex ? 2 : 1);
    int last = digits;
    while (last < end && last - at < LONGEST && Character.digit(bytes[last], hex ? 16 : 10) >= 0) {
      last++;
    }
    return last > digits && last < end && bytes[last] == ';' ? last + 1 - at : 0;
  }

  private static boolean matches(byte[] bytes, int at, int end, String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Number of characters of a value: each reference and each UTF-8 sequence is one. */
  static int characters(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '&') {
        i += Math.max(lengthAt(bytes, i, to), 1) - 1;
        count++;
      } else if ((bytes[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }
}
