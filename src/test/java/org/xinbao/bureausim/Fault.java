package org.xinbao.bureausim;

/**
 * What the centre finds wrong with a record or a file.
 *
 * @param code its error code (reference section 8)
 * @param tag the item at fault, {@code 0000} when it is none
 */
record Fault(String code, String tag) {

  static final String NO_TAG = "0000";

  static Fault of(String code) {
    return new Fault(code, NO_TAG);
  }
}
