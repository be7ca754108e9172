package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;

/**
 * Penalty interest. Unless said otherwise the rate is 24 % x 1.5 = 36 % a year over 360 days: one
 * thousandth of the base a day.
 */
class PenaltyTest {

  @ParameterizedTest
  @CsvSource({
    // 1,000.00 due 2026-01-10, unpaid: 1.00 a day from the 11th, by either clock
    "DUE_DATE_IS_ZERO, 2026-01-10,  0.00",
    "DUE_DATE_IS_ZERO, 2026-01-11,  1.00",
    "DUE_DATE_IS_ZERO, 2026-01-31, 21.00",
    "DUE_DATE_IS_ONE,  2026-01-10,  0.00", // overdue, but charged from the day after
    "DUE_DATE_IS_ONE,  2026-01-11,  1.00",
  })
  void chargesFromTheDayAfterTheDueDate(DpdClock clock, String day, String penalty) {
    Assessment at = LoanOf.owing("2026-01-10", "1000.00").at(day, RulesOf.jiebei().clock(clock));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
    assertThat(at.penaltyOnInterest()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // Base 365,000.00 from 2023-12-31, rate 36 % x 1 year
    // ACT_360: 366 days x 365.00 = 133,590.00; 365F: 366 x 360.00; ISDA: 360.00 for 1 January by
    // the old year, then 365 days x 131,400.00 / 366 = 131,040.98...; 30E: 12 months
    "ACT_360,      2024-12-31, 133590.00",
    "ACT_365F,     2024-12-31, 131760.00",
    "ACT_ACT_ISDA, 2024-12-31, 131400.98",
    "THIRTY_E_360, 2024-12-31, 131400.00", // from the 31st to the 31st: 360 days
    "ACT_ACT_ISDA, 2024-01-01,    360.00", // 131,400.00 / 365
    "ACT_ACT_ISDA, 2024-01-02,    719.02", // + 131,400.00 / 366 = 359.016...
    "THIRTY_E_360, 2024-02-29,  21535.00", // 30 + 29 days x 365.00
    "THIRTY_E_360, 2024-03-01,  22265.00", // 61 days
  })
  void countsDaysByTheConvention(DayCount dayCount, String day, String penalty) {
    Assessment at =
        LoanOf.owing("2023-12-31", "365000.00")
            .openedOn("2023-01-01")
            .at(day, RulesOf.jiebei().dayCount(dayCount));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
  }

  @ParameterizedTest
  @CsvSource({
    // 1,000.00 due 2026-01-10, 5 grace days
    "GATE,        2026-01-11, 0.00",
    "GATE,        2026-01-14, 0.00",
    "GATE,        2026-01-15, 5.00", // still overdue at its close: charged from the 11th
    "GATE,        2026-01-16, 6.00",
    "FREE,        2026-01-15, 0.00",
    "FREE,        2026-01-16, 1.00", // the grace days are never charged
    "AGEING_ONLY, 2026-01-11, 1.00",
    "AGEING_ONLY, 2026-01-16, 6.00",
  })
  void graceHasThreeMeanings(GraceMeaning meaning, String day, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00").at(day, RulesOf.jiebei().grace(5, meaning));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
  }

  @ParameterizedTest
  @CsvSource({
    // 5 grace days; 600.00 paid on the day, then the rest on another, assessed on 2026-01-31
    // paid 600 on, paid 400 on, penalty owed on the latter
    "2026-01-12, 2026-01-15, 0.00", // cured on the last grace day
    "2026-01-12, 2026-01-14, 0.00",
    "2026-01-12, 2026-01-16, 3.60", // 2 days x 1.00 on 1,000 + 4 days x 0.40 on 400
    "2026-01-15, 2026-01-16, 5.40", // 5 x 1.00 + 1 x 0.40
  })
  void gateChargesEachDayOnWhatWasUnpaidThen(String first, String second, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00")
            .paid("P1", first, "600.00")
            .paid("P2", second, "400.00")
            .at("2026-01-31", RulesOf.jiebei().grace(5, GraceMeaning.GATE));

    // Penalty goes first, so the second payment shows what was owed of it.
    assertThat(Cents.format(at.penaltyPaid())).isEqualTo(penalty);
  }

