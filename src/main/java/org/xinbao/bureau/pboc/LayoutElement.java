package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** A segment of a record other than 210, or a repeated group of one. */
final class LayoutElement implements LayoutNode {

  /** How often it stands in its record, and what it holds. */
  enum Kind {
    /** A segment that must be there. */
    REQUIRED,
    /** A segment that may be there. */
    OPTIONAL,
    /** A group, as often as its counter says. */
    GROUP,
    /** A segment that may be there and whose items the reference does not give. */
    OPEN,
    /** A segment that holds exactly one segment of another record. */
    EMBEDDING
  }

  /**
   * How an element is declared.
   *
   * @param missing the rule that is broken when a required segment is missing
   * @param counter the item with the number of groups; empty where there is none
   * @param keys items that no two groups share
   * @param embeds the record type whose segment it holds; empty where it holds none
   */
  record Declared(Kind kind, PbocRule missing, String counter, List<String> keys, String embeds) {

    static Declared segment(Kind kind, PbocRule missing) {
      return new Declared(kind, missing, "", List.of(), "");
    }

    static Declared embedding(String recordType) {
      return new Declared(Kind.EMBEDDING, PbocRule.ABD000, "", List.of(), recordType);
    }

    static Declared group(String counter, List<String> keys) {
      return new Declared(Kind.GROUP, PbocRule.ABD000, counter, List.copyOf(keys), "");
    }
  }

  private final String tag;
  private final Declared declared;
  private final List<LayoutNode> children;
  private final byte[] open;
  private final byte[] close;

  LayoutElement(String tag, Declared declared, List<LayoutNode> children) {
    this.tag = tag;
    this.declared = declared;
    this.children = List.copyOf(children);
    this.open = ("<" + tag + ">").getBytes(US_ASCII);
    this.close = ("</" + tag + ">").getBytes(US_ASCII);
  }

  @Override
  public String tag() {
    return tag;
  }

  Kind kind() {
    return declared.kind();
  }

  /** The rule that is broken when it is required and missing. */
  PbocRule missing() {
    return declared.missing();
  }

  /** The tag of the item with the number of groups; empty for a segment. */
  String counter() {
    return declared.counter();
  }

  /** The tags of items that no two groups share. */
  List<String> keys() {
    return declared.keys();
  }

  /** The record type whose segment it holds; empty where it holds none. */
  String embeds() {
    return declared.embeds();
  }

  /** What stands in it, in order. */
  List<LayoutNode> children() {
    return children;
  }

  byte[] open() {
    return open;
  }

  byte[] close() {
    return close;
  }
}
