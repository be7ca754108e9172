package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.Split;
import org.xinbao.arrears.SplitDifference;

/** A loan walked day by day, each day: charge, movements, close. */
final class NaiveWalk {

  final List<NaiveDebt> debts = new ArrayList<>();
  final Map<String, NaivePayment> payments = new LinkedHashMap<>();
  final List<SplitDifference> splitDifferences = new ArrayList<>();
  final NaiveRecords records;
  final NaiveFiveClass fiveClass;
  long penaltyWaived;
  long closingDifference;
  long principalDays;
  private final Loan loan;
  private final ProductRules rules;
  private final NaiveAccrual accrual;
  private final LocalDate openedOn;
  private final List<Instalment> later = new ArrayList<>();
  private final Map<LocalDate, List<Movement>> movements = new HashMap<>();
  private @Nullable LocalDate writtenOffOn;
  private @Nullable LocalDate transferredOn;
  private int returns;

  /** {@code effective}: the movements that count for the business date at all. */
  NaiveWalk(Loan loan, ProductRules rules, List<Movement> effective) {
    this.loan = loan;
    this.rules = rules;
    accrual = new NaiveAccrual(loan, rules);
    openedOn = LocalDate.ofEpochDay(loan.openedOn());
    records = new NaiveRecords(rules);
    fiveClass = new NaiveFiveClass(rules.fiveClass(), openedOn);
    for (Instalment row : loan.schedule()) {
      if (row.validFrom() == Instalment.ALWAYS) {
        debts.add(NaiveDebt.scheduled(row, rules));
      } else {
        later.add(row);
      }
    }
    later.sort(Comparator.comparingInt(Instalment::validFrom));
    debts.sort(NaiveDebt::rank);
    for (Movement row : effective) {
      movements
          .computeIfAbsent(LocalDate.ofEpochDay(row.valueDate()), day -> new ArrayList<>())
          .add(row);
    }
  }

  /** Walks every day from the first of opening, due date and movement to {@code last}. */
  void walk(LocalDate last) {
    LocalDate first = openedOn;
    for (LocalDate day : movements.keySet()) {
      first = day.isBefore(first) ? day : first;
    }
    for (Instalment row : loan.schedule()) {
      LocalDate due = LocalDate.ofEpochDay(row.dueOn());
      first = due.isBefore(first) ? due : first;
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      day(day);
    }
  }

  private void day(LocalDate day) {
    if (day.isAfter(openedOn)) {
      principalDays += principal();
    }
    // "WRITE_OFF: penalty stops accruing after its value date."
    if (writtenOffOn == null && !debts.isEmpty()) {
      accrual.charge(debts, day);
    }
    if (transferredOn == null) {
      reschedule(day);
    }
    for (Movement row : movements.getOrDefault(day, List.of())) {
      apply(row, day);
    }
    openGates(day);
    // "TRANSFER_OUT: from the close of its value date nothing is owed": nothing is left to waive.
    if (loan.status() == LoanStatus.CLOSED && !day.equals(transferredOn)) {
      closeWithinTolerance(day, LocalDate.ofEpochDay(loan.closedOn()));
    }
    DayClose close = close(day);
    if (transferredOn == null) {
      records.close(close);
    } else if (transferredOn.equals(day)) {
      records.transfer(close);
      debts.forEach(this::wipe);
      close = close(day);
    }
    fiveClass.close(close, writtenOffOn != null);
  }

  /** "The row belongs to the schedule from that date on": before the movements of the day. */
  private void reschedule(LocalDate day) {
    long excess = 0;
    while (!later.isEmpty() && later.get(0).validFrom() <= day.toEpochDay()) {
      Instalment row = later.remove(0);
      NaiveDebt before = null;
      for (NaiveDebt debt : debts) {
        boolean same = debt.row != null && debt.row.seq() == row.seq();
        before = same && debt.replacedBy == null ? debt : before;
      }
      NaiveDebt version = NaiveDebt.version(row, before, day, rules);
      excess += version.below();
      debts.add(version);
    }
    debts.sort(NaiveDebt::rank);
    if (excess > 0) {
      throw new Contradicted(Contradiction.Kind.SCHEDULE_VERSION, "", excess);
    }
  }

