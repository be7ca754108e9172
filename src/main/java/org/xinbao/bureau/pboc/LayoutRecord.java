package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record other than 210 as the pre-check reads it: which segments it has, and for every item
 * where its value lies in the bytes. Reused from record to record.
 */
final class LayoutRecord {

  /** The items of the record itself or of one repeated group. */
  static final class Row {
    private final int[] from;
    private final int[] to;
    private final long[] value;

    private Row(int items) {
      from = new int[items];
      to = new int[items];
      value = new long[items];
    }

    private void reset() {
      Arrays.fill(from, -1);
      Arrays.fill(value, ParsedRecord.NO_VALUE);
    }

    boolean has(LayoutItem item) {
      return from[item.index()] >= 0;
    }

    /** Whether the tag is there with a value. */
    boolean isFilled(LayoutItem item) {
      return has(item) && to[item.index()] > from[item.index()];
    }

    int from(LayoutItem item) {
      return from[item.index()];
    }

    int to(LayoutItem item) {
      return to[item.index()];
    }

    /** Number, epoch day or month (yyyymm), or {@link ParsedRecord#NO_VALUE}. */
    long value(LayoutItem item) {
      return value[item.index()];
    }

    boolean hasValue(LayoutItem item) {
      return value[item.index()] != ParsedRecord.NO_VALUE;
    }

    void setValue(LayoutItem item, long number) {
      value[item.index()] = number;
    }
  }

  private final RecordLayout layout;
  private final Row top;
  private final Map<LayoutElement, Boolean> present = new LinkedHashMap<>();
  private final Map<LayoutElement, List<Row>> groups = new LinkedHashMap<>();
  private final Map<LayoutElement, Integer> groupCounts = new LinkedHashMap<>();
  private byte[] bytes = {};
  private int embeddedFrom;
  private int embeddedTo;

  LayoutRecord(RecordLayout layout) {
    this.layout = layout;
    this.top = new Row(layout.items().size());
  }

  RecordLayout layout() {
    return layout;
  }

  void reset(byte[] record) {
    bytes = record;
    top.reset();
    present.clear();
    groupCounts.clear();
    embeddedFrom = 0;
    embeddedTo = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The items that are in no group. */
  Row top() {
    return top;
  }

  void addElement(LayoutElement element) {
    present.put(element, true);
  }

  boolean has(LayoutElement element) {
    return present.containsKey(element);
  }

  /** Opens a repeated group. */
  Row addGroup(LayoutElement group) {
    List<Row> rows = groups.computeIfAbsent(group, any -> new ArrayList<>());
    int count = groupCounts.merge(group, 1, Integer::sum);
    if (rows.size() < count) {
      rows.add(new Row(layout.items().size()));
    }
    Row row = rows.get(count - 1);
    row.reset();
    return row;
  }

  /** The groups of this record, in their order. */
  List<Row> groups(LayoutElement group) {
    List<Row> rows = groups.get(group);
    return rows == null ? List.of() : rows.subList(0, groupCounts.getOrDefault(group, 0));
  }

  /** Sets where an item's value lies; blanks at both ends are left out. */
  void set(Row row, LayoutItem item, int start, int end) {
    int first = Blanks.skipLeading(bytes, start, end);
    row.from[item.index()] = first;
    row.to[item.index()] = Blanks.skipTrailing(bytes, first, end);
  }

  void setEmbedded(int from, int to) {
    embeddedFrom = from;
    embeddedTo = to;
  }

  int embeddedFrom() {
    return embeddedFrom;
  }

  int embeddedTo() {
    return embeddedTo;
  }

  /** The value as text, as it stands in the record; empty when it is absent. */
  String text(Row row, LayoutItem item) {
    return row.has(item)
        ? new String(bytes, row.from(item), row.to(item) - row.from(item), UTF_8)
        : "";
  }

  boolean isSame(Row row, LayoutItem item, Row otherRow, LayoutItem other) {
    return row.has(item)
        && otherRow.has(other)
        && Arrays.equals(
            bytes, row.from(item), row.to(item), bytes, otherRow.from(other), otherRow.to(other));
  }
}
