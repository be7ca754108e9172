package org.xinbao.bureau;

/**
 * A member of a JSON object of a submission file.
 *
 * @param text of a string its characters, of a number its digits as written, of a nested object its
 *     text; empty for null
 */
public record JsonMember(String name, Kind kind, String text) {

  /** What the value is. */
  public enum Kind {
    STRING,
    NUMBER,
    TRUTH,
    NULL,
    /** An object or array within the record; kept as text. */
    NESTED
  }
}
