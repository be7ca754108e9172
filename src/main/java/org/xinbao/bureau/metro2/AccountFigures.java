package org.xinbao.bureau.metro2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;

/**
 * The report of an account for one period as a function of the loan at its close and of what was
 * told before (the table in {@code src/docs/bureaux.md}).
 */
final class AccountFigures {

  /** Settled for less than was owed. */
  static final String SETTLED_FOR_LESS = "AU";

  /** Indicators of section 3.4 that give a current account a date of first delinquency. */
  private static final Set<String> BANKRUPT =
      Set.of("A", "B", "C", "D", "E", "F", "G", "H", "Z", "1A", "V");

  private static final long UNIT = 100;

  private final BureauLoan loan;
  private final Assessment figures;
  private final Loan terms;
  private final int day;
  private final Told told;
  private final Metro2Conf.Product product;
  private final IntFunction<BureauLoan> asOf;

  /**
   * @param loan at the close of {@code day}
   * @param day the last day of the period
   * @param told what was reported for the periods before
   * @param asOf the loan at the close of an earlier day
   */
  AccountFigures(
      BureauLoan loan,
      int day,
      Told told,
      Metro2Conf.Product product,
      IntFunction<BureauLoan> asOf) {
    this.loan = loan;
    this.figures = loan.assessment();
    this.terms = loan.exported().loan();
    this.day = day;
    this.told = told;
    this.product = product;
    this.asOf = asOf;
  }

  /** How an account stood, for its rating and date of first delinquency. */
  private record Standing(Status band, int dofd) {}

  Account report() {
    int endedOn = endedOn();
    return endedOn == Day.NONE ? open() : ended(endedOn);
  }

  /** The day on which a closed, sold or paid account ended, or none while it is open. */
  int endedOn() {
    return switch (figures.accountStatus()) {
      case CLOSED -> Math.max(terms.closedOn(), figures.lastPaidOn());
      case TRANSFERRED -> terms.closedOn();
      case WRITTEN_OFF ->
          figures.nothingOwedFrom() == Day.NONE
              ? Day.NONE
              : Math.max(figures.nothingOwedFrom(), chargedOffOn());
      case NORMAL, OVERDUE -> Day.NONE;
    };
  }

  private Account open() {
    int chargedOffOn = chargedOffOn();
    boolean chargedOff = chargedOffOn != Day.NONE;
    Delinquency late = Delinquency.of(loan, day);
    Status status = chargedOff ? Status.CHARGE_OFF : late.band();
    long balance = whole(owed(figures));
    long pastDue = status == Status.CURRENT ? 0 : chargedOff ? balance : whole(late.pastDue());
    int bankruptOn = bankruptOn();
    int dofd =
        switch (status) {
          case CURRENT -> isBankrupt() ? bankruptOn : Day.NONE;
          case CHARGE_OFF -> chargedOffSince(chargedOffOn);
          default -> late.firstOn(told.dofd(), told.infoOn());
        };
    return new Account(
        status,
        ' ',
        profile(),
        chargedOff || product.portfolio() == Portfolio.OPEN ? 0 : whole(figures.dueThisMonth()),
        whole(figures.paidThisMonth()),
        balance,
        pastDue,
        day,
        dofd,
        chargedOff && product.portfolio().isRevolving() ? chargedOffOn : Day.NONE,
        figures.lastPaidOn(),
        highest(),
        chargedOff ? chargeOff(chargedOffOn) : 0,
        comment(""),
        bankruptOn);
  }

  private Account ended(int endedOn) {
    int chargedOffOn = chargedOffOn();
    boolean chargedOff = chargedOffOn != Day.NONE;
    boolean sold = figures.accountStatus() == AccountStatus.TRANSFERRED;
    Status status =
        sold ? Status.TRANSFERRED : chargedOff ? Status.PAID_AFTER_CHARGE_OFF : Status.PAID;
    char rating = ' ';
    int dofd;
    if (chargedOff) {
      dofd = chargedOffSince(chargedOffOn);
      rating = sold ? 'L' : ' ';
    } else {
      Standing before = standingBefore(endedOn);
      rating = before.band().historyCode(' ', false);
      dofd = before.dofd();
    }
    String derived = sold ? product.soldComment() : settledForLess(endedOn) ? SETTLED_FOR_LESS : "";
    return new Account(
        status,
        rating,
        profile(),
        0,
        whole(figures.paidThisMonth()),
        0,
        0,
        sold ? day : endedOn,
        dofd,
        endedOn,
        figures.lastPaidOn(),
        highest(),
        chargedOff && !sold ? chargeOff(chargedOffOn) : 0,
        comment(derived),
        bankruptOn());
  }

