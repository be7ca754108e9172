package org.xinbao.bureau.metro2;

import java.util.Set;
import org.xinbao.arrears.Day;

/** What the figures of a base segment must be to each other. */
final class AccountRules {

  /** Indicators that give a current account a date of first delinquency. */
  private static final Set<String> BANKRUPT =
      Set.of("A", "B", "C", "D", "E", "F", "G", "H", "Z", "1A", "V");

  /** Comments that only an account without balance has: settled for less, sold, transferred. */
  private static final Set<String> WITHOUT_BALANCE = Set.of("AU", "AH", "O");

  private static final int OF_AGE = 18;

  private final ReadSegment base;
  private final int activityOn;
  private final RecordRules.Findings findings;
  private final Status status;
  private final char rating;
  private final String portfolio;
  private final int opened;
  private final int info;
  private final int dofd;
  private final int closed;

  /**
   * @param activityOn of the file; none when it is not known
   */
  AccountRules(ReadSegment base, int activityOn, RecordRules.Findings findings) {
    this.base = base;
    this.activityOn = activityOn;
    this.findings = findings;
    this.status = Status.of(base.value("ACCOUNT_STATUS")).orElse(Status.CURRENT);
    this.rating = base.raw(Segment.BASE.field("PAYMENT_RATING")).charAt(0);
    this.portfolio = base.value("PORTFOLIO_TYPE");
    this.opened = base.day("DATE_OPENED");
    this.info = base.day("DATE_ACCOUNT_INFORMATION");
    this.dofd = base.day("DATE_FIRST_DELINQUENCY");
    this.closed = base.day("DATE_CLOSED");
  }

  void check() {
    numbers();
    terms();
    standing();
    amounts();
    closing();
    days();
    age();
    if (dofd != Day.NONE) {
      delinquency();
    }
  }

  private void require(boolean good, Metro2Rule rule, String field) {
    RecordRules.require(good, rule, "BASE " + field, findings);
  }

  private boolean isLoan() {
    return portfolio.equals("I") || portfolio.equals("M");
  }

  private void numbers() {
    String id = base.value("IDENTIFICATION_NUMBER");
    require(
        id.matches("[A-Z0-9]{5,20}") && !id.matches("0+|9+"),
        Metro2Rule.M015,
        "IDENTIFICATION_NUMBER");
    String account = base.value("ACCOUNT_NUMBER");
    require(account.matches("[A-Za-z0-9]+"), Metro2Rule.M015, "ACCOUNT_NUMBER");
    require(!account.equals(base.value("SSN")), Metro2Rule.M016, "ACCOUNT_NUMBER");
  }

  private void terms() {
    String duration = base.value("TERMS_DURATION");
    boolean fits =
        switch (portfolio) {
          case "C" -> duration.equals("LOC");
          case "R" -> duration.equals("REV");
          case "O" -> duration.equals("001");
          default -> duration.matches("[0-9]{3}") && !duration.equals("000");
        };
    require(fits, Metro2Rule.M025, "TERMS_DURATION");
    long limit = base.number("CREDIT_LIMIT");
    boolean limited = portfolio.equals("O") || isLoan() == (limit == 0);
    require(limited, Metro2Rule.M026, "CREDIT_LIMIT");
    boolean line = Codes.LINES_OF_CREDIT.contains(base.value("ACCOUNT_TYPE"));
    require(!portfolio.equals("C") || line, Metro2Rule.M027, "ACCOUNT_TYPE");
  }

  private void standing() {
    require(status.needsRating() == (rating != ' '), Metro2Rule.M021, "PAYMENT_RATING");
    require(History.isValid(base.value("PAYMENT_HISTORY")), Metro2Rule.M022, "PAYMENT_HISTORY");
    boolean needed = status.needsFirstDelinquency(rating);
    require(!needed || dofd != Day.NONE, Metro2Rule.M023, "DATE_FIRST_DELINQUENCY");
    boolean bankrupt =
        BANKRUPT.contains(base.value("CONSUMER_INFORMATION")) && !status.isDeletion();
    require(needed || bankrupt || dofd == Day.NONE, Metro2Rule.M024, "DATE_FIRST_DELINQUENCY");
  }

