package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * Reads a record other than 210 from its bytes: the root, then segments and items in the order of
 * its {@link RecordLayout}, and nothing in between. Shares no code with the writer.
 */
final class LayoutParser {

  private static final byte[] DOCUMENT = "<Document>".getBytes(US_ASCII);

  private final RecordLayout layout;
  private final LayoutRecord record;
  private final byte[] root;
  private final Cursor cursor = new Cursor();

  LayoutParser(RecordLayout layout) {
    this.layout = layout;
    this.record = new LayoutRecord(layout);
    this.root = ("<" + layout.root() + ">").getBytes(US_ASCII);
  }

  LayoutRecord record() {
    return record;
  }

  /** Reads a record; false when it is malformed, which is then among the problems. */
  boolean parse(byte[] bytes, int from, int to, Problems problems) {
    cursor.set(bytes, from, to);
    record.reset(bytes);
    if (!cursor.skip(DOCUMENT)) {
      problems.add(PbocRule.ABR006, "");
      return false;
    }
    if (!cursor.skip(root)) {
      return foreign(problems);
    }
    if (!nodes(layout.children(), layout.close(), record.top(), problems)) {
      return false;
    }
    return isEnd(problems);
  }

  /** Reads segments without the root around them, as a record 222 embeds one. */
  boolean parseSegments(byte[] bytes, int from, int to, Problems problems) {
    cursor.set(bytes, from, to);
    record.reset(bytes);
    return nodes(layout.children(), new byte[0], record.top(), problems) && isEnd(problems);
  }

  private boolean isEnd(Problems problems) {
    if (cursor.isAtEnd()) {
      return true;
    }
    return foreign(problems);
  }

  /** A tag that does not belong here, or no tag at all. */
  private boolean foreign(Problems problems) {
    String name = cursor.tagName();
    problems.add(name.isEmpty() ? PbocRule.ABR006 : PbocRule.ABR000, name);
    return false;
  }

  /** Reads nodes in their order up to the closing tag and steps over it. */
  private boolean nodes(
      List<LayoutNode> nodes, byte[] close, LayoutRecord.Row row, Problems problems) {
    int next = 0;
    while (close.length == 0 ? !cursor.isAtEnd() : !cursor.skip(close)) {
      int found = find(nodes, next);
      if (found < 0) {
        return foreign(problems);
      }
      LayoutNode node = nodes.get(found);
      boolean read =
          node instanceof LayoutItem item
              ? item(item, row, problems)
              : node instanceof LayoutElement element && element(element, problems);
      if (!read) {
        return false;
      }
      boolean repeats =
          node instanceof LayoutElement element && element.kind() == LayoutElement.Kind.GROUP;
      next = repeats ? found : found + 1;
    }
    return true;
  }

  /** The node at or after {@code next} whose tag stands here, or -1. */
  private int find(List<LayoutNode> nodes, int next) {
    for (int i = next; i < nodes.size(); i++) {
      LayoutNode node = nodes.get(i);
      byte[] open = node instanceof LayoutItem item ? item.open() : ((LayoutElement) node).open();
      if (cursor.starts(open) || cursor.isEmptyElement(open)) {
        return i;
      }
    }
    return -1;
  }

  private boolean element(LayoutElement element, Problems problems) {
    boolean group = element.kind() == LayoutElement.Kind.GROUP;
    LayoutRecord.Row row = group ? record.addGroup(element) : record.top();
    record.addElement(element);
    if (cursor.skipEmptyElement(element.open())) {
      problems.add(PbocRule.ABD001, element.tag());
      return true;
    }
    cursor.skip(element.open());
    if (cursor.starts(element.close())) {
      problems.add(PbocRule.ABD001, element.tag());
    }
    return switch (element.kind()) {
      case OPEN, EMBEDDING -> content(element, problems);
      case REQUIRED, OPTIONAL, GROUP -> nodes(element.children(), element.close(), row, problems);
    };
  }

  /** Steps over what the layout does not describe. */
  private boolean content(LayoutElement element, Problems problems) {
    int from = cursor.at();
    if (!cursor.skipContent(element.close())) {
      problems.add(PbocRule.ABR006, element.tag());
      return false;
    }
    record.setEmbedded(from, cursor.at());
    return cursor.skip(element.close());
  }

  private boolean item(LayoutItem item, LayoutRecord.Row row, Problems problems) {
    if (cursor.skipEmptyElement(item.open())) {
      record.set(row, item, cursor.at(), cursor.at());
      return true;
    }
    cursor.skip(item.open());
    int from = cursor.at();
    boolean wellFormed = cursor.skipText();
    record.set(row, item, from, cursor.at());
    if (!wellFormed || !cursor.skip(item.close())) {
      problems.add(PbocRule.ABR006, item.tag());
      return false;
    }
    return true;
  }
}
