package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.NoticeRow;

/** What is held goes to a queue and out again (rulings 4). */
class QueueTest {

  private static final String REQUIRE = TestBureau.YAML.replace("\"OFF\"", "REQUIRE");

  private final TestBureau bureau = new TestBureau(REQUIRE);

  private static int day(int month, int day) {
    return Day.of(2026, month, day);
  }

  private static TestLoan overdueOn(int date) {
    TestLoan loan = TestLoan.of(each -> each.date = date);
    return loan.overdue();
  }

  private void known(int date) {
    bureau.reported = Pboc.imported(AccountType.D1, date, 30, date, 0, day(1, 15), false);
  }

  @Test
  void anAdverseReportWithoutNoticeIsHeldAndItsStateUnchanged() {
    known(day(9, 30));
    String before = bureau.reported;
    ReportResult result = bureau.nightAlways(overdueOn(day(10, 31)));
    assertThat(bureau.records).isEmpty();
    assertThat(result.reported()).isEqualTo(before);
    assertThat(result.queue())
        .containsExactly(new QueuedReport(day(10, 31), day(10, 31), "NO_NOTICE"));
    assertThat(result.held())
        .extracting(Held::code, Held::since)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("NO_NOTICE", day(10, 31)));
    assertThat(result.held().get(0).message()).doesNotContain("测试甲");
  }

  /** A notice of 20 October becomes known on 2 November: the October report goes out. */
  @Test
  void aQueuedReportGoesOutWithItsOwnDate() {
    known(day(9, 30));
    bureau.nightAlways(overdueOn(day(10, 31)));
    ReportResult still = bureau.nightAlways(overdueOn(day(11, 1)));
    assertThat(still.queue())
        .containsExactly(new QueuedReport(day(10, 31), day(10, 31), "NO_NOTICE"));
    bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", day(10, 20)));
    ReportResult sent = bureau.nightAlways(overdueOn(day(11, 2)));
    assertThat(bureau.points()).containsExactly("30@2026-10-31");
    assertThat(sent.queue()).isEmpty();
    assertThat(sent.held()).isEmpty();
  }

  /** The notice counts from 30 days before the first overdue day to the day before RptDate. */
  @Test
  void theNoticeMustLieInItsTime() {
    known(day(9, 30));
    TestLoan loan = overdueOn(day(10, 31));
    int first = loan.firstOverdueOn;
    for (int wrong : new int[] {first - 31, day(10, 31)}) {
      bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", wrong));
      assertThat(bureau.nightAlways(loan).held()).hasSize(1);
      bureau.queue = List.of();
    }
    bureau.notices = List.of(new NoticeRow("OTHER", "SMS", first));
    assertThat(bureau.nightAlways(loan).held()).hasSize(1);
    bureau.queue = List.of();
    String before = bureau.reported;
    for (int right : new int[] {first - 30, day(10, 30)}) {
      bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", right));
      bureau.reported = before;
      assertThat(bureau.nightAlways(loan).held()).isEmpty();
      assertThat(bureau.records).hasSize(1);
    }
  }

  @Test
  void aLaterMonthDropsAnEarlierOneAndListsIt() {
    known(day(8, 31));
    bureau.nightAlways(overdueOn(day(9, 30)));
    assertThat(bureau.queue).hasSize(1);
    bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", day(10, 5)));
    TestLoan october = overdueOn(day(10, 31));
    ReportResult result = bureau.nightAlways(october);
    assertThat(bureau.points()).containsExactly("30@2026-10-31");
    assertThat(result.dropped()).containsExactly(day(9, 30));
    assertThat(result.queue()).isEmpty();
    assertThat(result.held()).isEmpty();
  }

  @Test
  void monthsThatStayHeldWaitSideBySide() {
    known(day(8, 31));
    bureau.nightAlways(overdueOn(day(9, 30)));
    bureau.nightAlways(overdueOn(day(10, 31)));
    assertThat(bureau.queue)
        .extracting(QueuedReport::reportDate)
        .containsExactly(day(9, 30), day(10, 31));
    assertThat(bureau.queue)
        .extracting(QueuedReport::since)
        .containsExactly(day(9, 30), day(10, 31));
  }

  /** A new account without facility: one entry, however many nights; then it goes out. */
  @Test
  void aHeldNewAccountIsQueuedOnce() {
    TestLoan loan = TestLoan.of(each -> each.product = "SUIJIE");
    for (int d = 15; d <= 20; d++) {
      loan.date = day(1, d);
      ReportResult result = bureau.nightAlways(loan);
      assertThat(result.held()).extracting(Held::code).containsExactly("NO_FACILITY");
      assertThat(result.queue())
          .containsExactly(new QueuedReport(day(1, 15), day(1, 15), "NO_FACILITY"));
    }
    loan.withFacility();
    loan.date = day(1, 21);
    ReportResult sent = bureau.nightAlways(loan);
    assertThat(bureau.points()).containsExactly("10@2026-01-15");
    assertThat(sent.queue()).isEmpty();
  }

  /** The new account is held over its month end: both dates wait and go out in order. */
  @Test
  void theFirstMonthEndWaitsBesideTheNewAccount() {
    TestLoan loan = TestLoan.of(each -> each.product = "SUIJIE");
    loan.date = day(1, 15);
    bureau.nightAlways(loan);
    loan.date = day(1, 31);
    bureau.nightAlways(loan);
    assertThat(bureau.queue).hasSize(2);
    loan.withFacility();
    loan.date = day(2, 1);
    bureau.nightAlways(loan);
    assertThat(bureau.points()).containsExactly("10@2026-01-15", "30@2026-01-31");
    assertThat(bureau.queue).isEmpty();
  }

  /** What became of a queued report is decided by what the bureau knows now. */
  @Test
  void aQueuedReportThatIsNoLongerDueIsDropped() {
    known(day(9, 30));
    bureau.queue = List.of(new QueuedReport(day(9, 30), day(9, 30), "NO_NOTICE"));
    ReportResult result = bureau.nightAlways(TestLoan.of(loan -> loan.date = day(10, 5)));
    assertThat(result.dropped()).containsExactly(day(9, 30));
    assertThat(result.queue()).isEmpty();
  }

  /** After the closing record nothing is accepted: what waited is dropped and listed. */
  @Test
  void aClosingReportDropsWhatWaits() {
    known(day(8, 31));
    bureau.nightAlways(overdueOn(day(9, 30)));
    TestLoan before = overdueOn(day(9, 30));
    TestLoan closed = TestLoan.of(loan -> loan.closed(day(10, 9)));
    closed.date = day(10, 9);
    ReportResult result = bureau.night(closed.build(), day -> before.build());
    assertThat(bureau.points()).containsExactly("20@2026-10-09");
    assertThat(result.dropped()).containsExactly(day(9, 30));
    assertThat(result.queue()).isEmpty();
  }

  @Test
  void withWarnTheReportGoesOutAndIsListed() {
    TestBureau warn = new TestBureau(TestBureau.YAML.replace("\"OFF\"", "WARN"));
    ReportResult result = warn.nightAlways(overdueOn(day(10, 31)));
    assertThat(warn.records).hasSize(1);
    assertThat(result.held()).isEmpty();
    assertThat(result.warnings()).extracting(Held::code).containsExactly("NO_NOTICE");
  }
}
