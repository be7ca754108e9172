package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes records other than 210 by their {@link RecordLayout}: every segment that is required or
 * has a value, its items in order, texts escaped.
 *
 * <p>A mandatory value that was not given is written as an empty tag: the pre-check of the record
 * then says so, and the record is held. Holds a buffer, so each thread has its own.
 */
final class LayoutWriter {

  private static final String RECORD_TYPE_TAG = "InfRecType";

  private final RecordBytes out = new RecordBytes();

  /** The buffer with the record last written. */
  RecordBytes bytes() {
    return out;
  }

  /** Writes a record over the last one. */
  RecordBytes write(RecordLayout layout, RecordValues values) {
    return write(layout, values, segment -> true);
  }

  /**
   * Writes a record over the last one.
   *
   * @param wanted which of its optional segments are to be written if they have a value, by tag
   */
  RecordBytes write(RecordLayout layout, RecordValues values, Predicate<String> wanted) {
    check(layout, values);
    out.clear();
    out.raw(layout.open());
    for (LayoutNode node : layout.children()) {
      if (node instanceof LayoutItem item) {
        item(layout, item, values);
      } else if (node instanceof LayoutElement segment && isWritten(segment, values, wanted)) {
        element(layout, segment, values);
      }
    }
    out.raw(layout.close());
    return out;
  }

  /** The bytes of one segment, its tags included; for a record 222 that corrects it. */
  byte[] segment(RecordLayout layout, String segmentTag, RecordValues values) {
    out.clear();
    element(layout, layout.element(segmentTag), values);
    return out.copy();
  }

  /**
   * The hash of a segment with these values, 12 hex digits: equal content, equal hash. Leave out of
   * the values what does not make a segment differ, for example its date of update.
   */
  String digest(RecordLayout layout, String segmentTag, RecordValues values) {
    out.clear();
    element(layout, layout.element(segmentTag), values);
    return out.digest(0);
  }

  /** A tag that the record does not have is a fault of the caller. */
  private static void check(RecordLayout layout, RecordValues values) {
    values.tags().forEach(layout::item);
    for (String tag : values.groupTags()) {
      layout.element(tag);
      values.groups(tag).forEach(each -> each.tags().forEach(layout::item));
    }
  }

  private static boolean isWritten(
      LayoutElement segment, RecordValues values, Predicate<String> wanted) {
    return switch (segment.kind()) {
      case REQUIRED, EMBEDDING -> true;
      case OPTIONAL -> hasValue(segment, values) && wanted.test(segment.tag());
      case GROUP, OPEN -> false;
    };
  }

  private static boolean hasValue(LayoutElement segment, RecordValues values) {
    for (LayoutNode node : segment.children()) {
      boolean has =
          node instanceof LayoutItem
              ? values.find(node.tag()).isPresent()
              : !values.groups(node.tag()).isEmpty();
      if (has) {
        return true;
      }
    }
    return false;
  }

  private void element(RecordLayout layout, LayoutElement element, RecordValues values) {
    out.raw(element.open());
    if (element.kind() == LayoutElement.Kind.EMBEDDING) {
      values.embedded().ifPresent(out::raw);
    }
    for (LayoutNode node : element.children()) {
      if (node instanceof LayoutItem item) {
        item(layout, item, values);
      } else if (node instanceof LayoutElement group) {
        values.groups(group.tag()).forEach(each -> element(layout, group, each));
      }
    }
    out.raw(element.close());
  }

  private void item(RecordLayout layout, LayoutItem item, RecordValues values) {
    boolean present =
        switch (item.presence()) {
          case ALWAYS -> true;
          case WHEN -> item.condition().filter(each -> holds(each, values)).isPresent();
          case MAY -> values.find(item.tag()).isPresent();
        };
    if (!present) {
      return;
    }
    out.raw(item.open());
    if (item.tag().equals(RECORD_TYPE_TAG)) {
      out.raw(layout.recordType().getBytes(US_ASCII));
    } else {
      Optional<LayoutElement> counted = layout.findGroup(item.tag());
      if (counted.isPresent()) {
        out.number(values.groups(counted.get().tag()).size());
      } else {
        out.text(values.find(item.tag()).orElse(""));
      }
    }
    out.raw(item.close());
  }

  private static boolean holds(LayoutItem.Condition condition, RecordValues values) {
    return values.find(condition.tag()).filter(condition.values()::contains).isPresent();
  }
}
