package org.xinbao.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Writes a sorted state file: the part of one partition, or a whole snapshot.
 *
 * <p>The file is text. First line: {@code xinbao-state}, format version, key, key of the previous
 * snapshot ({@code -} in a base), separated by tabs. Then one line per loan in the order of
 * unsigned UTF-8 bytes: {@code loan_id}, tab, payload; a line with the id alone says that the loan
 * is removed. Then the index, a line for each block of rows: offset, length, CRC-32C, first loan
 * id. The last line, always {@value #TRAILER} bytes: {@code end}, number of rows, offset of the
 * index, SHA-256 of everything before the hash. The bytes depend on the rows alone, not on how they
 * were divided into partitions.
 */
public final class SnapshotWriter implements Closeable {

  /** Length of the last line. */
  static final int TRAILER = 111;

  /**
   * A block ends with the row that makes it at least this long: small enough that reading a short
   * range costs little, large enough that the index stays in memory for any number of loans.
   */
  private static final int BLOCK = 1 << 17;

  private final SnapshotPlan plan;
  private final FileChannel channel;
  private final MessageDigest digest = SafeFiles.newSha256();
  private final ByteArrayOutputStream index = new ByteArrayOutputStream();

  private byte[] block = new byte[BLOCK + 4096];
  private int length;
  private byte[] firstId = {};
  private byte[] lastId = {};
  private long offset;
  private long rows;

  private SnapshotWriter(SnapshotPlan plan, FileChannel channel) {
    this.plan = plan;
    this.channel = channel;
  }

  /** Begins a new file; there must be none of that name. */
  public static SnapshotWriter create(Path file, SnapshotPlan plan) throws IOException {
    SnapshotWriter writer = new SnapshotWriter(plan, SafeFiles.createFile(file));
    writer.emit(ByteBuffer.wrap((plan.header() + "\n").getBytes(StandardCharsets.UTF_8)));
    return writer;
  }

  /**
   * The state of a loan. A delta keeps it only if it differs from {@code before}.
   *
   * @param loanId greater than the one before
   * @param payload any bytes but line feeds
   * @param before its state in the previous snapshot
   */
  public void put(String loanId, byte[] payload, Optional<byte[]> before) throws IOException {
    if (plan.isBase() || before.isEmpty() || !Arrays.equals(payload, before.get())) {
      append(idBytes(loanId), payload, 0, payload.length, false);
    }
  }

  /** A loan of the previous snapshot that has no state any more. */
  public void remove(String loanId) throws IOException {
    if (!plan.isBase()) {
      append(idBytes(loanId), new byte[0], 0, 0, true);
    }
  }

  /** Writes index and last line and waits until all is on the disk. */
  public SnapshotInfo finish() throws IOException {
    endBlock();
    long indexOffset = offset;
    emit(ByteBuffer.wrap(index.toByteArray()));
    String end = String.format(Locale.ROOT, "end\t%020d\t%020d\t", rows, indexOffset);
    emit(ByteBuffer.wrap(end.getBytes(StandardCharsets.UTF_8)));
    String sha256 = HexFormat.of().formatHex(digest.digest());
    byte[] hash = (sha256 + "\n").getBytes(StandardCharsets.UTF_8);
    SafeFiles.writeFully(channel, ByteBuffer.wrap(hash));
    channel.force(true);
    return new SnapshotInfo(plan, rows, offset + hash.length, sha256);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A row whose id and payload are given as bytes; the payload has no line feed. */
  void append(byte[] id, byte[] payload, int from, int count, boolean removed) throws IOException {
    if (Arrays.compareUnsigned(id, lastId) <= 0) {
      throw new IllegalStateException(
          "loan " + text(id) + " does not come after " + text(lastId) + " in the state file");
    }
    for (int i = from; i < from + count; i++) {
      if (payload[i] == '\n') {
        throw new IllegalArgumentException("the state of loan " + text(id) + " has a line feed");
      }
    }
    if (length >= BLOCK) {
      endBlock();
    }
    if (length == 0) {
      firstId = id;
    }
    int needed = length + id.length + 2 + count;
    if (needed > block.length) {
      block = Arrays.copyOf(block, Math.max(needed, block.length * 2));
    }
    System.arraycopy(id, 0, block, length, id.length);
    length += id.length;
    if (!removed) {
      block[length++] = '\t';
      System.arraycopy(payload, from, block, length, count);
      length += count;
    }
    block[length++] = '\n';
    lastId = id;
    rows++;
  }

  private void endBlock() throws IOException {
    if (length == 0) {
      return;
    }
    CRC32C crc = new CRC32C();
    crc.update(block, 0, length);
    String line =
        offset + "\t" + length + "\t" + Long.toHexString(crc.getValue()) + "\t" + text(firstId);
    index.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    emit(ByteBuffer.wrap(block, 0, length));
    length = 0;
  }

  private void emit(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    digest.update(bytes.duplicate());
    SafeFiles.writeFully(channel, bytes);
    offset += count;
  }

  private static byte[] idBytes(String loanId) {
    byte[] id = loanId.getBytes(StandardCharsets.UTF_8);
    if (id.length == 0 || loanId.indexOf('\t') >= 0 || loanId.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "a loan id of a state file is empty or has a tab or line feed");
    }
    return id;
  }

  private static String text(byte[] id) {
    return new String(id, StandardCharsets.UTF_8);
  }
}
