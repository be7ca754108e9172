package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lines of one record of {@code record-layouts.txt}; the resource explains them. A line
 * that cannot be read is a fault of the program and stops it.
 */
final class LayoutReader {

  private final String recordType;
  private final String root;
  private final List<LayoutNode> top = new ArrayList<>();
  private List<String> identity = List.of();
  private Optional<Open> segment = Optional.empty();
  private Optional<Open> group = Optional.empty();
  private int items;

  /** A segment or group whose lines are being read. */
  private record Open(String tag, LayoutElement.Declared declared, List<LayoutNode> children) {

    Open(String tag, LayoutElement.Declared declared) {
      this(tag, declared, new ArrayList<>());
    }

    LayoutElement element() {
      return new LayoutElement(tag, declared, children);
    }
  }

  LayoutReader(String recordType, String root) {
    this.recordType = recordType;
    this.root = root;
  }

  /** The record, after its last line. */
  RecordLayout layout() {
    endSegment();
    return new RecordLayout(recordType, root, identity, top);
  }

  void line(String line) {
    List<String> words = List.of(line.split(" +", -1));
    switch (words.get(0)) {
      case "identity" -> identity = words.subList(1, words.size());
      case "segment" -> {
        endSegment();
        segment = Optional.of(new Open(words.get(1), declared(words)));
      }
      case "group" ->
          group =
              Optional.of(
                  new Open(
                      words.get(1),
                      LayoutElement.Declared.group(
                          words.get(2), words.subList(words.indexOf("key") + 1, words.size()))));
      case "end" -> {
        group.ifPresent(each -> segment.orElseThrow().children().add(each.element()));
        group = Optional.empty();
      }
      default -> add(new LayoutItem(items++, words.get(0), item(words)));
    }
  }

  private void endSegment() {
    segment.ifPresent(each -> top.add(each.element()));
    segment = Optional.empty();
  }

  private void add(LayoutItem item) {
    group.or(() -> segment).map(Open::children).orElse(top).add(item);
  }

  private static LayoutElement.Declared declared(List<String> words) {
    String[] kind = words.get(2).split(":", -1);
    return switch (kind[0]) {
      case "required" ->
          LayoutElement.Declared.segment(
              LayoutElement.Kind.REQUIRED,
              kind.length > 1 ? PbocRule.valueOf(kind[1]) : PbocRule.ABD000);
      case "optional" ->
          LayoutElement.Declared.segment(LayoutElement.Kind.OPTIONAL, PbocRule.ABD000);
      case "open" -> LayoutElement.Declared.segment(LayoutElement.Kind.OPEN, PbocRule.ABD000);
      case "embeds" -> LayoutElement.Declared.embedding(words.get(3));
      default -> throw new IllegalStateException("segment " + words);
    };
  }

  private LayoutItem.Declared item(List<String> words) {
    String flags = words.get(1);
    Optional<LayoutItem.Condition> condition = Optional.empty();
    Optional<LayoutItem.Document> document = Optional.empty();
    boolean past = false;
    boolean organisation = false;
    for (String word : words.subList(3, words.size())) {
      String[] parts = word.split(":", -1);
      switch (parts[0]) {
        case "past" -> past = true;
        case "org" -> organisation = true;
        case "id" ->
            document =
                Optional.of(new LayoutItem.Document(parts[1], parts.length > 2 ? parts[2] : ""));
        case "idtype" -> document = Optional.of(new LayoutItem.Document("", parts[1]));
        case "when" -> condition = Optional.of(condition(parts));
        default -> throw new IllegalStateException("item " + words);
      }
    }
    return new LayoutItem.Declared(
        presence(flags.charAt(0)),
        flags.endsWith("M"),
        form(words.get(2)),
        past,
        organisation,
        condition,
        document);
  }

  private static LayoutItem.Condition condition(String[] parts) {
    String[] sides = parts[1].split("=", -1);
    return new LayoutItem.Condition(
        sides[0], List.of(sides[1].split(",", -1)), PbocRule.valueOf(parts[2]));
  }

  private static LayoutItem.Presence presence(char flag) {
    return switch (flag) {
      case 'A' -> LayoutItem.Presence.ALWAYS;
      case 'S' -> LayoutItem.Presence.WHEN;
      case 'O' -> LayoutItem.Presence.MAY;
      default -> throw new IllegalStateException("flag " + flag);
    };
  }

  /** A data type in the reference's own notation. */
  private Form form(String type) {
    if (type.equals("=" + recordType)) {
      return Form.byRule();
    }
    if (type.startsWith("code:")) {
      return Form.code(CodeLists.list(type.substring("code:".length())));
    }
    int dots = type.indexOf("..");
    String name = dots < 0 ? type.replaceAll("\\d+$", "") : type.substring(0, dots);
    String digits = type.substring(dots < 0 ? name.length() : dots + 2);
    int length = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    return switch (name) {
      case "Date" -> Form.date();
      case "Month" -> Form.month();
      case "Year" -> Form.year();
      case "district" -> Form.district();
      case "business" -> length == 0 ? Form.businessCode() : Form.businessCode(length);
      case "uInt" -> Form.uint(length);
      case "N" -> Form.digits(length);
      case "AN" -> dots < 0 ? Form.exact(length) : Form.alphanumeric(length);
      case "ANC" -> Form.text(length == 0 ? Form.UNLIMITED : length);
      default -> throw new IllegalStateException("data type " + type);
    };
  }
}
