package org.xinbao.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One CSV file being written: fields go straight into a byte buffer, and rows, SHA-256 and length
 * are counted on the way. No field needs quotes: the caller writes only texts without comma, quote
 * or line break.
 */
final class CsvFile implements AutoCloseable {
  private static final int FLUSH_AT = 1 << 18;

  private final String name;
  private final Dates dates;
  private final boolean keepRows;
  private final OutputStream out;
  private final MessageDigest digest;
  private byte[] buffer = new byte[FLUSH_AT + (1 << 14)];
  private int length;
  private int[] rowEnds = new int[1 << 10];
  private int rowsKept;
  private long rows;
  private long bytes;
  private boolean closed;

  /**
   * Opens the file and writes its header.
   *
   * @param keepRows whether rows wait for {@link #shuffle}
   */
  CsvFile(Path folder, String name, String header, Dates dates, boolean keepRows)
      throws IOException {
    this.name = name;
    this.dates = dates;
    this.keepRows = keepRows;
    this.out = Files.newOutputStream(folder.resolve(name));
    this.digest = sha256();
    byte[] line = (header + "\n").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(line, 0, buffer, 0, line.length);
    length = line.length;
    flush();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A field with this text, already encoded. */
  CsvFile text(byte[] value) {
    return part(value, value.length).end();
  }

  /** A field with this text of letters, digits and signs of ASCII. */
  CsvFile ascii(String value) {
    return asciiPart(value).end();
  }

  /** A part of a field; {@link #end} ends it. */
  CsvFile asciiPart(String value) {
    room(value.length());
    for (int i = 0; i < value.length(); i++) {
      buffer[length++] = (byte) value.charAt(i);
    }
    return this;
  }

  /** The first bytes of {@code value} as a part of a field; {@link #end} ends it. */
  CsvFile part(byte[] value, int count) {
    room(count);
    System.arraycopy(value, 0, buffer, length, count);
    length += count;
    return this;
  }

  /** Digits with leading zeros as a part of a field; {@link #end} ends it. */
  CsvFile digitsPart(long value, int width) {
    room(width);
    long rest = value;
    for (int i = length + width - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    return this;
  }

  /** A date as a part of a field; {@link #end} ends it. */
  CsvFile dayPart(int day) {
    room(Dates.WIDTH);
    dates.put(buffer, length, day);
    length += Dates.WIDTH;
    return this;
  }

  /** A field with this date. */
  CsvFile day(int day) {
    return dayPart(day).end();
  }

  /** A field with this whole number, at least 0. */
  CsvFile number(long value) {
    return digitsPart(value, width(value)).end();
  }

  /** A field with this amount in units with two decimals, at least 0. */
  CsvFile cents(long value) {
    digitsPart(value / 100, width(value / 100));
    buffer[length++] = '.';
    return digitsPart(value % 100, 2).end();
  }

  private static int width(long value) {
    int width = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      width++;
    }
    return width;
  }

  /** An empty field. */
  CsvFile empty() {
    return end();
  }

  /** Ends a field. */
  CsvFile end() {
    room(1);
    buffer[length++] = ',';
    return this;
  }

  /** Ends the row. */
  void endRow() throws IOException {
    buffer[length - 1] = '\n';
    rows++;
    if (keepRows) {
      if (rowsKept == rowEnds.length) {
        rowEnds = Arrays.copyOf(rowEnds, rowsKept * 2);
      }
      rowEnds[rowsKept++] = length;
    } else if (length >= FLUSH_AT) {
      flush();
    }
  }

  /** Room for so many bytes and one separator or decimal point more. */
  private void room(int more) {
    if (length + more + 2 > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more + 2));
    }
  }

  /** Writes the rows that wait, in an order drawn from {@code rng}. */
  void shuffle(Rng rng) throws IOException {
    int[] order = new int[rowsKept];
    for (int i = 0; i < rowsKept; i++) {
      int j = rng.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    byte[] mixed = new byte[length];
    int at = 0;
    for (int row : order) {
      int from = row == 0 ? 0 : rowEnds[row - 1];
      System.arraycopy(buffer, from, mixed, at, rowEnds[row] - from);
      at += rowEnds[row] - from;
    }
    System.arraycopy(mixed, 0, buffer, 0, at);
    rowsKept = 0;
    flush();
  }

  private void flush() throws IOException {
    digest.update(buffer, 0, length);
    out.write(buffer, 0, length);
    bytes += length;
    length = 0;
  }

  String name() {
    return name;
  }

  /** Rows so far, without the header. */
  long rows() {
    return rows;
  }

  /** Bytes written, complete after {@link #close}. */
  long bytes() {
    return bytes;
  }

  /** The SHA-256 of the closed file, lower-case hexadecimal; to be asked once. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (out) {
        flush();
      }
    }
  }
}
