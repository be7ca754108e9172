package org.xinbao.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Records of a spool file that {@link Sorter} wrote, in its order. */
final class SpoolSource extends RecordSource {

  private final FileChannel channel;
  private final ByteBuffer target;
  private int position;
  private int limit;
  private long base;
  private boolean atEnd;

  SpoolSource(Path file, long offset) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(offset);
    base = offset;
    data = new byte[Limits.READ_BUFFER];
    target = ByteBuffer.wrap(data);
  }

  /** Where the present frame begins in {@link #data}. */
  int frameStart() {
    return start - (keyEnd - keyStart) - Frames.HEAD;
  }

  @Override
  boolean next() throws IOException {
    if (!has(Frames.HEAD)) {
      if (position != limit) {
        throw new EOFException("a spool file ends inside a record");
      }
      return false;
    }
    int length = Frames.length(data, position);
    if (!has(length)) {
      throw new EOFException("a spool file ends inside a record");
    }
    offset = base + position;
    line = Frames.line(data, position);
    int marks = Frames.marks(data, position);
    quoted = (marks & Frames.QUOTED) != 0;
    malformed = (marks & Frames.MALFORMED) != 0;
    keyStart = position + Frames.HEAD;
    keyEnd = keyStart + Frames.keyLength(data, position);
    start = keyEnd;
    keyData = data;
    position += length;
    end = position;
    return true;
  }

  private boolean has(int bytes) throws IOException {
    if (limit - position < bytes && !atEnd) {
      fill();
    }
    return limit - position >= bytes;
  }

  private void fill() throws IOException {
    System.arraycopy(data, position, data, 0, limit - position);
    base += position;
    limit -= position;
    position = 0;
    while (limit < data.length) {
      target.limit(data.length).position(limit);
      int read = channel.read(target);
      if (read < 0) {
        atEnd = true;
        return;
      }
      limit += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
