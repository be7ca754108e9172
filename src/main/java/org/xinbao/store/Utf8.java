package org.xinbao.store;

/** The order of texts by their unsigned UTF-8 bytes. */
final class Utf8 {

  private Utf8() {}

  /**
   * Compares without encoding: the order of UTF-8 bytes is that of code points, which differs from
   * that of chars only in that characters beyond the basic plane (surrogates) come last.
   */
  static int compare(String a, String b) {
    int end = Math.min(a.length(), b.length());
    for (int i = 0; i < end; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        int planes = Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
        return planes != 0 ? planes : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
