package org.xinbao.bureau.pboc;

/** The segments of a record against {@link SegmentMatrix} (BLR000 to BLR014). */
final class SegmentRules {

  private static final Segment[] SEGMENTS = Segment.values();

  private SegmentRules() {}

  static void check(ParsedRecord record, AccountType type, ReportPoint point, Problems problems) {
    if (!SegmentMatrix.allows(type, point)) {
      problems.add(missing(point), Item.RPT_DATE_CODE.tag());
      return;
    }
    SegmentMatrix.Agreement agreement = agreement(record, type);
    for (Segment segment : SEGMENTS) {
      SegmentMatrix.Cell cell = SegmentMatrix.cell(type, point, segment, agreement);
      boolean present = record.has(segment);
      if (cell == SegmentMatrix.Cell.REQUIRED && !present) {
        problems.add(missing(point), segment.tag());
      } else if (cell == SegmentMatrix.Cell.FORBIDDEN && present) {
        problems.add(forbidden(point), segment.tag());
      }
    }
    boolean guaranteed = record.is(Item.GUAR_MODE, "3") || record.is(Item.GUAR_MODE, "5");
    if (point.isFirst() && guaranteed && !record.has(Segment.D)) {
      problems.add(PbocRule.BLR014, Segment.D.tag());
    }
  }

  private static SegmentMatrix.Agreement agreement(ParsedRecord record, AccountType type) {
    boolean card = type == AccountType.R2;
    if (card ? record.is(Item.BUSI_DTL_LINES, "82") : record.is(Item.FLAG, "0")) {
      return SegmentMatrix.Agreement.NONE;
    }
    return record.isFilled(card ? Item.BUSI_DTL_LINES : Item.FLAG)
        ? SegmentMatrix.Agreement.EXISTS
        : SegmentMatrix.Agreement.UNKNOWN;
  }

  private static PbocRule missing(ReportPoint point) {
    return switch (point) {
      case NEW_ACCOUNT -> PbocRule.BLR000;
      case FIRST_KNOWN -> PbocRule.BLR002;
      case MONTHLY -> PbocRule.BLR006;
      case RECOVERED -> PbocRule.BLR008;
      case CLOSED -> PbocRule.BLR010;
      case CLOSED_MONTHLY -> PbocRule.BLR012;
    };
  }

  private static PbocRule forbidden(ReportPoint point) {
    return switch (point) {
      case NEW_ACCOUNT -> PbocRule.BLR001;
      case FIRST_KNOWN -> PbocRule.BLR003;
      case MONTHLY -> PbocRule.BLR007;
      case RECOVERED -> PbocRule.BLR009;
      case CLOSED -> PbocRule.BLR011;
      case CLOSED_MONTHLY -> PbocRule.BLR013;
    };
  }
}
