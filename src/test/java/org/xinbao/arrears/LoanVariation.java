package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** A loan that differs from another in one respect. */
final class LoanVariation {

  private LoanVariation() {}

  /** The same loan with other movements, put in order. */
  static Loan withMovements(Loan loan, List<Movement> movements) {
    return with(loan, loan.status(), loan.closedOn(), loan.schedule(), movements);
  }

  /** The loan as it was known at the close of a day: no later movement, no later schedule. */
  static Loan knownOn(Loan loan, int day) {
    boolean ended = loan.status() != LoanStatus.ACTIVE && loan.closedOn() <= day;
    return with(
        loan,
        ended ? loan.status() : LoanStatus.ACTIVE,
        ended ? loan.closedOn() : Day.NONE,
        loan.schedule().stream().filter(row -> row.validFrom() <= day).toList(),
        only(loan, row -> row.valueDate() <= day));
  }

  static List<Movement> only(Loan loan, Predicate<Movement> kept) {
    return loan.movements().stream().filter(kept).toList();
  }

  /** One movement in the place of another. */
  static List<Movement> replaced(Loan loan, Movement old, Movement... by) {
    List<Movement> rows = new ArrayList<>(only(loan, row -> !row.equals(old)));
    rows.addAll(List.of(by));
    return rows;
  }

  static Movement amended(Movement row, String txnId, String bookedAt, long amount) {
    return new Movement(
        txnId, row.valueDate(), bookedAt, row.type(), amount, row.reverses(), row.booked());
  }

  /** All dates of a loan moved by the same number of days. */
  static Loan shifted(Loan loan, int days) {
    IntUnaryOperator shift = day -> shift(day, days);
    return new Loan(
        loan.loanId(),
        shift.applyAsInt(loan.openedOn()),
        shift.applyAsInt(loan.maturesOn()),
        loan.principal(),
        loan.annualRateE10(),
        loan.status(),
        shift.applyAsInt(loan.closedOn()),
        loan.schedule().stream()
            .map(
                row ->
                    new Instalment(
                        row.seq(),
                        row.dueOn() + days,
                        row.principal(),
                        row.interest(),
                        row.fee(),
                        row.validFrom() == Instalment.ALWAYS
                            ? Instalment.ALWAYS
                            : row.validFrom() + days))
            .toList(),
        loan.movements().stream()
            .map(
                row ->
                    new Movement(
                        row.txnId(),
                        row.valueDate() + days,
                        row.bookedAt(),
                        row.type(),
                        row.amount(),
                        row.reverses(),
                        row.booked()))
            .toList(),
        loan.rates().stream()
            .map(
                row ->
                    new RateChange(
                        row.from() + days, row.annualRateE10(), row.penaltyAnnualRateE10()))
            .toList());
  }

  /** All dates of an assessment moved by the same number of days. */
  static Assessment shifted(Assessment a, int days) {
    return new Assessment(
        a.businessDate() + days,
        a.accountStatus(),
        a.principalBalance(),
        shift(a.firstOverdueOn(), days),
        a.daysPastDue(),
        a.daysDelinquent(),
        a.bucket(),
        a.instalmentsOverdue(),
        a.overduePrincipal(),
        a.overdueInterest(),
        a.overdueFee(),
        a.principal1To30(),
        a.principal31To60(),
        a.principal61To90(),
        a.principal91To180(),
        a.principalOver180(),
        a.penaltyOnPrincipal(),
        a.penaltyOnInterest(),
        a.penaltyPaid(),
        a.penaltyWaived(),
        a.dueThisMonth(),
        a.paidThisMonth(),
        shift(a.lastPaidOn(), days),
        a.lastPaidAmount(),
        a.unallocated(),
        a.fiveClass(),
        a.fiveClassOn() + days,
        a.repaymentStatus(),
        a.instalmentsRemaining(),
        a.costAnnualE6(),
        shift(a.nothingOwedFrom(), days),
        a.closingDifference(),
        a.splitDifferences(),
        a.adverseRecords().stream()
            .map(
                record ->
                    new AdverseRecord(
                        record.overdueFrom() + days,
                        shift(record.endedOn(), days),
                        record.worstDaysPastDue(),
                        record.worstOverdueTotal()))
            .toList());
  }

  private static int shift(int day, int days) {
    return day == Day.NONE ? Day.NONE : day + days;
  }

  private static Loan with(
      Loan loan,
      LoanStatus status,
      int closedOn,
      List<Instalment> schedule,
      List<Movement> movements) {
    return new Loan(
        loan.loanId(),
        loan.openedOn(),
        loan.maturesOn(),
        loan.principal(),
        loan.annualRateE10(),
        status,
        closedOn,
        schedule,
        movements.stream().sorted(Movement.ORDER).toList(),
        loan.rates());
  }
}
