package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/**
 * Reads a 210 record from its bytes: {@code <Document><InAcctInf>}, segments in order, items in
 * order, and nothing in between. Shares no code with the writer.
 */
final class RecordParser {

  private static final byte[] OPEN = "<Document>".getBytes(US_ASCII);
  private static final byte[] ROOT = "<InAcctInf>".getBytes(US_ASCII);
  private static final byte[] CLOSE = "</InAcctInf></Document>".getBytes(US_ASCII);
  private static final Segment[] SEGMENTS = Segment.values();
  private static final Item[][] PLAIN = new Item[SEGMENTS.length][];
  private static final Item[][] GROUPED = new Item[SEGMENTS.length][];
  private static final int TAG_MAX = 40;

  static {
    for (Segment segment : SEGMENTS) {
      List<Item> items = Item.of(segment);
      PLAIN[segment.index()] =
          items.stream().filter(each -> !each.isGrouped()).toArray(Item[]::new);
      GROUPED[segment.index()] = items.stream().filter(Item::isGrouped).toArray(Item[]::new);
    }
  }

  private final ParsedRecord record = new ParsedRecord();
  private byte[] bytes = {};
  private int at;
  private int end;

  ParsedRecord record() {
    return record;
  }

  /** Reads a record; false when it is malformed, which is then among the problems. */
  boolean parse(byte[] source, int from, int to, Problems problems) {
    bytes = source;
    at = from;
    end = to;
    record.reset(source);
    if (!skip(OPEN)) {
      problems.add(PbocRule.ABR006, "");
      return false;
    }
    if (!skip(ROOT)) {
      problems.add(tagName().isEmpty() ? PbocRule.ABR006 : PbocRule.ABR000, tagName());
      return false;
    }
    int last = -1;
    while (!starts(CLOSE)) {
      int segment = segment();
      if (segment < 0) {
        problems.add(tagName().isEmpty() ? PbocRule.ABR006 : PbocRule.ABR000, tagName());
        return false;
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
    at += CLOSE.length;
    if (at != end) {
      problems.add(PbocRule.ABR006, "");
      return false;
    }
    return true;
  }

  /** Steps over the opening tag of a segment and returns its index, or -1. */
  private int segment() {
    for (Segment each : SEGMENTS) {
      if (skip(each.open())) {
        return each.index();
      }
      if (isEmptyElement(each.open())) {
        return each.index();
      }
    }
    return -1;
  }

  private boolean content(Segment segment, Problems problems) {
    record.addSegment(segment);
    if (isEmptyElement(segment.open())) {
      at += segment.open().length + 1;
      problems.add(PbocRule.ABD001, segment.tag());
      return true;
    }
    if (starts(segment.close())) {
      problems.add(PbocRule.ABD001, segment.tag());
    }
    Item[] items = PLAIN[segment.index()];
    int next = 0;
    while (!skip(segment.close())) {
      if (segment.hasGroups() && skip(segment.groupOpen())) {
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
    while (!skip(segment.groupClose())) {
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
      if (skip(items[i].open())) {
        return value(items[i], group, problems) ? i + 1 : -1;
      }
      if (isEmptyElement(items[i].open())) {
        at += items[i].open().length + 1;
        record.set(items[i], group, at, at);
        return i + 1;
      }
    }
    problems.add(tagName().isEmpty() ? PbocRule.ABR006 : PbocRule.ABR000, tagName());
    return -1;
  }

  private boolean value(Item item, int group, Problems problems) {
    int start = at;
    boolean wellFormed = true;
    while (at < end && bytes[at] != '<') {
      byte b = bytes[at];
      if (b == '&') {
        wellFormed &= Entities.lengthAt(bytes, at, end) > 0;
      } else if (b >= 0 && b < 0x20) {
        wellFormed = false;
      }
      at++;
    }
    record.set(item, group, start, at);
    if (!wellFormed || !skip(item.close())) {
      problems.add(PbocRule.ABR006, item.tag());
      return false;
    }
    return true;
  }

  private boolean starts(byte[] text) {
    return end - at >= text.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }

  private boolean skip(byte[] text) {
    if (starts(text)) {
      at += text.length;
      return true;
    }
    return false;
  }

  /** Whether the element {@code <Tag/>} stands here, given its opening tag. */
  private boolean isEmptyElement(byte[] open) {
    int name = open.length - 1;
    return end - at >= name + 2
        && bytes[at + name] == '/'
        && bytes[at + name + 1] == '>'
        && Arrays.equals(bytes, at, at + name, open, 0, name);
  }

  /** The name of the element that begins here, or empty when none does. */
  private String tagName() {
    if (at >= end || bytes[at] != '<') {
      return "";
    }
    int i = at + 1;
    while (i < end && i - at <= TAG_MAX && isNameCharacter(bytes[i])) {
      i++;
    }
    boolean named = i > at + 1 && i < end && (bytes[i] == '>' || bytes[i] == '/');
    return named ? new String(bytes, at + 1, i - at - 1, US_ASCII) : "";
  }

  private static boolean isNameCharacter(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_';
  }
}
