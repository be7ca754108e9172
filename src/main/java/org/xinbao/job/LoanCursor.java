package org.xinbao.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Something sorted by loan id that is read along with the export, one loan at a time. */
final class LoanCursor<T> {

  /**
   * The order of all files and tables: by code points, which is the order of unsigned UTF-8 bytes.
   */
  static final Comparator<String> ORDER =
      (left, right) -> {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
          char a = left.charAt(i);
          char b = right.charAt(i);
          if (a != b) {
            boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
            return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
          }
        }
        return Integer.compare(left.length(), right.length());
      };

  private final Iterator<T> rows;
  private final Function<T, String> loanId;
  private Optional<T> head;

  LoanCursor(Iterator<T> rows, Function<T, String> loanId) {
    this.rows = rows;
    this.loanId = loanId;
    this.head = next();
  }

  /** The next loan's id, if there is one more. */
  Optional<String> peek() {
    return head.map(loanId);
  }

  /** All rows of this loan, which must not come before the next one. */
  List<T> take(String id) {
    if (head.isEmpty() || !loanId.apply(head.get()).equals(id)) {
      return List.of();
    }
    List<T> taken = new ArrayList<>(1);
    while (head.isPresent() && loanId.apply(head.get()).equals(id)) {
      taken.add(head.get());
      head = next();
    }
    return taken;
  }

  private Optional<T> next() {
    return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
  }
}
