package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/** Looks up lines in a {@link RecordIndex}, by halving, so that it need not be read as a whole. */
final class RecordIndexReader implements Closeable {

  /** Longer than any row. */
  private static final int ROW_MAX = 512;

  private final FileChannel channel;
  private final long size;

  /**
   * What a line of the submission is about.
   *
   * @param key loan, customer or facility
   * @param reportDate epoch day
   */
  record Entry(long line, String key, int reportDate) {}

  private record Row(long from, long next, String text) {}

  RecordIndexReader(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  /** What the line is about; empty when the index does not have it. */
  Optional<Entry> find(long line) throws IOException {
    long from = 0;
    long to = size;
    while (from < to) {
      Row row = row((from + to) >>> 1, from);
      Entry entry = entry(row.text());
      if (entry.line() == line) {
        return Optional.of(entry);
      }
      if (entry.line() < line) {
        from = row.next();
      } else {
        to = row.from();
      }
    }
    return Optional.empty();
  }

  /** The lines about a loan, customer or facility, in order. */
  List<Entry> of(String key) throws IOException {
    long from = 0;
    long to = size;
    while (from < to) {
      Row row = row((from + to) >>> 1, from);
      if (LoanCursor.ORDER.compare(entry(row.text()).key(), key) < 0) {
        from = row.next();
      } else {
        to = row.from();
      }
    }
    List<Entry> entries = new ArrayList<>();
    while (from < size) {
      Row row = row(from, from);
      Entry entry = entry(row.text());
      if (!entry.key().equals(key)) {
        break;
      }
      entries.add(entry);
      from = row.next();
    }
    return entries;
  }

  /** Which of the records of the same thing and report date the line is, from 1. */
  int place(Entry entry) throws IOException {
    int place = 1;
    for (long line = entry.line() - 1; line >= RecordIndex.FIRST_LINE; line--) {
      Optional<Entry> before = find(line);
      if (before.isEmpty() || !before.get().key().equals(entry.key())) {
        break;
      }
      if (before.get().reportDate() == entry.reportDate()) {
        place++;
      }
    }
    return place;
  }

  /** The row that the byte belongs to, which does not begin before {@code least}. */
  private Row row(long at, long least) throws IOException {
    long start = Math.max(least, at - ROW_MAX);
    byte[] bytes = read(start, Math.min(size, at + ROW_MAX));
    int inside = (int) (at - start);
    int from = inside;
    while (from > 0 && bytes[from - 1] != '\n') {
      from--;
    }
    int to = inside;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    if (to == bytes.length || (from == 0 && start > least)) {
      throw damaged();
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return new Row(start + from, start + to + 1, text);
  }

  private byte[] read(long from, long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) (to - from));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw damaged();
      }
    }
    return buffer.array();
  }

  private static Entry entry(String row) throws IOException {
    String[] fields = row.split("\t", -1);
    try {
      if (fields.length == 3) {
        return new Entry(Long.parseLong(fields[0]), fields[1], Day.parse(fields[2]));
      }
    } catch (RuntimeException e) {
      throw new IOException("an index row is damaged", e);
    }
    throw damaged();
  }

  private static IOException damaged() {
    return new IOException("an index row is damaged");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
