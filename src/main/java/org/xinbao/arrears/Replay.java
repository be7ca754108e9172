package org.xinbao.arrears;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Contradiction.Kind;

/**
 * The replay of one loan from its first day to the close of the business date.
 *
 * <p>It goes from one day with movements to the next. Between them nothing is paid: the days from a
 * movement to the day before the next are one stretch, in which at most one thing happens to the
 * loan as a whole, namely that its oldest unpaid instalment becomes overdue.
 */
final class Replay {
  final Loan loan;
  final ProductRules rules;
  final int businessDate;
  final Ageing ageing;
  final OpenInstalments open;
  final PenaltyBook penalties;
  final Allocator allocator;
  final MonthFigures month;
  final FiveClassTrack fiveClass;
  final AdverseTrack adverse;
  final CostTrack cost;

  private final Journal journal;
  private final List<Movement> movements;
  private final int count;
  private final Returns returns;
  private final ScheduleVersions versions;
  private final boolean closes;

  private int transferredOn = Day.NONE;
  private boolean transferring;
  private int nothingOwedFrom = Day.NONE;
  private long closingDifference;

  Replay(Loan loan, ProductRules rules, int businessDate, Journal journal) {
    this.loan = loan;
    this.rules = rules;
    this.businessDate = businessDate;
    this.journal = journal;
    movements = loan.movements();
    count = countUntil(businessDate);
    closes = loan.status() == LoanStatus.CLOSED && loan.closedOn() <= businessDate;
    ageing = Ageing.of(rules);
    open = new OpenInstalments(loan.schedule(), rules.overdueTolerance());
    penalties = new PenaltyBook(loan, rules, open, journal);
    versions = new ScheduleVersions(loan.schedule(), open, penalties, journal);
    returns = new Returns(movements, count, rules.returnedPayment());
    allocator = new Allocator(rules, ageing, open, penalties, returns, journal);
    month = new MonthFigures(businessDate);
    fiveClass = new FiveClassTrack(rules.fiveClass(), ageing, loan.openedOn());
    adverse = new AdverseTrack(rules, ageing);
    cost = new CostTrack(loan.openedOn(), businessDate);
  }

  AssessmentOutcome run() {
    Optional<Contradiction> wrong = contradictionAtSight();
    int day = firstDay();
    int next = 0;
    while (wrong.isEmpty()) {
      wrong = reschedule(day);
      for (; next < count && movements.get(next).valueDate() == day && wrong.isEmpty(); next++) {
        wrong = apply(next);
      }
      if (wrong.isEmpty()) {
        wrong = close(day);
      }
      int until = lastDayOfStretch(day, next);
      if (wrong.isEmpty()) {
        stretch(day, until);
        if (until == businessDate) {
          wrong = closes ? owesThoughClosed() : wrong;
          if (wrong.isEmpty()) {
            return new Figures(this).assessment();
          }
        }
      }
      day = until + 1;
    }
    return wrong.get();
  }

  /** The day of a transfer by the business date, or none. */
  int transferredOn() {
    return transferredOn;
  }

  int nothingOwedFrom() {
    return nothingOwedFrom;
  }

  long closingDifference() {
    return closingDifference;
  }

  /** The loan's status at the close of the business date. */
  LoanStatus status() {
    return loan.closedOn() <= businessDate ? loan.status() : LoanStatus.ACTIVE;
  }

  private int countUntil(int day) {
    int until = movements.size();
    while (until > 0 && movements.get(until - 1).valueDate() > day) {
      until--;
    }
    return until;
  }

  private Optional<Contradiction> contradictionAtSight() {
    LoanStatus status = status();
    boolean lacksMovement =
        (status == LoanStatus.WRITTEN_OFF && !hasMovement(MovementType.WRITE_OFF))
            || (status == LoanStatus.TRANSFERRED && !hasMovement(MovementType.TRANSFER_OUT));
    if (lacksMovement) {
      return Optional.of(new Contradiction(Kind.STATUS_WITHOUT_MOVEMENT, "", 0));
    }
    if (returns.isContradicted()) {
      String txnId = returns.wrongReversal().txnId();
      return Optional.of(new Contradiction(Kind.REVERSAL_OF_NOTHING, txnId, 0));
    }
    return Optional.empty();
  }

  private boolean hasMovement(MovementType type) {
    for (Movement each : movements) {
      if (each.type() == type && each.valueDate() == loan.closedOn()) {
        return true;
      }
    }
    return false;
  }

  private int firstDay() {
    int day = Math.min(loan.openedOn(), businessDate);
    if (count > 0) {
      day = Math.min(day, movements.get(0).valueDate());
    }
    if (!loan.schedule().isEmpty()) {
      day = Math.min(day, loan.schedule().get(0).dueOn());
    }
    return closes ? Math.min(day, loan.closedOn()) : day;
  }

  private int lastDayOfStretch(int day, int next) {
    int until = next < count ? movements.get(next).valueDate() - 1 : businessDate;
    if (transferredOn == Day.NONE) {
      until = Math.min(until, versions.nextDay() - 1);
    }
    return closes && loan.closedOn() > day ? Math.min(until, loan.closedOn() - 1) : until;
  }

