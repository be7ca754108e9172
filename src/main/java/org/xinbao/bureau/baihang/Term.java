package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.baihang.BaihangConf.OverdueDays;
import org.xinbao.bureau.baihang.BaihangConf.Penalty;

/**
 * What a record after payout says of one instalment and of its loan at the close of a day. Amounts
 * in cents.
 *
 * @param paidAt when the amount of this record was paid; empty when nothing was
 * @param paid by this record's movement; 0 when money went back
 * @param days of {@code overdueStatus}; 0 while the instalment is not overdue
 * @param status 1 normal, 2 overdue, 3 settled
 */
record Term(
    int termNo,
    int dueOn,
    long planned,
    long target,
    long paid,
    String paidAt,
    int days,
    long overdueAmount,
    long remaining,
    long usage,
    int status) {

  static final int NORMAL = 1;
  static final int OVERDUE = 2;
  static final int SETTLED = 3;

  /** Names of what {@link #content} holds, in its order. */
  private static final List<String> FIELDS =
      List.of(
          "overdueStatus",
          "targetRepayment",
          "realRepayment",
          "overdueAmount",
          "remainingAmount",
          "loanStatus");

  /** A figure that was told, and what it is now. */
  record Change(String field, String told, String now) {}

  /**
   * What the record of an event says at the close of the day that the loan is given for; empty when
   * by then nothing of the kind has happened.
   */
  static Optional<Term> of(BureauLoan loan, Event event, BaihangConf conf) {
    List<InstalmentPosition> all = loan.instalments().get();
    int day = loan.assessment().businessDate();
    return switch (event.kind()) {
      case OPENED, EXTENDED -> Optional.empty();
      case OVERDUE ->
          all.stream()
              .filter(each -> Event.overdue(each).id().equals(event.id()) && each.isOverdue(day))
              .findFirst()
              .map(each -> of(loan, each, "", 0, conf));
      case MOVED -> moved(loan, all, event, conf);
      case RETURNED -> returned(loan, all, event).map(each -> of(loan, each, "", 0, conf));
      case TRACKED ->
          all.stream()
              .filter(each -> each.paidOn() == Day.NONE)
              .max(Comparator.comparingInt(InstalmentPosition::dueOn))
              .map(each -> of(loan, each, "", 0, conf));
      case SETTLED ->
          settledOn(loan) != event.on()
              ? Optional.empty()
              : all.stream()
                  .reduce((earlier, later) -> later)
                  .map(each -> of(loan, each, "", 0, conf));
    };
  }

  private static Optional<Term> moved(
      BureauLoan loan, List<InstalmentPosition> all, Event event, BaihangConf conf) {
    for (InstalmentPosition each : all) {
      for (InstalmentPosition.Payment payment : each.payments()) {
        if (Event.moved(each, payment).id().equals(event.id())) {
          boolean money = payment.movement().type().isPayment() && payment.amount() > 0;
          String at = money ? paidAt(payment.movement()) : "";
          return Optional.of(of(loan, each, at, money ? payment.amount() : 0, conf));
        }
      }
    }
    return Optional.empty();
  }

  /** The instalment that is owed again: the newest one of its number. */
  private static Optional<InstalmentPosition> returned(
      BureauLoan loan, List<InstalmentPosition> all, Event event) {
    boolean happened =
        loan.exported().loan().movements().stream()
            .filter(each -> each.type() == MovementType.REVERSAL)
            .filter(each -> each.valueDate() <= loan.assessment().businessDate())
            .anyMatch(each -> Event.returned(event, each).id().equals(event.id()));
    return happened
        ? all.stream().filter(each -> each.seq() == event.seq()).reduce((earlier, later) -> later)
        : Optional.empty();
  }

  /** The day from which a payment counts, with the time of booking where that is the same day. */
  private static String paidAt(Movement movement) {
    String day = Day.format(movement.valueDate());
    return movement.bookedAt().startsWith(day + "T") ? movement.bookedAt() : day + "T00:00:00";
  }

  private static Term of(
      BureauLoan loan, InstalmentPosition position, String paidAt, long paid, BaihangConf conf) {
    Assessment figures = loan.assessment();
    int day = figures.businessDate();
    long penalty = conf.target() == Penalty.WITH_PENALTY ? position.penalty() : 0;
    return new Term(
        position.seq(),
        position.dueOn(),
        position.planned(),
        Math.addExact(position.unpaid(), penalty),
        paid,
        paidAt,
        position.isOverdue(day) ? days(loan, conf) : 0,
        overdueAmount(figures, conf),
        remaining(loan, conf),
        usage(loan, conf),
        status(loan));
  }

  private static int days(BureauLoan loan, BaihangConf conf) {
    if (conf.overdueDays() == OverdueDays.PAST_DUE) {
      return loan.assessment().daysPastDue();
    }
    int day = loan.assessment().businessDate();
    return loan.instalments().get().stream()
        .filter(each -> each.isOverdue(day))
        .mapToInt(each -> day + 1 - each.dueOn())
        .max()
        .orElse(0);
  }

  private static long overdueAmount(Assessment figures, BaihangConf conf) {
    return conf.overdue() == Penalty.WITH_PENALTY
        ? figures.overdueTotal()
        : Math.addExact(
            figures.overdueFee(),
            Math.addExact(figures.overduePrincipal(), figures.overdueInterest()));
  }

  private static long remaining(BureauLoan loan, BaihangConf conf) {
    if (conf.remaining() == BaihangConf.Remaining.PRINCIPAL) {
      return loan.assessment().principalBalance();
    }
    long sum = 0;
    for (InstalmentPosition each : loan.instalments().get()) {
      sum = Math.addExact(sum, Math.addExact(each.unpaid(), each.penalty()));
    }
    return sum;
  }

  private static long usage(BureauLoan loan, BaihangConf conf) {
    if (conf.creditUsage() == BaihangConf.CreditUsage.BALANCE) {
      return loan.assessment().principalBalance();
    }
    int day = loan.assessment().businessDate();
    long drawn =
        loan.exported().loan().movements().stream()
            .filter(each -> each.type() == MovementType.DISBURSEMENT && each.valueDate() <= day)
            .mapToLong(Movement::amount)
            .reduce(0, Math::addExact);
    return drawn == 0 ? loan.exported().loan().principal() : drawn;
  }

  private static int status(BureauLoan loan) {
    if (settledOn(loan) != Day.NONE) {
      return SETTLED;
    }
    return loan.assessment().daysPastDue() > 0 ? OVERDUE : NORMAL;
  }

  /**
   * The day of settlement, none while the loan is not settled: closed, or written off and nothing
   * owed any more.
   */
  static int settledOn(BureauLoan loan) {
    Assessment assessment = loan.assessment();
    if (assessment.accountStatus() == AccountStatus.CLOSED && assessment.daysPastDue() == 0) {
      return loan.exported().loan().closedOn();
    }
    return assessment.accountStatus() == AccountStatus.WRITTEN_OFF
        ? assessment.nothingOwedFrom()
        : Day.NONE;
  }

  /** Whether the record tells something bad of the borrower. */
  boolean isAdverse() {
    return days > 0 || overdueAmount > 0 || status == OVERDUE;
  }

  /** The figures that a correction is about, as they are remembered. */
  String content() {
    return String.join(
        "/",
        String.valueOf(days),
        String.valueOf(target),
        String.valueOf(paid),
        String.valueOf(overdueAmount),
        String.valueOf(remaining),
        String.valueOf(status));
  }

  static boolean isSettled(String content) {
    return content.endsWith("/" + SETTLED);
  }

  /**
   * What changed of a remembered record.
   *
   * @param now its content by today's rows; empty when it should never have been sent
   */
  static List<Change> changes(String told, String now) {
    List<String> before = Arrays.asList(told.split("/", -1));
    List<String> after = now.isEmpty() ? List.of() : Arrays.asList(now.split("/", -1));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < FIELDS.size(); i++) {
      String recomputed = after.isEmpty() ? "" : shown(i, after.get(i));
      String reported = shown(i, before.get(i));
      if (!recomputed.equals(reported)) {
        changes.add(new Change(FIELDS.get(i), reported, recomputed));
      }
    }
    return changes;
  }

  private static String shown(int field, String value) {
    if (field == 0) {
      return value.equals("0") ? "" : "D" + value;
    }
    return field == FIELDS.size() - 1 ? value : Cents.format(Long.parseLong(value));
  }
}
