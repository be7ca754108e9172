package org.xinbao.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The state of the loans of a range, in the order of loan ids: a base with its deltas merged, the
 * newest row of a loan being the one that counts. For one thread.
 */
public final class StateCursor {

  /** Newest first; a heap by id, then by age. */
  private final List<Source> heap = new ArrayList<>();

  private byte[] id = {};
  private byte[] payload = {};

  private record Source(RowCursor rows, int age) {
    boolean before(Source other) {
      int order = Arrays.compareUnsigned(rows.id(), other.rows.id());
      return order < 0 || (order == 0 && age < other.age);
    }
  }

  /** Files from the newest to the base. */
  StateCursor(List<SnapshotFile> files, LoanRange range) throws IOException {
    byte[] from = range.from().getBytes(StandardCharsets.UTF_8);
    byte[] to = range.to().getBytes(StandardCharsets.UTF_8);
    for (int age = 0; age < files.size(); age++) {
      Source source = new Source(new RowCursor(files.get(age), from, to), age);
      if (source.rows().advance()) {
        heap.add(source);
      }
    }
    for (int i = heap.size() / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  /** Goes to the next loan; false when there is none. */
  public boolean advance() throws IOException {
    while (!heap.isEmpty()) {
      RowCursor newest = heap.get(0).rows();
      id = newest.id();
      boolean removed = newest.removed();
      if (!removed) {
        payload = newest.payload();
      }
      skipCurrent();
      if (!removed) {
        return true;
      }
    }
    return false;
  }

  /** The loan at which it stands. */
  public String loanId() {
    return new String(id, StandardCharsets.UTF_8);
  }

  /** Its state; the array is the caller's. */
  public byte[] payload() {
    return payload;
  }

  private void skipCurrent() throws IOException {
    byte[] current = id;
    while (!heap.isEmpty() && Arrays.equals(heap.get(0).rows().id(), current)) {
      if (!heap.get(0).rows().advance()) {
        Source last = heap.remove(heap.size() - 1);
        if (heap.isEmpty()) {
          return;
        }
        heap.set(0, last);
      }
      sink(0);
    }
  }

  private void sink(int from) {
    int at = from;
    while (true) {
      int least = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < heap.size(); child++) {
        if (heap.get(child).before(heap.get(least))) {
          least = child;
        }
      }
      if (least == at) {
        return;
      }
      Source moved = heap.get(at);
      heap.set(at, heap.get(least));
      heap.set(least, moved);
      at = least;
    }
  }
}
