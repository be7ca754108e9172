package org.xinbao.bureau;

import java.nio.charset.StandardCharsets;
import org.xinbao.arrears.Cents;

/** Builds the bytes of a record that is a JSON object on one line. For one thread. */
public final class JsonRecord {

  private final StringBuilder out = new StringBuilder("{");

  /** A member with a string. */
  public JsonRecord text(String name, String value) {
    return name(name).string(value);
  }

  /** A member with a whole number. */
  public JsonRecord number(String name, long value) {
    name(name).out.append(value);
    return this;
  }

  /** A member with an amount of money in cents, written with two decimals. */
  public JsonRecord amount(String name, long cents) {
    Cents.append(name(name).out, cents);
    return this;
  }

  /** A member without a value. */
  public JsonRecord nothing(String name) {
    name(name).out.append("null");
    return this;
  }

  /** The bytes in UTF-8, without line end. */
  public byte[] bytes() {
    return (out + "}").getBytes(StandardCharsets.UTF_8);
  }

  private JsonRecord name(String name) {
    if (out.length() > 1) {
      out.append(',');
    }
    string(name).out.append(':');
    return this;
  }

  private JsonRecord string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == '"' || each == '\\') {
        out.append('\\').append(each);
      } else if (each < ' ') {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) each));
      } else {
        out.append(each);
      }
    }
    out.append('"');
    return this;
  }
}
