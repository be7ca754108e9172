package org.xinbao.bureau.pboc;

import java.util.Map;
import java.util.Set;

/**
 * The rules of record 222: it holds exactly the segment of 220 that MdfcSgmtCode names.
 *
 * <p>The reference does not say which items of the base segment 222 carries; as in 212 the name,
 * the document and the organisation are asked for, the others may be there.
 */
final class AgreementCorrectionRules implements LayoutRules {

  private static final Map<String, String> SEGMENTS =
      Map.of("B", "CtrctBsSgmt", "C", "CtrctCertRelSgmt", "D", "CreditLimSgmt");
  private static final Set<String> IDENTIFYING =
      Set.of("InfRecType", "ContractCode", "RptDate", "RptDateCode");

  private final RecordLayout agreement = RecordLayout.of("220");
  private final LayoutParser parser = new LayoutParser(agreement);
  private final LayoutItemCheck items;
  private final LayoutItem code;
  private final LayoutItem rptDate;
  private final LayoutElement holder;

  AgreementCorrectionRules(RecordLayout layout, FormCheck forms, Set<String> organisations) {
    items = new LayoutItemCheck(agreement, forms, organisations);
    code = layout.item("MdfcSgmtCode");
    rptDate = layout.item("RptDate");
    holder = layout.element("MdfcSgmt");
  }

  @Override
  public void check(LayoutRecord record, Problems problems) {
    String named = SEGMENTS.get(record.text(record.top(), code));
    if (named == null) {
      return;
    }
    if (!record.has(holder)) {
      problems.add(PbocRule.ABR000, named);
      return;
    }
    if (!parser.parseSegments(
        record.bytes(), record.embeddedFrom(), record.embeddedTo(), problems)) {
      return;
    }
    LayoutRecord segment = parser.record();
    for (LayoutNode node : agreement.children()) {
      LayoutElement each = agreement.element(node.tag());
      if (segment.has(each) != each.tag().equals(named)) {
        problems.add(PbocRule.ABR000, each.tag());
      }
    }
    LayoutElement corrected = agreement.element(named);
    if (segment.has(corrected)) {
      items.check(
          segment, corrected.children(), item -> !IDENTIFYING.contains(item.tag()), problems);
      dates(record, segment, problems);
      AgreementRules.check(agreement, segment, problems);
    }
  }

  private void dates(LayoutRecord record, LayoutRecord segment, Problems problems) {
    if (!record.top().hasValue(rptDate)) {
      return;
    }
    for (LayoutItem item : agreement.items()) {
      if (item.isPast()
          && segment.top().hasValue(item)
          && segment.top().value(item) > record.top().value(rptDate)) {
        problems.add(PbocRule.ABE007, item.tag());
      }
    }
  }
}
