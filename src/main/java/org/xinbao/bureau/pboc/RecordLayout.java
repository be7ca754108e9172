package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The field table of a record type other than 210: its segments and items in their order. Writer
 * and pre-check both go by it.
 *
 * <p>Example: record 224 is {@code <Document><InCtrctEntDel>}, then {@code InfRecType}, then {@code
 * DelRecCode}; no two records of a file share the {@code DelRecCode}.
 */
final class RecordLayout {

  private final String recordType;
  private final String root;
  private final List<LayoutNode> children;
  private final Map<String, LayoutItem> items = new LinkedHashMap<>();
  private final Map<String, LayoutElement> elements = new LinkedHashMap<>();
  private final Map<String, LayoutElement> groupsByCounter = new LinkedHashMap<>();
  private final List<LayoutItem> identity;
  private final byte[] open;
  private final byte[] close;

  RecordLayout(
      String recordType, String root, List<String> identityTags, List<LayoutNode> children) {
    this.recordType = recordType;
    this.root = root;
    this.children = List.copyOf(children);
    collect(children);
    this.identity = identityTags.stream().map(this::item).toList();
    this.open = ("<Document><" + root + ">").getBytes(US_ASCII);
    this.close = ("</" + root + "></Document>").getBytes(US_ASCII);
  }

  private void collect(List<LayoutNode> nodes) {
    for (LayoutNode node : nodes) {
      boolean twice =
          node instanceof LayoutItem item
              ? items.put(item.tag(), item) != null
              : elements.put(node.tag(), (LayoutElement) node) != null;
      if (twice) {
        throw new IllegalStateException("record " + recordType + " has " + node.tag() + " twice");
      }
      if (node instanceof LayoutElement element) {
        if (element.kind() == LayoutElement.Kind.GROUP) {
          groupsByCounter.put(element.counter(), element);
        }
        collect(element.children());
      }
    }
  }

  /** The field table of a record type; there is none for 210 and for 510, 511 and 514. */
  static Optional<RecordLayout> find(String recordType) {
    return RecordLayouts.find(recordType);
  }

  /** The field table of a record type that has one. */
  static RecordLayout of(String recordType) {
    return find(recordType)
        .orElseThrow(() -> new IllegalArgumentException("no layout of record " + recordType));
  }

  String recordType() {
    return recordType;
  }

  /** The tag of the child of {@code <Document>}. */
  String root() {
    return root;
  }

  /** Segments or, in a flat record, items, in their order. */
  List<LayoutNode> children() {
    return children;
  }

  /** All items in their order. */
  List<LayoutItem> items() {
    return List.copyOf(items.values());
  }

  Optional<LayoutItem> findItem(String tag) {
    return Optional.ofNullable(items.get(tag));
  }

  /** The item of that tag, which the layout has. */
  LayoutItem item(String tag) {
    return findItem(tag)
        .orElseThrow(
            () -> new IllegalArgumentException("record " + recordType + " has no item " + tag));
  }

  /** The segment or group of that tag, which the layout has. */
  LayoutElement element(String tag) {
    LayoutElement element = elements.get(tag);
    if (element == null) {
      throw new IllegalArgumentException("record " + recordType + " has no segment " + tag);
    }
    return element;
  }

  /** The group whose number an item says, when it is such a counter. */
  Optional<LayoutElement> findGroup(String counter) {
    return Optional.ofNullable(groupsByCounter.get(counter));
  }

  /** All segments and groups in their order. */
  List<LayoutElement> elements() {
    return List.copyOf(elements.values());
  }

  /** The items that no two records of one file share (标识项). */
  List<LayoutItem> identity() {
    return identity;
  }

  /** {@code <Document>} and the root's opening tag. */
  byte[] open() {
    return open;
  }

  byte[] close() {
    return close;
  }
}
