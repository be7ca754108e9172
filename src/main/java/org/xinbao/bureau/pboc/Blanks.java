package org.xinbao.bureau.pboc;

/** Half- and full-width blanks around a value, which do not count (rules I0000101, I0000201). */
final class Blanks {

  private Blanks() {}

  /** Where the value between two positions begins. */
  static int skipLeading(byte[] bytes, int from, int to) {
    int first = from;
    while (first < to) {
      int length = bytes[first] == ' ' ? 1 : wide(bytes, first, to);
      if (length == 0) {
        break;
      }
      first += length;
    }
    return first;
  }

  /** Where the value between two positions ends; {@code from} is not a blank. */
  static int skipTrailing(byte[] bytes, int from, int to) {
    int last = to;
    while (last > from) {
      int length = bytes[last - 1] == ' ' ? 1 : last - from >= 3 ? wide(bytes, last - 3, last) : 0;
      if (length == 0) {
        break;
      }
      last -= length;
    }
    return last;
  }

  /** 3 when U+3000, the full-width blank, stands there, else 0. */
  private static int wide(byte[] bytes, int at, int end) {
    boolean wide =
        end - at >= 3
            && bytes[at] == (byte) 0xe3
            && bytes[at + 1] == (byte) 0x80
            && bytes[at + 2] == (byte) 0x80;
    return wide ? 3 : 0;
  }
}
