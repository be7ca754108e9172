package org.xinbao.bureau.pboc;

/** Questions about text that the bureau's data types ask. */
final class Text {

  private Text() {}

  /** Number of characters as the bureau counts them: one for each Unicode character. */
  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether the text is one or more of A–Z, a–z and 0–9. */
  static boolean isLettersAndDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether the text is one or more digits. */
  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Whether the text can stand in a record: one line, and only characters that XML allows (no
   * control characters, no lone surrogates).
   */
  static boolean isWritable(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c < 0x20
          || (c >= 0x7f && c < 0xa0)
          || (c >= 0xd800 && c <= 0xdfff)
          || c == 0xfffe
          || c == 0xffff) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }
}