  /** Before the movements of a day: rows that belong to the schedule from that day on. */
  private Optional<Contradiction> reschedule(int day) {
    if (versions.nextDay() > day || transferredOn != Day.NONE) {
      return Optional.empty();
    }
    long excess = versions.begin(day);
    return excess > 0
        ? Optional.of(new Contradiction(Kind.SCHEDULE_VERSION, "", excess))
        : Optional.empty();
  }

  private Optional<Contradiction> apply(int at) {
    if (returns.isLeftOut(at)) {
      return Optional.empty();
    }
    Movement movement = movements.get(at);
    switch (movement.type()) {
      case REPAYMENT, GUARANTOR_REPAYMENT -> {
        long penalty = allocator.pay(movement, at);
        if (!returns.isReturned(at)) {
          month.paid(movement, penalty);
        }
      }
      case REVERSAL ->
          allocator.restore(movement, returns.returnedBy(at), transferredOn == Day.NONE);
      case WAIVER -> {
        long excess = allocator.waive(movement, at);
        if (excess > 0) {
          return Optional.of(new Contradiction(Kind.WAIVER_EXCEEDS_OWED, movement.txnId(), excess));
        }
      }
      case WRITE_OFF -> {
        penalties.stopAfter(movement.valueDate());
        fiveClass.writeOff(movement.valueDate());
      }
      case TRANSFER_OUT -> transferring = true;
      case DISBURSEMENT, EXTENSION -> {
        // Neither changes what is owed: an extension does by its own rows of the schedule.
      }
    }
    return Optional.empty();
  }

  /** What happens at the close of a day with movements, after all of them. */
  private Optional<Contradiction> close(int day) {
    if (transferring && transferredOn == Day.NONE) {
      transfer(day);
    }
    return closes && day >= loan.closedOn() ? closeLoan(day) : Optional.empty();
  }

  private void transfer(int day) {
    penalties.accrueTo(day);
    adverse.transfer(isOverdue(day), penalties.unpaid(day));
    clear(day);
    transferredOn = day;
  }

  /**
   * A loan exported as closed owes nothing at the close of {@code closed_on}, or so little that the
   * rest counts as waived (rulings 1). A payment returned after that makes it owe again until it is
   * paid; what is left of it then is measured by the same rule.
   */
  private Optional<Contradiction> closeLoan(int day) {
    penalties.accrueTo(day);
    long owed = Math.addExact(open.balance(), penalties.unpaid(day));
    if (owesTooMuch(owed)) {
      return day == loan.closedOn() ? closedWithBalance(owed) : Optional.empty();
    }
    if (owed > 0) {
      closingDifference = Math.addExact(closingDifference, owed);
      allocator.addPenaltyWaived(clear(day));
    }
    return Optional.empty();
  }

  /** "A CLOSED loan that still owes more than the closing tolerance is a rejected row." */
  private Optional<Contradiction> owesThoughClosed() {
    penalties.accrueTo(businessDate);
    long owed = Math.addExact(open.balance(), penalties.unpaid(businessDate));
    return owesTooMuch(owed) ? closedWithBalance(owed) : Optional.empty();
  }

  private boolean owesTooMuch(long owed) {
    return owed > rules.closingTolerance() && open.balance() > 0;
  }

  private Optional<Contradiction> closedWithBalance(long owed) {
    long excess = owed - rules.closingTolerance();
    return Optional.of(new Contradiction(Kind.CLOSED_WITH_BALANCE, "", excess));
  }

  private long clear(int day) {
    long penalty = penalties.clear(day);
    if (journal != Journal.NONE) {
      journal.nothingOwed(day, Math.addExact(open.balance(), penalty));
    }
    open.clear();
    return penalty;
  }

  private boolean isOverdue(int day) {
    int rank = open.firstUnpaidRank();
    return rank < open.size() && ageing.overdueFrom(open.dueOn(open.item(rank))) <= day;
  }

  private void stretch(int from, int to) {
    int rank = open.firstUnpaidRank();
    int dueOn = rank < open.size() ? open.dueOn(open.item(rank)) : Integer.MAX_VALUE;
    int overdueFrom =
        rank < open.size() ? Math.max(from, ageing.overdueFrom(dueOn)) : Integer.MAX_VALUE;
    if (overdueFrom > from) {
      quiet(from, Math.min(to, overdueFrom - 1));
    }
    if (overdueFrom <= to) {
      overdue(overdueFrom, to, dueOn);
    }
    cost.unpaid(open.principalBalance(), from, to);
    month.look(open, from, to);
  }

  private void quiet(int from, int to) {
    long unpaidPenalty = penalties.unpaid(from);
    adverse.quiet(from, unpaidPenalty);
    fiveClass.quiet(from, to, unpaidPenalty);
    if (open.balance() > 0 || unpaidPenalty > 0) {
      nothingOwedFrom = Day.NONE;
    } else if (nothingOwedFrom == Day.NONE) {
      nothingOwedFrom = from;
    }
  }

  private void overdue(int from, int to, int dueOn) {
    nothingOwedFrom = Day.NONE;
    fiveClass.overdue(from, to, dueOn);
    adverse.overdue(from, to, dueOn);
    if (adverse.isOpen()) {
      adverse.total(OverdueFigures.at(to, open, penalties, ageing).total());
    }
  }
}
