package org.xinbao.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Cuts sorted files into ranges of keys with about the same number of bytes over all files. */
final class Ranges {

  /** From {@code key} on, the file has {@code bytes} more. */
  private record Step(String key, long bytes) {}

  private Ranges() {}

  static List<LoanRange> of(Collection<SortedFile> files, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one range");
    }
    List<Step> steps = new ArrayList<>();
    for (SortedFile file : files) {
      addSteps(file, steps);
    }
    steps.sort(Comparator.comparing(Step::key));
    long total = steps.stream().mapToLong(Step::bytes).sum();
    List<LoanRange> ranges = new ArrayList<>();
    String from = "";
    long before = 0;
    for (Step step : steps) {
      // A cut where the ranges so far have their share of the bytes before this key.
      boolean due = before * count >= total * (ranges.size() + 1L);
      if (due && ranges.size() < count - 1 && step.key().compareTo(from) > 0) {
        ranges.add(new LoanRange(from, step.key()));
        from = step.key();
      }
      before += step.bytes();
    }
    ranges.add(new LoanRange(from, ""));
    return ranges;
  }

  private static void addSteps(SortedFile file, List<Step> steps) {
    SparseIndex index = file.index();
    for (int i = 0; i < index.size(); i++) {
      long next = i + 1 < index.size() ? index.entry(i + 1).offset() : file.size();
      String key = new String(index.entry(i).key(), StandardCharsets.US_ASCII);
      steps.add(new Step(key, next - index.entry(i).offset()));
    }
  }
}
