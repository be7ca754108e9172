package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;

/** What is remembered of reports, compactly. */
class HistoryTest {

  private static DecidedAccount overdue() {
    DecidedAccount account = new DecidedAccount();
    account.loan.overdue();
    account.loan.lastPaidOn = Day.of(2026, 8, 20);
    return account.monthEnds();
  }

  /** Every figure of every report is the one that was written. */
  @Test
  void figuresComeBackAsTheyWereWritten() {
    DecidedAccount account = overdue();
    String october = account.record();
    List<ToldReport> reports = account.state().dossier().history().reports();
    assertThat(reports).extracting(ToldReport::code).containsExactly(31, 30, 30);
    ToldReport last = reports.get(2);
    assertThat(last.rptDate()).isEqualTo(TestLoan.OCT_31);
    List<Item> items = ToldReport.items(30);
    assertThat(items)
        .hasSize(
            Item.of(Segment.H).stream().filter(i -> i.isPresent(AccountType.D1)).toList().size()
                - 1);
    for (int i = 0; i < items.size(); i++) {
      assertThat(last.values().get(i))
          .as(items.get(i).tag())
          .isEqualTo(TestBureau.value(october, items.get(i).tag()));
    }
    assertThat(reports.get(0).has(Segment.C)).isTrue();
    assertThat(last.has(Segment.C)).isFalse();
    assertThat(ToldReport.parse(last.toText())).isEqualTo(last);
  }

  /** An ordinary month takes some 30 bytes; an overdue one more. */
  @Test
  void anOrdinaryMonthIsShort() {
    DecidedAccount account =
        DecidedAccount.reported(
            loan -> {
              loan.due = 101_000;
              loan.paid = 101_000;
              loan.lastPaidOn = Day.of(2026, 8, 20);
              loan.repaymentStatus = 'N';
            });
    ToldReport last = account.state().dossier().history().lastMonthly().orElseThrow();
    assertThat(last.toText()).hasSizeLessThan(36).startsWith("g0l:30:");
  }

  /** A report that was held goes out late, for an earlier date than the last one. */
  @Test
  void aLateReportTakesItsPlace() {
    History history = overdue().state().dossier().history();
    ToldReport september = history.reports().get(1);
    History without = history.without(Segment.H, september.rptDate(), september.rptDate());
    assertThat(without.reports()).hasSize(2);
    assertThat(without.plus(september)).isEqualTo(history);
    assertThat(history.lastMonthlyOn()).isEqualTo(TestLoan.OCT_31);
    ToldReport recovered =
        new ToldReport(
            Day.of(2026, 11, 5),
            40,
            "",
            false,
            List.of("N", "1", "1", "2026-01-15", "2026-11-05", "1", "1", "1", "0", "0", ""));
    assertThat(history.plus(recovered).lastMonthlyOn()).isEqualTo(TestLoan.OCT_31);
    assertThat(History.NONE.plus(recovered).lastMonthlyOn()).isEqualTo(Day.NONE);
    assertThat(history.plus(recovered).reports()).hasSize(4).endsWith(recovered);
  }

  @Test
  void theLastTwelveMonthsAreKept() {
    DecidedAccount account = new DecidedAccount();
    for (int month = 0; month < 15; month++) {
      account.night(Day.lastOfMonth(Day.plusMonths(Day.of(2026, 1, 31), month)));
    }
    List<ToldReport> reports = account.state().dossier().history().reports();
    assertThat(reports).hasSize(History.MONTHS);
    assertThat(reports.get(0).rptDate()).isEqualTo(Day.of(2026, 4, 30));
    assertThat(reports.get(11).rptDate()).isEqualTo(Day.of(2027, 3, 31));
    assertThat(SentHistory.parse(account.bureau.reported).text())
        .isEqualTo(account.bureau.reported);
  }
}
