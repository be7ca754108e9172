package org.xinbao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Allocation;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.Grace;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.Split;

/** Loans of twelve instalments as a book has them, and the rules of the sample product JIEBEI. */
final class BenchLoans {
  static final int BUSINESS_DATE = Day.of(2026, 10, 31);

  private static final int OPENED = Day.of(2025, 12, 20);
  private static final int INSTALMENTS = 12;
  private static final int DUE_BY_NOW = 10;
  private static final long PRINCIPAL = 100_000;
  private static final long INTEREST = 1_200;

  private BenchLoans() {}

  static ProductRules rules() {
    return new ProductRules(
        "JIEBEI",
        DayCount.ACT_360,
        DpdClock.DUE_DATE_IS_ZERO,
        new Grace(0, GraceMeaning.GATE),
        new Penalty(
            15_000_000_000L,
            -1,
            PenaltyBase.PRINCIPAL,
            RoundingMoment.AT_POSTING,
            RoundingMode.HALF_UP),
        new Allocation(
            List.of(Component.FEE, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL),
            Sequence.OLDEST_INSTALMENT_FIRST,
            90,
            Source.COMPUTED),
        ReturnedPayment.ORIGINAL_DUE_DATE,
        0,
        100,
        0,
        List.of(30, 60, 90, 120, 150, 180),
        new FiveClass(1, 91, 271, 361, 6),
        AdverseBegins.PAST_DUE,
        Remaining.NOT_DUE,
        2_400_000_000L);
  }

  /** Ten instalments due, each paid on its day. */
  static Loan onTime() {
    return loan(DUE_BY_NOW, 0);
  }

  /** Three of ten instalments paid on their days, seven overdue. */
  static Loan overdue() {
    return loan(3, 0);
  }

  /**
   * A book: of a hundred loans ninety on time, five that pay each instalment some days late with
   * its penalty, five in arrears of one to ten instalments; in random order.
   */
  static List<Loan> book(int loans, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Loan> book = new ArrayList<>(loans);
    for (int i = 0; i < loans; i++) {
      int kind = random.nextInt(100);
      if (kind < 90) {
        book.add(onTime());
      } else if (kind < 95) {
        book.add(loan(DUE_BY_NOW, 1 + random.nextInt(9)));
      } else {
        book.add(loan(random.nextInt(DUE_BY_NOW), 0));
      }
    }
    return book;
  }

  private static Loan loan(int paid, int daysLate) {
    List<Instalment> schedule = new ArrayList<>();
    List<Movement> movements = new ArrayList<>();
    movements.add(movement(0, OPENED, MovementType.DISBURSEMENT, INSTALMENTS * PRINCIPAL));
    for (int i = 1; i <= INSTALMENTS; i++) {
      int due = Day.plusMonths(OPENED, i);
      schedule.add(new Instalment(i, due, PRINCIPAL, INTEREST, 0));
      if (i <= paid) {
        // Penalty of the late days at 0.27 a year, so that nothing stays behind.
        long penalty = (PRINCIPAL * 27 * daysLate + 18_000) / 36_000;
        movements.add(
            movement(i, due + daysLate, MovementType.REPAYMENT, PRINCIPAL + INTEREST + penalty));
      }
    }
    return new Loan(
        "XB00000001",
        OPENED,
        Day.plusMonths(OPENED, INSTALMENTS),
        INSTALMENTS * PRINCIPAL,
        1_800_000_000L,
        LoanStatus.ACTIVE,
        Day.NONE,
        schedule,
        movements,
        List.of());
  }

  private static Movement movement(int number, int day, MovementType type, long amount) {
    return new Movement(
        "T" + (100 + number), day, Day.format(day) + "T10:00:00", type, amount, "", Split.NONE);
  }
}