  @Test
  void postingInsideGraceRoundsNothing() {
    // 5 grace days, 101.70 due on the 10th, 1.00 paid on the 12th, the gate opens on the 15th:
    // 2 x 0.1017 + 3 x 0.1007 = 0.5055 -> 0.51; had the posting rounded: 0.20 + 0.30 = 0.50.
    Assessment at =
        LoanOf.owing("2026-01-10", "101.70")
            .paid("P1", "2026-01-12", "1.00")
            .at("2026-01-15", RulesOf.jiebei().grace(5, GraceMeaning.GATE));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo("0.51");
  }

  @ParameterizedTest
  @CsvSource({
    // Written off on 2026-01-12, 5 grace days: the gate opens on the 15th with 2 days
    "GATE,        2026-01-14, 0.00",
    "GATE,        2026-01-15, 2.00",
    "GATE,        2026-03-31, 2.00",
    "AGEING_ONLY, 2026-01-12, 2.00",
    "AGEING_ONLY, 2026-03-31, 2.00", // nothing after the write-off's value date
    "FREE,        2026-03-31, 0.00",
  })
  void stopsWithTheWriteOff(GraceMeaning meaning, String day, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00")
            .writtenOff("W1", "2026-01-12")
            .is(LoanStatus.WRITTEN_OFF, "2026-01-12")
            .at(day, RulesOf.jiebei().grace(5, meaning));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
    assertThat(at.daysPastDue()).isEqualTo(Day.parse(day) - Day.of(2026, 1, 10));
  }

  @ParameterizedTest
  @CsvSource({
    // 144.00 and 10.00 due 2026-01-10; 1.00 paid on the 13th, penalty before principal.
    // A day on 144.00 costs 0.144, on the rest r of principal r / 1000.
    // AT_POSTING: 3 x 0.144 = 0.432 -> 0.43 paid, 0.57 off principal 144.00 -> 143.43.
    //   To the 16th: 3 x 0.14343 = 0.43029 -> 0.43.
    "AT_POSTING, HALF_UP,   0.43, 143.43, 0.43",
    // HALF_EVEN gives the same here; DOWN: 0.43 and 0.43
    "AT_POSTING, HALF_EVEN, 0.43, 143.43, 0.43",
    "AT_POSTING, DOWN,      0.43, 143.43, 0.43",
    // PER_DAY: 3 x 0.14 = 0.42 paid, 0.58 off; then 3 x round(0.14342) = 0.42
    "PER_DAY,    HALF_UP,   0.42, 143.42, 0.42",
    "PER_PERIOD, HALF_UP,   0.43, 143.43, 0.43",
  })
  void roundsWhenTheConventionSays(
      RoundingMoment when, RoundingMode mode, String paid, String principal, String owed) {
    Assessment at =
        LoanOf.owing("2026-01-10", "144.00")
            .paid("P1", "2026-01-13", "1.00")
            .at("2026-01-16", RulesOf.jiebei().rounding(when, mode));

    assertThat(Cents.format(at.penaltyPaid())).isEqualTo(paid);
    assertThat(Cents.format(at.principalBalance())).isEqualTo(principal);
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(owed);
  }

