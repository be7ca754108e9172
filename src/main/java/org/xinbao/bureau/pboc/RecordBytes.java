package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;

/** A growing buffer that a record is written into, reused from record to record. */
final class RecordBytes {

  private byte[] bytes = new byte[4096];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  /** Takes back what was written from {@code length} on. */
  void truncate(int newLength) {
    length = newLength;
  }

  /** The buffer itself; only the first {@link #length} bytes count. */
  byte[] array() {
    return bytes;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  RecordBytes raw(byte[] ascii) {
    ensure(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  /** Text of the code lists and other ASCII that needs no escape. */
  RecordBytes ascii(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  RecordBytes ascii(char character) {
    ensure(1);
    bytes[length++] = (byte) character;
    return this;
  }

  /** Text as UTF-8 with {@code & < >} escaped. */
  RecordBytes text(String text) {
    ensure(text.length() * 5);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        ascii("&amp;");
      } else if (c == '<') {
        ascii("&lt;");
      } else if (c == '>') {
        ascii("&gt;");
      } else if (c < 0x80) {
        ascii(c);
      } else {
        i = encoded(text, i);
      }
    }
    return this;
  }

  private int encoded(String text, int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) >= 0x80) {
      end++;
    }
    raw(text.substring(at, end).getBytes(UTF_8));
    return end - 1;
  }

  /** A number of at least 0. */
  RecordBytes number(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("number below zero");
    }
    ensure(20);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    int at = length + digits;
    length = at;
    long rest = number;
    do {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    return this;
  }

  /** {@code yyyy-MM-dd}. */
  RecordBytes day(int epochDay) {
    int date = Dates.yyyymmdd(epochDay);
    ensure(10);
    month(date / 100);
    bytes[length++] = '-';
    two(date % 100);
    return this;
  }

  /** {@code yyyy-MM} of a month as the number yyyymm. */
  RecordBytes month(int yyyymm) {
    ensure(7);
    two(yyyymm / 10_000);
    two(yyyymm / 100 % 100);
    bytes[length++] = '-';
    two(yyyymm % 100);
    return this;
  }

  private void two(int number) {
    bytes[length++] = (byte) ('0' + number / 10);
    bytes[length++] = (byte) ('0' + number % 10);
  }

  /** A 48-bit digest of the bytes from {@code from} on, as 12 hex digits: the hash of a segment. */
  String digest(int from) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < length; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return HexFormat.of().toHexDigits(hash, 12);
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
