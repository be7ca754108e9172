package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A 210 record as the pre-check reads it: for every item where its value lies in the bytes, blanks
 * at both ends left out, and, once its form is checked, its number or day. Reused from record to
 * record.
 */
final class ParsedRecord {

  /** No number or day: the item is absent, empty or malformed. */
  static final long NO_VALUE = Long.MIN_VALUE;

  /** Most items in one repeated group. */
  private static final int WIDTH = 8;

  private static final int ITEMS = Item.values().length;
  private static final int[] FIRST_OF_GROUP = new int[Segment.values().length];

  static {
    for (Segment segment : Segment.values()) {
      FIRST_OF_GROUP[segment.index()] =
          Item.of(segment).stream().filter(Item::isGrouped).mapToInt(Item::index).min().orElse(0);
    }
  }

  private byte[] bytes = {};
  private final int[] from = new int[ITEMS];
  private final int[] to = new int[ITEMS];
  private final long[] value = new long[ITEMS];
  private int segments;
  private int groups;
  private Segment[] groupSegment = new Segment[8];
  private int[] groupFrom = new int[8 * WIDTH];
  private int[] groupTo = new int[8 * WIDTH];
  private long[] groupValue = new long[8 * WIDTH];

  void reset(byte[] record) {
    bytes = record;
    Arrays.fill(from, -1);
    Arrays.fill(value, NO_VALUE);
    segments = 0;
    groups = 0;
  }

  void addSegment(Segment segment) {
    segments |= 1 << segment.index();
  }

  boolean has(Segment segment) {
    return (segments & 1 << segment.index()) != 0;
  }

  /** Opens a repeated group and returns its index. */
  int addGroup(Segment segment) {
    if (groups == groupSegment.length) {
      groupSegment = Arrays.copyOf(groupSegment, groups * 2);
      groupFrom = Arrays.copyOf(groupFrom, groups * 2 * WIDTH);
      groupTo = Arrays.copyOf(groupTo, groups * 2 * WIDTH);
      groupValue = Arrays.copyOf(groupValue, groups * 2 * WIDTH);
    }
    groupSegment[groups] = segment;
    Arrays.fill(groupFrom, groups * WIDTH, (groups + 1) * WIDTH, -1);
    Arrays.fill(groupValue, groups * WIDTH, (groups + 1) * WIDTH, NO_VALUE);
    return groups++;
  }

  /** Index of the first group of a segment; its groups follow each other. */
  int firstGroup(Segment segment) {
    for (int i = 0; i < groups; i++) {
      if (groupSegment[i] == segment) {
        return i;
      }
    }
    return 0;
  }

  int groupCount(Segment segment) {
    int count = 0;
    for (int i = 0; i < groups; i++) {
      count += groupSegment[i] == segment ? 1 : 0;
    }
    return count;
  }

  /** Sets where an item's value lies; {@code group} is -1 for an item that is not in a group. */
  void set(Item item, int group, int start, int end) {
    int first = Blanks.skipLeading(bytes, start, end);
    int last = Blanks.skipTrailing(bytes, first, end);
    if (group < 0) {
      from[item.index()] = first;
      to[item.index()] = last;
    } else {
      groupFrom[slot(item, group)] = first;
      groupTo[slot(item, group)] = last;
    }
  }

  private static int slot(Item item, int group) {
    return group * WIDTH + item.index() - FIRST_OF_GROUP[item.segment().index()];
  }

  int from(Item item, int group) {
    return group < 0 ? from[item.index()] : groupFrom[slot(item, group)];
  }

  int to(Item item, int group) {
    return group < 0 ? to[item.index()] : groupTo[slot(item, group)];
  }

  boolean has(Item item, int group) {
    return from(item, group) >= 0;
  }

  boolean has(Item item) {
    return from[item.index()] >= 0;
  }

  /** Whether the tag is there with a value. */
  boolean isFilled(Item item, int group) {
    return has(item, group) && to(item, group) > from(item, group);
  }

  boolean isFilled(Item item) {
    return isFilled(item, -1);
  }

  void setValue(Item item, int group, long number) {
    if (group < 0) {
      value[item.index()] = number;
    } else {
      groupValue[slot(item, group)] = number;
    }
  }

  /** Number, epoch day or month (yyyymm) of an item, or {@link #NO_VALUE}. */
  long value(Item item) {
    return value[item.index()];
  }

  long value(Item item, int group) {
    return group < 0 ? value[item.index()] : groupValue[slot(item, group)];
  }

  boolean hasValue(Item item) {
    return value[item.index()] != NO_VALUE;
  }

  /** Whether the item has a number that is not 0. */
  boolean isPositive(Item item) {
    return value[item.index()] > 0;
  }

  boolean isZero(Item item) {
    return value[item.index()] == 0;
  }

  /** Whether the value is exactly this ASCII text. */
  boolean is(Item item, int group, String text) {
    int start = from(item, group);
    int length = text.length();
    if (start < 0 || to(item, group) - start != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean is(Item item, String text) {
    return is(item, -1, text);
  }

  /** The one character of a value of one character, else 0. */
  char single(Item item) {
    int start = from[item.index()];
    return start >= 0 && to[item.index()] - start == 1 ? (char) bytes[start] : 0;
  }

  boolean isIn(Item item, int group, CodeList list) {
    return isFilled(item, group) && list.contains(bytes, from(item, group), to(item, group));
  }

  /** The value as text, as it stands in the record. */
  String text(Item item, int group) {
    int start = from(item, group);
    return start < 0 ? "" : new String(bytes, start, to(item, group) - start, UTF_8);
  }

  boolean isSame(Item item, int group, Item other, int otherGroup) {
    return has(item, group)
        && has(other, otherGroup)
        && Arrays.equals(
            bytes,
            from(item, group),
            to(item, group),
            bytes,
            from(other, otherGroup),
            to(other, otherGroup));
  }

  byte[] bytes() {
    return bytes;
  }
}