  /** How the account stood at the close of the day before it ended. */
  private Standing standingBefore(int endedOn) {
    int owedUntil = figures.nothingOwedFrom() == Day.NONE ? endedOn : figures.nothingOwedFrom();
    int before = Math.min(owedUntil, endedOn) - 1;
    if (before < terms.openedOn()) {
      return new Standing(Status.CURRENT, Day.NONE);
    }
    Delinquency late = Delinquency.of(asOf.apply(before), before);
    Status band = late.band();
    return new Standing(
        band, band == Status.CURRENT ? Day.NONE : late.firstOn(told.dofd(), told.infoOn()));
  }

  /** The chain that led to the charge-off goes on until the debt is paid, and beyond. */
  private int chargedOffSince(int chargedOffOn) {
    if (told.chargeOff() > 0 && told.dofd() != Day.NONE) {
      return told.dofd();
    }
    Delinquency late = Delinquency.of(at(chargedOffOn), chargedOffOn);
    return late.since() == Day.NONE ? chargedOffOn : late.firstOn(told.dofd(), told.infoOn());
  }

  private BureauLoan at(int other) {
    return other == day ? loan : asOf.apply(other);
  }

  /** The day of the write-off that stands, or none. */
  private int chargedOffOn() {
    int booked =
        terms.movements().stream()
            .filter(each -> each.type() == MovementType.WRITE_OFF && each.valueDate() <= day)
            .mapToInt(Movement::valueDate)
            .findFirst()
            .orElse(Day.NONE);
    boolean writtenOff = terms.status() == LoanStatus.WRITTEN_OFF && terms.closedOn() <= day;
    return booked == Day.NONE && writtenOff ? terms.closedOn() : booked;
  }

  private long chargeOff(int chargedOffOn) {
    return told.chargeOff() > 0 ? told.chargeOff() : whole(owed(at(chargedOffOn).assessment()));
  }

  /** Principal, and interest, fees and penalty that are due now; no future interest. */
  static long owed(Assessment figures) {
    long overdue = Math.subtractExact(figures.overdueTotal(), figures.overduePrincipal());
    return Math.addExact(figures.principalBalance(), overdue);
  }

  /** Whole units: cents are cut off. */
  static long whole(long cents) {
    return Math.max(0, cents) / UNIT;
  }

  private long highest() {
    long principal = whole(terms.principal());
    return product.portfolio().isInstalment()
        ? principal
        : Math.max(told.highest(), Math.max(principal, whole(figures.principalBalance())));
  }

  private String profile() {
    if (!told.isReported() || told.isEnded()) {
      return told.profile();
    }
    int months = History.months(told.period(), day);
    if (months <= 0) {
      return told.profile();
    }
    boolean nothingOwed = product.portfolio().isRevolving() && told.balance() == 0;
    char code = Status.of(told.status()).orElseThrow().historyCode(told.rating(), nothingOwed);
    return History.after(told.profile(), code, months);
  }

  private boolean settledForLess(int endedOn) {
    int from = chargedOffOn() == Day.NONE ? endedOn : chargedOffOn();
    List<Movement> movements = terms.movements();
    return figures.closingDifference() > 0
        || movements.stream()
            .anyMatch(
                each ->
                    each.type() == MovementType.WAIVER
                        && each.valueDate() >= from
                        && each.valueDate() <= day);
  }

  /** What the ledger says goes before what follows from the figures. */
  private String comment(String derived) {
    return Optional.of(loan.exported().row().options().specialComment())
        .filter(each -> !each.isEmpty())
        .orElse(derived);
  }

  private boolean isBankrupt() {
    return BANKRUPT.contains(loan.exported().row().options().bankruptcyCode());
  }

  /** The first report that carried an indicator stands in for the date of notification. */
  private int bankruptOn() {
    if (!isBankrupt()) {
      return Day.NONE;
    }
    return told.bankruptOn() == Day.NONE ? day : told.bankruptOn();
  }
}
