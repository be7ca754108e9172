package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Set;

/** The rules of one record type other than 210 that its layout cannot say (reference section 8). */
interface LayoutRules {

  /** Checks a record whose items were checked each by itself. */
  void check(LayoutRecord record, Problems problems);

  /** The rules of a record type; none where the reference knows none. */
  static LayoutRules of(RecordLayout layout, FormCheck forms, Set<String> organisations) {
    return switch (layout.recordType()) {
      case "110" -> new BasicInformationRules(layout);
      case "211", "221", "231" -> (record, problems) -> idChange(layout, record, problems);
      case "212" -> new CorrectionRules(layout, forms, organisations);
      case "213", "223", "233" -> (record, problems) -> period(layout, record, problems);
      case "215" -> (record, problems) -> event(layout, record, problems);
      case "220" -> (record, problems) -> AgreementRules.check(layout, record, problems);
      case "222" -> new AgreementCorrectionRules(layout, forms, organisations);
      default -> (record, problems) -> {};
    };
  }

  private static void idChange(RecordLayout layout, LayoutRecord record, Problems problems) {
    LayoutItem before = layout.item("OdBnesCode");
    LayoutItem now = layout.item("NwBnesCode");
    LayoutRecord.Row top = record.top();
    if (top.isFilled(now) && record.isSame(top, before, top, now)) {
      problems.add(PbocRule.BIE000, now.tag());
    }
  }

  private static void period(RecordLayout layout, LayoutRecord record, Problems problems) {
    LayoutItem start = layout.item("DelStartDate");
    LayoutItem end = layout.item("DelEndDate");
    LayoutRecord.Row top = record.top();
    if (List.of(start, end).stream().allMatch(each -> top.has(each) && !top.isFilled(each))) {
      problems.add(PbocRule.BSE000, start.tag());
    } else if (top.hasValue(start) && top.hasValue(end) && top.value(start) > top.value(end)) {
      problems.add(PbocRule.BSE001, end.tag());
    }
  }

  private static void event(RecordLayout layout, LayoutRecord record, Problems problems) {
    LayoutItem month = layout.item("Month");
    LayoutItem date = layout.item("RptDate");
    LayoutRecord.Row top = record.top();
    if (top.hasValue(month)
        && top.hasValue(date)
        && top.value(month) != Dates.month((int) top.value(date))) {
      problems.add(PbocRule.BQR000, month.tag());
    }
  }
}
