package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.ReturnedPayment;

/**
 * What the engine says about the history of a loan must be what it says on each day of it: adverse
 * records with their worst figures, five-class, and the day since which nothing is owed, derived
 * here from one assessment per day.
 */
class DayByDayTest {
  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int LOANS = Integer.getInteger("xinbao.test.loans", 4000) / 10;

  private int openFrom;
  private int worstDays;
  private long worstTotal;
  private int kept;
  private int freeOn;
  private int fiveClass;
  private int fiveClassOn;
  private int nothingSince;

  @Test
  void historyIsTheSumOfItsDays() {
    int assessed = 0;
    int withRecords = 0;
    for (int i = 0; i < LOANS; i++) {
      RandomLoans random = new RandomLoans(SEED + i);
      ProductRules rules = random.rules().build();
      Loan loan = random.loan().build();
      int last = random.lastDay();
      if (Arrears.assess(loan, rules, last) instanceof Assessment at) {
        assessed++;
        withRecords += at.adverseRecords().isEmpty() ? 0 : 1;
        check(loan, rules, at, "seed " + (SEED + i) + " " + loan + " " + rules);
      }
    }
    // Most random loans must be usable and in arrears, or this test proves nothing.
    assertThat(assessed).isGreaterThan(LOANS / 2);
    assertThat(withRecords).isGreaterThan(LOANS / 3);
  }

  @Test
  void movementsWithoutEffectChangeNothing() {
    for (int i = 0; i < LOANS; i++) {
      RandomLoans random = new RandomLoans(SEED + i);
      ProductRules rules = random.rules().build();
      Loan loan = random.loan().build();
      int last = random.lastDay();

      assertThat(Arrears.assess(withDisbursements(loan, last), rules, last))
          .as("seed %d %s", SEED + i, loan)
          .isEqualTo(Arrears.assess(loan, rules, last));
    }
  }

  private void check(Loan loan, ProductRules rules, Assessment at, String what) {
    Loan known =
        rules.returnedPayment() == ReturnedPayment.ORIGINAL_DUE_DATE
            ? withoutReturned(loan, at.businessDate())
            : loan;
    List<AdverseRecord> records = new ArrayList<>();
    openFrom = Day.NONE;
    kept = 1;
    freeOn = Day.NONE;
    fiveClass = 1;
    fiveClassOn = loan.openedOn();
    nothingSince = Day.NONE;
    boolean frozen = false;
    for (int day = loan.openedOn(); day <= at.businessDate(); day++) {
      Assessment today = (Assessment) Arrears.assess(known, rules, day);
      if (loan.status() == LoanStatus.TRANSFERRED && day == loan.closedOn()) {
        frozen = openFrom != Day.NONE && !isClean(kept(known, day), rules, day);
      }
      if (!frozen) {
        record(records, today, rules, day);
      }
      classify(known, rules.fiveClass(), today, day);
      boolean nothing = today.instalmentsRemaining() == 0 && penalty(today) == 0;
      nothingSince = !nothing ? Day.NONE : nothingSince == Day.NONE ? day : nothingSince;
    }
    if (openFrom != Day.NONE) {
      records.add(new AdverseRecord(openFrom, Day.NONE, worstDays, worstTotal));
    }
    assertThat(at.adverseRecords()).as(what).isEqualTo(records);
    assertThat(at.fiveClass()).as(what).isEqualTo(fiveClass);
    assertThat(at.fiveClassOn()).as(what).isEqualTo(fiveClassOn);
    assertThat(at.nothingOwedFrom()).as(what).isEqualTo(nothingSince);
  }

