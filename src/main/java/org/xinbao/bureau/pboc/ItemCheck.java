package org.xinbao.bureau.pboc;

import java.util.Arrays;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * Checks each item by itself: present or absent as its profile says, filled when mandatory, of its
 * form. Numbers, days and months that are well formed are kept in the record for the rules.
 */
final class ItemCheck {

  private static final int FIRST_YEAR = 1901;
  private static final int LAST_YEAR = 2099;
  private static final Item[][] ITEMS = new Item[Segment.values().length][];

  static {
    for (Segment segment : Segment.values()) {
      ITEMS[segment.index()] = Item.of(segment).toArray(Item[]::new);
    }
  }

  private final Set<String> organisations;

  ItemCheck(Set<String> organisations) {
    this.organisations = organisations;
  }

  /**
   * Checks all items of a segment that the record has.
   *
   * @param provider the 14 bytes that business codes must begin with
   */
  void check(
      ParsedRecord record, Segment segment, AccountType type, byte[] provider, Problems problems) {
    for (Item item : ITEMS[segment.index()]) {
      if (!item.isGrouped()) {
        check(record, item, -1, type, provider, problems);
      }
    }
    int first = record.firstGroup(segment);
    for (int group = first; group < first + record.groupCount(segment); group++) {
      for (Item item : ITEMS[segment.index()]) {
        if (item.isGrouped()) {
          check(record, item, group, type, provider, problems);
        }
      }
    }
  }

  private void check(
      ParsedRecord record,
      Item item,
      int group,
      AccountType type,
      byte[] provider,
      Problems problems) {
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
    form(record, item, group, provider, problems);
  }

  private void form(ParsedRecord record, Item item, int group, byte[] provider, Problems problems) {
    int from = record.from(item, group);
    int to = record.to(item, group);
    byte[] bytes = record.bytes();
    boolean right =
        switch (item.form().kind()) {
          case DATE -> date(record, item, group, problems);
          case MONTH -> month(record, item, group, problems);
          case UINT -> number(record, item, group);
          case EXACT -> to - from == item.form().length() && isAlphanumeric(bytes, from, to);
          case TEXT ->
              to - from <= item.form().length()
                  || Entities.characters(bytes, from, to) <= item.form().length();
          case DISTRICT -> to - from == 6 && digits(bytes, from, to) >= 0;
          case BUSINESS_CODE -> to - from <= item.form().length();
          case CODE -> item.form().codes().contains(bytes, from, to);
          case BY_RULE -> true;
        };
    if (!right) {
      problems.add(PbocRule.ABE001, item.tag());
    } else if (item.form().kind() == Form.Kind.BUSINESS_CODE
        && !isOurs(bytes, from, to, provider)) {
      problems.add(PbocRule.ABE002, item.tag());
    } else if (item == Item.MNGMT_ORG_CODE && !belongs(record)) {
      problems.add(PbocRule.ABE003, item.tag());
    }
  }

  private boolean belongs(ParsedRecord record) {
    return organisations.isEmpty() || organisations.contains(record.text(Item.MNGMT_ORG_CODE, -1));
  }

  private static boolean isOurs(byte[] bytes, int from, int to, byte[] provider) {
    return isAlphanumeric(bytes, from, to)
        && to - from >= provider.length
        && Arrays.equals(bytes, from, from + provider.length, provider, 0, provider.length);
  }

  /** {@code yyyy-MM-dd}; a date outside 1901 to 2099 is a finding of its own (ABE008). */
  private static boolean date(ParsedRecord record, Item item, int group, Problems problems) {
    byte[] bytes = record.bytes();
    int from = record.from(item, group);
    if (record.to(item, group) - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return false;
    }
    int year = (int) digits(bytes, from, from + 4);
    int month = (int) digits(bytes, from + 5, from + 7);
    int dayOfMonth = (int) digits(bytes, from + 8, from + 10);
    if (year < 0 || month < 0 || dayOfMonth < 0) {
      return false;
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      problems.add(PbocRule.ABE008, item.tag());
      return true;
    }
    int day = Dates.find(year, month, dayOfMonth);
    if (day == Day.NONE) {
      return false;
    }
    record.setValue(item, group, day);
    return true;
  }

  private static boolean month(ParsedRecord record, Item item, int group, Problems problems) {
    byte[] bytes = record.bytes();
    int from = record.from(item, group);
    if (record.to(item, group) - from != 7 || bytes[from + 4] != '-') {
      return false;
    }
    long year = digits(bytes, from, from + 4);
    long month = digits(bytes, from + 5, from + 7);
    if (year < 0 || month < 1 || month > 12) {
      return false;
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      problems.add(PbocRule.ABE008, item.tag());
      return true;
    }
    record.setValue(item, group, year * 100 + month);
    return true;
  }

  private static boolean number(ParsedRecord record, Item item, int group) {
    int from = record.from(item, group);
    int to = record.to(item, group);
    if (to - from > item.form().length()) {
      return false;
    }
    long number = digits(record.bytes(), from, to);
    if (number < 0) {
      return false;
    }
    record.setValue(item, group, number);
    return true;
  }

  /** The number that at most 18 digits say, or -1 when something else stands there. */
  static long digits(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  static boolean isAlphanumeric(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (!((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z'))) {
        return false;
      }
    }
    return true;
  }
}
