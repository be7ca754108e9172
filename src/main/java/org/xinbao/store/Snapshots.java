package org.xinbao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * The state snapshots of a home: immutable sorted files in {@code <home>/state/}, a base at each
 * month end and in between files that hold what changed (rulings 29).
 */
public final class Snapshots {

  private static final String SUFFIX = ".state";

  /** A base at each month end allows 31 deltas; twice that is a chain that does not end. */
  private static final int CHAIN_LIMIT = 62;

  private final Path folder;

  /** The snapshots of the loans of a home; their folder is created when missing. */
  public Snapshots(Path home) throws IOException {
    this.folder = SafeFiles.createFolders(home.resolve("state"));
  }

  /**
   * Snapshots of something else than loans, in a folder of that name beside those of the loans: the
   * same files with another key in the place of the loan id.
   */
  public Snapshots(Path home, String of) throws IOException {
    this.folder = SafeFiles.createFolders(home.resolve("state").resolve(of));
  }

  /**
   * The snapshot to build on, when there is one. A home of a version that did not keep this state
   * yet has none at all, which is the state before the first night; one that is missing among
   * others is damage, which {@link #open} reports.
   */
  public Optional<SnapshotKey> base(Optional<SnapshotKey> previous) throws IOException {
    return list().isEmpty() ? Optional.empty() : previous;
  }

  /**
   * What a run has to write: a base when there is no previous snapshot, on the last day of a month,
   * and when the last month end has no base; else what changed since {@code previous}.
   */
  public SnapshotPlan plan(SnapshotKey key, Optional<SnapshotKey> previous) throws IOException {
    if (previous.isEmpty() || key.date() == Day.lastOfMonth(key.date())) {
      return new SnapshotPlan(key, Optional.empty());
    }
    List<SnapshotInfo> chain = chain(previous.get());
    int base = chain.get(chain.size() - 1).plan().key().date();
    boolean covered = base >= Day.firstOfMonth(key.date()) - 1 && chain.size() < CHAIN_LIMIT;
    return new SnapshotPlan(key, covered ? previous : Optional.empty());
  }

  /**
   * Puts the parts of all partitions together, in the order of their ranges, into a file that
   * nobody sees before {@link #publish}; the bytes are the same however the loans were divided.
   */
  public SnapshotInfo assemble(SnapshotPlan plan, List<Path> parts) throws IOException {
    Path staged = staged(plan.key());
    Files.deleteIfExists(staged);
    try (SnapshotWriter writer = SnapshotWriter.create(staged, plan)) {
      for (Path part : parts) {
        try (SnapshotFile file = SnapshotFile.open(part)) {
          if (!file.info().plan().equals(plan)) {
            throw new StoreException(
                part + " belongs to another run; delete the staging folder and run again.");
          }
          RowCursor rows = new RowCursor(file, new byte[0], new byte[0]);
          while (rows.advance()) {
            rows.copyTo(writer);
          }
        }
      }
      return writer.finish();
    }
  }

  /**
   * Gives an assembled snapshot its name, on the disk when this returns. When it has that name
   * already, as after a crash, nothing happens if the content is the same.
   */
  public void publish(SnapshotKey key) throws IOException {
    Path staged = staged(key);
    Path file = file(key);
    if (!Files.exists(file)) {
      SafeFiles.rename(staged, file);
      return;
    }
    if (Files.exists(staged)) {
      if (Files.mismatch(staged, file) >= 0) {
        throw new StoreException(
            "The state file " + file + " exists with other content; it was left as it is.");
      }
      Files.delete(staged);
    }
  }

  /** Whether the snapshot has its name. */
  public boolean exists(SnapshotKey key) {
    return Files.exists(file(key));
  }

  /** Where a published snapshot is, for the archive. */
  public Path path(SnapshotKey key) {
    return file(key);
  }

  /** Opens the state of a date and version, with all deltas back to its base. */
  public StateView open(SnapshotKey key) throws IOException {
    List<SnapshotFile> files = new ArrayList<>();
    boolean opened = false;
    try {
      Optional<SnapshotKey> next = Optional.of(key);
      while (next.isPresent()) {
        SnapshotFile file = openChecked(next.get(), files.size());
        files.add(file);
        next = file.info().plan().previous();
      }
      opened = true;
      return new StateView(files);
    } finally {
      if (!opened) {
        new StateView(files).close();
      }
    }
  }

  /** What an assembled snapshot says of itself, whether it has its name already or not. */
  public SnapshotInfo assembled(SnapshotKey key) throws IOException {
    Path staged = staged(key);
    try (SnapshotFile file = SnapshotFile.open(Files.exists(staged) ? staged : file(key))) {
      return file.info();
    }
  }

