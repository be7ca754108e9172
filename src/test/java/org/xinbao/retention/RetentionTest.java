package org.xinbao.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * The clock of adverse records. 征信业管理条例 art. 16: kept for 5 years from the end of the bad
 * behaviour, then deleted. 民法典 arts. 201, 202: the start day is not counted; the period ends on the
 * corresponding day, or on the last day of the month where there is none.
 */
class RetentionTest {

  private static final RetentionRule FIVE_YEARS = new RetentionRule(5, ClockStart.OVERDUE_SETTLED);
  private static final RetentionRule FIVE_YEARS_OF_LOAN =
      new RetentionRule(5, ClockStart.LOAN_SETTLED);

  private static int day(String date) {
    return Day.parse(date);
  }

  private static AdverseRecord record(String from, String to) {
    return new AdverseRecord(day(from), to.isEmpty() ? Day.NONE : day(to), 10, 1_000_00);
  }

  private static Hold hold(String from, String to) {
    return new Hold(day(from), to.isEmpty() ? Hold.OPEN_END : day(to));
  }

  /** {@code from settled until STATE}, one part per record, or the empty text. */
  private static String show(List<RetainedRecord> records) {
    return String.join("; ", records.stream().map(RetentionTest::show).toList());
  }

  private static String show(RetainedRecord each) {
    return Day.format(each.record().overdueFrom())
        + " "
        + Day.format(each.settledOn())
        + " "
        + Day.format(each.retainUntil())
        + " "
        + each.state();
  }

  @ParameterizedTest(name = "settled {0}, {1} years: kept until {2}")
  @CsvSource({
    // settled_on, years, last kept day, deleted from
    "2021-10-31, 5, 2026-10-31, 2026-11-01", // the corresponding day
    "2021-10-30, 5, 2026-10-30, 2026-10-31",
    "2021-04-30, 5, 2026-04-30, 2026-05-01",
    "2021-12-31, 5, 2026-12-31, 2027-01-01",
    "2022-01-01, 5, 2027-01-01, 2027-01-02",
    "2024-02-28, 5, 2029-02-28, 2029-03-01",
    "2024-02-29, 5, 2029-02-28, 2029-03-01", // no 29 February 2029: the last of the month
    "2024-03-01, 5, 2029-03-01, 2029-03-02",
    "2023-02-28, 5, 2028-02-28, 2028-02-29", // deletable on the leap day itself
    "2024-02-29, 4, 2028-02-29, 2028-03-01", // a corresponding day exists
    "2024-02-29, 1, 2025-02-28, 2025-03-01",
    "2096-02-29, 4, 2100-02-28, 2100-03-01", // 2100 is no leap year
  })
  void keepsUntilTheCorrespondingDayAndDeletesOnTheNext(
      String settled, int years, String lastKept, String deletedFrom) {
    RetentionRule rule = new RetentionRule(years, ClockStart.OVERDUE_SETTLED);
    List<AdverseRecord> records = List.of(record("2020-01-05", settled));

    List<RetainedRecord> onLastDay =
        Retention.apply(records, Day.NONE, rule, List.of(), day(lastKept));
    List<RetainedRecord> onNextDay =
        Retention.apply(records, Day.NONE, rule, List.of(), day(deletedFrom));

    assertThat(show(onLastDay)).isEqualTo("2020-01-05 " + settled + " " + lastKept + " KEPT");
    assertThat(onNextDay).isEmpty();
  }

  @Test
  void anUnpaidRecordIsKeptForEverWithoutDates() {
    // Twelve years unpaid: the event has not ended, so no clock runs, under either rule.
    List<AdverseRecord> unpaid = List.of(record("2014-10-31", ""));

    for (RetentionRule rule : List.of(FIVE_YEARS, FIVE_YEARS_OF_LOAN)) {
      List<RetainedRecord> kept =
          Retention.apply(unpaid, Day.NONE, rule, List.of(), day("2026-10-31"));
      assertThat(show(kept)).isEqualTo("2014-10-31   UNPAID");
      assertThat(kept.get(0).settledOn()).isEqualTo(Day.NONE);
      assertThat(kept.get(0).retainUntil()).isEqualTo(Day.NONE);
    }
  }

