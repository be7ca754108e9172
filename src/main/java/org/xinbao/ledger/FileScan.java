package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What one pass over a file found.
 *
 * @param bytes size of the file
 * @param sha256 of all its bytes, lower-case hexadecimal
 * @param rows records after the header; blank lines are none
 * @param ascending whether the rows are in the order of the key column
 */
record FileScan(
    Path path,
    String name,
    long bytes,
    String sha256,
    long rows,
    Header header,
    KeyColumn keyColumn,
    boolean ascending,
    SparseIndex index) {

  /**
   * Reads a file once.
   *
   * @param contract what the file is, when the contract knows it; of other files only bytes and
   *     lines count
   */
  static FileScan of(Path path, String name, Optional<ContractFile> contract)
      throws IOException, ExportRefused {
    MessageDigest digest = newDigest();
    try (TextSource source = TextSource.ofFile(path, digest::update)) {
      List<String> mandatory = contract.map(ContractFile::columns).orElse(List.of());
      Header header = header(source, name, contract.isPresent(), mandatory);
      KeyColumn key = contract.map(c -> c.keyColumn(header)).orElse(KeyColumn.NONE);
      source.keyColumn(key);
      Pass pass = new Pass(source, name, contract.isPresent());
      pass.run();
      return new FileScan(
          path,
          name,
          Files.size(path),
          HexFormat.of().formatHex(digest.digest()),
          pass.rows,
          header,
          key,
          pass.ascending,
          pass.index);
    }
  }

  private static Header header(
      TextSource source, String name, boolean known, List<String> mandatory)
      throws IOException, ExportRefused {
    FieldSplitter fields = new FieldSplitter();
    if (source.next()) {
      if (known) {
        requireUtf8(source, name);
      }
      fields.split(source);
    }
    return known ? Header.read(name, fields, mandatory) : new Header(List.of());
  }

  private static void requireUtf8(TextSource source, String name) throws ExportRefused {
    if (source.nonAscii && !Utf8.isValid(source.data, source.start, source.end)) {
      throw new ExportRefused(
          ExportRefused.Reason.NOT_UTF8,
          name + " line " + source.line + " is not UTF-8; export the file in UTF-8.");
    }
  }

  /** The digest that manifests use. */
  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The loop over the rows. */
  private static final class Pass {
    private final TextSource source;
    private final String name;
    private final boolean known;
    private final SparseIndex index;
    private long rows;
    private boolean ascending = true;
    private byte[] previous = new byte[Limits.KEY_BYTES];
    private int previousLength;

    Pass(TextSource source, String name, boolean known) {
      this.source = source;
      this.name = name;
      this.known = known;
      this.index = new SparseIndex(source.nextOffset(), source.nextLine());
    }

    void run() throws IOException, ExportRefused {
      while (source.next()) {
        rows++;
        if (source.nonAscii && known) {
          requireUtf8(source, name);
        }
        if (ascending && !source.keyEquals(previous, previousLength)) {
          take();
        }
      }
    }

    private void take() {
      if (source.compareKey(previous, previousLength) < 0) {
        ascending = false;
        return;
      }
      previousLength = source.keyEnd - source.keyStart;
      System.arraycopy(source.keyData, source.keyStart, previous, 0, previousLength);
      if (index.wants(source.offset)) {
        index.add(source.offset, source.line, source.key());
      }
    }
  }
}
