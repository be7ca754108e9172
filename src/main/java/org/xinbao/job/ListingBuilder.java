package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.report.ReportInput;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Listing;

/** The first lines of a long list and how many there are by group and code; memory is bounded. */
final class ListingBuilder<T> {

  private final List<T> first = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>(LoanCursor.ORDER);

  void add(String group, String code, T line) {
    counts.computeIfAbsent(group, each -> new TreeMap<>()).merge(code, 1L, Long::sum);
    if (first.size() < ReportInput.LISTING_LIMIT) {
      first.add(line);
    }
  }

  Listing<T> build() {
    List<CodeCount> list = new ArrayList<>();
    counts.forEach(
        (group, codes) ->
            codes.forEach((code, count) -> list.add(new CodeCount(group, code, count))));
    return new Listing<>(first, list);
  }
}
