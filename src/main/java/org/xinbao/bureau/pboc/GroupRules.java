package org.xinbao.bureau.pboc;

/** Rules about the repeated groups: responsible parties, collateral, special transactions. */
final class GroupRules {

  private static final int PERSON_NAME_MAX = 30;
  private static final int PERSON_ID_MAX = 20;

  private GroupRules() {}

  static void check(ParsedRecord record, Problems problems) {
    if (record.has(Segment.D)) {
      counter(record, Segment.D, Item.RLT_REPYMT_NM, problems);
      duplicates(
          record,
          Segment.D,
          new Item[] {Item.INFO_ID_TYPE, Item.ARLP_CERT_TYPE, Item.ARLP_CERT_NUM},
          problems);
      each(record, Segment.D, problems);
    }
    if (record.has(Segment.E)) {
      counter(record, Segment.E, Item.CC_NM, problems);
      duplicates(record, Segment.E, new Item[] {Item.CCC}, problems);
    }
    if (record.has(Segment.K)) {
      if (record.isZero(Item.CAG_OF_TRD_NM)) {
        problems.add(PbocRule.BLE046, Item.CAG_OF_TRD_NM.tag());
      }
      counter(record, Segment.K, Item.CAG_OF_TRD_NM, problems);
      duplicates(record, Segment.K, new Item[] {Item.CHAN_TRAN_TYPE, Item.TRAN_DATE}, problems);
      each(record, Segment.K, problems);
    }
  }

  private static void each(ParsedRecord record, Segment segment, Problems problems) {
    int first = record.firstGroup(segment);
    for (int group = first; group < first + record.groupCount(segment); group++) {
      if (segment == Segment.D) {
        party(record, group, problems);
        guarantor(record, group, problems);
      } else {
        special(record, group, problems);
      }
    }
  }

  private static void counter(
      ParsedRecord record, Segment segment, Item counter, Problems problems) {
    int groups = record.groupCount(segment);
    if (record.hasValue(counter) && record.value(counter) != groups) {
      problems.add(PbocRule.ABE010, counter.tag());
    } else if (groups == 0 && segment != Segment.K && record.has(counter)) {
      problems.add(PbocRule.ABD000, segment.groupTag());
    }
  }

  private static void duplicates(
      ParsedRecord record, Segment segment, Item[] keys, Problems problems) {
    int first = record.firstGroup(segment);
    int end = first + record.groupCount(segment);
    for (int group = first + 1; group < end; group++) {
      for (int earlier = first; earlier < group; earlier++) {
        if (isSame(record, keys, group, earlier)) {
          problems.add(PbocRule.ABE011, keys[keys.length - 1].tag());
          return;
        }
      }
    }
  }

  private static boolean isSame(ParsedRecord record, Item[] keys, int group, int other) {
    for (Item key : keys) {
      if (!record.isSame(key, group, key, other)) {
        return false;
      }
    }
    return true;
  }

  private static void party(ParsedRecord record, int group, Problems problems) {
    boolean person = record.is(Item.INFO_ID_TYPE, group, "1");
    if (!person && !record.is(Item.INFO_ID_TYPE, group, "2")) {
      return;
    }
    CodeList own = person ? CodeLists.ID_TYPE_PERSON : CodeLists.ID_TYPE_ORGANISATION;
    CodeList other = person ? CodeLists.ID_TYPE_ORGANISATION : CodeLists.ID_TYPE_PERSON;
    if (record.isFilled(Item.ARLP_CERT_TYPE, group)
        && !record.isIn(Item.ARLP_CERT_TYPE, group, own)) {
      boolean others = record.isIn(Item.ARLP_CERT_TYPE, group, other);
      problems.add(others ? PbocRule.BLE032 : PbocRule.ABE001, Item.ARLP_CERT_TYPE.tag());
    }
    if (!person) {
      return;
    }
    longerThan(record, Item.ARLP_NAME, group, PERSON_NAME_MAX, problems);
    longerThan(record, Item.ARLP_CERT_NUM, group, PERSON_ID_MAX, problems);
    if (record.isFilled(Item.ARLP_CERT_NUM, group)
        && !IdNumbers.isValid(
            record.text(Item.ARLP_CERT_TYPE, group), record.text(Item.ARLP_CERT_NUM, group))) {
      problems.add(PbocRule.ABE004, Item.ARLP_CERT_NUM.tag());
    }
    if (record.isSame(Item.ARLP_CERT_TYPE, group, Item.ID_TYPE, -1)
        && record.isSame(Item.ARLP_CERT_NUM, group, Item.ID_NUM, -1)) {
      problems.add(PbocRule.BLE041, Item.ARLP_CERT_NUM.tag());
    }
  }

  private static void longerThan(
      ParsedRecord record, Item item, int group, int limit, Problems problems) {
    if (record.has(item, group)
        && Entities.characters(record.bytes(), record.from(item, group), record.to(item, group))
            > limit) {
      problems.add(PbocRule.ABE001, item.tag());
    }
  }

  private static void guarantor(ParsedRecord record, int group, Problems problems) {
    boolean guarantor =
        record.is(Item.ARLP_TYPE, group, "2") || record.is(Item.ARLP_TYPE, group, "3");
    if (guarantor && record.has(Item.ARLP_AMT, group) && !record.isFilled(Item.ARLP_AMT, group)) {
      problems.add(PbocRule.BLE003, Item.ARLP_AMT.tag());
    }
    for (Item item : new Item[] {Item.WARTY_SIGN, Item.MAX_GUAR_MCC}) {
      if (record.isFilled(item, group) != guarantor) {
        problems.add(PbocRule.BLE048, item.tag());
      }
    }
  }

  private static void special(ParsedRecord record, int group, Problems problems) {
    long on = record.value(Item.TRAN_DATE, group);
    if (on == ParsedRecord.NO_VALUE) {
      return;
    }
    if (record.hasValue(Item.RPT_DATE) && on > record.value(Item.RPT_DATE)) {
      problems.add(PbocRule.ABE007, Item.TRAN_DATE.tag());
    }
    if (record.hasValue(Item.OPEN_DATE) && on < record.value(Item.OPEN_DATE)) {
      problems.add(PbocRule.BLE005, Item.TRAN_DATE.tag());
    }
    Item closed = record.has(Segment.H) ? Item.CLOSE_DATE : Item.J_CLOSE_DATE;
    if (record.hasValue(closed) && on > record.value(closed)) {
      problems.add(PbocRule.BLE006, Item.TRAN_DATE.tag());
    }
  }
}
