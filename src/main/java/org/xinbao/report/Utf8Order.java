package org.xinbao.report;

import java.util.Comparator;

/**
 * The order of text by unsigned UTF-8 bytes, which is the order of code points (rulings 11).
 *
 * <p>{@link String#compareTo} differs from it for characters beyond U+FFFF.
 */
final class Utf8Order {

  static final Comparator<String> INSTANCE = Utf8Order::compare;

  private Utf8Order() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogateX = Character.isSurrogate(x);
        boolean surrogateY = Character.isSurrogate(y);
        if (surrogateX != surrogateY) {
          return surrogateX ? 1 : -1;
        }
        return Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
