package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.Remaining;

/** Reads the figures off a finished walk. */
final class NaiveFigures {

  private final Loan loan;
  private final ProductRules rules;
  private final NaiveWalk walk;
  private final LocalDate today;
  private final DayClose close;
  private final List<NaiveDebt> overdue;
  private final LoanStatus status;

  NaiveFigures(Loan loan, ProductRules rules, NaiveWalk walk, LocalDate today) {
    this.loan = loan;
    this.rules = rules;
    this.walk = walk;
    this.today = today;
    close = walk.close(today);
    overdue = walk.debts.stream().filter(debt -> debt.overdue(today)).toList();
    status = NaiveArrears.statusAt(loan, today);
  }

  Assessment assessment() {
    int lastPaidOn =
        walk.payments.values().stream().mapToInt(p -> p.row().valueDate()).max().orElse(Day.NONE);
    return new Assessment(
        epoch(today),
        accountStatus(),
        walk.debts.stream().mapToLong(debt -> debt.principal).sum(),
        close.daysPastDue() == 0 ? Day.NONE : epoch(today) - close.daysPastDue() + 1,
        close.daysPastDue(),
        close.daysDelinquent(),
        bucket(),
        close.instalmentsOverdue(),
        overdue.stream().mapToLong(debt -> debt.principal).sum(),
        overdue.stream().mapToLong(debt -> debt.interest).sum(),
        overdue.stream().mapToLong(debt -> debt.fee).sum(),
        aged(1, 30),
        aged(31, 60),
        aged(61, 90),
        aged(91, 180),
        aged(181, Integer.MAX_VALUE),
        walk.debts.stream().mapToLong(NaiveDebt::penaltyOnPrincipal).sum(),
        walk.debts.stream().mapToLong(NaiveDebt::penaltyOnInterest).sum(),
        walk.payments.values().stream().mapToLong(p -> p.paid(Component.PENALTY)).sum(),
        walk.penaltyWaived,
        dueThisMonth(),
        walk.payments.values().stream()
            .filter(p -> NaiveArrears.inMonth(p.day(), today))
            .mapToLong(p -> p.row().amount())
            .sum(),
        lastPaidOn,
        walk.payments.values().stream()
            .filter(p -> p.row().valueDate() == lastPaidOn)
            .mapToLong(p -> p.row().amount())
            .sum(),
        walk.payments.values().stream().mapToLong(NaivePayment::unallocated).sum(),
        walk.fiveClass.shown(),
        epoch(walk.fiveClass.since()),
        repaymentStatus(),
        remaining(),
        costAnnualE6(),
        walk.records.nothingOwedFrom(),
        walk.closingDifference,
        walk.splitDifferences,
        walk.records.records());
  }

  private static int epoch(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** "As exported; else OVERDUE when days_past_due > 0, else NORMAL." */
  private AccountStatus accountStatus() {
    return switch (status) {
      case CLOSED -> AccountStatus.CLOSED;
      case WRITTEN_OFF -> AccountStatus.WRITTEN_OFF;
      case TRANSFERRED -> AccountStatus.TRANSFERRED;
      case ACTIVE -> close.daysPastDue() > 0 ? AccountStatus.OVERDUE : AccountStatus.NORMAL;
    };
  }

  /** "M0 for 0, M1 up to the first edge, ... M7 beyond the last." */
  private int bucket() {
    if (close.daysDelinquent() == 0) {
      return 0;
    }
    int bucket = 1;
    for (int edge : rules.buckets()) {
      bucket += close.daysDelinquent() > edge ? 1 : 0;
    }
    return bucket;
  }

  /** "Unpaid principal of overdue instalments by each instalment's own days past due." */
  private long aged(int from, int to) {
    return overdue.stream()
        .filter(debt -> walk.daysPastDue(debt, today) >= from)
        .filter(debt -> walk.daysPastDue(debt, today) <= to)
        .mapToLong(debt -> debt.principal)
        .sum();
  }

  /**
   * Scheduled amounts due in T's month up to T, "whether paid before or waived; restored
   * instalments and instalments due after a transfer are not counted".
   */
  private long dueThisMonth() {
    return inForce().stream()
        .filter(row -> NaiveArrears.inMonth(LocalDate.ofEpochDay(row.dueOn()), today))
        .filter(row -> !walk.transferredBefore(LocalDate.ofEpochDay(row.dueOn())))
        .mapToLong(Instalment::total)
        .sum();
  }

  /** "The row belongs to the schedule from that date on": until a later one of its number does. */
  private List<Instalment> inForce() {
    return loan.schedule().stream()
        .filter(row -> row.validFrom() <= epoch(today))
        .filter(
            row ->
                loan.schedule().stream()
                    .noneMatch(
                        other ->
                            other.seq() == row.seq()
                                && other.validFrom() > row.validFrom()
                                && other.validFrom() <= epoch(today)))
        .toList();
  }

  private char repaymentStatus() {
    if (status == LoanStatus.CLOSED) {
      return 'C';
    }
    if (status == LoanStatus.TRANSFERRED) {
      return 'G';
    }
    if (status == LoanStatus.WRITTEN_OFF) {
      return close.owed() == 0 ? 'G' : 'B';
    }
    if (walk.payments.values().stream()
        .anyMatch(p -> p.byGuarantor() && NaiveArrears.inMonth(p.day(), today))) {
      return 'D';
    }
    if (close.daysDelinquent() > 0 && close.overdueTotal() >= 50) {
      return (char) ('0' + Math.min(7, (close.daysDelinquent() + 29) / 30));
    }
    // "M when nothing is overdue and an instalment due in T's month was unpaid (beyond tolerance)
    // at the close of its due date"
    if (!close.anyOverdue()
        && walk.debts.stream()
            .anyMatch(debt -> debt.unpaidAtDue && NaiveArrears.inMonth(debt.due, today))) {
      return 'M';
    }
    return dueThisMonth() > 0 || close.daysPastDue() > 0 ? 'N' : '*';
  }

  /** "Instalments with due_on > T not fully paid; 0 when closed"; NOT_PAID: also those due. */
  private int remaining() {
    if (status == LoanStatus.CLOSED) {
      return 0;
    }
    return (int)
        walk.debts.stream()
            .filter(debt -> debt.due.isAfter(today) || rules.remaining() == Remaining.NOT_PAID)
            .filter(debt -> debt.unpaid() > 0)
            .count();
  }

  /**
   * "(interest + penalty + fee scheduled or charged from opening to T) / (sum of daily unpaid
   * principal / 365), shown from day 30 on". What falls due after a transfer is not this lender's,
   * as the principal that earns it is not.
   */
  private long costAnnualE6() {
    long days = ChronoUnit.DAYS.between(LocalDate.ofEpochDay(loan.openedOn()), today);
    if (days < 30 || walk.principalDays == 0) {
      return -1;
    }
    long cost = walk.penaltyCharged();
    for (Instalment row : inForce()) {
      if (row.dueOn() <= epoch(today)
          && !walk.transferredBefore(LocalDate.ofEpochDay(row.dueOn()))) {
        cost += row.interest() + row.fee();
      }
    }
    return NaiveArrears.annualCostE6(cost, walk.principalDays);
  }
}
