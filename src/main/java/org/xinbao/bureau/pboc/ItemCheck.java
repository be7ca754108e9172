package org.xinbao.bureau.pboc;

import java.util.Optional;
import java.util.Set;

/**
 * Checks each item by itself: present or absent as its profile says, filled when mandatory, of its
 * form. Numbers, days and months that are well formed are kept in the record for the rules.
 */
final class ItemCheck {

  private static final Item[][] ITEMS = new Item[Segment.values().length][];

  static {
    for (Segment segment : Segment.values()) {
      ITEMS[segment.index()] = Item.of(segment).toArray(Item[]::new);
    }
  }

  private final FormCheck forms;
  private final Set<String> organisations;

  ItemCheck(FormCheck forms, Set<String> organisations) {
    this.forms = forms;
    this.organisations = organisations;
  }

  /** Checks all items of a segment that the record has. */
  void check(ParsedRecord record, Segment segment, AccountType type, Problems problems) {
    for (Item item : ITEMS[segment.index()]) {
      if (!item.isGrouped()) {
        check(record, item, -1, type, problems);
      }
    }
    int first = record.firstGroup(segment);
    for (int group = first; group < first + record.groupCount(segment); group++) {
      for (Item item : ITEMS[segment.index()]) {
        if (item.isGrouped()) {
          check(record, item, group, type, problems);
        }
      }
    }
  }

  /** Checks an item that is in no group. */
  void check(ParsedRecord record, Item item, AccountType type, Problems problems) {
    check(record, item, -1, type, problems);
  }

  private void check(
      ParsedRecord record, Item item, int group, AccountType type, Problems problems) {
    char profile = item.profile(type);
    boolean present = record.has(item, group);
    if (!present) {
      if (profile == 'A' || profile == 'a') {
        problems.add(PbocRule.ABD000, item.tag());
      } else if (profile == 'M' || profile == 'O') {
        problems.add(PbocRule.BLD000, item.tag());
      }
      return;
    }
    if (profile == '-') {
      problems.add(PbocRule.BLD000, item.tag());
      return;
    }
    if (!record.isFilled(item, group)) {
      if (profile == 'A' || profile == 'M') {
        problems.add(PbocRule.ABE000, item.tag());
      }
      return;
    }
    form(record, item, group, problems);
  }

  private void form(ParsedRecord record, Item item, int group, Problems problems) {
    Optional<PbocRule> broken =
        forms.check(item.form(), record.bytes(), record.from(item, group), record.to(item, group));
    record.setValue(item, group, forms.value());
    if (broken.isPresent()) {
      problems.add(broken.get(), item.tag());
    } else if (item == Item.MNGMT_ORG_CODE && !belongs(record)) {
      problems.add(PbocRule.ABE003, item.tag());
    }
  }

  private boolean belongs(ParsedRecord record) {
    return organisations.isEmpty() || organisations.contains(record.text(Item.MNGMT_ORG_CODE, -1));
  }
}
