package org.xinbao.bureau.metro2;

import org.xinbao.arrears.Day;

/** What a report must be to the one of the period before, as our own records have it. */
final class MovementRules {

  private MovementRules() {}

  /**
   * Checks the record of a later period; that of the same period, as it is when a file is checked
   * after it was sent, has nothing to be compared with.
   */
  static void check(ReadSegment base, Told told, RecordRules.Findings findings) {
    int info = base.day("DATE_ACCOUNT_INFORMATION");
    Status status = Status.of(base.value("ACCOUNT_STATUS")).orElse(Status.CURRENT);
    boolean replaces = base.number("CORRECTION_INDICATOR") == 1;
    if (!told.isReported() || info == Day.NONE || replaces || status.isDeletion()) {
      return;
    }
    int months = History.months(told.period(), info);
    if (months < 1) {
      return;
    }
    require(!told.isEnded(), Metro2Rule.M055, "ACCOUNT_STATUS", findings);
    amounts(base, told, findings);
    Status before = Status.of(told.status()).orElse(Status.CURRENT);
    boolean revolving =
        base.value("PORTFOLIO_TYPE").equals("R") || base.value("PORTFOLIO_TYPE").equals("C");
    char code = before.historyCode(told.rating(), revolving && told.balance() == 0);
    require(
        base.value("PAYMENT_HISTORY").equals(History.after(told.profile(), code, months)),
        Metro2Rule.M052,
        "PAYMENT_HISTORY",
        findings);
    int dofd = base.day("DATE_FIRST_DELINQUENCY");
    boolean both = told.dofd() != Day.NONE && dofd != Day.NONE;
    require(
        !both || dofd == told.dofd() || dofd > told.infoOn(),
        Metro2Rule.M053,
        "DATE_FIRST_DELINQUENCY",
        findings);
    boolean jumps = status.isBand() && before.isBand() && status.band() > before.band() + months;
    require(!jumps, Metro2Rule.M054, "ACCOUNT_STATUS", findings);
  }

  private static void amounts(ReadSegment base, Told told, RecordRules.Findings findings) {
    String portfolio = base.value("PORTFOLIO_TYPE");
    boolean isLoan = portfolio.equals("I") || portfolio.equals("M");
    require(
        !isLoan || base.number("HIGHEST_CREDIT") <= told.highest(),
        Metro2Rule.M051,
        "HIGHEST_CREDIT",
        findings);
    long chargeOff = base.number("ORIGINAL_CHARGE_OFF");
    require(
        told.chargeOff() == 0 || chargeOff == 0 || chargeOff == told.chargeOff(),
        Metro2Rule.M056,
        "ORIGINAL_CHARGE_OFF",
        findings);
  }

  private static void require(
      boolean good, Metro2Rule rule, String field, RecordRules.Findings findings) {
    RecordRules.require(good, rule, "BASE " + field, findings);
  }
}
