package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * Reads a 210 record from its bytes: {@code <Document><InAcctInf>}, segments in order, items in
 * order, and nothing in between. Shares no code with the writer.
 */
final class RecordParser {

  private static final byte[] OPEN = "<Document>".getBytes(US_ASCII);
  private static final byte[] ROOT = "<InAcctInf>".getBytes(US_ASCII);
  private static final byte[] CLOSE = "</InAcctInf></Document>".getBytes(US_ASCII);
  private static final byte[] NOTHING = {};
  private static final Segment[] SEGMENTS = Segment.values();
  private static final Item[][] PLAIN = new Item[SEGMENTS.length][];
  private static final Item[][] GROUPED = new Item[SEGMENTS.length][];

  static {
    for (Segment segment : SEGMENTS) {
      List<Item> items = Item.of(segment);
      PLAIN[segment.index()] =
          items.stream().filter(each -> !each.isGrouped()).toArray(Item[]::new);
      GROUPED[segment.index()] = items.stream().filter(Item::isGrouped).toArray(Item[]::new);
    }
  }

  private final ParsedRecord record = new ParsedRecord();
  private final Cursor cursor = new Cursor();

  ParsedRecord record() {
    return record;
  }

  /** Reads a record; false when it is malformed, which is then among the problems. */
  boolean parse(byte[] source, int from, int to, Problems problems) {
    cursor.set(source, from, to);
    record.reset(source);
    if (!cursor.skip(OPEN)) {
      problems.add(PbocRule.ABR006, "");
      return false;
    }
    if (!cursor.skip(ROOT)) {
      return foreign(problems);
    }
    if (!segments(CLOSE, problems)) {
      return false;
    }
    if (!cursor.isAtEnd()) {
      problems.add(PbocRule.ABR006, "");
      return false;
    }
    return true;
  }

  /** Reads segments without the root around them, as record 212 embeds one. */
  boolean parseSegments(byte[] source, int from, int to, Problems problems) {
    cursor.set(source, from, to);
    record.reset(source);
    return segments(NOTHING, problems);
  }

  /** A tag that does not belong here, or no tag at all. */
  private boolean foreign(Problems problems) {
    String name = cursor.tagName();
    problems.add(name.isEmpty() ? PbocRule.ABR006 : PbocRule.ABR000, name);
    return false;
  }

  /** Reads segments up to the closing tags, or to the end when there are none. */
  private boolean segments(byte[] close, Problems problems) {
    int last = -1;
    while (close.length == 0 ? !cursor.isAtEnd() : !cursor.skip(close)) {
      int segment = segment();
      if (segment < 0) {
        return foreign(problems);
      }
      if (segment <= last) {
        problems.add(PbocRule.ABR000, SEGMENTS[segment].tag());
        return false;
      }
      last = segment;
      if (!content(SEGMENTS[segment], problems)) {
        return false;
      }
    }
    return true;
  }

  /** The index of the segment that begins here, or -1; steps over its opening tag. */
  private int segment() {
    for (Segment each : SEGMENTS) {
      if (cursor.skip(each.open()) || cursor.isEmptyElement(each.open())) {
        return each.index();
      }
    }
    return -1;
  }

  private boolean content(Segment segment, Problems problems) {
    record.addSegment(segment);
    if (cursor.skipEmptyElement(segment.open())) {
      problems.add(PbocRule.ABD001, segment.tag());
      return true;
    }
    if (cursor.starts(segment.close())) {
      problems.add(PbocRule.ABD001, segment.tag());
    }
    Item[] items = PLAIN[segment.index()];
    int next = 0;
    while (!cursor.skip(segment.close())) {
      if (segment.hasGroups() && cursor.skip(segment.groupOpen())) {
        if (!group(segment, problems)) {
          return false;
        }
        next = items.length;
      } else {
        next = item(items, next, -1, problems);
        if (next < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean group(Segment segment, Problems problems) {
    int group = record.addGroup(segment);
    Item[] items = GROUPED[segment.index()];
    int next = 0;
    while (!cursor.skip(segment.groupClose())) {
      next = item(items, next, group, problems);
      if (next < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads one item at or after {@code next} of its segment; the next index, or -1. */
  private int item(Item[] items, int next, int group, Problems problems) {
    for (int i = next; i < items.length; i++) {
      if (cursor.skip(items[i].open())) {
        return value(items[i], group, problems) ? i + 1 : -1;
      }
      if (cursor.skipEmptyElement(items[i].open())) {
        record.set(items[i], group, cursor.at(), cursor.at());
        return i + 1;
      }
    }
    foreign(problems);
    return -1;
  }

  private boolean value(Item item, int group, Problems problems) {
    int start = cursor.at();
    boolean wellFormed = cursor.skipText();
    record.set(item, group, start, cursor.at());
    if (!wellFormed || !cursor.skip(item.close())) {
      problems.add(PbocRule.ABR006, item.tag());
      return false;
    }
    return true;
  }
}
