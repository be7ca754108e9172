package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.arrears.naive.LoanSource;
import org.xinbao.arrears.naive.RandomLoan;

/** What must hold for every loan, whatever the rules. */
class ArrearsPropertyTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int LOANS = Integer.getInteger("xinbao.test.loans", 4000);

  /** 400 Gregorian years: weekdays, month lengths and leap years repeat. */
  private static final int FOUR_HUNDRED_YEARS = 146_097;

  /** A statement about a loan and its figures on a day. */
  private interface Property {
    /** Whether it holds; also true where it does not apply. */
    boolean holds(Loan loan, ProductRules rules, int day, Assessment figures);
  }

  private static final Map<String, Property> PROPERTIES = properties();

  private static Map<String, Property> properties() {
    Map<String, Property> all = new LinkedHashMap<>();
    all.put("the parts of the overdue total add up and none is negative", (l, r, d, f) -> sums(f));
    all.put("the ageing columns add up to overdue principal", (l, r, d, f) -> ageing(f));
    all.put("days, first day, status and counts agree", ArrearsPropertyTest::days);
    all.put("paying more never raises what is owed", ArrearsPropertyTest::payingMore);
    all.put("a payment in two parts on one day is the same", ArrearsPropertyTest::inTwoParts);
    all.put("a payment booked later is the same", ArrearsPropertyTest::bookedLater);
    all.put("400 years later everything is the same", ArrearsPropertyTest::shifted);
    all.put("a settled loan owes nothing and its clock runs", ArrearsPropertyTest::settled);
    all.put("movements after the day do not count", ArrearsPropertyTest::nothingLater);
    return all;
  }

  @Test
  void everyPropertyHoldsForEveryLoan() {
    Map<String, List<String>> failures = new LinkedHashMap<>();
    for (int number = 0; number < LOANS; number++) {
      RandomLoan random = RandomLoan.of(SEED, number);
      int day = random.businessDates().get(number % random.businessDates().size());
      if (Arrears.assess(random.loan(), random.rules(), day) instanceof Assessment figures) {
        PROPERTIES.forEach(
            (name, property) -> {
              if (!property.holds(random.loan(), random.rules(), day, figures)) {
                failures
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(LoanSource.day(day) + ", " + random.dump() + figures);
              }
            });
      }
    }
    failures.replaceAll((name, loans) -> loans.subList(0, 1));
    assertThat(failures).isEmpty();
  }

  /**
   * Worst figures of a record are the largest of the assessments of each of its days. Loans without
   * returned payments only: a return changes what earlier days looked like.
   */
  @Test
  void aRecordsWorstFiguresAreTheWorstOfItsDays() {
    for (int number = 0; number < Math.min(LOANS, 20_000); number += 20) {
      RandomLoan random = RandomLoan.of(SEED, number);
      int last = random.businessDates().get(0);
      boolean returns =
          random.loan().movements().stream().anyMatch(m -> m.type() == MovementType.REVERSAL);
      if (!returns
          && Arrears.assess(random.loan(), random.rules(), last) instanceof Assessment figures) {
        for (AdverseRecord record : figures.adverseRecords()) {
          assertThat(recomputed(random, record, last)).as("%s", random.dump()).isEqualTo(record);
        }
      }
    }
  }

  private static AdverseRecord recomputed(RandomLoan random, AdverseRecord record, int last) {
    int until = record.endedOn() == Day.NONE ? last : record.endedOn();
    int worstDays = 0;
    long worstTotal = 0;
    for (int day = record.overdueFrom(); day <= until; day++) {
      Assessment then = (Assessment) Arrears.assess(random.loan(), random.rules(), day);
      worstDays = Math.max(worstDays, then.daysPastDue());
      worstTotal = Math.max(worstTotal, then.overdueTotal());
    }
    return new AdverseRecord(record.overdueFrom(), record.endedOn(), worstDays, worstTotal);
  }

  private static boolean sums(Assessment f) {
    long sum =
        f.overduePrincipal()
            + f.overdueInterest()
            + f.overdueFee()
            + f.penaltyOnPrincipal()
            + f.penaltyOnInterest();
    return f.overdueTotal() == sum
        && f.overduePrincipal() <= f.principalBalance()
        && f.overduePrincipal() >= 0
        && f.overdueInterest() >= 0
        && f.overdueFee() >= 0
        && f.penaltyOnPrincipal() >= 0
        && f.penaltyOnInterest() >= 0
        && f.penaltyPaid() >= 0
        && f.unallocated() >= 0;
  }

  private static boolean ageing(Assessment f) {
    return f.principal1To30()
            + f.principal31To60()
            + f.principal61To90()
            + f.principal91To180()
            + f.principalOver180()
        == f.overduePrincipal();
  }

  private static boolean days(Loan loan, ProductRules rules, int day, Assessment f) {
    boolean overdue = f.daysPastDue() > 0;
    return f.daysPastDue() >= f.daysDelinquent()
        && overdue == (f.instalmentsOverdue() > 0)
        && overdue == (f.firstOverdueOn() != Day.NONE)
        && (!overdue || f.firstOverdueOn() == day - f.daysPastDue() + 1)
        && (f.bucket() == 0) == (f.daysDelinquent() == 0)
        && f.fiveClassOn() >= loan.openedOn()
        && f.fiveClassOn() <= day;
  }

  /**
   * Where nothing but the amount changes: no principal-first threshold (paying more can take the
   * loan below it and so leave more principal to bear penalty), no booked splits, no waivers and
   * returns after it, and no rounding by stretch (a payment can cut a stretch in two).
   */
  private static boolean payingMore(Loan loan, ProductRules rules, int day, Assessment before) {
    boolean plain =
        rules.allocation().source() == Source.COMPUTED
            && rules.allocation().principalFirstAfterDays() < 0
            && rules.penalty().when() != RoundingMoment.PER_PERIOD
            && loan.movements().stream()
                .noneMatch(
                    row ->
                        row.type() == MovementType.WAIVER || row.type() == MovementType.REVERSAL);
    Optional<Movement> payment = lonePayment(loan, day);
    if (!plain || payment.isEmpty()) {
      return true;
    }
    Movement row = payment.get();
    for (long extra : new long[] {1, 100, row.amount()}) {
      Movement more = LoanVariation.amended(row, row.txnId(), row.bookedAt(), row.amount() + extra);
      Loan other = LoanVariation.withMovements(loan, LoanVariation.replaced(loan, row, more));
      if (!(Arrears.assess(other, rules, day) instanceof Assessment after)
          || after.overdueTotal() > before.overdueTotal()
          || after.principalBalance() > before.principalBalance()
          || after.daysPastDue() > before.daysPastDue()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the halves are treated like the whole: no principal-first threshold (it is looked up
   * again before the second half), no booked split, and the payment is not returned.
   */
  private static boolean inTwoParts(Loan loan, ProductRules rules, int day, Assessment before) {
    Optional<Movement> payment =
        lonePayment(loan, day).filter(row -> row.amount() >= 2 && !row.booked().given());
    if (rules.allocation().source() != Source.COMPUTED
        || rules.allocation().principalFirstAfterDays() >= 0
        || payment.isEmpty()) {
      return true;
    }
    Movement row = payment.get();
    Movement first =
        LoanVariation.amended(row, row.txnId(), row.bookedAt(), (row.amount() + 1) / 3);
    Movement second =
        LoanVariation.amended(
            row, row.txnId() + "~", row.bookedAt(), row.amount() - first.amount());
    Loan other =
        LoanVariation.withMovements(loan, LoanVariation.replaced(loan, row, first, second));
    return before.equals(Arrears.assess(other, rules, day));
  }

  /** The payment keeps its place among those of its value date. */
  private static boolean bookedLater(Loan loan, ProductRules rules, int day, Assessment before) {
    Optional<Movement> payment = lonePayment(loan, day);
    if (payment.isEmpty()) {
      return true;
    }
    Movement row = payment.get();
    Movement later = LoanVariation.amended(row, row.txnId(), "9999-12-31T23:59:59", row.amount());
    Loan other = LoanVariation.withMovements(loan, LoanVariation.replaced(loan, row, later));
    return before.equals(Arrears.assess(other, rules, day));
  }

  private static boolean shifted(Loan loan, ProductRules rules, int day, Assessment before) {
    Loan other = LoanVariation.shifted(loan, FOUR_HUNDRED_YEARS);
    return LoanVariation.shifted(before, FOUR_HUNDRED_YEARS)
        .equals(Arrears.assess(other, rules, day + FOUR_HUNDRED_YEARS));
  }

  /**
   * What is settled stays so on the days after, when nothing more happens. A record open at a
   * transfer has no end though nothing is owed to this lender.
   */
  private static boolean settled(Loan loan, ProductRules rules, int day, Assessment f) {
    if (f.nothingOwedFrom() == Day.NONE) {
      return true;
    }
    boolean transferred =
        loan.movements().stream()
            .anyMatch(row -> row.type() == MovementType.TRANSFER_OUT && row.valueDate() <= day);
    boolean nothing =
        f.principalBalance() == 0
            && f.overdueTotal() == 0
            && f.daysPastDue() == 0
            && f.nothingOwedFrom() <= day
            && f.adverseRecords().stream()
                .allMatch(
                    record -> record.endedOn() == Day.NONE ? transferred : record.endedOn() <= day);
    Loan known = LoanVariation.knownOn(loan, day);
    return nothing
        && Arrears.assess(known, rules, day + 500) instanceof Assessment later
        && later.nothingOwedFrom() == f.nothingOwedFrom()
        && later.adverseRecords().equals(f.adverseRecords());
  }

  private static boolean nothingLater(Loan loan, ProductRules rules, int day, Assessment before) {
    return before.equals(Arrears.assess(LoanVariation.knownOn(loan, day), rules, day));
  }

  /** A payment up to the day that is alone on its value date and is not returned. */
  private static Optional<Movement> lonePayment(Loan loan, int day) {
    return loan.movements().stream()
        .filter(row -> row.type().isPayment() && row.valueDate() <= day)
        .filter(
            row ->
                loan.movements().stream()
                    .noneMatch(
                        o ->
                            (!o.equals(row) && o.valueDate() == row.valueDate())
                                || o.reverses().equals(row.txnId())))
        .findFirst();
  }
}
