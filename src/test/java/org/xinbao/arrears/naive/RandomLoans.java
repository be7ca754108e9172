package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.RateChange;

/** Makes one random loan: a schedule, a life of movements planned day by day, and its end. */
final class RandomLoans {

  private final long seed;
  private final int number;
  private final Random random;

  RandomLoans(long seed, int number) {
    this.seed = seed;
    this.number = number;
    random = new Random(seed * 1_000_003L + number * 7_919L);
  }

  RandomLoan next() {
    ProductRules rules = new RandomRules(random).next();
    RandomSchedule schedules = new RandomSchedule(random);
    LocalDate openedOn = schedules.opening();
    List<Instalment> schedule = schedules.next(openedOn);
    long principal = schedule.stream().mapToLong(Instalment::principal).sum();
    if (number % 8 == 0) {
      schedule = new RandomVersions(new Random(seed * 31 + number), openedOn).of(schedule);
    }
    List<RateChange> rates = rates(schedule);
    Loan bare =
        new Loan(
            "L" + number,
            Math.toIntExact(openedOn.toEpochDay()),
            schedule.get(schedule.size() - 1).dueOn(),
            principal,
            any(1_825_000_000L, 720_000_000L, 2_399_999_999L),
            LoanStatus.ACTIVE,
            Day.NONE,
            schedule,
            List.of(),
            rates);
    RandomLife life = new RandomLife(random, bare, rules);
    Loan loan = life.live();
    return new RandomLoan(seed, number, loan, rules, businessDates(loan, rules));
  }

  private List<RateChange> rates(List<Instalment> schedule) {
    List<RateChange> rates = new ArrayList<>();
    if (random.nextInt(7) == 0) {
      int from = schedule.get(0).dueOn() - 20;
      for (int i = random.nextInt(3); i >= 0; i--) {
        from += 1 + random.nextInt(60);
        rates.add(
            new RateChange(
                from, any(1_500_000_000L, 2_000_000_000L), any(-1L, -1L, 2_222_222_222L, 0L)));
      }
    }
    return rates;
  }

  /** Days on which something happens, the days around them, and some others. */
  private List<Integer> businessDates(Loan loan, ProductRules rules) {
    TreeSet<Integer> special = new TreeSet<>();
    for (Instalment row : loan.schedule()) {
      special.add(row.dueOn());
      special.add(row.dueOn() + rules.grace().days());
      special.add(row.dueOn() + rules.grace().days() + 1);
    }
    for (Movement row : loan.movements()) {
      special.add(row.valueDate());
      special.add(row.valueDate() - 1);
      LocalDate date = LocalDate.ofEpochDay(row.valueDate());
      special.add(Day.of(YearMonth.from(date).atEndOfMonth()));
    }
    if (loan.closedOn() != Day.NONE) {
      special.add(loan.closedOn());
    }
    special.removeIf(day -> day < loan.openedOn());
    List<Integer> candidates = new ArrayList<>(special);
    int last = special.isEmpty() ? loan.openedOn() : special.last();
    List<Integer> dates = new ArrayList<>();
    if (!candidates.isEmpty()) {
      dates.add(candidates.get(random.nextInt(candidates.size())));
    }
    int span = Math.min(last - loan.openedOn() + 1, 4000);
    dates.add(loan.openedOn() + random.nextInt(span));
    dates.add(last + any(0, 1, 10, 40, 200, 400));
    return List.copyOf(dates);
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
