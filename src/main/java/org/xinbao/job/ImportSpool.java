package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.FactSorter;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LoanRange;

/** Lines of a history sorted by a key, on the disk. */
final class ImportSpool {

  /** Rows of one key that are looked at; none can have as many. */
  private static final int MOST = 10_000;

  private final FactSorter sorter;

  ImportSpool(Path folder, String name) {
    this.sorter = FactSorter.in(folder, name);
  }

  /** Adds a line. */
  void add(String key, Object... fields) throws IOException {
    sorter.add(key + "\t" + Tsv.line(fields));
  }

  /** Ends the sort. */
  Groups groups() throws IOException {
    return new Groups(sorter.finish().read(LoanRange.ALL));
  }

  /** All lines, key by key; those of one key in the order in which they were added. */
  static final class Groups implements Closeable {

    private final KeyedReader<String> lines;

    Groups(KeyedReader<String> lines) {
      this.lines = lines;
    }

    /** The next key. */
    Optional<String> next() {
      return lines.nextKey();
    }

    /** The fields of its lines. */
    List<List<String>> take(String key) throws IOException {
      return lines.take(key, MOST).stream().map(Tsv::fields).toList();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
