package org.xinbao.job;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The lines of a submission file, read once and in order, as hashes. */
final class SubmittedRecords implements Closeable {

  private static final int BUFFER = 1 << 17;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int filled;
  private long line;

  SubmittedRecords(Path file) throws IOException {
    in = Files.newInputStream(file);
  }

  /**
   * The SHA-256 of a line without its end; empty when the file has fewer.
   *
   * @param number greater than the one before, the header being 1
   */
  Optional<String> sha256(long number, MessageDigest digest) throws IOException {
    return record(number).map(each -> HexFormat.of().formatHex(digest.digest(each)));
  }

  /**
   * A line without its end; empty when the file has fewer.
   *
   * @param number greater than the one before, the header being 1
   */
  Optional<byte[]> record(long number) throws IOException {
    while (line < number - 1) {
      if (!skip()) {
        return Optional.empty();
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int one = read();
    if (one < 0) {
      return Optional.empty();
    }
    while (one >= 0 && one != '\n') {
      bytes.write(one);
      one = read();
    }
    line++;
    byte[] record = bytes.toByteArray();
    boolean carriageReturn = record.length > 0 && record[record.length - 1] == '\r';
    return Optional.of(carriageReturn ? Arrays.copyOf(record, record.length - 1) : record);
  }

  private int read() throws IOException {
    if (next == filled) {
      filled = in.read(buffer, 0, buffer.length);
      next = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[next++] & 0xff;
  }

  private boolean skip() throws IOException {
    int one = read();
    if (one < 0) {
      return false;
    }
    while (one >= 0 && one != '\n') {
      one = read();
    }
    line++;
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
