package org.xinbao.ledger;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.RateChange;
import org.xinbao.ledger.GroupRows.Placed;

/** Checks that the rows of one loan agree with each other. */
final class LoanChecks {

  private static final Comparator<Placed<Movement>> MOVEMENT_ORDER =
      Comparator.comparing(Placed::value, Movement.ORDER);

  private final int businessDate;
  private final Map<String, Placed<Movement>> byId = new HashMap<>();

  LoanChecks(int businessDate) {
    this.businessDate = businessDate;
  }

  /**
   * Checks the rows of a group that has exactly one good row in {@code loans.csv}, and brings them
   * in order.
   */
  void check(GroupRows group) {
    GroupRows.Terms terms = group.terms.get(0);
    checkInstalments(group, terms);
    sortMovements(group);
    if (isUnique(group) && hasReversal(group)) {
      checkReversals(group);
    }
    checkRates(group);
    if (!group.isFatal()) {
      checkSchedule(group, terms);
      checkStatus(group, terms);
    }
  }

  /** What may occur once in a loan. */
  private record Version(int seq, int validFrom) {
    static Version of(Instalment row) {
      return new Version(row.seq(), row.validFrom());
    }
  }

  private static void checkInstalments(GroupRows group, GroupRows.Terms terms) {
    List<Placed<Instalment>> rows = group.instalments;
    boolean ascending = true;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).value().dueOn() < terms.openedOn()) {
        group.reject(
            ContractFile.INSTALMENTS,
            rows.get(i).line(),
            "due_on",
            RejectCode.BAD_VALUE,
            "due_on must be on or after the loan's opened_on.");
      }
      ascending &= i == 0 || rows.get(i - 1).value().seq() < rows.get(i).value().seq();
    }
    if (ascending) {
      return;
    }
    Map<Version, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(Version.of(row.value()), 1, Integer::sum));
    for (Placed<Instalment> row : rows) {
      if (counts.getOrDefault(Version.of(row.value()), 0) > 1) {
        group.reject(
            ContractFile.INSTALMENTS,
            row.line(),
            "seq",
            RejectCode.DUPLICATE_INSTALMENT,
            RejectCode.DUPLICATE_INSTALMENT.sentence());
      }
    }
  }

  private static void sortMovements(GroupRows group) {
    List<Placed<Movement>> rows = group.movements;
    for (int i = 1; i < rows.size(); i++) {
      if (MOVEMENT_ORDER.compare(rows.get(i - 1), rows.get(i)) > 0) {
        rows.sort(MOVEMENT_ORDER);
        return;
      }
    }
  }

  private boolean isUnique(GroupRows group) {
    byId.clear();
    for (Placed<Movement> row : group.movements) {
      byId.put(row.value().txnId(), row);
    }
    if (byId.size() == group.movements.size()) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Placed<Movement> row : group.movements) {
      if (!seen.add(row.value().txnId())) {
        repeated.add(row.value().txnId());
      }
    }
    for (Placed<Movement> row : group.movements) {
      if (repeated.contains(row.value().txnId())) {
        group.reject(
            ContractFile.TRANSACTIONS,
            row.line(),
            "txn_id",
            RejectCode.DUPLICATE_TRANSACTION,
            RejectCode.DUPLICATE_TRANSACTION.sentence());
      }
    }
    return false;
  }

  private static boolean hasReversal(GroupRows group) {
    for (Placed<Movement> row : group.movements) {
      if (row.value().type() == MovementType.REVERSAL) {
        return true;
      }
    }
    return false;
  }

  private void checkReversals(GroupRows group) {
    Set<String> undone = new HashSet<>();
    for (Placed<Movement> row : group.movements) {
      Movement reversal = row.value();
      if (reversal.type() != MovementType.REVERSAL) {
        continue;
      }
      Placed<Movement> original = byId.get(reversal.reverses());
      boolean good =
          original != null
              && original.value().type().isPayment()
              && Movement.ORDER.compare(original.value(), reversal) < 0
              && original.value().amount() == reversal.amount()
              && undone.add(reversal.reverses());
      if (!good) {
        group.reject(
            ContractFile.TRANSACTIONS,
            row.line(),
            "reverses",
            RejectCode.REVERSAL_OF_NOTHING,
            RejectCode.REVERSAL_OF_NOTHING.sentence());
      }
    }
  }

  private static void checkRates(GroupRows group) {
    List<Placed<RateChange>> rows = group.rates;
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(Comparator.comparingInt(row -> row.value().from()));
    Set<Integer> seen = new HashSet<>();
    Set<Integer> repeated = new HashSet<>();
    rows.forEach(
        row -> {
          if (!seen.add(row.value().from())) {
            repeated.add(row.value().from());
          }
        });
    for (Placed<RateChange> row : rows) {
      if (repeated.contains(row.value().from())) {
        group.reject(
            ContractFile.RATES,
            row.line(),
            "from",
            RejectCode.DUPLICATE_ROW,
            "The loan has more than one change of rates from the same day.");
      }
    }
  }

  /** The principal of the schedule in force. */
  private long scheduledPrincipal(GroupRows group) {
    long scheduled = 0;
    boolean versions = false;
    for (Placed<Instalment> row : group.instalments) {
      versions |= row.value().validFrom() != Instalment.ALWAYS;
      scheduled = Math.addExact(scheduled, row.value().principal());
    }
    if (versions) {
      List<Instalment> rows = group.instalments.stream().map(Placed::value).toList();
      scheduled =
          Instalment.inForce(rows, businessDate).stream()
              .mapToLong(Instalment::principal)
              .reduce(0, Math::addExact);
    }
    return scheduled;
  }

  /** Rulings, section C: instalments against what was paid out up to the business date. */
  private void checkSchedule(GroupRows group, GroupRows.Terms terms) {
    if (group.loans.get(0).repaymentMethod() == RepaymentMethod.REVOLVING) {
      return;
    }
    if (group.instalments.isEmpty()) {
      group.reject(
          ContractFile.LOANS,
          group.loans.get(0).line(),
          "",
          RejectCode.NO_SCHEDULE,
          RejectCode.NO_SCHEDULE.sentence());
      return;
    }
    try {
      if (scheduledPrincipal(group) != paidOut(group, terms)) {
        group.reject(
            ContractFile.INSTALMENTS,
            0,
            "principal",
            RejectCode.SCHEDULE_NOT_PRINCIPAL,
            RejectCode.SCHEDULE_NOT_PRINCIPAL.sentence());
      }
    } catch (ArithmeticException e) {
      group.reject(
          ContractFile.INSTALMENTS,
          0,
          "principal",
          RejectCode.AMOUNT_OVERFLOW,
          RejectCode.AMOUNT_OVERFLOW.sentence());
    }
  }

  private long paidOut(GroupRows group, GroupRows.Terms terms) {
    long sum = 0;
    boolean any = false;
    for (Placed<Movement> row : group.movements) {
      Movement movement = row.value();
      if (movement.type() == MovementType.DISBURSEMENT && movement.valueDate() <= businessDate) {
        sum = Math.addExact(sum, movement.amount());
        any = true;
      }
    }
    return any ? sum : terms.principal();
  }

  private static void checkStatus(GroupRows group, GroupRows.Terms terms) {
    MovementType needed =
        terms.status() == LoanStatus.WRITTEN_OFF
            ? MovementType.WRITE_OFF
            : MovementType.TRANSFER_OUT;
    if (terms.status() != LoanStatus.WRITTEN_OFF && terms.status() != LoanStatus.TRANSFERRED) {
      return;
    }
    for (Placed<Movement> row : group.movements) {
      if (row.value().type() == needed && row.value().valueDate() == terms.closedOn()) {
        return;
      }
    }
    group.reject(
        ContractFile.LOANS,
        group.loans.get(0).line(),
        "closed_on",
        RejectCode.STATUS_WITHOUT_MOVEMENT,
        RejectCode.STATUS_WITHOUT_MOVEMENT.sentence());
  }

  /** Rejects every row of a loan id that {@code loans.csv} has more than once. */
  static void rejectRepeated(GroupRows group) {
    Collections.sort(group.loanLines);
    for (long line : group.loanLines) {
      group.reject(
          ContractFile.LOANS,
          line,
          "loan_id",
          RejectCode.DUPLICATE_LOAN,
          RejectCode.DUPLICATE_LOAN.sentence());
    }
  }
}
