package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;

/** An item of a record other than 210: its tag, when it is there, and what its value may be. */
@SuppressWarnings("ImmutableMemberCollection") // the bytes of tags are written here once and read
final class LayoutItem implements LayoutNode {

  /** When the tag is there (flags A, S and O of the reference). */
  enum Presence {
    /** Always. */
    ALWAYS,
    /** Exactly when the item's condition holds. */
    WHEN,
    /** It may be left out. */
    MAY
  }

  /**
   * When an S item is there: another item has one of these values.
   *
   * @param otherwise the rule that is broken when it is missing or too much
   */
  record Condition(String tag, List<String> values, PbocRule otherwise) {}

  /**
   * What an item has to do with an identity document.
   *
   * @param typeTag the item with the document's type; empty when this item is the type itself
   * @param kindTag the item that says 1 person or 2 organisation; empty for a person
   */
  record Document(String typeTag, String kindTag) {}

  /**
   * How an item is declared.
   *
   * @param mandatory whether a tag that is there must have a value (flag M)
   * @param past whether the date must not be after RptDate
   * @param organisation whether the value is an organisation of the provider
   */
  record Declared(
      Presence presence,
      boolean mandatory,
      Form form,
      boolean past,
      boolean organisation,
      Optional<Condition> condition,
      Optional<Document> document) {}

  private final int index;
  private final String tag;
  private final Declared declared;
  private final byte[] open;
  private final byte[] close;

  LayoutItem(int index, String tag, Declared declared) {
    this.index = index;
    this.tag = tag;
    this.declared = declared;
    this.open = ("<" + tag + ">").getBytes(US_ASCII);
    this.close = ("</" + tag + ">").getBytes(US_ASCII);
  }

  /** The position among the items of its record, from 0, in their order. */
  int index() {
    return index;
  }

  @Override
  public String tag() {
    return tag;
  }

  Presence presence() {
    return declared.presence();
  }

  /** Whether the tag must have a value where it stands. */
  boolean isMandatory() {
    return declared.mandatory();
  }

  Form form() {
    return declared.form();
  }

  /** Whether the date must not be after RptDate (ABE007). */
  boolean isPast() {
    return declared.past();
  }

  /** Whether the value is an organisation that belongs to the provider (ABE003). */
  boolean isOrganisation() {
    return declared.organisation();
  }

  /** When a {@link Presence#WHEN} is there. */
  Optional<Condition> condition() {
    return declared.condition();
  }

  Optional<Document> document() {
    return declared.document();
  }

  byte[] open() {
    return open;
  }

  byte[] close() {
    return close;
  }
}