  /** What one published file says of itself, after every byte of it was read and found sound. */
  public SnapshotInfo verified(SnapshotKey key) throws IOException {
    try (SnapshotFile file = SnapshotFile.open(file(key))) {
      file.verify();
      return file.info();
    }
  }

  /** What a published snapshot says of itself. */
  public SnapshotInfo info(SnapshotKey key) throws IOException {
    return chain(key).get(0);
  }

  /** All published snapshots, oldest first. */
  public List<SnapshotKey> list() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .flatMap(name -> SnapshotKey.parse(name).stream())
          .sorted()
          .toList();
    }
  }

  /**
   * Writes the state of a date and version anew, as a base without some loans, into a file that
   * nobody sees before {@link #replace}.
   *
   * @param without the loans to leave out, in the order of ids
   */
  public SnapshotInfo rewrite(SnapshotKey key, Iterator<String> without) throws IOException {
    Path staged = staged(key);
    Files.deleteIfExists(staged);
    SnapshotPlan base = new SnapshotPlan(key, Optional.empty());
    try (StateView view = open(key);
        SnapshotWriter writer = SnapshotWriter.create(staged, base)) {
      StateCursor rows = view.read(LoanRange.ALL);
      Optional<String> next = next(without);
      while (rows.advance()) {
        while (next.isPresent() && Utf8.compare(next.get(), rows.loanId()) < 0) {
          next = next(without);
        }
        if (!next.equals(Optional.of(rows.loanId()))) {
          writer.put(rows.loanId(), rows.payload(), Optional.empty());
        }
      }
      return writer.finish();
    }
  }

  /** What becomes of a row: its new payload, or none. */
  @FunctionalInterface
  public interface RowChange {
    Optional<byte[]> of(String id, byte[] payload) throws IOException;
  }

  /** Writes a snapshot anew as a whole with its rows changed, where nobody sees it. */
  public SnapshotInfo rewrite(SnapshotKey key, RowChange change) throws IOException {
    Path staged = staged(key);
    Files.deleteIfExists(staged);
    SnapshotPlan base = new SnapshotPlan(key, Optional.empty());
    try (StateView view = open(key);
        SnapshotWriter writer = SnapshotWriter.create(staged, base)) {
      for (StateCursor rows = view.read(LoanRange.ALL); rows.advance(); ) {
        Optional<byte[]> now = change.of(rows.loanId(), rows.payload());
        if (now.isPresent()) {
          writer.put(rows.loanId(), now.get(), Optional.empty());
        }
      }
      return writer.finish();
    }
  }

  /** Gives a rewritten snapshot its name; does nothing when it has it already. */
  public void replace(SnapshotKey key) throws IOException {
    if (Files.exists(staged(key))) {
      SafeFiles.rename(staged(key), file(key));
    }
  }

  /** Takes back a rewritten snapshot that has not got its name. */
  public void discard(SnapshotKey key) throws IOException {
    Files.deleteIfExists(staged(key));
  }

  private static Optional<String> next(Iterator<String> ids) {
    return ids.hasNext() ? Optional.of(ids.next()) : Optional.empty();
  }

  /**
   * Deletes a snapshot, as retention demands; throws {@link StoreException} when a later one holds
   * only the changes to it.
   */
  public void delete(SnapshotKey key) throws IOException {
    for (SnapshotKey other : list()) {
      if (info(other).plan().previous().equals(Optional.of(key))) {
        throw new StoreException(
            "The state of " + key + " is still needed by that of " + other + ".");
      }
    }
    Files.deleteIfExists(staged(key));
    Files.deleteIfExists(file(key));
    SafeFiles.forceFolder(folder);
  }

  private List<SnapshotInfo> chain(SnapshotKey key) throws IOException {
    try (StateView view = open(key)) {
      return view.infos();
    }
  }

  private SnapshotFile openChecked(SnapshotKey key, int depth) throws IOException {
    SnapshotFile file = SnapshotFile.open(file(key));
    boolean sound = file.info().plan().key().equals(key) && depth <= CHAIN_LIMIT;
    if (!sound) {
      file.close();
      throw new StoreException(
          "The state file "
              + file(key)
              + " is not that of "
              + key
              + "; restore the home from its backup.");
    }
    return file;
  }

  private Path file(SnapshotKey key) {
    return folder.resolve(key + SUFFIX);
  }

  private Path staged(SnapshotKey key) {
    return folder.resolve("." + key + SUFFIX + ".new");
  }
}
