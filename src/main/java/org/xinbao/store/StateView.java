package org.xinbao.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The state of every loan as published for one date, readable by many partitions at once. */
public final class StateView implements Closeable {

  /** The state before the first run: no loan. */
  public static final StateView EMPTY = new StateView(List.of());

  private final List<SnapshotFile> files;

  /** Files from the newest to the base. */
  StateView(List<SnapshotFile> files) {
    this.files = List.copyOf(files);
  }

  /** The loans of a range. */
  public StateCursor read(LoanRange range) throws IOException {
    return new StateCursor(files, range);
  }

  /** Reads all files completely; throws {@link StoreException} when one is damaged. */
  public void verify() throws IOException {
    for (SnapshotFile file : files) {
      file.verify();
    }
  }

  /** Its files, from the newest to the base. */
  public List<SnapshotInfo> infos() {
    return files.stream().map(SnapshotFile::info).toList();
  }

  @Override
  public void close() throws IOException {
    for (SnapshotFile file : files) {
      file.close();
    }
  }
}
