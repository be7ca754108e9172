package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A CSV file of a reporting history, read row by row in its own order (rulings 6): the same form of
 * CSV as an export, but no part of one.
 */
public final class HistoryTable implements Closeable {

  private final TextSource source;
  private final FieldSplitter fields = new FieldSplitter();
  private final MessageDigest digest;
  private final Header header;
  private long rows;
  private boolean whole;

  private HistoryTable(TextSource source, MessageDigest digest, String name, List<String> mandatory)
      throws IOException, ExportRefused {
    this.source = source;
    this.digest = digest;
    if (source.next()) {
      fields.split(source);
    }
    this.header = Header.read(name, fields, mandatory);
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws ExportRefused when the header cannot be read or lacks a mandatory column
   */
  public static HistoryTable open(Path file, List<String> mandatory)
      throws IOException, ExportRefused {
    MessageDigest digest = FileScan.newDigest();
    TextSource source = TextSource.ofFile(file, digest::update);
    boolean opened = false;
    try {
      HistoryTable table =
          new HistoryTable(source, digest, String.valueOf(file.getFileName()), mandatory);
      opened = true;
      return table;
    } finally {
      if (!opened) {
        source.close();
      }
    }
  }

  /** Moves to the next row; false at the end. */
  public boolean next() throws IOException {
    if (!source.next()) {
      return false;
    }
    rows++;
    fields.split(source);
    whole =
        fields.count == header.columns().size()
            && (!source.nonAscii || Utf8.isValid(source.data, source.start, source.end));
    return true;
  }

  /** Whether the row is CSV in UTF-8 with as many fields as the header; else it has none. */
  public boolean isWhole() {
    return whole;
  }

  /** The physical line of the row, the header being line 1. */
  public long line() {
    return source.line;
  }

  /** A field of the row, empty when the file has no such column. */
  public String field(String column) {
    int position = header.position(column);
    return position < 0 ? "" : fields.text(position);
  }

  /** Rows read so far. */
  public long rows() {
    return rows;
  }

  /** The hash of the file, once its end was reached. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
