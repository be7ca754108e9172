package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the export in the order of its key: itself where it is in order, else its sorted spool
 * file.
 *
 * @param size bytes of {@code path} when it was checked
 */
record SortedFile(
    String name,
    Header header,
    Path path,
    long size,
    boolean spool,
    KeyColumn key,
    SparseIndex index) {

  /** Sorts a scanned file into {@code folder} unless it is in order. */
  static SortedFile of(FileScan scan, Path folder) throws IOException {
    if (scan.ascending()) {
      return new SortedFile(
          scan.name(),
          scan.header(),
          scan.path(),
          scan.bytes(),
          false,
          scan.keyColumn(),
          scan.index());
    }
    Sorter sorter = new Sorter(folder, scan.name());
    SparseIndex.Entry first = scan.index().entry(0);
    try (TextSource source =
        TextSource.from(scan.path(), first.offset(), first.line(), scan.keyColumn())) {
      while (source.next()) {
        sorter.add(source);
      }
    }
    return of(scan.name(), scan.header(), scan.keyColumn(), sorter.finish());
  }

  /** A file that exists only as a spool file. */
  static SortedFile of(String name, Header header, KeyColumn key, Sorter.Sorted sorted)
      throws IOException {
    long size = Files.size(sorted.file());
    return new SortedFile(name, header, sorted.file(), size, true, key, sorted.index());
  }

  /** Opens the file a little before the first row whose key is at or after {@code key}. */
  RecordSource open(byte[] from) throws IOException {
    if (Files.size(path) != size) {
      throw new IOException(name + " has changed since it was checked; run the date again.");
    }
    SparseIndex.Entry entry = index.floor(from);
    return spool
        ? new SpoolSource(path, entry.offset())
        : TextSource.from(path, entry.offset(), entry.line(), key);
  }
}
