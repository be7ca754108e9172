package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Facts in the order of their key, readable by many partitions at once. */
public final class SortedFacts {

  private final SortedFile file;

  SortedFacts(SortedFile file) {
    this.file = file;
  }

  /** Opens what another process has sorted and shares. */
  public static SortedFacts openShared(Path shared) throws IOException {
    return new SortedFacts(SharedFiles.read(shared).values().iterator().next());
  }

  /** What another process needs to read them; good while the export is open. */
  public byte[] toShare() {
    return SharedFiles.write(Map.of(file.name(), file));
  }

  /** The facts of a range of keys, without their keys. */
  public KeyedReader<String> read(LoanRange range) throws IOException {
    return KeyedReader.ofLines(file, range);
  }
}
