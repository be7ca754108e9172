package org.xinbao.bureau.pboc;

import java.util.Optional;
import java.util.Set;

/**
 * The rules of record 212: it holds exactly the segment of 210 that MdfcSgmtCode names, the account
 * type has that segment, and the segment keeps every rule that 210 asks of it (section 4.2).
 */
final class CorrectionRules implements LayoutRules {

  private static final Set<Item> BASE =
      Set.of(Item.NAME, Item.ID_TYPE, Item.ID_NUM, Item.MNGMT_ORG_CODE);

  private final RecordParser parser = new RecordParser();
  private final ItemCheck items;
  private final LayoutItem code;
  private final LayoutItem type;
  private final LayoutItem rptDate;
  private final LayoutElement holder;

  CorrectionRules(RecordLayout layout, FormCheck forms, Set<String> organisations) {
    items = new ItemCheck(forms, organisations);
    code = layout.item("MdfcSgmtCode");
    type = layout.item("AcctType");
    rptDate = layout.item("RptDate");
    holder = layout.element("MdfcSgmt");
  }

  @Override
  public void check(LayoutRecord record, Problems problems) {
    LayoutRecord.Row top = record.top();
    String named = record.text(top, code);
    Optional<AccountType> account = AccountType.find(record.text(top, type));
    if (!CodeLists.list("MdfcSgmtCode-212").contains(named) || account.isEmpty()) {
      return;
    }
    Segment segment = Segment.valueOf(named);
    if (!hasSegment(account.get(), segment)) {
      problems.add(PbocRule.BMR005, code.tag());
      return;
    }
    if (!record.has(holder)) {
      problems.add(PbocRule.BMR001, segment.tag());
      return;
    }
    if (parser.parseSegments(
        record.bytes(), record.embeddedFrom(), record.embeddedTo(), problems)) {
      segment(record, segment, account.get(), problems);
    }
  }

  /** C1 may not correct E F H I, the others not G, and only R2 may correct I. */
  private static boolean hasSegment(AccountType type, Segment segment) {
    return switch (segment) {
      case E, F, H -> type != AccountType.C1;
      case G -> type == AccountType.C1;
      case I -> type == AccountType.R2;
      default -> true;
    };
  }

  private void segment(
      LayoutRecord record, Segment segment, AccountType account, Problems problems) {
    ParsedRecord corrected = parser.record();
    for (Segment each : Segment.values()) {
      if (each != segment && corrected.has(each)) {
        problems.add(PbocRule.ABR000, each.tag());
      }
    }
    if (!corrected.has(segment)) {
      problems.add(PbocRule.BMR001, segment.tag());
      return;
    }
    if (segment == Segment.B) {
      base(corrected, problems);
      return;
    }
    items.check(corrected, segment, account, problems);
    if (record.top().hasValue(rptDate)) {
      corrected.setValue(Item.RPT_DATE, -1, record.top().value(rptDate));
    }
    BasicRules.check(corrected, account, Optional.empty(), problems);
    GroupRules.check(corrected, problems);
    PerformanceRules.check(corrected, account, Optional.empty(), problems);
  }

  private void base(ParsedRecord corrected, Problems problems) {
    for (Item item : Item.of(Segment.B)) {
      if (BASE.contains(item)) {
        items.check(corrected, item, AccountType.D1, problems);
      } else if (corrected.has(item)) {
        problems.add(PbocRule.BMR003, item.tag());
      }
    }
    RecordCheck.idNumber(corrected, problems);
  }
}