  @Test
  void aRecordOpenAtATransferStaysUnpaidAlthoughNothingIsOwedToThisLender() {
    List<AdverseRecord> open = List.of(record("2020-03-02", ""));
    int transferred = day("2020-09-30");

    for (RetentionRule rule : List.of(FIVE_YEARS, FIVE_YEARS_OF_LOAN)) {
      assertThat(show(Retention.apply(open, transferred, rule, List.of(), day("2032-01-01"))))
          .isEqualTo("2020-03-02   UNPAID");
    }
  }

  @Test
  void eachRecordOfALoanHasItsOwnClock() {
    // Ends 2021-05-10 -> until 2026-05-10; 2021-11-01 -> until 2026-11-01; the last is unpaid.
    List<AdverseRecord> records =
        List.of(
            record("2021-05-01", "2021-05-10"),
            record("2021-10-02", "2021-11-01"),
            record("2026-08-01", ""));

    assertThat(show(Retention.apply(records, Day.NONE, FIVE_YEARS, List.of(), day("2026-05-10"))))
        .isEqualTo(
            "2021-05-01 2021-05-10 2026-05-10 KEPT; 2021-10-02 2021-11-01 2026-11-01 KEPT;"
                + " 2026-08-01   UNPAID");
    assertThat(show(Retention.apply(records, Day.NONE, FIVE_YEARS, List.of(), day("2026-11-01"))))
        .isEqualTo("2021-10-02 2021-11-01 2026-11-01 KEPT; 2026-08-01   UNPAID");
    assertThat(show(Retention.apply(records, Day.NONE, FIVE_YEARS, List.of(), day("2026-11-02"))))
        .isEqualTo("2026-08-01   UNPAID");
  }

  @Test
  void aRelapseOnTheDayOfSettlementIsARecordOfItsOwn() {
    // The first record ends at the close of 2021-06-15; with DUE_DATE_IS_ONE the next instalment
    // can
    // be overdue from 2021-06-16. The clocks do not touch each other.
    List<AdverseRecord> records =
        List.of(record("2021-05-16", "2021-06-15"), record("2021-06-16", "2021-06-20"));

    assertThat(show(Retention.apply(records, Day.NONE, FIVE_YEARS, List.of(), day("2026-06-16"))))
        .isEqualTo("2021-06-16 2021-06-20 2026-06-20 KEPT");
  }

  @ParameterizedTest(name = "nothing owed from {1}, on {2}: {3}")
  @CsvSource({
    // record end, nothing owed from, business date, expected
    "2020-07-01, '',         2026-10-31, 2020-06-01   UNPAID", // cured, but the loan runs on
    "2020-07-01, 2021-10-31, 2026-10-31, 2020-06-01 2021-10-31 2026-10-31 KEPT",
    "2020-07-01, 2021-10-31, 2026-11-01, ''",
    "2020-07-01, 2020-07-01, 2025-07-01, 2020-06-01 2020-07-01 2025-07-01 KEPT", // paid in full
    "2020-07-01, 2020-07-01, 2025-07-02, ''",
    "2020-07-01, 2024-02-29, 2029-02-28, 2020-06-01 2024-02-29 2029-02-28 KEPT",
    "2020-07-01, 2024-02-29, 2029-03-01, ''",
  })
  void theClockOfTheLoanStartsWhenNothingIsOwed(
      String ended, String nothingOwedFrom, String businessDate, String expected) {
    List<RetainedRecord> kept =
        Retention.apply(
            List.of(record("2020-06-01", ended)),
            nothingOwedFrom.isEmpty() ? Day.NONE : day(nothingOwedFrom),
            FIVE_YEARS_OF_LOAN,
            List.of(),
            day(businessDate));

    assertThat(show(kept)).isEqualTo(expected);
  }

  @Test
  void theClockOfTheRecordDoesNotWaitForTheLoan() {
    assertThat(
            show(
                Retention.apply(
                    List.of(record("2020-06-01", "2020-07-01")),
                    day("2021-10-31"),
                    FIVE_YEARS,
                    List.of(),
                    day("2025-07-01"))))
        .isEqualTo("2020-06-01 2020-07-01 2025-07-01 KEPT");
  }

