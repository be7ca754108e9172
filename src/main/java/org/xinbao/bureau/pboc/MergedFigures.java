package org.xinbao.bureau.pboc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.retention.RetainedRecord;

/**
 * The figures of a merged account from those of its loans (reference section 5.3): every amount is
 * the sum over its loans, so that accounts add up to their loans; days, class and status are those
 * of the worst, and instalments overdue those of the loan with the earliest unpaid due date.
 *
 * <p>Example: one loan 45 days overdue with 2 instalments and 2,020.50 overdue, another 10 days
 * with 1 and 515.00: 45 days, status 2, 2 instalments, 2,535.50 overdue.
 */
final class MergedFigures {

  /** Least overdue total in cents that shows in whole yuan (contract section 2). */
  private static final long LEAST_OVERDUE = 50;

  private static final int DAYS_A_STATUS = 30;
  private static final int STATUS_MAX = 7;

  private final List<Assessment> loans;
  private final List<Assessment> open;
  private final List<MergedMark> gone;
  private final boolean closed;
  private final int openedOn;

  /**
   * The account at the close of a day.
   *
   * @param present its loans at that close
   * @param gone its closed loans that the export does not have any more
   * @param closed whether the account is closed
   * @param openedOn the day on which the account was opened
   */
  MergedFigures(List<BureauLoan> present, List<MergedMark> gone, boolean closed, int openedOn) {
    this.loans = present.stream().map(BureauLoan::assessment).toList();
    this.open = loans.stream().filter(each -> !AccountFigures.isClosed(each)).toList();
    this.gone = List.copyOf(gone);
    this.closed = closed;
    this.openedOn = openedOn;
  }

  /** All figures; what cannot be merged (cost a year, differences of splits) is empty. */
  Assessment at(int day, List<RetainedRecord> adverse) {
    int daysPastDue = worst(Assessment::daysPastDue);
    int lastPaidOn = lastPaidOn(day);
    return new Assessment(
        day,
        accountStatus(daysPastDue),
        sum(Assessment::principalBalance),
        daysPastDue == 0 ? Day.NONE : day - daysPastDue + 1,
        daysPastDue,
        worst(Assessment::daysDelinquent),
        worst(Assessment::bucket),
        instalmentsOverdue(),
        sum(Assessment::overduePrincipal),
        sum(Assessment::overdueInterest),
        sum(Assessment::overdueFee),
        sum(Assessment::principal1To30),
        sum(Assessment::principal31To60),
        sum(Assessment::principal61To90),
        sum(Assessment::principal91To180),
        sum(Assessment::principalOver180),
        sum(Assessment::penaltyOnPrincipal),
        sum(Assessment::penaltyOnInterest),
        sum(Assessment::penaltyPaid),
        sum(Assessment::penaltyWaived),
        sum(Assessment::dueThisMonth),
        sum(Assessment::paidThisMonth),
        lastPaidOn,
        lastPaidAmount(lastPaidOn),
        sum(Assessment::unallocated),
        fiveClass(),
        fiveClassOn(),
        repaymentStatus(daysPastDue),
        open.stream().mapToInt(Assessment::instalmentsRemaining).max().orElse(0),
        -1,
        Day.NONE,
        sum(Assessment::closingDifference),
        List.of(),
        adverse.stream().map(RetainedRecord::record).toList());
  }

  private long sum(ToLongFunction<Assessment> figure) {
    return loans.stream().mapToLong(figure).reduce(0, Math::addExact);
  }

  private int worst(ToIntFunction<Assessment> figure) {
    return loans.stream().mapToInt(figure).max().orElse(0);
  }

  private int instalmentsOverdue() {
    Optional<Assessment> earliest =
        loans.stream()
            .max(
                Comparator.comparingInt(Assessment::daysPastDue)
                    .thenComparingInt(Assessment::instalmentsOverdue));
    return earliest.map(Assessment::instalmentsOverdue).orElse(0);
  }

  private AccountStatus accountStatus(int daysPastDue) {
    if (closed) {
      return any(loans, each -> each.accountStatus() == AccountStatus.TRANSFERRED)
          ? AccountStatus.TRANSFERRED
          : AccountStatus.CLOSED;
    }
    if (isWrittenOff()) {
      return AccountStatus.WRITTEN_OFF;
    }
    return daysPastDue > 0 ? AccountStatus.OVERDUE : AccountStatus.NORMAL;
  }

  private boolean isWrittenOff() {
    return any(open, each -> each.accountStatus() == AccountStatus.WRITTEN_OFF);
  }

  /** The status of the account as if it were one loan, by the precedence of the contract. */
  private char repaymentStatus(int daysPastDue) {
    if (closed) {
      boolean otherwise =
          any(loans, each -> each.repaymentStatus() == 'G')
              || gone.stream().anyMatch(each -> each.closedAs() == 'G');
      return otherwise ? 'G' : 'C';
    }
    if (isWrittenOff()) {
      return 'B';
    }
    if (any(open, each -> each.repaymentStatus() == 'D')) {
      return 'D';
    }
    int delinquent = worst(Assessment::daysDelinquent);
    if (delinquent > 0 && sum(Assessment::overdueTotal) >= LEAST_OVERDUE) {
      int status = (delinquent + DAYS_A_STATUS - 1) / DAYS_A_STATUS;
      return (char) ('0' + Math.min(STATUS_MAX, status));
    }
    if (daysPastDue == 0 && any(open, each -> each.repaymentStatus() == 'M')) {
      return 'M';
    }
    return daysPastDue > 0 || sum(Assessment::dueThisMonth) > 0 ? 'N' : '*';
  }

  private static boolean any(List<Assessment> some, Predicate<Assessment> is) {
    return some.stream().anyMatch(is);
  }

  /** A closed loan's class says nothing of an account that is open. */
  private List<Assessment> classed() {
    return open.isEmpty() ? loans : open;
  }

  private int fiveClass() {
    return classed().stream().mapToInt(Assessment::fiveClass).max().orElse(1);
  }

  /**
   * Since when one of the loans has had the worst class; for class 1 the last day on which one of
   * them came back to it.
   */
  private int fiveClassOn() {
    int worst = fiveClass();
    var days =
        classed().stream()
            .filter(each -> each.fiveClass() == worst)
            .mapToInt(Assessment::fiveClassOn);
    return worst == 1 ? cameBackOn() : days.min().orElse(openedOn);
  }

  private int cameBackOn() {
    return classed().stream()
        .filter(each -> !each.adverseRecords().isEmpty())
        .mapToInt(Assessment::fiveClassOn)
        .max()
        .orElse(openedOn);
  }

  private int lastPaidOn(int day) {
    int last = Day.NONE;
    for (Assessment each : loans) {
      last = later(last, each.lastPaidOn());
    }
    for (MergedMark each : gone) {
      if (each.lastPaidOn() != Day.NONE && each.lastPaidOn() <= day) {
        last = later(last, each.lastPaidOn());
      }
    }
    return last;
  }

  private static int later(int a, int b) {
    if (a == Day.NONE) {
      return b;
    }
    return b == Day.NONE ? a : Math.max(a, b);
  }

  private long lastPaidAmount(int on) {
    if (on == Day.NONE) {
      return 0;
    }
    long present =
        loans.stream()
            .filter(each -> each.lastPaidOn() == on)
            .mapToLong(Assessment::lastPaidAmount)
            .sum();
    long before =
        gone.stream()
            .filter(each -> each.lastPaidOn() == on)
            .mapToLong(MergedMark::lastPaidAmount)
            .sum();
    return Math.addExact(present, before);
  }
}
