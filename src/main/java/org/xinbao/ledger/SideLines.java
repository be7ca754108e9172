package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the notices and decisions of a loan stand in their files, for those that turn out not to be
 * usable only when earlier nights are known. A row that is repeated stands in several lines.
 */
public final class SideLines {

  /** Of a group without notices and decisions. */
  public static final SideLines NONE = new SideLines();

  private final Map<NoticeRow, List<Long>> notices = new HashMap<>();
  private final Map<DecisionRow, List<Long>> decisions = new HashMap<>();

  private SideLines() {}

  static SideLines of(GroupRows group) {
    if (group.notices.isEmpty() && group.decisions.isEmpty()) {
      return NONE;
    }
    SideLines lines = new SideLines();
    group.notices.forEach(each -> add(lines.notices, each));
    group.decisions.forEach(each -> add(lines.decisions, each));
    return lines;
  }

  private static <T> void add(Map<T, List<Long>> lines, GroupRows.Placed<T> row) {
    lines.computeIfAbsent(row.value(), first -> new ArrayList<>()).add(row.line());
  }

  /** The physical lines of a notice, in ascending order. */
  public List<Long> of(NoticeRow notice) {
    return sorted(notices.get(notice));
  }

  /** The physical lines of a decision, in ascending order. */
  public List<Long> of(DecisionRow decision) {
    return sorted(decisions.get(decision));
  }

  private static List<Long> sorted(@Nullable List<Long> lines) {
    return lines == null ? List.of() : lines.stream().sorted().toList();
  }
}
