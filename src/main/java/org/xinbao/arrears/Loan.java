package org.xinbao.arrears;

import java.util.Comparator;
import java.util.List;

/**
 * A loan (借据) ready to assess: its terms, its whole schedule and every movement since disbursement.
 *
 * @param loanId 1 to 46 letters and digits
 * @param openedOn epoch day
 * @param maturesOn epoch day, or {@link Day#NONE}
 * @param principal cents
 * @param annualRateE10 contract rate, a fraction a year times 10<sup>10</sup>
 * @param closedOn the day from which {@code status} holds; {@link Day#NONE} exactly when it is
 *     {@code ACTIVE}
 * @param schedule oldest first ({@link Instalment#ORDER}), each number once for each {@code
 *     validFrom}
 * @param movements in order ({@link Movement#ORDER}), each id once
 * @param rates changes of rates, by date; empty when the given rate holds for the whole history
 */
public record Loan(
    String loanId,
    int openedOn,
    int maturesOn,
    long principal,
    long annualRateE10,
    LoanStatus status,
    int closedOn,
    List<Instalment> schedule,
    List<Movement> movements,
    List<RateChange> rates) {

  public Loan {
    schedule = List.copyOf(schedule);
    movements = List.copyOf(movements);
    rates = List.copyOf(rates);
    if ((status == LoanStatus.ACTIVE) != (closedOn == Day.NONE)) {
      throw new IllegalArgumentException("closed_on is set exactly when a loan is not active");
    }
    requireOrder(schedule, Instalment.ORDER, "schedule");
    requireOrder(movements, Movement.ORDER, "movements");
    requireOrder(rates, Comparator.comparingInt(RateChange::from), "rates");
  }

  /** The schedule in force on a day (epoch day). */
  public List<Instalment> scheduleAt(int day) {
    return Instalment.inForce(schedule, day);
  }

  private static <T> void requireOrder(List<T> list, Comparator<? super T> order, String what) {
    for (int i = 1; i < list.size(); i++) {
      if (order.compare(list.get(i - 1), list.get(i)) >= 0) {
        throw new IllegalArgumentException(what + " not in order");
      }
    }
  }
}
