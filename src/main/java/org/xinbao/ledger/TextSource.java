package org.xinbao.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Records of a CSV file as the ledger wrote it. A blank line is no record; a byte order mark is
 * skipped; the last line needs no line end.
 */
final class TextSource extends RecordSource {

  /** Sees every byte of the file once, in order. */
  interface Listener {
    void accept(byte[] data, int from, int length);
  }

  private static final int AHEAD = Limits.RECORD_BYTES + 2;

  private final FileChannel channel;
  private final ByteBuffer target;
  private final Listener listener;
  private final RecordSplitter splitter = new RecordSplitter();
  private KeyColumn keyColumn;
  private int position;
  private int limit;
  private long base;
  private long nextLine;
  private boolean atEnd;

  /** Whether the present record may hold a byte that is not ASCII. */
  boolean nonAscii;

  private TextSource(FileChannel channel, long line, KeyColumn keyColumn, int buffer, Listener l) {
    this.channel = channel;
    this.nextLine = line;
    this.keyColumn = keyColumn;
    this.listener = l;
    this.data = new byte[buffer];
    this.target = ByteBuffer.wrap(data);
  }

  /** Reads a whole file from its first byte. */
  static TextSource ofFile(Path file, Listener listener) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    TextSource source = new TextSource(channel, 1, KeyColumn.NONE, Limits.SCAN_BUFFER, listener);
    source.skipByteOrderMark();
    return source;
  }

  /** Reads on from the record at {@code offset}, which is on physical line {@code line}. */
  static TextSource from(Path file, long offset, long line, KeyColumn keyColumn)
      throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(offset);
    TextSource source =
        new TextSource(channel, line, keyColumn, Limits.READ_BUFFER, (data, from, length) -> {});
    source.base = offset;
    return source;
  }

  /** Sets the key column, once the header is known. */
  void keyColumn(KeyColumn column) {
    this.keyColumn = column;
  }

  /** Where the record after the present one begins. */
  long nextOffset() {
    return base + position;
  }

  /** The physical line of the record after the present one. */
  long nextLine() {
    return nextLine;
  }

  private void skipByteOrderMark() throws IOException {
    fill();
    if (limit >= 3 && data[0] == (byte) 0xef && data[1] == (byte) 0xbb && data[2] == (byte) 0xbf) {
      position = 3;
    }
  }

  @Override
  boolean next() throws IOException {
    while (true) {
      if (limit - position < AHEAD && !atEnd) {
        fill();
      }
      if (position == limit) {
        return false;
      }
      splitter.split(data, position, limit);
      offset = base + position;
      start = position;
      end = splitter.end;
      line = nextLine;
      nextLine += splitter.lines;
      position = splitter.next;
      if (end > start) {
        take();
        return true;
      }
    }
  }

  private void take() throws IOException {
    quoted = splitter.quoted;
    malformed = splitter.malformed;
    nonAscii = splitter.nonAscii;
    keyData = data;
    keyColumn.locate(this);
    if (splitter.oversize) {
      // Nothing of the record is used but its key: it costs its loan.
      keyData = key();
      keyStart = 0;
      keyEnd = keyData.length;
      skipToNextLine();
      start = 0;
      end = 0;
      nonAscii = false;
    }
  }

  private void skipToNextLine() throws IOException {
    while (true) {
      while (position < limit) {
        if (data[position++] == '\n') {
          return;
        }
      }
      if (atEnd) {
        return;
      }
      fill();
    }
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
      listener.accept(data, limit, read);
      limit += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