  private void record(List<AdverseRecord> records, Assessment today, ProductRules rules, int day) {
    int days =
        rules.adverseBegins() == AdverseBegins.DELINQUENT
            ? today.daysDelinquent()
            : today.daysPastDue();
    if (openFrom == Day.NONE && days > 0) {
      openFrom = day;
      worstDays = 0;
      worstTotal = 0;
    }
    if (openFrom == Day.NONE) {
      return;
    }
    worstDays = Math.max(worstDays, today.daysPastDue());
    worstTotal = Math.max(worstTotal, today.overdueTotal());
    if (today.daysPastDue() == 0 && penalty(today) <= rules.penaltyTolerance()) {
      records.add(new AdverseRecord(openFrom, day, worstDays, worstTotal));
      openFrom = Day.NONE;
    }
  }

  private void classify(Loan loan, FiveClass rules, Assessment today, int day) {
    int byDays = byDays(rules, today.daysDelinquent());
    if (freeOn == day) {
      kept = 1;
      freeOn = Day.NONE;
    }
    if (today.daysPastDue() > 0) {
      freeOn = Day.NONE;
      kept = byDays >= 3 ? Math.max(kept, byDays) : kept;
    } else if (kept >= 3 && freeOn == Day.NONE && penalty(today) == 0) {
      freeOn = FiveClassTrack.plusMonthsKeepingEnd(day, rules.cureMonths());
      kept = freeOn == day ? 1 : kept;
      freeOn = freeOn == day ? Day.NONE : freeOn;
    }
    int now = Math.max(kept, byDays);
    for (Movement each : loan.movements()) {
      now = each.type() == MovementType.WRITE_OFF && each.valueDate() <= day ? 5 : now;
    }
    if (now != fiveClass) {
      fiveClass = now;
      fiveClassOn = day;
    }
  }

  private static int byDays(FiveClass rules, int days) {
    if (days >= rules.loss()) {
      return 5;
    }
    if (days >= rules.doubtful()) {
      return 4;
    }
    if (days >= rules.substandard()) {
      return 3;
    }
    return days >= rules.attention() ? 2 : 1;
  }

  private static long penalty(Assessment at) {
    return at.penaltyOnPrincipal() + at.penaltyOnInterest();
  }

  private static boolean isClean(Loan loan, ProductRules rules, int day) {
    Assessment at = (Assessment) Arrears.assess(loan, rules, day);
    return at.daysPastDue() == 0 && penalty(at) <= rules.penaltyTolerance();
  }

  /** The loan as if it had not been transferred. */
  private static Loan kept(Loan loan, int day) {
    List<Movement> movements =
        loan.movements().stream()
            .filter(each -> each.type() != MovementType.TRANSFER_OUT && each.valueDate() <= day)
            .toList();
    return with(loan, LoanStatus.ACTIVE, Day.NONE, movements);
  }

  private static Loan withoutReturned(Loan loan, int day) {
    List<Movement> reversals =
        loan.movements().stream()
            .filter(each -> each.type() == MovementType.REVERSAL && each.valueDate() <= day)
            .toList();
    List<String> gone = new ArrayList<>();
    for (Movement each : reversals) {
      gone.add(each.txnId());
      gone.add(each.reverses());
    }
    return with(
        loan,
        loan.status(),
        loan.closedOn(),
        loan.movements().stream().filter(each -> !gone.contains(each.txnId())).toList());
  }

  private static Loan withDisbursements(Loan loan, int last) {
    List<Movement> movements = new ArrayList<>(loan.movements());
    for (int day = loan.openedOn(); day <= last; day++) {
      movements.add(
          new Movement("D" + day, day, "2020-01-01", MovementType.DISBURSEMENT, 1, "", Split.NONE));
    }
    movements.sort(Movement.ORDER);
    return with(loan, loan.status(), loan.closedOn(), movements);
  }

  private static Loan with(Loan loan, LoanStatus status, int closedOn, List<Movement> movements) {
    return new Loan(
        loan.loanId(),
        loan.openedOn(),
        loan.maturesOn(),
        loan.principal(),
        loan.annualRateE10(),
        status,
        closedOn,
        loan.schedule(),
        movements,
        loan.rates());
  }
}
