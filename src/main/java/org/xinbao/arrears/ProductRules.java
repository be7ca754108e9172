package org.xinbao.arrears;

import java.util.List;

/**
 * The conventions of one product ({@code products.yaml}, contract section 2 and rulings). Amounts
 * in cents, rates as fractions times 10<sup>10</sup>.
 *
 * @param product the product's key
 * @param overdueTolerance an unpaid remainder of an instalment up to this is not overdue
 * @param closingTolerance what a loan exported as closed may still owe (rulings 1)
 * @param penaltyTolerance unpaid penalty up to this, in total, does not keep an adverse record open
 *     (rulings 1)
 * @param buckets six rising upper edges in days, M1 to M6; M7 is beyond the last
 * @param adverseBegins whether an adverse record begins with days past due or with days delinquent
 *     (rulings 36)
 * @param remaining which instalments count as remaining (rulings, section C)
 * @param costCapAnnualE10 the annual cost above which a warning is given
 */
public record ProductRules(
    String product,
    DayCount dayCount,
    DpdClock dpdClock,
    Grace grace,
    Penalty penalty,
    Allocation allocation,
    ReturnedPayment returnedPayment,
    long overdueTolerance,
    long closingTolerance,
    long penaltyTolerance,
    List<Integer> buckets,
    FiveClass fiveClass,
    AdverseBegins adverseBegins,
    Remaining remaining,
    long costCapAnnualE10) {

  public ProductRules {
    buckets = List.copyOf(buckets);
    if (buckets.size() != 6) {
      throw new IllegalArgumentException("six bucket edges");
    }
  }

  /** How days and years are counted for penalty interest. */
  public enum DayCount {
    /** days / 360. */
    ACT_360,
    /** days / 365, leap year or not. */
    ACT_365F,
    /**
     * days in leap years / 366 + other days / 365; a charged day belongs to the year of the day
     * before it.
     */
    ACT_ACT_ISDA,
    /** 30E/360: each month 30 days, the 31st counts as the 30th. */
    THIRTY_E_360
  }

  /** What the due date itself counts. */
  public enum DpdClock {
    /** The due date is day 0, overdue from the next day. */
    DUE_DATE_IS_ZERO,
    /** The due date, unpaid at its close, is day 1. */
    DUE_DATE_IS_ONE
  }

  /** Grace days and what they mean. */
  public record Grace(int days, GraceMeaning meaning) {}

  /** The three meanings of grace. */
  public enum GraceMeaning {
    /** No penalty when cured within grace, else charged from the day after the due date. */
    GATE,
    /** Grace days are never charged. */
    FREE,
    /** Grace shifts ageing (bucket, five-class, repayment status), not penalty. */
    AGEING_ONLY
  }

  /**
   * Penalty interest.
   *
   * @param multiplierE10 times the contract rate, or -1 when {@code annualRateE10} is given
   * @param annualRateE10 an own rate, or -1 when the multiplier is given
   */
  public record Penalty(
      long multiplierE10,
      long annualRateE10,
      PenaltyBase base,
      RoundingMoment when,
      RoundingMode mode) {
    public Penalty {
      if ((multiplierE10 >= 0) == (annualRateE10 >= 0)) {
        throw new IllegalArgumentException("exactly one of multiplier and annual rate");
      }
    }
  }

  /** What bears penalty. */
  public enum PenaltyBase {
    PRINCIPAL,
    /** Unpaid interest bears penalty too (复利), as a second amount. */
    PRINCIPAL_AND_INTEREST
  }

  /** When accrued penalty is rounded to cents. */
  public enum RoundingMoment {
    AT_POSTING,
    PER_PERIOD,
    PER_DAY
  }

  /** How a fraction of a cent is rounded. */
  public enum RoundingMode {
    HALF_UP,
    HALF_EVEN,
    DOWN
  }

  /**
   * How a repayment is applied.
   *
   * @param order each component once
   * @param principalFirstAfterDays above so many days past due principal is paid first; -1 for none
   */
  public record Allocation(
      List<Component> order, Sequence sequence, int principalFirstAfterDays, Source source) {
    public Allocation {
      order = List.copyOf(order);
      if (order.size() != 4 || order.stream().distinct().count() != 4) {
        throw new IllegalArgumentException("each component once");
      }
    }
  }

  /** What a repayment can be applied to. */
  public enum Component {
    FEE,
    PENALTY,
    INTEREST,
    PRINCIPAL
  }

  /** Which goes first, the instalment or the component. */
  public enum Sequence {
    OLDEST_INSTALMENT_FIRST,
    COMPONENT_FIRST
  }

  /** Whose split counts (rulings 2). */
  public enum Source {
    COMPUTED,
    LEDGER
  }

  /** What a returned payment does. */
  public enum ReturnedPayment {
    ORIGINAL_DUE_DATE,
    RETURN_DATE
  }

  /** First day of each class, in days delinquent, and the months of cure. */
  public record FiveClass(int attention, int substandard, int doubtful, int loss, int cureMonths) {}

  /** When an adverse record begins. */
  public enum AdverseBegins {
    PAST_DUE,
    DELINQUENT
  }

  /** Which instalments count as remaining: not due yet, or also those due and not fully paid. */
  public enum Remaining {
    NOT_DUE,
    NOT_PAID
  }
}
