package org.xinbao.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A finished state file, open for reading by any number of threads. A file cut short is noticed
 * when it is opened, a changed byte when its block is read.
 */
final class SnapshotFile implements Closeable {

  /** No header is longer: two keys and the fixed words. */
  private static final int HEADER_LIMIT = 200;

  /** The hash and the line feed that end the file. */
  private static final int HASH = 65;

  private final Path path;
  private final FileChannel channel;
  private final SnapshotInfo info;
  private final Block[] blocks;

  /** A stretch of rows. */
  record Block(long offset, int length, int crc, String firstId) {}

  private SnapshotFile(Path path, FileChannel channel, SnapshotInfo info, Block[] blocks) {
    this.path = path;
    this.channel = channel;
    this.info = info;
    this.blocks = blocks;
  }

  static SnapshotFile open(Path path) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new StoreException(
          "The state file " + path + " is missing; restore the home from its backup.", e);
    }
    boolean opened = false;
    try {
      SnapshotFile file = read(path, channel);
      opened = true;
      return file;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private static SnapshotFile read(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < SnapshotWriter.TRAILER) {
      throw damaged(path, "it is too short");
    }
    long trailerAt = size - SnapshotWriter.TRAILER;
    String[] trailer = text(path, channel, trailerAt, SnapshotWriter.TRAILER).split("\t", -1);
    if (trailer.length != 4 || !trailer[0].equals("end") || !trailer[3].endsWith("\n")) {
      throw damaged(path, "its last line is not there");
    }
    try {
      long rows = Long.parseLong(trailer[1]);
      long indexAt = Long.parseLong(trailer[2]);
      int indexLength = Math.toIntExact(trailerAt - indexAt);
      SnapshotPlan plan = plan(path, channel, (int) Math.min(HEADER_LIMIT, trailerAt));
      Block[] blocks =
          text(path, channel, indexAt, indexLength)
              .lines()
              .map(SnapshotFile::block)
              .toArray(Block[]::new);
      requireWhole(blocks, plan.header().length() + 1L, indexAt);
      SnapshotInfo info = new SnapshotInfo(plan, rows, size, trailer[3].strip());
      return new SnapshotFile(path, channel, info, blocks);
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged(path, "its index cannot be read");
    }
  }

  /** The index must cover every byte between header and index, in order of ids. */
  private static void requireWhole(Block[] blocks, long start, long end) {
    long at = start;
    byte[] last = {};
    for (Block block : blocks) {
      byte[] first = block.firstId().getBytes(StandardCharsets.UTF_8);
      if (block.offset() != at || Arrays.compareUnsigned(first, last) <= 0) {
        throw new IllegalArgumentException("the index is not whole");
      }
      at += block.length();
      last = first;
    }
    if (at != end) {
      throw new IllegalArgumentException("the index is not whole");
    }
  }

  SnapshotInfo info() {
    return info;
  }

  int blockCount() {
    return blocks.length;
  }

  /** The block in which the first row at or after {@code id} is found, if it is anywhere. */
  int firstBlockFor(byte[] id) {
    int low = 0;
    int high = blocks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      byte[] first = blocks[middle].firstId().getBytes(StandardCharsets.UTF_8);
      if (Arrays.compareUnsigned(first, id) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }

  /** The rows of a block, checked; ends with a line feed. */
  byte[] readBlock(int number) throws IOException {
    Block block = blocks[number];
    byte[] bytes = new byte[block.length()];
    readFully(path, channel, block.offset(), ByteBuffer.wrap(bytes));
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    byte[] first = block.firstId().getBytes(StandardCharsets.UTF_8);
    boolean sound =
        (int) crc.getValue() == block.crc()
            && bytes.length > first.length
            && Arrays.equals(bytes, 0, first.length, first, 0, first.length)
            && bytes[bytes.length - 1] == '\n';
    if (!sound) {
      throw damaged(path, "the rows from byte " + block.offset() + " on have changed");
    }
    return bytes;
  }

  /** Reads every byte and compares with the hash of the last line. */
  void verify() throws IOException {
    MessageDigest digest = SafeFiles.newSha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    long end = info.bytes() - HASH;
    for (long at = 0; at < end; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      readFully(path, channel, at, buffer);
      digest.update(buffer.flip());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(info.sha256())) {
      throw damaged(path, "its SHA-256 is not the one in its last line");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static SnapshotPlan plan(Path path, FileChannel channel, int length) throws IOException {
    String start = text(path, channel, 0, length);
    String[] header = start.substring(0, start.indexOf('\n')).split("\t", -1);
    if (header.length != 4 || !header[0].equals("xinbao-state")) {
      throw damaged(path, "its first line is not that of a state file");
    }
    if (!header[1].equals("1")) {
      throw new StoreException(
          "The state file " + path + " was written by a newer version; use that version.");
    }
    SnapshotKey key = SnapshotKey.parse(header[2]).orElseThrow(IllegalArgumentException::new);
    Optional<SnapshotKey> previous = SnapshotKey.parse(header[3]);
    if (previous.isEmpty() && !header[3].equals("-")) {
      throw damaged(path, "its first line is not that of a state file");
    }
    return new SnapshotPlan(key, previous);
  }

  private static Block block(String line) {
    String[] fields = line.split("\t", 4);
    return new Block(
        Long.parseLong(fields[0]),
        Integer.parseInt(fields[1]),
        Integer.parseUnsignedInt(fields[2], 16),
        fields[3]);
  }

  private static String text(Path path, FileChannel channel, long at, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    readFully(path, channel, at, bytes);
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  private static void readFully(Path path, FileChannel channel, long at, ByteBuffer into)
      throws IOException {
    long position = at;
    while (into.hasRemaining()) {
      int count = channel.read(into, position);
      if (count < 0) {
        throw damaged(path, "it is too short");
      }
      position += count;
    }
  }

  private static StoreException damaged(Path path, String how) {
    return new StoreException(
        "The state file " + path + " is damaged: " + how + "; restore the home from its backup.");
  }
}
