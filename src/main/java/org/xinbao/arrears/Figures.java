package org.xinbao.arrears;

import java.util.List;
import org.xinbao.arrears.ProductRules.Remaining;

/** The figures at the close of the business date, read off a finished replay. */
final class Figures {
  private final Replay replay;
  private final int businessDate;
  private final List<Instalment> schedule;
  private final OverdueFigures overdue;
  private final LoanStatus status;

  Figures(Replay replay) {
    this.replay = replay;
    businessDate = replay.businessDate;
    schedule =
        replay.open.hasVersions() ? replay.loan.scheduleAt(businessDate) : replay.loan.schedule();
    overdue = OverdueFigures.at(businessDate, replay.open, replay.penalties, replay.ageing);
    status = replay.status();
  }

  /** Throws {@link ArithmeticException} when a figure does not fit. */
  Assessment assessment() {
    int daysPastDue = overdue.daysPastDue();
    int daysDelinquent = replay.ageing.daysDelinquent(daysPastDue);
    long dueThisMonth = dueThisMonth();
    MonthFigures month = replay.month;
    return new Assessment(
        businessDate,
        accountStatus(),
        replay.open.principalBalance(),
        daysPastDue == 0 ? Day.NONE : businessDate - daysPastDue + 1,
        daysPastDue,
        daysDelinquent,
        bucket(daysDelinquent),
        overdue.instalments(),
        overdue.principal(),
        overdue.interest(),
        overdue.fee(),
        overdue.principalOfAge(0),
        overdue.principalOfAge(1),
        overdue.principalOfAge(2),
        overdue.principalOfAge(3),
        overdue.principalOfAge(4),
        overdue.penaltyOnPrincipal(),
        overdue.penaltyOnInterest(),
        month.penaltyPaid(),
        replay.allocator.penaltyWaived(),
        dueThisMonth,
        month.paidThisMonth(),
        month.lastPaidOn(),
        month.lastPaidAmount(),
        replay.allocator.unallocated(),
        replay.fiveClass.current(),
        replay.fiveClass.since(),
        repaymentStatus(daysDelinquent, dueThisMonth),
        instalmentsRemaining(),
        costAnnualE6(),
        replay.nothingOwedFrom(),
        replay.closingDifference(),
        replay.allocator.differences(),
        replay.adverse.records());
  }

  private char repaymentStatus(int daysDelinquent, long dueThisMonth) {
    boolean nothingOwed = replay.nothingOwedFrom() != Day.NONE;
    return RepaymentStatus.of(
        status, nothingOwed, overdue, daysDelinquent, replay.month, dueThisMonth);
  }

  private long costAnnualE6() {
    long penalty = replay.penalties.chargedInAll(businessDate);
    return replay.cost.annualE6(schedule, lastCountedDue(), penalty);
  }

  private AccountStatus accountStatus() {
    return switch (status) {
      case CLOSED -> AccountStatus.CLOSED;
      case WRITTEN_OFF -> AccountStatus.WRITTEN_OFF;
      case TRANSFERRED -> AccountStatus.TRANSFERRED;
      case ACTIVE -> overdue.daysPastDue() > 0 ? AccountStatus.OVERDUE : AccountStatus.NORMAL;
    };
  }

  private int bucket(int daysDelinquent) {
    if (daysDelinquent == 0) {
      return 0;
    }
    List<Integer> edges = replay.rules.buckets();
    int bucket = 1;
    while (bucket <= edges.size() && daysDelinquent > edges.get(bucket - 1)) {
      bucket++;
    }
    return bucket;
  }

  /** Instalments due after a transfer are not this lender's any more. */
  private int lastCountedDue() {
    int transferredOn = replay.transferredOn();
    return transferredOn == Day.NONE ? businessDate : Math.min(businessDate, transferredOn);
  }

  private long dueThisMonth() {
    int first = replay.month.monthStart();
    int last = lastCountedDue();
    long due = 0;
    for (int i = 0; i < schedule.size(); i++) {
      Instalment each = schedule.get(i);
      if (each.dueOn() > last) {
        break;
      }
      if (each.dueOn() >= first) {
        due = Math.addExact(due, each.total());
      }
    }
    return due;
  }

  private int instalmentsRemaining() {
    if (status == LoanStatus.CLOSED) {
      return 0;
    }
    OpenInstalments open = replay.open;
    boolean notPaid = replay.rules.remaining() == Remaining.NOT_PAID;
    int remaining = 0;
    for (int item = 0; item < open.size(); item++) {
      if (open.unpaid(item) > 0 && (notPaid || open.dueOn(item) > businessDate)) {
        remaining++;
      }
    }
    return remaining;
  }
}
