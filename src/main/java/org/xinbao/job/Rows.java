package org.xinbao.job;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Rows of a table made from something that is read while they are taken. */
final class Rows {

  private Rows() {}

  /** One row, or none, from each. */
  static <T> Iterator<List<String>> of(Iterator<T> from, Function<T, Optional<List<String>>> row) {
    return joined(from, each -> row.apply(each).stream().iterator());
  }

  /** All rows that each gives in turn. */
  static <T> Iterator<List<String>> joined(
      Iterator<T> from, Function<T, Iterator<List<String>>> rows) {
    return new Iterator<>() {
      private Iterator<List<String>> now = List.<List<String>>of().iterator();

      @Override
      public boolean hasNext() {
        while (!now.hasNext() && from.hasNext()) {
          now = rows.apply(from.next());
        }
        return now.hasNext();
      }

      @Override
      public List<String> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return now.next();
      }
    };
  }
}
