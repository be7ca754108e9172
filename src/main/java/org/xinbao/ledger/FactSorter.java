package org.xinbao.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Sorts lines that begin with a key and a tab by that key, externally and in bounded memory; lines
 * of one key keep the order in which they were added. Used for the facts that pass 1 leaves for the
 * second pass.
 */
public final class FactSorter {

  private static final Header NO_COLUMNS = new Header(List.of());

  private final String name;
  private final Sorter sorter;
  private long lines;

  /** A sorter that keeps what does not fit in memory in a folder, which its caller deletes. */
  public static FactSorter in(Path folder, String name) {
    return new FactSorter(folder, name);
  }

  FactSorter(Path folder, String name) {
    this.name = name;
    this.sorter = new Sorter(folder, name);
  }

  /** Adds a line: key, tab, the fact. */
  public void add(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int tab = 0;
    while (tab < bytes.length && bytes[tab] != '\t') {
      tab++;
    }
    if (tab == 0 || tab == bytes.length) {
      throw new IllegalArgumentException("a fact has a key, a tab and what it says");
    }
    sorter.add(bytes, 0, tab, ++lines, 0, bytes, tab + 1, bytes.length);
  }

  /** Ends the sort. */
  public SortedFacts finish() throws IOException {
    KeyColumn key = new KeyColumn(0, KeyColumn.Form.ID);
    return new SortedFacts(SortedFile.of(name, NO_COLUMNS, key, sorter.finish()));
  }
}
