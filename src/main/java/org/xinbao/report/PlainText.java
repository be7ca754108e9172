package org.xinbao.report;

/**
 * Text from outside made harmless for a reader: one line, nothing invisible that reorders or hides,
 * no half characters, never longer than a person reads in one cell.
 */
final class PlainText {

  /**
   * The most characters (UTF-16 units) shown of a text; the lists beside the workbook have it
   * whole.
   */
  static final int MAX_LENGTH = 1_000;

  private PlainText() {}

  /**
   * The text with line breaks and tabs as spaces, without control characters, characters that steer
   * the direction of writing, zero-width characters, lone surrogates and non-characters; cut to
   * {@link #MAX_LENGTH} with an ellipsis.
   */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int kept = keep(c);
      if (kept < 0) {
        continue;
      }
      if (out.length() + Character.charCount(kept) >= MAX_LENGTH) {
        return out.append('…').toString();
      }
      out.appendCodePoint(kept);
    }
    return out.toString();
  }

  /** The character to show, or -1 for none. */
  private static int keep(int c) {
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      return ' ';
    }
    return isInvisible(c) || isNoCharacter(c) ? -1 : c;
  }

  /** Fixed ranges: categories of the running Java would differ between its versions. */
  private static boolean isInvisible(int c) {
    return c < 0x20
        || (c >= 0x7F && c <= 0x9F)
        || c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  private static boolean isNoCharacter(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }

  /** How many columns of a fixed-width font the text takes: wide (CJK) characters count double. */
  static int displayWidth(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += isWide(c) ? 2 : 1;
    }
    return width;
  }

  static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE4F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || c >= 0x1F300;
  }
}
