package org.xinbao.job;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.xinbao.store.SafeFiles;

/** Lines of bytes ended by LF; the file is created with its first line only. */
final class LineFile implements Closeable {

  private static final int BUFFER = 1 << 17;

  private final Path file;
  private OutputStream out = OutputStream.nullOutputStream();
  private long lines;

  LineFile(Path file) {
    this.file = file;
  }

  void line(String line) throws IOException {
    line(line.getBytes(StandardCharsets.UTF_8));
  }

  void line(byte[] line) throws IOException {
    if (lines == 0) {
      out = new BufferedOutputStream(SafeFiles.newOutput(file), BUFFER);
    }
    out.write(line);
    out.write('\n');
    lines++;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