  /** Settled 2021-10-31, so the last kept day is 2026-10-31 and 2026-11-01 the first to hold. */
  @ParameterizedTest(name = "{3}: hold {0} to {1}, on {2}")
  @CsvSource({
    "2026-06-01, 2026-12-31, 2026-10-31, KEPT", // its own clock still runs
    "2026-06-01, 2026-12-31, 2026-11-01, HELD",
    "2026-06-01, 2026-12-31, 2026-12-31, HELD",
    "2026-06-01, 2026-12-31, 2027-01-01, ''", // the hold is over
    "2026-06-01, '',         2040-01-01, HELD", // no end
    "2026-06-01, 2026-10-31, 2026-11-01, ''", // ends on the last kept day: nothing to hold
    "2026-06-01, 2026-11-01, 2026-11-01, HELD", // one day only
    "2026-06-01, 2026-11-01, 2026-11-02, ''",
    "2026-11-01, 2026-11-30, 2026-11-01, HELD", // begins on the very day of deletion
    "2026-11-02, 2026-11-30, 2026-11-02, ''", // begins after the deletion: cannot bring it back
    "2030-01-01, '',         2030-01-01, ''",
  })
  void aHoldKeepsARecordPastItsLastDayOnlyWhileItCovers(
      String from, String to, String businessDate, String expected) {
    List<RetainedRecord> kept =
        Retention.apply(
            List.of(record("2021-10-02", "2021-10-31")),
            Day.NONE,
            FIVE_YEARS,
            List.of(hold(from, to)),
            day(businessDate));

    assertThat(show(kept))
        .isEqualTo(expected.isEmpty() ? "" : "2021-10-02 2021-10-31 2026-10-31 " + expected);
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2026-11-30, HELD", // by the first
    "2026-12-01, HELD", // by the second, which follows without a gap
    "2026-12-31, HELD", // by the second
    "2027-01-31, HELD", // by the third, which overlaps the second
    "2027-02-01, ''", // by none: deleted
    "2027-03-01, ''", // the fourth comes too late
  })
  void holdsThatFollowEachOtherKeepARecordUntilTheFirstGap(String businessDate, String expected) {
    // In no order: the derivation must not depend on it.
    List<Hold> holds =
        List.of(
            hold("2027-02-02", ""),
            hold("2026-12-01", "2026-12-31"),
            hold("2026-12-15", "2027-01-31"),
            hold("2026-10-01", "2026-11-30"));
    List<AdverseRecord> records = List.of(record("2021-10-02", "2021-10-31"));

    List<RetainedRecord> kept =
        Retention.apply(records, Day.NONE, FIVE_YEARS, holds, day(businessDate));

    assertThat(String.join("", kept.stream().map(each -> each.state().name()).toList()))
        .isEqualTo(expected);
  }

  @Test
  void anUnpaidRecordUnderAHoldStaysUnpaid() {
    assertThat(
            show(
                Retention.apply(
                    List.of(record("2014-10-31", "")),
                    Day.NONE,
                    FIVE_YEARS,
                    List.of(hold("2026-01-01", "")),
                    day("2026-10-31"))))
        .isEqualTo("2014-10-31   UNPAID");
  }

  @Test
  void theLatestRecordIsTheOneThatBeganLast() {
    List<RetainedRecord> kept =
        Retention.apply(
            List.of(record("2022-05-01", "2022-05-10"), record("2024-10-02", "2024-11-01")),
            Day.NONE,
            FIVE_YEARS,
            List.of(),
            day("2026-10-31"));

    assertThat(Retention.latest(kept).map(RetentionTest::show))
        .contains("2024-10-02 2024-11-01 2029-11-01 KEPT");
    assertThat(Retention.latest(List.of())).isEmpty();
  }

  @Test
  void aVoidedRecordIsNeverTheLatest() {
    RetainedRecord voided =
        new RetainedRecord(record("2025-01-02", ""), Day.NONE, Day.NONE, RecordState.VOID);
    RetainedRecord kept =
        new RetainedRecord(record("2024-01-02", ""), Day.NONE, Day.NONE, RecordState.UNPAID);

    assertThat(Retention.latest(List.of(kept, voided))).contains(kept);
    assertThat(Retention.latest(List.of(voided))).isEmpty();
  }

  @Test
  void aRecordOfTheRegisterGoesOnByItsOwnClock() {
    RetainedRecord stored =
        new RetainedRecord(
            record("2021-10-02", "2021-10-31"),
            day("2021-10-31"),
            day("2026-10-31"),
            RecordState.KEPT);
    List<Hold> holds = List.of(hold("2026-10-01", "2026-11-05"));

    assertThat(Retention.at(stored, holds, day("2026-10-31"))).contains(stored);
    assertThat(Retention.at(stored, holds, day("2026-11-05")).map(RetainedRecord::state))
        .contains(RecordState.HELD);
    assertThat(Retention.at(stored, holds, day("2026-11-06"))).isEmpty();
    assertThat(Retention.at(stored, List.of(), day("2026-11-01"))).isEmpty();
  }

  @Test
  void aPublishedRecordThatNoLongerFollowsIsVoided() {
    RetainedRecord gone =
        new RetainedRecord(record("2026-05-02", ""), Day.NONE, Day.NONE, RecordState.UNPAID);
    RetainedRecord moved =
        new RetainedRecord(record("2025-01-02", ""), Day.NONE, Day.NONE, RecordState.UNPAID);
    RetainedRecord before =
        new RetainedRecord(record("2024-01-02", ""), Day.NONE, Day.NONE, RecordState.VOID);
    RetainedRecord stays =
        new RetainedRecord(record("2023-01-02", ""), Day.NONE, Day.NONE, RecordState.UNPAID);
    // The second begins a day later now: another record. The last is settled now, yet the same one.
    List<AdverseRecord> assessed =
        List.of(record("2023-01-02", "2023-01-09"), record("2025-01-03", ""));

    List<RetainedRecord> voided =
        Retention.voided(
            List.of(gone, moved, before, stays), assessed, List.of(), day("2026-10-31"));

    assertThat(show(voided)).isEqualTo("2025-01-02   VOID; 2026-05-02   VOID");
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2026-10-31, 2021-10-02 2021-10-31 2026-10-31 VOID", // its last kept day
    "2026-11-05, 2021-10-02 2021-10-31 2026-10-31 VOID", // kept by the hold
    "2026-11-06, ''", // deleted: it is not written again, not even to void it
  })
  void aDeletedRecordIsNotWrittenAgainToVoidIt(String businessDate, String expected) {
    RetainedRecord published =
        new RetainedRecord(
            record("2021-10-02", "2021-10-31"),
            day("2021-10-31"),
            day("2026-10-31"),
            RecordState.KEPT);

    assertThat(
            show(
                Retention.voided(
                    List.of(published),
                    List.of(),
                    List.of(hold("2026-10-01", "2026-11-05")),
                    day(businessDate))))
        .isEqualTo(expected);
  }

  @Test
  void holdsAndRulesCannotBeBuiltWrong() {
    assertThatThrownBy(() -> hold("2026-01-02", "2026-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Hold(Day.NONE, day("2026-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetentionRule(0, ClockStart.LOAN_SETTLED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The same rule told as a story: day after day, a record lives or is gone for good. */
  @Test
  void agreesWithAWalkThroughTheDays() {
    long seed = Long.getLong("xinbao.test.seed", 20261031);
    Random random = new Random(seed);
    for (int n = 0; n < 2_000; n++) {
      int settled = day("2024-02-20") + random.nextInt(20);
      int lastKept = Day.plusYears(settled, 2);
      List<Hold> holds = new ArrayList<>();
      for (int h = random.nextInt(5); h > 0; h--) {
        int from = lastKept - 10 + random.nextInt(30);
        holds.add(new Hold(from, from + random.nextInt(12)));
      }
      List<AdverseRecord> records = List.of(new AdverseRecord(settled - 9, settled, 9, 1_00));
      boolean alive = true;
      for (int today = lastKept - 2; today < lastKept + 45; today++) {
        int day = today;
        boolean held = today > lastKept && holds.stream().anyMatch(each -> each.covers(day));
        alive = alive && (today <= lastKept || held);
        String expected = alive ? (held ? "HELD" : "KEPT") : "";

        List<RetainedRecord> kept =
            Retention.apply(
                records, Day.NONE, new RetentionRule(2, ClockStart.OVERDUE_SETTLED), holds, today);

        assertThat(String.join("", kept.stream().map(each -> each.state().name()).toList()))
            .as("seed %s, loan %s, %s, %s", seed, n, holds, Day.format(today))
            .isEqualTo(expected);
      }
    }
  }
}
