package org.xinbao.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.xinbao.store.SafeFiles;

/**
 * A compressed file.
 *
 * @param bytes size of its content
 * @param sha256 of its content
 * @param packedSha256 of the file itself
 */
record Packed(long bytes, String sha256, String packedSha256) {

  /** The end of the name of every compressed file. */
  static final String SUFFIX = ".gz";

  private static final int BUFFER = 1 << 16;

  /** Compresses a file into a new one, whole and on the disk when this returns. */
  static Packed write(Path from, Path to) throws IOException {
    MessageDigest content = newDigest();
    MessageDigest packed = newDigest();
    long bytes = 0;
    try (InputStream in = new DigestInputStream(Files.newInputStream(from), content);
        OutputStream out = compressing(to, packed)) {
      bytes = in.transferTo(out);
    }
    SafeFiles.force(to);
    return new Packed(bytes, hex(content), hex(packed));
  }

  private static OutputStream compressing(Path to, MessageDigest packed) throws IOException {
    OutputStream file = Channels.newOutputStream(SafeFiles.createFile(to));
    return new GZIPOutputStream(
        new DigestOutputStream(new BufferedOutputStream(file, BUFFER), packed), BUFFER);
  }

  /** Reads a compressed file to its end, as a proof that it can be read. */
  static Packed read(Path file) throws IOException {
    return expand(file, OutputStream.nullOutputStream());
  }

  /** Writes the content of a compressed file into a new one. */
  static Packed expand(Path file, Path to) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(SafeFiles.createFile(to)), BUFFER)) {
      return expand(file, out);
    }
  }

  private static Packed expand(Path file, OutputStream to) throws IOException {
    MessageDigest content = newDigest();
    long bytes = 0;
    try (InputStream in =
        new DigestInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), content)) {
      bytes = in.transferTo(to);
    } catch (ZipException | java.io.EOFException e) {
      // Damaged: what could be read has another hash than it must have.
      return new Packed(bytes, "", SafeFiles.sha256(file));
    }
    return new Packed(bytes, hex(content), SafeFiles.sha256(file));
  }

  /** As values of a line of an index. */
  List<Object> toFields() {
    return List.of(bytes, sha256, packedSha256);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
