package org.xinbao.bureau.pboc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Rules about segments H (monthly performance) and J (non-monthly performance). */
final class PerformanceRules {

  private static final int CLOSED_DAYS_MAX = 30;
  private static final Map<AccountType, CodeList> ACCT_STATUS = new EnumMap<>(AccountType.class);
  private static final Map<AccountType, CodeList> RPY_STATUS = new EnumMap<>(AccountType.class);
  private static final Item[] DATES = {
    Item.SETT_DATE, Item.FIVE_CATE_ADJ_DATE, Item.LAT_RPY_DATE, Item.CLOSE_DATE
  };
  private static final Item[] J_DATES = {
    Item.J_FIVE_CATE_ADJ_DATE, Item.J_LAT_RPY_DATE, Item.J_CLOSE_DATE
  };
  private static final Item[] BEFORE_CLOSING = {
    Item.SETT_DATE, Item.LAT_RPY_DATE, Item.FIVE_CATE_ADJ_DATE
  };
  private static final Item[] NOTHING_DUE = {
    Item.CUR_RPY_AMT, Item.OVERD_PRD, Item.TOT_OVERD, Item.PRID_ACCT_BAL
  };
  private static final Item[] NOT_ACTIVATED = {
    Item.ACCT_BAL,
    Item.PRID_ACCT_BAL,
    Item.USED_AMT,
    Item.NOT_ISU_BAL,
    Item.OVERD_PRD,
    Item.TOT_OVERD,
    Item.OVEDRAW_BA_OVE180,
    Item.CUR_RPY_AMT,
    Item.ACT_RPY_AMT
  };

  static {
    for (AccountType type : AccountType.values()) {
      ACCT_STATUS.put(type, CodeLists.acctStatus(type));
      RPY_STATUS.put(type, CodeLists.rpyStatus(type));
    }
  }

  private PerformanceRules() {}

  static void check(
      ParsedRecord record, AccountType type, Optional<ReportPoint> point, Problems problems) {
    if (record.has(Segment.H)) {
      codes(record, type, Item.ACCT_STATUS, Item.RPY_STATUS, problems);
      dates(record, DATES, problems);
      month(record, problems);
      closing(record, type, point, problems);
      status(record, type, problems);
      amounts(record, problems);
    }
    if (record.has(Segment.J)) {
      codes(record, type, Item.J_ACCT_STATUS, Item.J_RPY_STATUS, problems);
      dates(record, J_DATES, problems);
      if (type == AccountType.C1) {
        collection(record, problems);
      } else {
        nonMonthly(record, type, problems);
      }
    }
  }

  private static void codes(
      ParsedRecord record, AccountType type, Item status, Item rpyStatus, Problems problems) {
    CodeList statuses = ACCT_STATUS.get(type);
    if (record.isFilled(status) && statuses != null && !record.isIn(status, -1, statuses)) {
      problems.add(PbocRule.ABE001, status.tag());
    }
    CodeList codes = RPY_STATUS.get(type);
    if (record.isFilled(rpyStatus) && codes != null && !record.isIn(rpyStatus, -1, codes)) {
      problems.add(PbocRule.ABE001, rpyStatus.tag());
    }
  }

  private static void dates(ParsedRecord record, Item[] dates, Problems problems) {
    for (Item each : dates) {
      if (!record.hasValue(each)) {
        continue;
      }
      if (record.hasValue(Item.RPT_DATE) && record.value(each) > record.value(Item.RPT_DATE)) {
        problems.add(PbocRule.ABE007, each.tag());
      }
      if (record.hasValue(Item.OPEN_DATE) && record.value(each) < record.value(Item.OPEN_DATE)) {
        problems.add(PbocRule.BLE005, each.tag());
      }
    }
  }

  private static void month(ParsedRecord record, Problems problems) {
    if (!record.hasValue(Item.MONTH)) {
      return;
    }
    long month = monthNumber(record.value(Item.MONTH));
    if (record.hasValue(Item.RPT_DATE)
        && Math.abs(month - monthNumber(Dates.month((int) record.value(Item.RPT_DATE)))) > 1) {
      problems.add(PbocRule.BLE039, Item.MONTH.tag());
    }
    if (record.hasValue(Item.SETT_DATE)
        && month != monthNumber(Dates.month((int) record.value(Item.SETT_DATE)))) {
      problems.add(PbocRule.BLE012, Item.SETT_DATE.tag());
    }
  }

  /** Months since year 0, so that neighbours differ by one. */
  private static long monthNumber(long yyyymm) {
    return yyyymm / 100 * 12 + yyyymm % 100;
  }

  private static boolean isClosed(ParsedRecord record, AccountType type, Item status) {
    return switch (type) {
      case D1, R1, R4 -> record.is(status, "3");
      case R2, R3 -> record.is(status, "4");
      case C1 -> record.is(status, "2");
    };
  }

  private static void closing(
      ParsedRecord record, AccountType type, Optional<ReportPoint> point, Problems problems) {
    boolean closed = isClosed(record, type, Item.ACCT_STATUS);
    if (point.isPresent() && point.get().isClosing() && !closed) {
      problems.add(PbocRule.BLE037, Item.ACCT_STATUS.tag());
    }
    if (closed) {
      closed(record, problems);
    }
    if (!record.hasValue(Item.CLOSE_DATE)) {
      return;
    }
    long closedOn = record.value(Item.CLOSE_DATE);
    for (Item each : BEFORE_CLOSING) {
      if (record.hasValue(each) && closedOn < record.value(each)) {
        problems.add(PbocRule.BLE011, each.tag());
      }
    }
    if (point.equals(Optional.of(ReportPoint.CLOSED))
        && record.hasValue(Item.RPT_DATE)
        && record.value(Item.RPT_DATE) - closedOn >= CLOSED_DAYS_MAX) {
      problems.add(PbocRule.BLE010, Item.CLOSE_DATE.tag());
    }
  }

