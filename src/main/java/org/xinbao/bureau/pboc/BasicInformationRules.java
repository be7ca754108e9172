package org.xinbao.bureau.pboc;

import java.util.List;

/** The rules of record 110 that its layout cannot say (reference section 6.2). */
final class BasicInformationRules implements LayoutRules {

  /** The segments that RptDateCode 10 asks for (BBR000). */
  private static final List<String> NEEDED =
      List.of(
          "FcsInfSgmt", "SpsInfSgmt", "EduInfSgmt", "OctpnInfSgmt", "RedncInfSgmt", "MlgInfSgmt");

  private final List<LayoutElement> needed;
  private final LayoutItem code;
  private final LayoutItem spouseIdType;
  private final LayoutItem spouseIdNumber;

  BasicInformationRules(RecordLayout layout) {
    needed = NEEDED.stream().map(layout::element).toList();
    code = layout.item("RptDateCode");
    spouseIdType = layout.item("SpoIDType");
    spouseIdNumber = layout.item("SpoIDNum");
  }

  @Override
  public void check(LayoutRecord record, Problems problems) {
    LayoutRecord.Row top = record.top();
    if (record.text(top, code).equals("10")) {
      for (LayoutElement segment : needed) {
        if (!record.has(segment)) {
          problems.add(PbocRule.BBR000, segment.tag());
        }
      }
    }
    // The reference asks for both or neither and names no code: the empty one counts as mandatory.
    if (top.has(spouseIdType)
        && top.has(spouseIdNumber)
        && top.isFilled(spouseIdType) != top.isFilled(spouseIdNumber)) {
      LayoutItem empty = top.isFilled(spouseIdType) ? spouseIdNumber : spouseIdType;
      problems.add(PbocRule.ABE000, empty.tag());
    }
  }
}