  private void apply(Movement row, LocalDate day) {
    switch (row.type()) {
      case DISBURSEMENT, EXTENSION -> {
        // "Changes no arrears figure."
      }
      case REPAYMENT, GUARANTOR_REPAYMENT -> pay(row, day);
      case REVERSAL -> giveBack(row, day);
      case WAIVER -> waive(row);
      case WRITE_OFF -> writtenOffOn = writtenOffOn == null ? day : writtenOffOn;
      case TRANSFER_OUT -> transferredOn = transferredOn == null ? day : transferredOn;
    }
  }

  /** "Rounded ... on every date on which a repayment or waiver of the loan takes effect." */
  private void post() {
    for (NaiveDebt debt : debts) {
      if (debt.gateOpen) {
        debt.onPrincipal.post();
        debt.onInterest.post();
      }
    }
  }

  private void pay(Movement row, LocalDate day) {
    post();
    NaivePayment payment = NaiveAllocation.apply(row, rules.allocation(), debts, daysPastDue(day));
    payments.put(row.txnId(), payment);
    boolean listed =
        rules.allocation().source() == Source.LEDGER
            ? !NaiveAllocation.asBooked(row, rules.allocation())
                || !row.booked().equals(payment.split())
            : row.booked().given() && !row.booked().equals(payment.split());
    if (listed) {
      splitDifferences.add(new SplitDifference(row.txnId(), row.booked(), payment.split()));
    }
  }

  /**
   * RETURN_DATE: "from the reversal's value date what it had paid is owed again". Rounds nothing.
   */
  private void giveBack(Movement row, LocalDate day) {
    NaivePayment payment = payments.remove(row.reverses());
    if (payment == null || (transferredOn != null && transferredOn.isBefore(day))) {
      return; // after a transfer nothing is owed to this lender
    }
    returns++;
    Map<NaiveDebt, NaiveDebt> restored = new LinkedHashMap<>();
    for (NaiveDebt.Piece piece : payment.pieces()) {
      NaiveDebt from = piece.debt().inForce();
      NaiveDebt to =
          from.due.isAfter(day)
              ? from
              : restored.computeIfAbsent(
                  from, origin -> NaiveDebt.restored(day, origin, returns, rules));
      switch (piece.component()) {
        case FEE -> to.fee += piece.amount();
        case INTEREST -> to.interest += piece.amount();
        case PRINCIPAL -> to.principal += piece.amount();
        case PENALTY -> {
          to.onPrincipal.restore(piece.first());
          to.onInterest.restore(piece.second());
        }
      }
    }
    debts.addAll(restored.values());
    debts.sort(NaiveDebt::rank);
  }

  /** "Forgives the components it names, over all instalments, oldest first, due or not." */
  private void waive(Movement row) {
    post();
    Split split = row.booked();
    long excess = 0;
    excess += waive(Component.PRINCIPAL, split.principal());
    excess += waive(Component.INTEREST, split.interest());
    excess += waive(Component.PENALTY, split.penalty());
    excess += waive(Component.FEE, split.fee());
    if (excess > 0) {
      throw new Contradicted(Contradiction.Kind.WAIVER_EXCEEDS_OWED, row.txnId(), excess);
    }
  }

  private long waive(Component component, long amount) {
    long left = amount;
    for (NaiveDebt debt : debts) {
      left -= debt.take(component, left).amount();
    }
    if (component == Component.PENALTY) {
      penaltyWaived += amount - left;
    }
    return left;
  }

