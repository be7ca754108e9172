package org.xinbao.arrears.naive;

import java.util.List;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.ProductRules;

/**
 * A random loan under random rules, reproducible from seed and number.
 *
 * @param businessDates epoch days at which it is worth assessing
 */
public record RandomLoan(
    long seed, int number, Loan loan, ProductRules rules, List<Integer> businessDates) {

  /** The loan of this seed and number. */
  public static RandomLoan of(long seed, int number) {
    return new RandomLoans(seed, number).next();
  }

  /** Java source that builds loan and rules again. */
  public String dump() {
    return "seed " + seed + ", loan " + number + "\n" + LoanSource.of(loan, rules);
  }
}
