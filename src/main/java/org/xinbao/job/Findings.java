package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;

/** What an audit finds, in the order in which it comes; only the first ones in words. */
final class Findings {

  /** More than this nobody reads; the number of all is told. */
  private static final int SHOWN = 200;

  private final List<String> first = new ArrayList<>();
  private long count;

  void add(String sentence) {
    count++;
    if (first.size() < SHOWN) {
      first.add(sentence);
    }
  }

  long count() {
    return count;
  }

  List<String> first() {
    return List.copyOf(first);
  }
}