  private void amounts() {
    long balance = base.number("CURRENT_BALANCE");
    long pastDue = base.number("AMOUNT_PAST_DUE");
    boolean without = status == Status.CURRENT || status.isFinal();
    boolean fits = without ? pastDue == 0 : pastDue > 0 || (balance == 0 && !status.isBand());
    require(fits && (without || pastDue <= balance), Metro2Rule.M028, "AMOUNT_PAST_DUE");
    require(!status.isFinal() || balance == 0, Metro2Rule.M029, "CURRENT_BALANCE");
    boolean chargedOff = status == Status.CHARGE_OFF || status == Status.PAID_AFTER_CHARGE_OFF;
    require(
        chargedOff == base.number("ORIGINAL_CHARGE_OFF") > 0,
        Metro2Rule.M030,
        "ORIGINAL_CHARGE_OFF");
    boolean nothing = portfolio.equals("O") || status.isFinal() || status == Status.CHARGE_OFF;
    require(
        !nothing || base.number("SCHEDULED_PAYMENT") == 0, Metro2Rule.M031, "SCHEDULED_PAYMENT");
    boolean comment = WITHOUT_BALANCE.contains(base.value("SPECIAL_COMMENT"));
    require(!comment || balance == 0, Metro2Rule.M040, "SPECIAL_COMMENT");
  }

  private void closing() {
    boolean ended = status.isPaid() || status == Status.TRANSFERRED;
    boolean fits =
        ended ? closed != Day.NONE : status.isDeletion() || !isLoan() || closed == Day.NONE;
    require(fits, Metro2Rule.M032, "DATE_CLOSED");
    boolean paidOn = !status.isPaid() || !isLoan() || closed == Day.NONE || closed == info;
    require(paidOn, Metro2Rule.M047, "DATE_ACCOUNT_INFORMATION");
  }

  private void days() {
    for (String each :
        new String[] {
          "DATE_ACCOUNT_INFORMATION", "DATE_FIRST_DELINQUENCY", "DATE_CLOSED", "DATE_LAST_PAYMENT"
        }) {
      int day = base.day(each);
      require(day == Day.NONE || day >= opened, Metro2Rule.M034, each);
      require(!isAfterActivity(day), Metro2Rule.M033, each);
    }
    require(!isAfterActivity(opened), Metro2Rule.M033, "DATE_OPENED");
  }

  private boolean isAfterActivity(int day) {
    return activityOn != Day.NONE && day != Day.NONE && day > activityOn;
  }

  private void age() {
    int born = base.day("DATE_OF_BIRTH");
    if (born == Day.NONE) {
      return;
    }
    // Every other day lies after the opening, or has its own finding.
    require(opened >= born, Metro2Rule.M035, "DATE_OPENED");
    require(opened < born || Day.plusYears(born, OF_AGE) <= opened, Metro2Rule.M036, "DATE_OPENED");
  }

  private void delinquency() {
    if (status.isBand() && status != Status.CURRENT) {
      int least = (status.band() - 1) * Delinquency.FROM;
      require(info - dofd >= least, Metro2Rule.M037, "DATE_FIRST_DELINQUENCY");
    }
    if (status == Status.CHARGE_OFF) {
      String profile = base.value("PAYMENT_HISTORY");
      int months = 0;
      while (months < profile.length() && profile.charAt(months) == 'L') {
        months++;
      }
      int chargedOffBy = months == 0 ? info : Day.lastOfMonth(Day.plusMonths(info, -months));
      require(dofd <= chargedOffBy, Metro2Rule.M038, "DATE_FIRST_DELINQUENCY");
    }
    boolean bankrupt = BANKRUPT.contains(base.value("CONSUMER_INFORMATION"));
    require(
        bankrupt || status.isDeletion() || Reporter.obsoleteFrom(dofd) > info,
        Metro2Rule.M039,
        "DATE_FIRST_DELINQUENCY");
  }
}
