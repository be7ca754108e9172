package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One segment as text, whose values a decision states anew. Corrections are few: text is clearer
 * here than the buffers of the nightly reports.
 */
record SegmentText(Segment segment, String text) {

  /** A tag that is named by itself or, in a segment with groups, as {@code tag.n} from 1 on. */
  private record Named(Item item, OptionalInt group) {}

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The item that a detail's key names, if it is one of the segment and can be corrected. */
  static Optional<Item> item(Segment segment, String key) {
    return named(segment, key).map(Named::item);
  }

  private static Optional<Named> named(Segment segment, String key) {
    int dot = key.indexOf('.');
    String tag = dot < 0 ? key : key.substring(0, dot);
    for (Item each : Item.of(segment)) {
      boolean counter = segment.hasGroups() && !each.isGrouped();
      if (each.tag().equals(tag) && !counter && each != Item.MONTH) {
        return dot < 0
            ? Optional.of(new Named(each, OptionalInt.empty()))
            : group(each, key.substring(dot + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Named> group(Item item, String number) {
    boolean right = item.isGrouped() && Text.isDigits(number) && number.length() <= 2;
    return right
        ? Optional.of(new Named(item, OptionalInt.of(Integer.parseInt(number))))
        : Optional.empty();
  }

  /**
   * The segment with another value; empty when it has no such tag, no such group, or several groups
   * and the key does not say which.
   */
  Optional<SegmentText> with(String key, String value) {
    Optional<Named> named = named(segment, key);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int[] range = range(named.get());
    if (range.length == 0) {
      return Optional.empty();
    }
    int start = text.indexOf("<" + named.get().item().tag() + ">", range[0]);
    if (start < 0 || start >= range[1]) {
      return Optional.empty();
    }
    int from = start + named.get().item().open().length;
    int to = text.indexOf("</", from);
    return Optional.of(
        new SegmentText(segment, text.substring(0, from) + escaped(value) + text.substring(to)));
  }

  /** Where the named tag is to be looked for; nothing when that is not one place. */
  private int[] range(Named named) {
    if (!named.item().isGrouped()) {
      return new int[] {0, text.length()};
    }
    String open = "<" + segment.groupTag() + ">";
    List<Integer> starts = new ArrayList<>();
    for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
      starts.add(at);
    }
    int group = named.group().orElse(starts.size() == 1 ? 1 : 0);
    if (group < 1 || group > starts.size()) {
      return new int[0];
    }
    int end = group < starts.size() ? starts.get(group) : text.length();
    return new int[] {starts.get(group - 1), end};
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The value of an item outside of groups, as it stands there. */
  String value(Item item) {
    int from = text.indexOf("<" + item.tag() + ">");
    if (from < 0) {
      return "";
    }
    return text.substring(from + item.open().length, text.indexOf("</" + item.tag() + ">", from));
  }

  /** The segment with these items only. */
  SegmentText only(java.util.Set<Item> items) {
    StringBuilder kept = new StringBuilder("<" + segment.tag() + ">");
    for (Item each : Item.of(segment)) {
      if (items.contains(each)) {
        kept.append("<").append(each.tag()).append(">").append(value(each));
        kept.append("</").append(each.tag()).append(">");
      }
    }
    return new SegmentText(segment, kept.append("</").append(segment.tag()).append(">").toString());
  }
}