  @ParameterizedTest
  @CsvSource({
    // 105.00 due 2026-01-10 costs 0.105 a day. On the 11th 0.01 pays penalty only: the base stays.
    // AT_POSTING: 0.105 -> 0.11 fixed on the 11th, less 0.01; then 0.105 -> 0.11 on the 12th
    "AT_POSTING, HALF_UP,   2026-01-12, 0.21",
    // even: 0.10 - 0.01 + 0.10
    "AT_POSTING, HALF_EVEN, 2026-01-12, 0.19",
    "AT_POSTING, DOWN,      2026-01-12, 0.19",
    // PER_PERIOD: one stretch, 0.210 -> 0.21 less 0.01; a payment as such does not end it
    "PER_PERIOD, HALF_UP,   2026-01-12, 0.20",
    "PER_PERIOD, HALF_EVEN, 2026-01-12, 0.20",
    // to the 13th 0.315: 0.32 (half up), 0.32 (even), 0.31 (down), less 0.01
    "PER_PERIOD, HALF_UP,   2026-01-13, 0.31",
    "PER_PERIOD, HALF_EVEN, 2026-01-13, 0.31",
    "PER_PERIOD, DOWN,      2026-01-13, 0.30",
    // PER_DAY: 2 x 0.11 - 0.01, 2 x 0.10 - 0.01
    "PER_DAY,    HALF_UP,   2026-01-12, 0.21",
    "PER_DAY,    HALF_EVEN, 2026-01-12, 0.19",
    "PER_DAY,    DOWN,      2026-01-12, 0.19",
  })
  void aPaymentThatLeavesTheBase(RoundingMoment when, RoundingMode mode, String day, String owed) {
    Assessment at =
        LoanOf.owing("2026-01-10", "105.00")
            .paid("P1", "2026-01-11", "0.01")
            .at(day, RulesOf.jiebei().rounding(when, mode));

    assertThat(Cents.format(at.penaltyPaid())).isEqualTo("0.01");
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(owed);
  }

  @Test
  void perPeriodEndsAStretchWithTheYearUnderIsda() {
    // 1,000.00 due 2023-12-30 at 36 %, ACT_ACT_ISDA, to 2024-01-03.
    // Two days (31 December, 1 January) by 365: 2 x 360 / 365 = 1.97260 -> 1.97.
    // Two days by 366: 2 x 360 / 366 = 1.96721 -> 1.97. Together 3.94; exact 3.93981 -> 3.94.
    // To the 2nd: 1.97 + 0.98361 -> 0.98 = 2.95; exact 2.95621 -> 2.96.
    LoanOf loan = LoanOf.owing("2023-12-30", "1000.00").openedOn("2023-01-01");
    RulesOf perPeriod =
        RulesOf.jiebei()
            .dayCount(DayCount.ACT_ACT_ISDA)
            .rounding(RoundingMoment.PER_PERIOD, RoundingMode.HALF_UP);
    RulesOf atPosting = RulesOf.jiebei().dayCount(DayCount.ACT_ACT_ISDA);

    assertThat(loan.at("2024-01-02", perPeriod).penaltyOnPrincipal()).isEqualTo(295);
    assertThat(loan.at("2024-01-02", atPosting).penaltyOnPrincipal()).isEqualTo(296);
    assertThat(loan.at("2024-01-03", perPeriod).penaltyOnPrincipal()).isEqualTo(394);
  }

  @ParameterizedTest
  @CsvSource({
    // 105.00 due 2026-01-29 costs 0.105 for a 30E/360 day: 30 Jan 0.11, 31 Jan 0.00, 1 Feb 0.11
    "2026-01-30, 0.11",
    "2026-01-31, 0.11",
    "2026-02-01, 0.22",
    "2026-02-28, 3.19", // 29 days x 0.11
    "2026-03-01, 3.51", // + round(0.315) = 0.32
    "2026-03-02, 3.62",
  })
  void perDayRoundsDaysOfEveryWeight(String day, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-29", "105.00")
            .at(
                day,
                RulesOf.jiebei()
                    .dayCount(DayCount.THIRTY_E_360)
                    .rounding(RoundingMoment.PER_DAY, RoundingMode.HALF_UP));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
  }

