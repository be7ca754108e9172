package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** A position in the bytes of a record, and what stands there. */
final class Cursor {

  private static final int TAG_MAX = 40;

  private byte[] bytes = {};
  private int at;
  private int end;

  /** Goes to the beginning of a record. */
  void set(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    end = to;
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at == end;
  }

  void step(int count) {
    at += count;
  }

  boolean starts(byte[] text) {
    return end - at >= text.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }

  /** Steps over the text if it stands here. */
  boolean skip(byte[] text) {
    if (starts(text)) {
      at += text.length;
      return true;
    }
    return false;
  }

  /** Whether the element {@code <Tag/>} stands here, given its opening tag. */
  boolean isEmptyElement(byte[] open) {
    int name = open.length - 1;
    return end - at >= name + 2
        && bytes[at + name] == '/'
        && bytes[at + name + 1] == '>'
        && Arrays.equals(bytes, at, at + name, open, 0, name);
  }

  /** Steps over {@code <Tag/>} if it stands here. */
  boolean skipEmptyElement(byte[] open) {
    if (isEmptyElement(open)) {
      at += open.length + 1;
      return true;
    }
    return false;
  }

  /**
   * Steps to the next tag; false when a character on the way cannot stand in XML or begins a
   * reference that is none.
   */
  boolean skipText() {
    boolean wellFormed = true;
    while (at < end && bytes[at] != '<') {
      byte b = bytes[at];
      if (b == '&') {
        wellFormed &= Entities.lengthAt(bytes, at, end) > 0;
      } else if (b >= 0 && b < 0x20) {
        wellFormed = false;
      }
      at++;
    }
    return wellFormed;
  }

  /**
   * Steps over elements of any name up to the closing tag, which is left; false when they are not
   * well formed.
   */
  boolean skipContent(byte[] close) {
    int depth = 0;
    boolean wellFormed = skipText();
    while (wellFormed && at < end && (depth > 0 || !starts(close))) {
      boolean closing = at + 1 < end && bytes[at + 1] == '/';
      depth += closing ? -1 : 1;
      while (at < end && bytes[at] != '>') {
        at++;
      }
      if (!closing && at < end && bytes[at - 1] == '/') {
        depth--;
      }
      at = Math.min(at + 1, end);
      wellFormed = depth >= 0 && skipText();
    }
    return wellFormed && starts(close);
  }

  /** The name of the element that begins here, or empty when none does; a letter comes first. */
  String tagName() {
    if (end - at < 2 || bytes[at] != '<' || (bytes[at + 1] >= '0' && bytes[at + 1] <= '9')) {
      return "";
    }
    int i = at + 1;
    while (i < end && i - at <= TAG_MAX && isNameCharacter(bytes[i])) {
      i++;
    }
    boolean named = i > at + 1 && i < end && (bytes[i] == '>' || bytes[i] == '/');
    return named ? new String(bytes, at + 1, i - at - 1, US_ASCII) : "";
  }

  private static boolean isNameCharacter(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_';
  }
}
