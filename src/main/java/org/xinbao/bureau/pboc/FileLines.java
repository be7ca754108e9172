package org.xinbao.bureau.pboc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file as bytes, one at a time, each with a word on how it ended. A line longer than
 * {@value #LONGEST} bytes is cut there and marked; its rest is skipped.
 */
final class FileLines implements Closeable {

  /** The longest line that the bureau reads (rule F0000501). */
  static final int LONGEST = 10_000_000;

  private static final int BUFFER = 1 << 17;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int filled;
  private int from;
  private int to;
  private int next;
  private boolean ended;
  private boolean tooLong;
  private Ending ending = Ending.CRLF;

  /** How a line ended. */
  enum Ending {
    CRLF,
    /** Something else divides it from the next line, or a carriage return stands within it. */
    WRONG,
    /** The file ended with it. */
    FILE
  }

  FileLines(Path file) throws IOException {
    in = Files.newInputStream(file);
  }

  /** Steps to the next line; false at the end of the file. */
  boolean next() throws IOException {
    from = next;
    tooLong = false;
    int scanned = from;
    while (true) {
      int lineFeed = indexOf((byte) '\n', scanned, filled);
      if (lineFeed >= 0) {
        end(lineFeed);
        return true;
      }
      scanned = filled;
      if (ended) {
        return last();
      }
      if (filled - from > LONGEST) {
        tooLong = true;
        filled = from + LONGEST;
        scanned = filled;
      }
      int kept = filled - from;
      read();
      scanned = from + kept;
    }
  }

  private void end(int lineFeed) {
    boolean carriageReturn = lineFeed > from && buffer[lineFeed - 1] == '\r';
    to = carriageReturn ? lineFeed - 1 : lineFeed;
    next = lineFeed + 1;
    tooLong |= to - from > LONGEST;
    boolean inside = indexOf((byte) '\r', from, to) >= 0;
    ending = carriageReturn && !inside ? Ending.CRLF : Ending.WRONG;
  }

  private boolean last() {
    if (from == filled) {
      return false;
    }
    to = filled;
    next = filled;
    tooLong |= to - from > LONGEST;
    ending = indexOf((byte) '\r', from, to) >= 0 ? Ending.WRONG : Ending.FILE;
    return true;
  }

  /** Moves the line's beginning to the front of the buffer and fills the rest. */
  private void read() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    from = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, filled * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
    } else {
      filled += read;
    }
  }

  private int indexOf(byte wanted, int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Ending ending() {
    return ending;
  }

  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
