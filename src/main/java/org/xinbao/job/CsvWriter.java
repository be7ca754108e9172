package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.xinbao.arrears.Day;
import org.xinbao.store.SafeFiles;

/**
 * Writes RFC 4180 rows with LF line ends straight as bytes. Fields are quoted only when they must
 * be, so that equal rows are equal bytes.
 */
final class CsvWriter implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER];
  private int used;
  private boolean rowStarted;
  private long rows;
  private int cachedDay = Day.NONE;
  private byte[] cachedText = new byte[0];

  CsvWriter(OutputStream out) {
    this.out = out;
  }

  /** Creates the file, which must not exist. */
  static CsvWriter create(Path file) throws IOException {
    return new CsvWriter(SafeFiles.newOutput(file));
  }

  /** A text, quoted when it contains a comma, a quote or a line break. */
  CsvWriter text(String value) throws IOException {
    separator();
    if (mustQuote(value)) {
      bytes(('"' + value.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
    } else {
      plain(value);
    }
    return this;
  }

  /** An amount with two decimals. */
  CsvWriter cents(long cents) throws IOException {
    separator();
    if (cents < 0) {
      put((byte) '-');
    }
    long magnitude = Math.absExact(cents);
    digits(magnitude / 100);
    put((byte) '.');
    int rest = (int) (magnitude % 100);
    put((byte) ('0' + rest / 10));
    put((byte) ('0' + rest % 10));
    return this;
  }

  /** A whole number. */
  CsvWriter number(long value) throws IOException {
    separator();
    if (value < 0) {
      put((byte) '-');
    }
    digits(Math.absExact(value));
    return this;
  }

  /** A day as {@code yyyy-MM-dd}, empty for none. */
  CsvWriter day(int day) throws IOException {
    separator();
    if (day == Day.NONE) {
      return this;
    }
    if (day != cachedDay) {
      cachedText = Day.format(day).getBytes(StandardCharsets.US_ASCII);
      cachedDay = day;
    }
    return bytes(cachedText);
  }

  /** A fraction given in millionths, with six decimals; empty below 0. */
  CsvWriter millionths(long value) throws IOException {
    separator();
    if (value < 0) {
      return this;
    }
    digits(value / 1_000_000);
    put((byte) '.');
    int divisor = 100_000;
    for (int i = 0; i < 6; i++) {
      put((byte) ('0' + (value / divisor) % 10));
      divisor /= 10;
    }
    return this;
  }

  /** Ends the row. */
  void end() throws IOException {
    put((byte) '\n');
    rowStarted = false;
    rows++;
  }

  /** Rows ended so far. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void separator() throws IOException {
    if (rowStarted) {
      put((byte) ',');
    }
    rowStarted = true;
  }

  private static boolean mustQuote(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void plain(String value) throws IOException {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0x7f) {
        bytes(value.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      put((byte) value.charAt(i));
    }
  }

  private void digits(long magnitude) throws IOException {
    if (magnitude == 0) {
      put((byte) '0');
      return;
    }
    int count = 0;
    for (long rest = magnitude; rest > 0; rest /= 10) {
      count++;
    }
    room(count);
    long rest = magnitude;
    for (int at = used + count - 1; at >= used; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += count;
  }

  private CsvWriter bytes(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length) {
      flush();
      out.write(bytes);
      return this;
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  private void put(byte value) throws IOException {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = value;
  }

  private void room(int count) throws IOException {
    if (buffer.length - used < count) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
