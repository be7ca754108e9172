package org.xinbao.arrears.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
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

/** Loans and rules for examples whose figures can be worked out by hand. */
final class Examples {

  /** 0.36 a year on ACT_360 is exactly 0.001 a day. */
  private static final long ONE_PER_MILLE_A_DAY = 3_600_000_000L;

  private Examples() {}

  /** The conventions that an example can change; the rest is plain. */
  record Rules(
      DayCount dayCount,
      DpdClock clock,
      Grace grace,
      PenaltyBase base,
      RoundingMoment when,
      List<Component> order,
      Sequence sequence,
      int principalFirst,
      Source source,
      ReturnedPayment returned,
      long tolerance,
      AdverseBegins begins) {

    ProductRules product() {
      return new ProductRules(
          "EXAMPLE",
          dayCount,
          clock,
          grace,
          new Penalty(-1, ONE_PER_MILLE_A_DAY, base, when, RoundingMode.HALF_UP),
          new Allocation(order, sequence, principalFirst, source),
          returned,
          tolerance,
          100,
          0,
          List.of(30, 60, 90, 120, 150, 180),
          new FiveClass(1, 91, 271, 361, 6),
          begins,
          Remaining.NOT_DUE,
          2_400_000_000L);
    }

    Rules dayCount(DayCount other) {
      return new Rules(
          other,
          clock,
          grace,
          base,
          when,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules clock(DpdClock other) {
      return new Rules(
          dayCount,
          other,
          grace,
          base,
          when,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules grace(int days, GraceMeaning meaning) {
      return new Rules(
          dayCount,
          clock,
          new Grace(days, meaning),
          base,
          when,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules compound() {
      return new Rules(
          dayCount,
          clock,
          grace,
          PenaltyBase.PRINCIPAL_AND_INTEREST,
          when,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules when(RoundingMoment other) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          other,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules order(Component... other) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          when,
          List.of(other),
          sequence,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules sequence(Sequence other) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          when,
          order,
          other,
          principalFirst,
          source,
          returned,
          tolerance,
          begins);
    }

    Rules principalFirst(int days) {
      return new Rules(
          dayCount, clock, grace, base, when, order, sequence, days, source, returned, tolerance,
          begins);
    }

    Rules source(Source other) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          when,
          order,
          sequence,
          principalFirst,
          other,
          returned,
          tolerance,
          begins);
    }

    Rules returned(ReturnedPayment other) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          when,
          order,
          sequence,
          principalFirst,
          source,
          other,
          tolerance,
          begins);
    }

    Rules tolerance(long cents) {
      return new Rules(
          dayCount,
          clock,
          grace,
          base,
          when,
          order,
          sequence,
          principalFirst,
          source,
          returned,
          cents,
          begins);
    }
  }

  /** ACT_360 at 0.001 a day, clock from 0, no grace, FEE PENALTY INTEREST PRINCIPAL. */
  static Rules plain() {
    return new Rules(
        DayCount.ACT_360,
        DpdClock.DUE_DATE_IS_ZERO,
        new Grace(0, GraceMeaning.GATE),
        PenaltyBase.PRINCIPAL,
        RoundingMoment.AT_POSTING,
        List.of(Component.FEE, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL),
        Sequence.OLDEST_INSTALMENT_FIRST,
        -1,
        Source.COMPUTED,
        ReturnedPayment.ORIGINAL_DUE_DATE,
        0,
        AdverseBegins.PAST_DUE);
  }

  static ProductRules plain(UnaryOperator<Rules> change) {
    return change.apply(plain()).product();
  }

  static int day(String text) {
    return Day.parse(text);
  }

  static Instalment due(int seq, String on, long principal, long interest, long fee) {
    return new Instalment(seq, day(on), principal, interest, fee);
  }

  static Movement paid(String id, String on, long amount) {
    return new Movement(id, day(on), on, MovementType.REPAYMENT, amount, "", Split.NONE);
  }

  static Movement paid(String id, String on, long amount, Split split) {
    return new Movement(id, day(on), on, MovementType.REPAYMENT, amount, "", split);
  }

  static Movement returned(String id, String on, long amount, String of) {
    return new Movement(id, day(on), on, MovementType.REVERSAL, amount, of, Split.NONE);
  }

  static Movement waived(String id, String on, Split split) {
    return new Movement(id, day(on), on, MovementType.WAIVER, split.total(), "", split);
  }

  static Movement other(String id, String on, MovementType type) {
    return new Movement(id, day(on), on, type, 0, "", Split.NONE);
  }

  /** A loan opened on 2026-01-01. */
  static Loan loan(List<Instalment> schedule, Movement... movements) {
    return loan(LoanStatus.ACTIVE, "", schedule, movements);
  }

  static Loan loan(
      LoanStatus status, String closedOn, List<Instalment> schedule, Movement... movements) {
    List<Movement> sorted = new ArrayList<>(Arrays.asList(movements));
    sorted.sort(Movement.ORDER);
    return new Loan(
        "EX",
        day("2026-01-01"),
        Day.NONE,
        schedule.stream().mapToLong(Instalment::principal).sum(),
        1_800_000_000L,
        status,
        closedOn.isEmpty() ? Day.NONE : day(closedOn),
        schedule,
        sorted,
        List.of());
  }
}
