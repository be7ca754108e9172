package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.retention.Hold;
import org.xinbao.retention.HoldDecision;
import org.xinbao.retention.Holds;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.retention.RetentionRule;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * The clock of adverse records from what a borrower owed and paid to the day of deletion: 征信业管理条例
 * art. 16 (five years from the end of the bad behaviour), 民法典 arts. 201, 202 (the start day is not
 * counted; the period ends on the corresponding day, else on the last day of the month).
 *
 * <p>Each instalment is 100.00 of principal and each day late costs 0.10. A row is: what is due |
 * what is paid | decisions | the day asked about | every record that is then left, as {@code first
 * day > settled > last kept day STATE}. The comment above a row derives it.
 */
class ClockCasesTest {

  @ParameterizedTest(name = "due {0}, paid {1}, {2}, on {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # One record: overdue from the day after the due date, settled on the day it is paid.
          # Due 10-21, paid 10 days late: 100.00 + 10 x 0.10. 2021-10-31 + 5 years, then the next day.
          2021-10-21 | 2021-10-31 101.00 | '' | 2026-10-31 | 2021-10-22 > 2021-10-31 > 2026-10-31 KEPT
          2021-10-21 | 2021-10-31 101.00 | '' | 2026-11-01 | ''

          # Settled on 28 February of a common year: 2028 has a corresponding day; 29 February is the next day.
          2023-02-18 | 2023-02-28 101.00 | '' | 2028-02-28 | 2023-02-19 > 2023-02-28 > 2028-02-28 KEPT
          2023-02-18 | 2023-02-28 101.00 | '' | 2028-02-29 | ''
          # Settled on 28 February of a leap year: the corresponding day, although it was not the month's last.
          2024-02-18 | 2024-02-28 101.00 | '' | 2029-02-28 | 2024-02-19 > 2024-02-28 > 2029-02-28 KEPT
          2024-02-18 | 2024-02-28 101.00 | '' | 2029-03-01 | ''
          # Settled on 29 February: 2029 has none, so the last day of that month, 28 February.
          2024-02-19 | 2024-02-29 101.00 | '' | 2029-02-28 | 2024-02-20 > 2024-02-29 > 2029-02-28 KEPT
          2024-02-19 | 2024-02-29 101.00 | '' | 2029-03-01 | ''

          # Month ends: 30 April stays the 30th, 31 December ends with the year, 31 January is not shortened.
          2021-04-20 | 2021-04-30 101.00 | '' | 2026-04-30 | 2021-04-21 > 2021-04-30 > 2026-04-30 KEPT
          2021-04-20 | 2021-04-30 101.00 | '' | 2026-05-01 | ''
          2021-12-21 | 2021-12-31 101.00 | '' | 2026-12-31 | 2021-12-22 > 2021-12-31 > 2026-12-31 KEPT
          2021-12-21 | 2021-12-31 101.00 | '' | 2027-01-01 | ''
          2021-01-21 | 2021-01-31 101.00 | '' | 2026-01-31 | 2021-01-22 > 2021-01-31 > 2026-01-31 KEPT

          # Several records of one loan, each with a clock of its own; the third is not paid.
          2021-05-01 2021-06-01 2026-08-01 | 2021-05-11 101.00, 2021-06-30 102.90 | '' | 2026-05-11 | 2021-05-02 > 2021-05-11 > 2026-05-11 KEPT; 2021-06-02 > 2021-06-30 > 2026-06-30 KEPT
          2021-05-01 2021-06-01 2026-08-01 | 2021-05-11 101.00, 2021-06-30 102.90 | '' | 2026-05-12 | 2021-06-02 > 2021-06-30 > 2026-06-30 KEPT
          2021-05-01 2021-06-01 2026-08-01 | 2021-05-11 101.00, 2021-06-30 102.90 | '' | 2026-08-02 | 2026-08-02 > > UNPAID

          # Relapse on the day of settlement: the first is paid on the due date of the second, which is overdue
          # from the close of the day after. The first record ends on 06-15 and its clock starts then.
          2021-06-05 2021-06-15 | 2021-06-15 101.00, 2021-06-25 101.00 | '' | 2026-06-15 | 2021-06-06 > 2021-06-15 > 2026-06-15 KEPT; 2021-06-16 > 2021-06-25 > 2026-06-25 KEPT
          2021-06-05 2021-06-15 | 2021-06-15 101.00, 2021-06-25 101.00 | '' | 2026-06-16 | 2021-06-16 > 2021-06-25 > 2026-06-25 KEPT
          # Paid a day later, when the second is overdue already: no day closed clean, so it is one record.
          2021-06-05 2021-06-15 | 2021-06-16 101.10, 2021-06-25 101.00 | '' | 2026-06-16 | 2021-06-06 > 2021-06-25 > 2026-06-25 KEPT
          # All but 0.01 of the penalty is paid: the record goes on until that is paid too.
          2021-06-05 | 2021-06-15 100.99, 2021-06-20 0.01 | '' | 2026-06-16 | 2021-06-06 > 2021-06-20 > 2026-06-20 KEPT

          # A hold around the last kept day, 2026-10-31. Set on it and not released: held from the day after.
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-31 | 2026-10-31 | 2021-10-22 > 2021-10-31 > 2026-10-31 KEPT
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-31 | 2026-11-01 | 2021-10-22 > 2021-10-31 > 2026-10-31 HELD
          # Set on the very day from which it would be deleted; a day later there is nothing left to hold.
          2021-10-21 | 2021-10-31 101.00 | H 2026-11-01 | 2026-11-01 | 2021-10-22 > 2021-10-31 > 2026-10-31 HELD
          2021-10-21 | 2021-10-31 101.00 | H 2026-11-02 | 2026-11-02 | ''
          # Released with effect from 11-01: the hold's last day is 10-31, which its own clock covers.
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-01 | 2026-10-31 | 2021-10-22 > 2021-10-31 > 2026-10-31 KEPT
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-01 | 2026-11-01 | ''
          # Released with effect from 11-02: held on 11-01 alone.
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-02 | 2026-11-01 | 2021-10-22 > 2021-10-31 > 2026-10-31 HELD
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-02 | 2026-11-02 | ''
          # Released and held anew without a day between, and with one: only the gap deletes.
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-02, H 2026-11-02 | 2026-12-01 | 2021-10-22 > 2021-10-31 > 2026-10-31 HELD
          2021-10-21 | 2021-10-31 101.00 | H 2026-10-01, R 2026-11-02, H 2026-11-03 | 2026-12-01 | ''
          # A dispute that is open holds too; its resolution takes effect on 11-05, so 11-04 is its last day.
          2021-10-21 | 2021-10-31 101.00 | D 2026-10-20, A 2026-11-05 | 2026-11-04 | 2021-10-22 > 2021-10-31 > 2026-10-31 HELD
          2021-10-21 | 2021-10-31 101.00 | D 2026-10-20, A 2026-11-05 | 2026-11-05 | ''

          # A correction of the settlement date after deletion was due (2026-11-01): the ledger now says that the
          # 101.00 came on 2021-12-31 (71 days: 107.10 owed, paid in full then). By its new clock it is kept again.
          2021-10-21 | 2021-12-31 107.10 | '' | 2026-11-02 | 2021-10-22 > 2021-12-31 > 2026-12-31 KEPT
          # Corrected to have been paid on its due date: there never was a record.
          2021-10-21 | 2021-10-21 100.00 | '' | 2026-10-15 | ''
          # Corrected to be unpaid: kept without a clock.
          2021-10-21 | '' | '' | 2026-11-02 | 2021-10-22 > > UNPAID

          # Unpaid for twelve years: the event has not ended (art. 16), and the limitation period of three years
          # (民法典 art. 188) does not end the record.
          2014-10-20 | '' | '' | 2026-10-31 | 2014-10-21 > > UNPAID
          # A part paid in between ends nothing.
          2014-10-20 | 2016-01-01 60.00 | '' | 2026-10-31 | 2014-10-21 > > UNPAID
          """)
  void followsFromWhatWasOwedAndPaid(
      String due, String paid, String decisions, String asked, String expected) {
    assertThat(
            left(
                due, paid, decisions, asked, ClockStart.OVERDUE_SETTLED, DpdClock.DUE_DATE_IS_ZERO))
        .isEqualTo(expected);
  }

  /**
   * The clock of the loan waits until nothing is owed; 2021-05-11 ends the record, 06-01 the loan.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The second instalment is not paid yet on 05-31: no clock.
          2021-05-31 | 2021-05-02 > > UNPAID
          # Paid when due on 2021-06-01: 2026-06-01 is the last kept day, not 2026-05-11.
          2026-06-01 | 2021-05-02 > 2021-06-01 > 2026-06-01 KEPT
          2026-06-02 | ''
          """)
  void mayWaitForTheWholeLoan(String asked, String expected) {
    assertThat(
            left(
                "2021-05-01 2021-06-01",
                "2021-05-11 101.00, 2021-06-01 100.00",
                "",
                asked,
                ClockStart.LOAN_SETTLED,
                DpdClock.DUE_DATE_IS_ZERO))
        .isEqualTo(expected);
  }

