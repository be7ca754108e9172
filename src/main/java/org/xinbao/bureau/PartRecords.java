package org.xinbao.bureau;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The records of part files, one a line ended by LF, in their order. */
public final class PartRecords {

  private static final int BUFFER = 1 << 17;

  private PartRecords() {}

  /** Takes one record without its line end. */
  @FunctionalInterface
  public interface Taker {
    void take(byte[] record) throws IOException;
  }

  /** Gives every record to {@code taker}. */
  public static void forEach(List<Path> parts, Taker taker) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    for (Path part : parts) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(part), BUFFER)) {
        for (int one = in.read(); one >= 0; one = in.read()) {
          if (one == '\n') {
            taker.take(record.toByteArray());
            record.reset();
          } else {
            record.write(one);
          }
        }
      }
      if (record.size() > 0) {
        throw new IOException("a part file does not end with a line end; run the date again");
      }
    }
  }
}