  @ParameterizedTest
  @CsvSource({
    "PRINCIPAL,              10.00, 0.00",
    "PRINCIPAL_AND_INTEREST, 10.00, 1.00", // 10 days on 1,000.00 and on 100.00; none on the fee
  })
  void interestMayBearPenaltyToo(PenaltyBase base, String onPrincipal, String onInterest) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00", "100.00", "50.00")
            .at("2026-01-20", RulesOf.jiebei().base(base));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(onPrincipal);
    assertThat(Cents.format(at.penaltyOnInterest())).isEqualTo(onInterest);
  }

  @Test
  void penaltyOfAPaidInstalmentStaysOwed() {
    // 10 days on 1,000.00 = 10.00. 1,000.00 paid on the 20th, penalty last.
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00")
            .paid("P1", "2026-01-20", "1000.00")
            .at(
                "2026-06-30",
                RulesOf.jiebei()
                    .order(
                        ProductRules.Component.PRINCIPAL,
                        ProductRules.Component.INTEREST,
                        ProductRules.Component.FEE,
                        ProductRules.Component.PENALTY));

    assertThat(at.daysPastDue()).isZero();
    assertThat(at.overdueTotal()).isEqualTo(1000);
    assertThat(at.penaltyOnPrincipal()).isEqualTo(1000);
    assertThat(at.accountStatus()).isEqualTo(AccountStatus.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    // Tolerance 1.00. Base 100.00 due 2026-01-10; on the 15th all but the rest is paid: 5 days cost
    // 0.50, then the rest bears penalty only above the tolerance (0.1 cents a day: 30 days 0.03)
    // paid on 15th, days past due on 2026-02-14, principal, penalty
    "99.50,  0, 1.00, 0.00", // 0.50 penalty + 99.00: rest 1.00 is within
    "99.49, 35, 1.01, 0.03", // rest 1.01 is not
    "100.50, 0, 0.00, 0.00",
  })
  void aRestWithinTheToleranceIsNotOverdue(
      String paid, int days, String principal, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P1", "2026-01-15", paid)
            .at("2026-02-14", RulesOf.jiebei().tolerance("1.00"));

    assertThat(at.daysPastDue()).isEqualTo(days);
    assertThat(Cents.format(at.principalBalance())).isEqualTo(principal);
    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
    assertThat(at.overduePrincipal()).isEqualTo(days == 0 ? 0 : LoanOf.cents(principal));
  }

  @ParameterizedTest
  @CsvSource({
    // 1,000.00 due 2026-01-10; from 2026-01-15 on the contract rate is 12 % (0.50 a day) ...
    "2026-01-14, -1, 4.00",
    "2026-01-15, -1, 4.50", // the first day charged at the new rate
    "2026-01-20, -1, 7.00",
    // ... or the penalty rate itself 7.2 % (0.20 a day)
    "2026-01-20, 720000000, 5.20", // 4 x 1.00 + 6 x 0.20
  })
  void ratesMayChange(String day, long penaltyE10, String penalty) {
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00")
            .rate("2026-01-15", 1_200_000_000L, penaltyE10)
            .at(day, RulesOf.jiebei());

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo(penalty);
  }

  @Test
  void anOwnPenaltyRateIgnoresTheContractRate() {
    // 0.21 x 1,000.00 x 12 / 360 = 7.00
    Assessment at =
        LoanOf.owing("2026-01-10", "1000.00")
            .rate("2026-01-15", 9_000_000_000L, -1)
            .at("2026-01-22", RulesOf.jiebei().penaltyRateE10(2_100_000_000L));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo("7.00");
  }

  @Test
  void ratesOfTwentyDecimalsStayExact() {
    // 0.1234567891 x 1.1234567891 = 0.13869836787488187881, all 20 decimals.
    // x 1,000,000,000.00 x 10 / 360 = 3,852,732.44096...
    Assessment at =
        LoanOf.owing("2026-01-10", "1000000000.00")
            .annualRateE10(1_234_567_891L)
            .at("2026-01-20", RulesOf.jiebei().multiplierE10(11_234_567_891L));

    assertThat(Cents.format(at.penaltyOnPrincipal())).isEqualTo("3852732.44");
  }
}