  /**
   * With DUE_DATE_IS_ONE an instalment is overdue at the close of its due date: paid on the due
   * date of the second, the first leaves no clean close, and the relapse continues the same record.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-06-24, 2021-06-05 > 2021-06-24 > 2026-06-24 KEPT",
    "2026-06-25, ''",
  })
  void aRelapseOnTheDayOfSettlementContinuesTheRecordWhenThatDayCounts(
      String asked, String expected) {
    assertThat(
            left(
                "2021-06-05 2021-06-15",
                "2021-06-15 101.10, 2021-06-24 101.10",
                "",
                asked,
                ClockStart.OVERDUE_SETTLED,
                DpdClock.DUE_DATE_IS_ONE))
        .isEqualTo(expected);
  }

  private static String left(
      String due, String paid, String decisions, String asked, ClockStart starts, DpdClock clock) {
    List<String> days = List.of(due.split(" ", -1));
    LoanOf loan = LoanOf.owing(days.get(0), "100.00").openedOn("2014-01-01");
    days.subList(1, days.size()).forEach(each -> loan.due(each, "100.00"));
    int number = 0;
    for (String each : parts(paid)) {
      String[] payment = each.split(" ", -1);
      loan.paid("P" + ++number, payment[0], payment[1]);
    }
    Assessment at = loan.at(asked, RulesOf.jiebei().clock(clock));
    List<RetainedRecord> records =
        Retention.apply(
            at.adverseRecords(),
            at.nothingOwedFrom(),
            new RetentionRule(5, starts),
            holds(decisions),
            Day.parse(asked));
    return String.join("; ", records.stream().map(ClockCasesTest::show).toList());
  }

  private static List<Hold> holds(String decisions) {
    List<HoldDecision> list = new ArrayList<>();
    for (String each : parts(decisions)) {
      String[] words = each.split(" ", -1);
      HoldDecision.Kind kind =
          switch (words[0]) {
            case "H" -> HoldDecision.Kind.LEGAL_HOLD;
            case "R" -> HoldDecision.Kind.RELEASE_HOLD;
            case "D" -> HoldDecision.Kind.DISPUTE_OPENED;
            default -> HoldDecision.Kind.DISPUTE_RESOLVED;
          };
      list.add(new HoldDecision("d" + list.size(), kind, Day.parse(words[1]), Day.NONE, ""));
    }
    return Holds.of(list);
  }

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(", ", -1));
  }

  private static String show(RetainedRecord each) {
    String clock =
        each.settledOn() == Day.NONE
            ? " > > "
            : " > " + Day.format(each.settledOn()) + " > " + Day.format(each.retainUntil()) + " ";
    return Day.format(each.record().overdueFrom()) + clock + each.state();
  }
}
