package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.List;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.RateChange;

/** Charges one day of penalty interest. */
final class NaiveAccrual {

  private static final long E10 = 10_000_000_000L;

  private final Loan loan;
  private final ProductRules rules;

  NaiveAccrual(Loan loan, ProductRules rules) {
    this.loan = loan;
    this.rules = rules;
  }

  /** Charges the step from the day before to {@code day}, on what was unpaid at its start. */
  void charge(List<NaiveDebt> debts, LocalDate day) {
    if (debts.get(0).due.isBefore(day)) {
      charge(debts, day, rate(day).times(yearFraction(day)));
    }
  }

  private void charge(List<NaiveDebt> debts, LocalDate day, Fraction perCent) {
    int year = day.minusDays(1).getYear();
    for (NaiveDebt debt : debts) {
      if (!debt.due.isBefore(day)) {
        break; // oldest first: "from the day after due_on"
      }
      // "What is left within the tolerance bears no penalty."
      if (debt.beyondTolerance() && !free(debt, day)) {
        if (debt.principal > 0) {
          debt.onPrincipal.charge(debt.principal, perCent, year);
        }
        if (debt.interest > 0 && rules.penalty().base() == PenaltyBase.PRINCIPAL_AND_INTEREST) {
          debt.onInterest.charge(debt.interest, perCent, year);
        }
      }
    }
  }

  /** "FREE: charged from the day after due_on + g." */
  private boolean free(NaiveDebt debt, LocalDate day) {
    return rules.grace().meaning() == GraceMeaning.FREE
        && !day.isAfter(debt.due.plusDays(rules.grace().days()));
  }

  private Fraction yearFraction(LocalDate day) {
    LocalDate before = day.minusDays(1);
    return switch (rules.dayCount()) {
      case ACT_360 -> Fraction.of(1, 360);
      case ACT_365F -> Fraction.of(1, 365);
      // "ACT_ACT_ISDA gives it the year of d - 1"
      case ACT_ACT_ISDA -> Fraction.of(1, before.lengthOfYear());
      // "Counts 30E/360 from due_on to d less that to d - 1 (0 to 3 days)": the due date drops out.
      case THIRTY_E_360 -> Fraction.of(thirty(day) - thirty(before), 360);
    };
  }

  private static long thirty(LocalDate day) {
    return 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(day.getDayOfMonth(), 30);
  }

  /** The rate of the charged day: of the latest change, else of the loan; own, else multiplied. */
  private Fraction rate(LocalDate day) {
    long contractRate = loan.annualRateE10();
    long ownRate = -1;
    for (RateChange change : loan.rates()) {
      if (!LocalDate.ofEpochDay(change.from()).isAfter(day)) {
        contractRate = change.annualRateE10();
        ownRate = change.penaltyAnnualRateE10();
      }
    }
    if (ownRate >= 0) {
      return Fraction.of(ownRate, E10);
    }
    if (rules.penalty().annualRateE10() >= 0) {
      return Fraction.of(rules.penalty().annualRateE10(), E10);
    }
    return Fraction.of(contractRate, E10).times(Fraction.of(rules.penalty().multiplierE10(), E10));
  }
}
