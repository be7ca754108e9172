package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** Adverse records: begin, end, worst figures. Penalty is one thousandth of the base a day. */
class AdverseRecordTest {

  /** Each record as from/to, oldest first. */
  static String text(Assessment at) {
    return at.adverseRecords().stream()
        .map(each -> Day.format(each.overdueFrom()) + "/" + Day.format(each.endedOn()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10, paid with 0.00 or more penalty; assessed on 2026-03-31
    // clock, paid on, amount, record
    "DUE_DATE_IS_ZERO, 2026-01-10, 100.00, ''",
    "DUE_DATE_IS_ZERO, 2026-01-11, 100.10, ''", // overdue at no close
    "DUE_DATE_IS_ZERO, 2026-01-12, 100.20, 2026-01-11/2026-01-12",
    "DUE_DATE_IS_ZERO, 2026-01-12, 100.19, 2026-01-11/", // one cent of principal is left
    "DUE_DATE_IS_ONE,  2026-01-10, 100.00, ''",
    "DUE_DATE_IS_ONE,  2026-01-11, 100.10, 2026-01-10/2026-01-11",
  })
  void runsFromTheFirstOverdueDayToTheFirstCleanOne(
      DpdClock clock, String day, String amount, String records) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", day, amount)
            .at("2026-03-31", RulesOf.jiebei().clock(clock));

    assertThat(text(at)).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource({
    // 100.00 paid on 2026-01-20, penalty (1.00) last: it stays unpaid and keeps the record open
    // until it is paid (2026-02-20), unless it is within the penalty tolerance
    "0.00, 2026-01-11/2026-02-20",
    "0.99, 2026-01-11/2026-02-20",
    "1.00, 2026-01-11/2026-01-20",
  })
  void unpaidPenaltyBeyondItsToleranceKeepsItOpen(String tolerance, String records) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-20", "100.00")
            .paid("P2", "2026-02-20", "1.00")
            .at(
                "2026-03-31",
                RulesOf.jiebei()
                    .penaltyTolerance(tolerance)
                    .order(
                        Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY));

    assertThat(text(at)).isEqualTo(records);
  }

  @Test
  void aLaterInstalmentContinuesTheSameRecord() {
    // The first is paid on 2026-02-12 (33 days: 3.30); the second is overdue since 2026-02-11.
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00")
            .paid("P1", "2026-02-12", "103.30")
            .paid("P2", "2026-02-20", "101.00");

    assertThat(text(loan.at("2026-03-31", RulesOf.jiebei()))).isEqualTo("2026-01-11/2026-02-20");
  }

  @Test
  void aLaterInstalmentAfterTheEndBeginsAnother() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00")
            .paid("P1", "2026-02-10", "103.10")
            .paid("P2", "2026-02-20", "101.00");

    assertThat(text(loan.at("2026-03-31", RulesOf.jiebei())))
        .isEqualTo("2026-01-11/2026-02-10 2026-02-11/2026-02-20");
  }

  @ParameterizedTest
  @CsvSource({
    // 5 grace days, ageing only; paid on the day
    "PAST_DUE,   2026-01-15, 2026-01-11/2026-01-15",
    "DELINQUENT, 2026-01-16, ''", // delinquent for the first time at the close of the 16th
    "DELINQUENT, 2026-01-17, 2026-01-16/2026-01-17",
  })
  void mayBeginWithDelinquency(AdverseBegins begins, String paid, String records) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", paid, "110.00")
            .at("2026-03-31", RulesOf.jiebei().grace(5, GraceMeaning.AGEING_ONLY).begins(begins));

    assertThat(text(at)).isEqualTo(records);
  }

  @Test
  void worstFiguresAreThoseOfTheWorstClose() {
    // 100.00 due 2026-01-10 and 2026-02-10.
    // Close of 2026-02-19: 40 days; 200.00 + 4.00 + 0.90 = 204.90. On the 20th 150.00 are paid.
    // Close of 2026-02-28: the second is 18 days past due, 50-odd are left: less.
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00")
            .paid("P1", "2026-02-20", "150.00");
    AdverseRecord record = loan.at("2026-02-28", RulesOf.jiebei()).adverseRecords().get(0);

    assertThat(record.worstDaysPastDue()).isEqualTo(40);
    assertThat(Cents.format(record.worstOverdueTotal())).isEqualTo("204.90");
  }

  @Test
  void worstFiguresIncludeTheBusinessDateItself() {
    AdverseRecord record =
        LoanOf.owing("2026-01-10", "100.00")
            .at("2026-01-20", RulesOf.jiebei())
            .adverseRecords()
            .get(0);

    assertThat(record.worstDaysPastDue()).isEqualTo(10);
    assertThat(Cents.format(record.worstOverdueTotal())).isEqualTo("101.00");
  }

  @ParameterizedTest
  @CsvSource({
    // Transferred on 2026-01-15; 100.00 due on the day before that counts, paid that day or not
    "2026-01-10,   0.00, 2026-01-11/", // open at the transfer: never ended
    "2026-01-10, 100.50, 2026-01-11/2026-01-15", // paid on the day of the transfer
    "2026-01-14,   0.00, ''", // first overdue at a close at which nothing is owed any more
    "2026-01-13,   0.00, 2026-01-14/",
  })
  void aTransferLeavesAnOpenRecordOpen(String dueOn, String paid, String records) {
    LoanOf loan =
        LoanOf.owing(dueOn, "100.00")
            .transferred("T1", "2026-01-15")
            .is(LoanStatus.TRANSFERRED, "2026-01-15");
    if (!paid.equals("0.00")) {
      loan.paid("P1", "2026-01-15", paid);
    }
    Assessment at = loan.at("2026-06-30", RulesOf.jiebei());

    assertThat(text(at)).isEqualTo(records);
    assertThat(at.overdueTotal()).isZero();
    assertThat(at.principalBalance()).isZero();
    assertThat(at.nothingOwedFrom()).isEqualTo(Day.of(2026, 1, 15));
    assertThat(at.instalmentsRemaining()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // 100.00 due 2026-01-10 and 2026-02-10, both paid by then; the day nothing is owed from
    "2026-01-10, 2026-02-05, 2026-02-05",
    "2026-01-10, 2026-02-10, 2026-02-10",
    "2026-01-10, 2026-04-01, ''", // after the business date
  })
  void knowsSinceWhenNothingIsOwed(String first, String second, String since) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "100.00")
            .paid("P1", first, "100.00")
            .paid("P2", second, "100.00")
            .at("2026-03-31", RulesOf.jiebei());

    assertThat(Day.format(at.nothingOwedFrom())).isEqualTo(since);
  }
}
