package org.xinbao.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one product in one currency: an array per fixed measure, a map for others. */
final class Book {

  /** For each fixed measure count and amount of its members in turn. */
  private final Map<Measure, long[]> fixed = new EnumMap<>(Measure.class);

  private final Map<Measure, TreeMap<String, long[]>> open = new EnumMap<>(Measure.class);

  /** Adds to a member of a fixed measure by its position. */
  void add(Measure measure, int member, long count, long amount) {
    long[] cells = fixed.computeIfAbsent(measure, m -> new long[2 * m.members().size()]);
    cells[2 * member] = Math.addExact(cells[2 * member], count);
    cells[2 * member + 1] = Math.addExact(cells[2 * member + 1], amount);
  }

  /** Adds one case when its amount is not zero. */
  void addAmount(Measure measure, int member, long amount) {
    if (amount != 0) {
      add(measure, member, 1, amount);
    }
  }

  /** Adds to a member by name; a fixed measure must have it. */
  void add(Measure measure, String member, long count, long amount) {
    if (measure.isFixed()) {
      add(measure, indexOf(measure, member), count, amount);
    } else {
      long[] cell =
          open.computeIfAbsent(measure, m -> new TreeMap<>(Utf8Order.INSTANCE))
              .computeIfAbsent(member, m -> new long[2]);
      cell[0] = Math.addExact(cell[0], count);
      cell[1] = Math.addExact(cell[1], amount);
    }
  }

  void merge(Book other) {
    other.fixed.forEach(
        (measure, cells) -> {
          for (int i = 0; i < cells.length / 2; i++) {
            add(measure, i, cells[2 * i], cells[2 * i + 1]);
          }
        });
    other.open.forEach(
        (measure, members) ->
            members.forEach((member, cell) -> add(measure, member, cell[0], cell[1])));
  }

  Tally tally(Measure measure, String member) {
    if (measure.isFixed()) {
      int index = indexOf(measure, member);
      long[] cells = fixed.get(measure);
      return cells == null ? Tally.NONE : new Tally(cells[2 * index], cells[2 * index + 1]);
    }
    TreeMap<String, long[]> members = open.get(measure);
    long[] cell = members == null ? null : members.get(member);
    return cell == null ? Tally.NONE : new Tally(cell[0], cell[1]);
  }

  /** The members of a measure: all of a fixed one, those that occur of another. */
  List<String> members(Measure measure) {
    if (measure.isFixed()) {
      return measure.members();
    }
    TreeMap<String, long[]> members = open.get(measure);
    return members == null ? List.of() : new ArrayList<>(members.keySet());
  }

  private static int indexOf(Measure measure, String member) {
    int index = measure.members().indexOf(member);
    if (index < 0) {
      throw new IllegalArgumentException(measure + " has no member " + member);
    }
    return index;
  }
}
