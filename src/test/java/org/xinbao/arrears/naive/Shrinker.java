package org.xinbao.arrears.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.RateChange;

/** Makes a failing loan smaller while it still fails. */
public final class Shrinker {

  private Shrinker() {}

  /** The smallest loan found that {@code fails}, by leaving out one row after the other. */
  public static Loan shrink(Loan loan, Predicate<Loan> fails) {
    Loan best = loan;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Loan candidate : candidates(best)) {
        if (fails.test(candidate)) {
          best = candidate;
          smaller = true;
          break;
        }
      }
    }
    return best;
  }

  private static List<Loan> candidates(Loan loan) {
    List<Loan> all = new ArrayList<>();
    if (loan.status() != LoanStatus.ACTIVE) {
      all.add(with(loan, loan.schedule(), loan.movements(), loan.rates(), true));
    }
    for (int i = loan.movements().size() - 1; i >= 0; i--) {
      all.add(with(loan, loan.schedule(), without(loan.movements(), i), loan.rates(), false));
    }
    for (int i = loan.schedule().size() - 1; i >= 0 && loan.schedule().size() > 1; i--) {
      all.add(with(loan, without(loan.schedule(), i), loan.movements(), loan.rates(), false));
    }
    for (int i = 0; i < loan.rates().size(); i++) {
      all.add(with(loan, loan.schedule(), loan.movements(), without(loan.rates(), i), false));
    }
    return all;
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  private static Loan with(
      Loan loan,
      List<Instalment> schedule,
      List<Movement> movements,
      List<RateChange> rates,
      boolean active) {
    return new Loan(
        loan.loanId(),
        loan.openedOn(),
        loan.maturesOn(),
        loan.principal(),
        loan.annualRateE10(),
        active ? LoanStatus.ACTIVE : loan.status(),
        active ? Day.NONE : loan.closedOn(),
        schedule,
        movements,
        rates);
  }
}