  private static void closed(ParsedRecord record, Problems problems) {
    if (record.has(Item.CLOSE_DATE) && !record.isFilled(Item.CLOSE_DATE)) {
      problems.add(PbocRule.BLE001, Item.CLOSE_DATE.tag());
    }
    if (record.isPositive(Item.ACCT_BAL)) {
      problems.add(PbocRule.BLE026, Item.ACCT_BAL.tag());
    }
    for (Item each : new Item[] {Item.OVERD_PRD, Item.TOT_OVERD}) {
      if (record.isPositive(each)) {
        problems.add(PbocRule.BLE004, each.tag());
      }
    }
    char status = record.single(Item.RPY_STATUS);
    if (record.isFilled(Item.RPY_STATUS) && status != 'C' && status != 'G') {
      problems.add(PbocRule.BLE030, Item.RPY_STATUS.tag());
    }
  }

  private static void status(ParsedRecord record, AccountType type, Problems problems) {
    char status = record.single(Item.RPY_STATUS);
    if (status == '*') {
      positive(record, NOTHING_DUE, PbocRule.BLE015, problems);
      if (record.isFilled(Item.RPY_PRCT)) {
        problems.add(PbocRule.BLE002, Item.RPY_PRCT.tag());
      }
    } else if (status == 'N' || status == 'M') {
      positive(record, new Item[] {Item.OVERD_PRD, Item.TOT_OVERD}, PbocRule.BLE017, problems);
    } else if (status >= '1' && status <= '7') {
      for (Item each : new Item[] {Item.OVERD_PRD, Item.TOT_OVERD}) {
        if (record.isZero(each)) {
          problems.add(PbocRule.BLE019, each.tag());
        }
      }
    }
    boolean card = type == AccountType.R2 || type == AccountType.R3;
    boolean badDebt =
        card
            ? record.is(Item.ACCT_STATUS, "51") || record.is(Item.ACCT_STATUS, "52")
            : record.is(Item.ACCT_STATUS, "41") || record.is(Item.ACCT_STATUS, "42");
    if (badDebt && record.isZero(Item.TOT_OVERD)) {
      problems.add(PbocRule.BLE013, Item.TOT_OVERD.tag());
    }
    if (card && record.is(Item.ACCT_STATUS, "6")) {
      positive(record, NOT_ACTIVATED, PbocRule.BLE014, problems);
      if (record.isFilled(Item.RPY_STATUS) && status != '*') {
        problems.add(PbocRule.BLE014, Item.RPY_STATUS.tag());
      }
    }
  }

  private static void positive(
      ParsedRecord record, Item[] items, PbocRule rule, Problems problems) {
    for (Item each : items) {
      if (record.isPositive(each)) {
        problems.add(rule, each.tag());
      }
    }
  }

  private static void amounts(ParsedRecord record, Problems problems) {
    long principal = record.value(Item.OVERD_PRINC);
    if (principal != ParsedRecord.NO_VALUE) {
      if (record.hasValue(Item.TOT_OVERD) && principal > record.value(Item.TOT_OVERD)) {
        problems.add(PbocRule.BLE020, Item.OVERD_PRINC.tag());
      }
      long aged = 0;
      for (Item each :
          new Item[] {
            Item.OVED31_60_PRINC, Item.OVED61_90_PRINC, Item.OVED91_180_PRINC, Item.OVED_PRINC180
          }) {
        aged += Math.max(0, record.value(each));
      }
      if (aged > principal) {
        problems.add(PbocRule.XBA001, Item.OVERD_PRINC.tag());
      }
    }
    if (record.hasValue(Item.OVEDRAW_BA_OVE180)
        && record.hasValue(Item.ACCT_BAL)
        && record.value(Item.OVEDRAW_BA_OVE180) > record.value(Item.ACCT_BAL)) {
      problems.add(PbocRule.BLE022, Item.OVEDRAW_BA_OVE180.tag());
    }
  }

  private static void nonMonthly(ParsedRecord record, AccountType type, Problems problems) {
    if (isClosed(record, type, Item.J_ACCT_STATUS)) {
      problems.add(PbocRule.BLE016, Item.J_ACCT_STATUS.tag());
    }
    char status = record.single(Item.J_RPY_STATUS);
    if (record.isFilled(Item.J_RPY_STATUS) && status != 'N') {
      problems.add(PbocRule.BLE034, Item.J_RPY_STATUS.tag());
    }
    if (status == 'N' || status == 'M') {
      positive(record, new Item[] {Item.J_OVERD_PRD, Item.J_TOT_OVERD}, PbocRule.BLE018, problems);
    }
    if (record.hasValue(Item.J_LAT_RPY_DATE)
        && record.hasValue(Item.RPT_DATE)
        && record.value(Item.J_LAT_RPY_DATE) != record.value(Item.RPT_DATE)) {
      problems.add(PbocRule.BLE040, Item.J_LAT_RPY_DATE.tag());
    }
  }

  private static void collection(ParsedRecord record, Problems problems) {
    if (!record.is(Item.J_ACCT_STATUS, "2")) {
      return;
    }
    if (record.isPositive(Item.J_ACCT_BAL)) {
      problems.add(PbocRule.BLE027, Item.J_ACCT_BAL.tag());
    }
    if (record.has(Item.J_CLOSE_DATE) && !record.isFilled(Item.J_CLOSE_DATE)) {
      problems.add(PbocRule.BLE043, Item.J_CLOSE_DATE.tag());
    }
  }
}