  /** "An instalment that is not overdue at the close of due_on + g bears no penalty." */
  private void openGates(LocalDate day) {
    if (rules.grace().meaning() != GraceMeaning.GATE || rules.grace().days() == 0) {
      return;
    }
    for (NaiveDebt debt : debts) {
      if (debt.gateDay.equals(day)) {
        if (debt.overdue(day)) {
          debt.gateOpen = true;
        } else {
          debt.onPrincipal.forget();
          debt.onInterest.forget();
        }
      }
    }
  }

  /**
   * "A loan exported as CLOSED that owes at most this at the close of closed_on, penalty included,
   * or owes only penalty, is treated as if the rest had been waived on closed_on." What a return
   * after closed_on brings back is treated in the same way, the contract being silent.
   */
  private void closeWithinTolerance(LocalDate day, LocalDate closedOn) {
    if (day.equals(closedOn)) {
      requireClosed(day);
    }
    if (!day.isBefore(closedOn) && mayBeClosed(day)) {
      post();
      closingDifference += close(day).owed();
      penaltyWaived += penalty();
      debts.forEach(this::wipe);
    }
  }

  /** Throws when the loan owes more than a closed one may. */
  void requireClosed(LocalDate day) {
    if (!mayBeClosed(day)) {
      throw new Contradicted(
          Contradiction.Kind.CLOSED_WITH_BALANCE, "", close(day).owed() - rules.closingTolerance());
    }
  }

  private boolean mayBeClosed(LocalDate day) {
    return close(day).owed() <= rules.closingTolerance()
        || debts.stream().allMatch(debt -> debt.unpaid() == 0);
  }

  private void wipe(NaiveDebt debt) {
    for (Component component : Component.values()) {
      debt.take(component, Long.MAX_VALUE);
    }
  }

  int daysPastDue(LocalDate day) {
    for (NaiveDebt debt : debts) {
      if (debt.overdue(day)) {
        return daysPastDue(debt, day);
      }
    }
    return 0;
  }

  /** "T - due_on (plus 1 with DUE_DATE_IS_ONE)". */
  int daysPastDue(NaiveDebt debt, LocalDate day) {
    int days = (int) ChronoUnit.DAYS.between(debt.due, day);
    return rules.dpdClock() == DpdClock.DUE_DATE_IS_ONE ? days + 1 : days;
  }

  /** "With grace AGEING_ONLY, max(0, days_past_due - grace days)". */
  private int delinquent(int daysPastDue) {
    return rules.grace().meaning() == GraceMeaning.AGEING_ONLY
        ? Math.max(0, daysPastDue - rules.grace().days())
        : daysPastDue;
  }

  /** The figures as they stand, {@code day} being the day that closes. */
  DayClose close(LocalDate day) {
    int overdue = 0;
    long overdueTotal = 0;
    long penalty = 0;
    long unpaid = 0;
    for (NaiveDebt debt : debts) {
      if (debt.due.equals(day)) {
        debt.unpaidAtDue = debt.beyondTolerance();
      }
      if (debt.overdue(day)) {
        overdue++;
        overdueTotal += debt.unpaid();
      }
      penalty += debt.penaltyOnPrincipal() + debt.penaltyOnInterest();
      unpaid += debt.unpaid();
    }
    int days = daysPastDue(day);
    return new DayClose(
        day, days, delinquent(days), overdue, overdueTotal + penalty, penalty, unpaid + penalty);
  }

  private long principal() {
    long sum = 0;
    for (NaiveDebt debt : debts) {
      sum += debt.principal;
    }
    return sum;
  }

  private long penalty() {
    long sum = 0;
    for (NaiveDebt debt : debts) {
      sum += debt.owed(Component.PENALTY);
    }
    return sum;
  }

  /** Penalty ever charged, paid, waived or still owed. */
  long penaltyCharged() {
    long sum = 0;
    for (NaiveDebt debt : debts) {
      sum += debt.gateOpen ? debt.onPrincipal.charged() + debt.onInterest.charged() : 0;
    }
    return sum;
  }

  boolean transferredBefore(LocalDate day) {
    return transferredOn != null && transferredOn.isBefore(day);
  }
}
