package org.xinbao.bureau.metro2;

/**
 * A field of a segment.
 *
 * @param name in words
 * @param from its first position in the segment, from 1
 * @param required whether it may not be blank, or zero where it is a number or a day
 */
record Field(String name, int from, int length, Type type, boolean required) {

  /** How a field is filled. */
  enum Type {
    /** Printable ASCII, left-justified, filled with blanks. */
    AN,
    /** A whole number, right-justified, filled with zeros. */
    N,
    /** A day, {@code MMDDYYYY}; zeros for none. */
    D,
    /** A moment, {@code MMDDYYYYHHMMSS}; zeros for none. */
    TS
  }

  int to() {
    return from + length - 1;
  }
}
