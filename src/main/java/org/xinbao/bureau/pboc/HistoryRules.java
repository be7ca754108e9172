package org.xinbao.bureau.pboc;

import java.io.IOException;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.ReportedAccounts;

/**
 * Rules of record 210 that the bureau checks against its store, here against what this lender's own
 * records say was sent and not rejected (BLR019 to BLR023, BLR027, ABR004).
 */
final class HistoryRules {

  private HistoryRules() {}

  /**
   * Checks a record whose items were checked.
   *
   * @param provider the data-provider code that begins every AcctCode
   */
  static void check(
      ParsedRecord record, String provider, ReportedAccounts accounts, Problems problems)
      throws IOException {
    String code = record.text(Item.ACCT_CODE, -1);
    if (provider.isEmpty() || !code.startsWith(provider) || code.length() == provider.length()) {
      return;
    }
    ReportedState state =
        SentHistory.parse(accounts.find(code.substring(provider.length()))).last();
    if (!state.isKnown()) {
      return;
    }
    if (state.type().isPresent()
        && record.isIn(Item.ACCT_TYPE, -1, CodeLists.ACCT_TYPE)
        && !record.is(Item.ACCT_TYPE, state.type().get().name())) {
      problems.add(PbocRule.BLR019, Item.ACCT_TYPE.tag());
    }
    if (state.closed()) {
      problems.add(PbocRule.BLR020, Item.ACCT_CODE.tag());
    }
    dates(record, state, problems);
    specials(record, state, problems);
  }

  private static void dates(ParsedRecord record, ReportedState state, Problems problems) {
    for (Item item : new Item[] {Item.FIVE_CATE_ADJ_DATE, Item.J_FIVE_CATE_ADJ_DATE}) {
      if (state.fiveClassOn() != Day.NONE
          && record.hasValue(item)
          && record.value(item) < state.fiveClassOn()) {
        problems.add(PbocRule.BLR022, item.tag());
      }
    }
    if (state.rptDate() == Day.NONE || !record.hasValue(Item.RPT_DATE)) {
      return;
    }
    long reported = record.value(Item.RPT_DATE);
    boolean closing = record.is(Item.RPT_DATE_CODE, "20") || record.is(Item.RPT_DATE_CODE, "32");
    if (closing && reported < state.rptDate()) {
      problems.add(PbocRule.BLR021, Item.RPT_DATE.tag());
    }
    if (reported == state.rptDate()) {
      problems.add(PbocRule.ABR004, Item.RPT_DATE.tag());
    }
    boolean lastWasMonthly = state.code() != ReportPoint.RECOVERED.code();
    if (lastWasMonthly
        && record.hasValue(Item.MONTH)
        && record.value(Item.MONTH) == state.month()
        && reported <= state.rptDate()) {
      problems.add(PbocRule.BLR027, Item.MONTH.tag());
    }
  }

  private static void specials(ParsedRecord record, ReportedState state, Problems problems) {
    int first = record.firstGroup(Segment.K);
    for (int group = first; group < first + record.groupCount(Segment.K); group++) {
      String type = record.text(Item.CHAN_TRAN_TYPE, group);
      long on = record.value(Item.TRAN_DATE, group);
      if (state.specials().stream()
          .anyMatch(each -> each.on() == on && Integer.toString(each.type()).equals(type))) {
        problems.add(PbocRule.BLR023, Item.TRAN_DATE.tag());
      }
    }
  }
}
