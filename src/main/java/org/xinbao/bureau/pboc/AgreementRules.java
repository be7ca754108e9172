package org.xinbao.bureau.pboc;

/** The rules of record 220 that its layout cannot say (reference section 6.1). */
final class AgreementRules {

  private AgreementRules() {}

  static void check(RecordLayout layout, LayoutRecord record, Problems problems) {
    limit(layout, record, problems);
    parties(layout, record, problems);
  }

  private static void limit(RecordLayout layout, LayoutRecord record, Problems problems) {
    LayoutRecord.Row top = record.top();
    LayoutItem from = layout.item("ConEffDate");
    LayoutItem to = layout.item("ConExpDate");
    if (top.hasValue(from) && top.hasValue(to) && top.value(from) > top.value(to)) {
      problems.add(PbocRule.BCE000, from.tag());
    }
    LayoutItem rest = layout.item("CreditRest");
    LayoutItem code = layout.item("CreditRestCode");
    if (top.isFilled(rest) != top.isFilled(code)) {
      problems.add(PbocRule.BCE004, top.isFilled(rest) ? code.tag() : rest.tag());
    }
  }

  private static void parties(RecordLayout layout, LayoutRecord record, Problems problems) {
    LayoutRecord.Row top = record.top();
    LayoutItem number = layout.item("CertRelIDNum");
    for (LayoutRecord.Row party : record.groups(layout.element("CtrctCertRel"))) {
      boolean person = record.text(party, layout.item("BrerType")).equals("1");
      if (person
          && record.isSame(party, layout.item("CertRelIDType"), top, layout.item("IDType"))
          && record.isSame(party, number, top, layout.item("IDNum"))) {
        problems.add(PbocRule.BCE003, number.tag());
      }
    }
  }
}
