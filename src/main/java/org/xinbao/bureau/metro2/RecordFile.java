package org.xinbao.bureau.metro2;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads records one after the other, whatever divides them: line ends of either kind or nothing.
 * The descriptor word of each says where it ends.
 */
final class RecordFile implements Closeable {

  private static final int BUFFER = 1 << 17;
  private static final int WORD = 4;

  private final InputStream in;
  private long number;

  private RecordFile(InputStream in) {
    this.in = in;
  }

  static RecordFile open(Path file) throws IOException {
    return new RecordFile(new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }

  /** The number of the record read last, from 1. */
  long number() {
    return number;
  }

  /** The next record; what is no record is given up to the next line end. Empty at the end. */
  Optional<byte[]> next() throws IOException {
    skipLineEnds();
    byte[] word = in.readNBytes(WORD);
    if (word.length == 0) {
      return Optional.empty();
    }
    number++;
    String digits = new String(word, StandardCharsets.ISO_8859_1);
    int length = ReadSegment.isDigits(digits) && word.length == WORD ? Integer.parseInt(digits) : 0;
    if (length <= WORD) {
      skipLine();
      return Optional.of(word);
    }
    byte[] record = Arrays.copyOf(word, length);
    int read = in.readNBytes(record, WORD, length - WORD);
    return Optional.of(read == length - WORD ? record : Arrays.copyOf(record, WORD + read));
  }

  private void skipLineEnds() throws IOException {
    int one;
    do {
      in.mark(1);
      one = in.read();
    } while (one == '\n' || one == '\r');
    if (one >= 0) {
      in.reset();
    }
  }

  private void skipLine() throws IOException {
    int one = in.read();
    while (one >= 0 && one != '\n') {
      one = in.read();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
