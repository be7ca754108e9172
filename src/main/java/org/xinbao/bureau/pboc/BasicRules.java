package org.xinbao.bureau.pboc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Rules about segments C (basic data) and I (special instalment plan). */
final class BasicRules {

  private static final int OPENED_DAYS_MAX = 30;

  private static final Map<AccountType, CodeList> REPAY_MODES = new EnumMap<>(AccountType.class);

  static {
    for (AccountType type : new AccountType[] {AccountType.D1, AccountType.R1, AccountType.R4}) {
      REPAY_MODES.put(type, CodeLists.repayMode(type));
    }
  }

  private BasicRules() {}

  static void check(
      ParsedRecord record, AccountType type, Optional<ReportPoint> point, Problems problems) {
    if (record.has(Segment.C)) {
      lines(record, type, problems);
      dates(record, point, problems);
      repayment(record, type, problems);
      housing(record, problems);
      cardId(record, problems);
    }
    if (record.has(Segment.I)) {
      plan(record, problems);
    }
  }

  private static void lines(ParsedRecord record, AccountType type, Problems problems) {
    boolean known = record.isIn(Item.BUSI_LINES, -1, CodeLists.BUSI_LINES);
    if (!known) {
      return;
    }
    char lines = record.single(Item.BUSI_LINES);
    boolean fits =
        switch (type) {
          case R2, R3 -> lines == '2';
          case C1 -> lines == '5' || lines == '6';
          case D1, R1, R4 -> true;
        };
    if (!fits) {
      problems.add(PbocRule.BLE035, Item.BUSI_LINES.tag());
    }
    if (record.isIn(Item.BUSI_DTL_LINES, -1, CodeLists.BUSI_DTL_LINES)
        && !record.isIn(Item.BUSI_DTL_LINES, -1, CodeLists.busiDtlLines(String.valueOf(lines)))) {
      problems.add(PbocRule.BLE036, Item.BUSI_DTL_LINES.tag());
    }
  }

  private static void dates(ParsedRecord record, Optional<ReportPoint> point, Problems problems) {
    long opened = record.value(Item.OPEN_DATE);
    long rptDate = record.value(Item.RPT_DATE);
    if (opened == ParsedRecord.NO_VALUE) {
      return;
    }
    if (record.hasValue(Item.DUE_DATE) && opened > record.value(Item.DUE_DATE)) {
      problems.add(PbocRule.BLE009, Item.DUE_DATE.tag());
    }
    if (rptDate == ParsedRecord.NO_VALUE) {
      return;
    }
    if (opened > rptDate) {
      problems.add(PbocRule.ABE007, Item.OPEN_DATE.tag());
    }
    if (point.equals(Optional.of(ReportPoint.NEW_ACCOUNT)) && rptDate - opened >= OPENED_DAYS_MAX) {
      problems.add(PbocRule.BLE008, Item.OPEN_DATE.tag());
    }
  }

  private static void repayment(ParsedRecord record, AccountType type, Problems problems) {
    CodeList modes = REPAY_MODES.get(type);
    if (modes == null || !record.isIn(Item.REPAY_MODE, -1, CodeLists.REPAY_MODE)) {
      return;
    }
    if (!record.isIn(Item.REPAY_MODE, -1, modes)) {
      problems.add(PbocRule.BLE029, Item.REPAY_MODE.tag());
    }
    boolean summed = record.is(Item.REPAY_MODE, "90");
    if (summed && record.isFilled(Item.REPAY_FREQCY) && !record.is(Item.REPAY_FREQCY, "03")) {
      problems.add(PbocRule.BLE028, Item.REPAY_FREQCY.tag());
    }
    boolean noInstalments = record.bytes()[record.from(Item.REPAY_MODE, -1)] == '2';
    if (noInstalments && record.isPositive(Item.REPAY_PRD)) {
      problems.add(PbocRule.BLE038, Item.REPAY_PRD.tag());
    }
  }

  private static void housing(ParsedRecord record, Problems problems) {
    boolean housing = record.is(Item.BUSI_DTL_LINES, "11");
    for (Item item : new Item[] {Item.LOAN_CON_CODE, Item.FIRST_HOU_LOAN_FLAG}) {
      if (housing ? !record.isFilled(item) : record.has(item)) {
        problems.add(PbocRule.BLE050, item.tag());
      }
    }
  }

  private static void cardId(ParsedRecord record, Problems problems) {
    if (!record.isFilled(Item.CREDIT_ID)) {
      return;
    }
    int from = record.from(Item.CREDIT_ID, -1);
    int to = record.to(Item.CREDIT_ID, -1);
    boolean digits = to - from == 4 && FormCheck.digits(record.bytes(), from, to) >= 0;
    if (!digits && !record.is(Item.CREDIT_ID, "NULL") && !record.is(Item.CREDIT_ID, "MULT")) {
      problems.add(PbocRule.BLE031, Item.CREDIT_ID.tag());
    }
  }

  private static void plan(ParsedRecord record, Problems problems) {
    if (!record.hasValue(Item.SPEC_EFCT_DATE)) {
      return;
    }
    long from = record.value(Item.SPEC_EFCT_DATE);
    if (record.hasValue(Item.SPEC_END_DATE) && from > record.value(Item.SPEC_END_DATE)) {
      problems.add(PbocRule.BLE007, Item.SPEC_EFCT_DATE.tag());
    }
    if (record.hasValue(Item.OPEN_DATE) && from < record.value(Item.OPEN_DATE)) {
      problems.add(PbocRule.BLE005, Item.SPEC_EFCT_DATE.tag());
    }
    if (record.hasValue(Item.CLOSE_DATE) && record.value(Item.CLOSE_DATE) < from) {
      problems.add(PbocRule.BLE006, Item.CLOSE_DATE.tag());
    }
  }
}
