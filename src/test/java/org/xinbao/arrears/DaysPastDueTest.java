package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** Days past due, days delinquent, first overdue day and bucket, by each clock and grace. */
class DaysPastDueTest {

  @ParameterizedTest
  @CsvSource({
    // 1,000.00 due 2026-01-10, nothing paid
    // clock,        day,        days, first overdue, bucket, status
    "DUE_DATE_IS_ZERO, 2026-01-09,   0,            , 0, NORMAL",
    "DUE_DATE_IS_ZERO, 2026-01-10,   0,            , 0, NORMAL", // due date is not overdue
    "DUE_DATE_IS_ZERO, 2026-01-11,   1, 2026-01-11, 1, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-02-09,  30, 2026-01-11, 1, OVERDUE", // 21 of January + 9
    "DUE_DATE_IS_ZERO, 2026-02-10,  31, 2026-01-11, 2, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-03-11,  60, 2026-01-11, 2, OVERDUE", // 21 + 28 + 11
    "DUE_DATE_IS_ZERO, 2026-03-12,  61, 2026-01-11, 3, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-04-10,  90, 2026-01-11, 3, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-04-11,  91, 2026-01-11, 4, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-05-10, 120, 2026-01-11, 4, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-05-11, 121, 2026-01-11, 5, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-06-09, 150, 2026-01-11, 5, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-06-10, 151, 2026-01-11, 6, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-07-09, 180, 2026-01-11, 6, OVERDUE",
    "DUE_DATE_IS_ZERO, 2026-07-10, 181, 2026-01-11, 7, OVERDUE",
    "DUE_DATE_IS_ONE,  2026-01-09,   0,            , 0, NORMAL",
    "DUE_DATE_IS_ONE,  2026-01-10,   1, 2026-01-10, 1, OVERDUE", // unpaid at its close
    "DUE_DATE_IS_ONE,  2026-02-08,  30, 2026-01-10, 1, OVERDUE",
    "DUE_DATE_IS_ONE,  2026-02-09,  31, 2026-01-10, 2, OVERDUE",
  })
  void countsDaysByTheClock(
      DpdClock clock, String day, int days, String first, int bucket, AccountStatus status) {
    Assessment at = LoanOf.owing("2026-01-10", "1000.00").at(day, RulesOf.jiebei().clock(clock));

    assertThat(at.daysPastDue()).isEqualTo(days);
    assertThat(at.daysDelinquent()).isEqualTo(days);
    assertThat(Day.format(at.firstOverdueOn())).isEqualTo(first == null ? "" : first);
    assertThat(at.bucket()).isEqualTo(bucket);
    assertThat(at.accountStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    // 5 grace days: only AGEING_ONLY takes them off
    // meaning,    day,        past due, delinquent, bucket
    "AGEING_ONLY, 2026-01-11,  1,  0, 0",
    "AGEING_ONLY, 2026-01-15,  5,  0, 0",
    "AGEING_ONLY, 2026-01-16,  6,  1, 1",
    "AGEING_ONLY, 2026-02-14, 35, 30, 1",
    "AGEING_ONLY, 2026-02-15, 36, 31, 2",
    "GATE,        2026-01-11,  1,  1, 1",
    "FREE,        2026-01-11,  1,  1, 1",
  })
  void graceShiftsAgeingOnlyWhereItSaysSo(
      GraceMeaning meaning, String day, int pastDue, int delinquent, int bucket) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00").at(day, RulesOf.jiebei().grace(5, meaning));

    assertThat(at.daysPastDue()).isEqualTo(pastDue);
    assertThat(at.daysDelinquent()).isEqualTo(delinquent);
    assertThat(at.bucket()).isEqualTo(bucket);
    assertThat(at.accountStatus()).isEqualTo(AccountStatus.OVERDUE);
  }
}
