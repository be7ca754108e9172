package org.xinbao.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * An external merge sort of records by key (unsigned bytes), then by original line: at most {@link
 * Limits#SORT_BYTES} in memory, the rest in runs on disk.
 */
final class Sorter {

  /** A sorted spool file and its index. */
  record Sorted(Path file, SparseIndex index) {}

  private final Path folder;
  private final String name;
  private final int runBytes;
  private final List<Path> runs = new ArrayList<>();
  private byte[] arena = new byte[1 << 16];
  private int used;
  private int[] frames = new int[1024];
  private int count;
  private int runNumber;

  Sorter(Path folder, String name) {
    this(folder, name, Limits.SORT_BYTES);
  }

  Sorter(Path folder, String name, int runBytes) {
    this.folder = folder;
    this.name = name;
    this.runBytes = runBytes;
  }

  /** Adds the present record of a source under its own key. */
  void add(RecordSource source) throws IOException {
    int marks = (source.quoted ? Frames.QUOTED : 0) | (source.malformed ? Frames.MALFORMED : 0);
    add(
        source.keyData,
        source.keyStart,
        source.keyEnd,
        source.line,
        marks,
        source.data,
        source.start,
        source.end);
  }

  /** Adds a record under any key. */
  void add(
      byte[] keyData,
      int keyStart,
      int keyEnd,
      long line,
      int marks,
      byte[] data,
      int start,
      int end)
      throws IOException {
    int keyLength = keyEnd - keyStart;
    int length = Frames.HEAD + keyLength + end - start;
    if (used + length > runBytes && count > 0) {
      writeRun();
    }
    if (used + length > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(used + length, Math.min(arena.length * 2, runBytes)));
    }
    if (count == frames.length) {
      frames = Arrays.copyOf(frames, count * 2);
    }
    frames[count++] = used;
    Frames.head(arena, used, length, line, keyLength, marks);
    System.arraycopy(keyData, keyStart, arena, used + Frames.HEAD, keyLength);
    System.arraycopy(data, start, arena, used + Frames.HEAD + keyLength, end - start);
    used += length;
  }

  private void writeRun() throws IOException {
    Path run = newRun();
    sortFrames();
    try (OutputStream out = PrivateFiles.create(run)) {
      for (int i = 0; i < count; i++) {
        out.write(arena, frames[i], Frames.length(arena, frames[i]));
      }
    }
    runs.add(run);
    used = 0;
    count = 0;
  }

  private Path newRun() {
    return folder.resolve(String.format(Locale.ROOT, "%s.run-%06d", name, ++runNumber));
  }

  /** Ends the sort: the one sorted file, its runs being deleted. */
  Sorted finish() throws IOException {
    if (count > 0 || runs.isEmpty()) {
      writeRun();
    }
    arena = new byte[0];
    frames = new int[0];
    while (runs.size() > Limits.SORT_RUNS) {
      List<Path> some = new ArrayList<>(runs.subList(0, Limits.SORT_RUNS));
      Path merged = newRun();
      merge(some, merged);
      runs.removeAll(some);
      runs.add(merged);
    }
    Path sorted = folder.resolve(name + ".sorted");
    SparseIndex index = merge(runs, sorted);
    return new Sorted(sorted, index);
  }

  private static SparseIndex merge(List<Path> from, Path to) throws IOException {
    SparseIndex index = new SparseIndex(0, 0);
    Comparator<SpoolSource> order = Sorter::compare;
    List<SpoolSource> open = new ArrayList<>();
    try (OutputStream out = PrivateFiles.create(to)) {
      PriorityQueue<SpoolSource> queue = new PriorityQueue<>(order);
      for (Path run : from) {
        SpoolSource source = new SpoolSource(run, 0);
        open.add(source);
        if (source.next()) {
          queue.add(source);
        }
      }
      drain(queue, out, index);
    } finally {
      for (SpoolSource source : open) {
        source.close();
      }
    }
    for (Path run : from) {
      Files.delete(run);
    }
    return index;
  }

  private static void drain(PriorityQueue<SpoolSource> queue, OutputStream out, SparseIndex index)
      throws IOException {
    byte[] previous = new byte[0];
    long offset = 0;
    for (SpoolSource source = queue.poll(); source != null; source = queue.poll()) {
      if (!source.keyEquals(previous, previous.length)) {
        previous = source.key();
        if (index.wants(offset)) {
          index.add(offset, 0, previous);
        }
      }
      int frame = source.frameStart();
      out.write(source.data, frame, source.end - frame);
      offset += source.end - frame;
      if (source.next()) {
        queue.add(source);
      }
    }
  }

  private static int compare(SpoolSource a, SpoolSource b) {
    int byKey = Arrays.compareUnsigned(a.data, a.keyStart, a.keyEnd, b.data, b.keyStart, b.keyEnd);
    return byKey != 0 ? byKey : Long.compare(a.line, b.line);
  }

  private int compareFrames(int a, int b) {
    int keyA = a + Frames.HEAD;
    int keyB = b + Frames.HEAD;
    int byKey =
        Arrays.compareUnsigned(
            arena,
            keyA,
            keyA + Frames.keyLength(arena, a),
            arena,
            keyB,
            keyB + Frames.keyLength(arena, b));
    return byKey != 0 ? byKey : Long.compare(Frames.line(arena, a), Frames.line(arena, b));
  }

  /** A merge sort of the frames' positions; positions are no objects, so no library sort fits. */
  private void sortFrames() {
    int[] from = frames;
    int[] to = new int[frames.length];
    for (int width = 1; width < count; width *= 2) {
      for (int low = 0; low < count; low += 2 * width) {
        int middle = Math.min(low + width, count);
        mergeFrames(from, to, low, middle, Math.min(middle + width, count));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    frames = from;
  }

  private void mergeFrames(int[] from, int[] to, int low, int middle, int high) {
    if (middle == high || compareFrames(from[middle - 1], from[middle]) <= 0) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          right == high || (left < middle && compareFrames(from[left], from[right]) <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
