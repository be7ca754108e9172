package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Answered;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.ReportResult;

/** What a night makes of a rejected report (rulings 3, 4). The loan opened on 15 January 2026. */
class RejectedReportTest {

  private final TestBureau bureau = new TestBureau();

  private static int day(int month, int day) {
    return Day.of(2026, month, day);
  }

  private static TestLoan on(int date) {
    return TestLoan.of(each -> each.date = date);
  }

  /** The bureau answers the file of a night: all stored but the records of these report dates. */
  private void answer(int sentOn, int learntOn, int... rejected) {
    List<RejectedRecord> records = new ArrayList<>();
    for (int each : rejected) {
      records.add(new RejectedRecord(each, 1, List.of(new RejectionCode("ABE004", "IDNum"))));
    }
    Answered answered =
        bureau.pboc.answered(
            bureau.reported,
            learntOn,
            List.of(new FileAnswer("210", sentOn, 1, List.of(), records)));
    bureau.reported = answered.reported();
    List<QueuedReport> queue = new ArrayList<>(bureau.queue);
    for (QueuedReport each : answered.repeats()) {
      queue.removeIf(before -> before.reportDate() == each.reportDate());
      queue.add(each);
    }
    bureau.queue = queue;
  }

  @Test
  void anAcceptedReportIsNotSentAgain() {
    bureau.nightAlways(on(day(1, 15)));
    assertThat(bureau.points()).containsExactly("10@2026-01-15");
    answer(day(1, 15), day(1, 16));
    ReportResult next = bureau.nightAlways(on(day(1, 16)));
    assertThat(bureau.records).isEmpty();
    assertThat(next.queue()).isEmpty();
    assertThat(next.reported()).doesNotContain(";");
  }

  /** Rejected on the 16th, repeated by the night of the 16th with its own date and content. */
  @Test
  void aRejectedFirstReportIsRepeatedAsOne() {
    bureau.nightAlways(on(day(1, 15)));
    String first = bureau.record();
    answer(day(1, 15), day(1, 16), day(1, 15));
    assertThat(bureau.reported).isEmpty();
    assertThat(bureau.queue)
        .containsExactly(new QueuedReport(day(1, 15), day(1, 16), "REJECTED_ABE004"));
    ReportResult repeated = bureau.nightAlways(on(day(1, 16)));
    assertThat(bureau.record()).isEqualTo(first);
    assertThat(repeated.queue()).isEmpty();
    answer(day(1, 16), day(1, 17));
    bureau.nightAlways(on(day(1, 17)));
    assertThat(bureau.records).isEmpty();
  }

  /** Opened in January, first reported in October: 30 days are over, the repeat is a 31 too. */
  @Test
  void afterThirtyDaysTheRepeatIsA31() {
    bureau.nightAlways(on(day(10, 31)));
    assertThat(bureau.points()).containsExactly("31@2026-10-31");
    answer(day(10, 31), day(11, 1), day(10, 31));
    bureau.nightAlways(on(day(11, 1)));
    assertThat(bureau.points()).containsExactly("31@2026-10-31");
    assertThat(TestBureau.value(bureau.record(), "OpenDate")).isEqualTo("2026-01-15");
  }

  /**
   * The bureau rejects a monthly report since it does not know the account (BLR004): the next one
   * introduces it.
   */
  @Test
  void anAccountThatTheBureauDoesNotKnowIsReportedAnew() {
    bureau.reported =
        Pboc.imported(AccountType.D1, day(9, 30), 30, day(9, 30), 0, day(1, 15), false);
    bureau.nightAlways(on(day(10, 31)));
    assertThat(bureau.points()).containsExactly("30@2026-10-31");
    RejectedRecord unknown =
        new RejectedRecord(day(10, 31), 1, List.of(new RejectionCode("BLR004", "")));
    Answered answered =
        bureau.pboc.answered(
            bureau.reported,
            day(11, 1),
            List.of(new FileAnswer("210", day(10, 31), 1, List.of(), List.of(unknown))));
    bureau.reported = answered.reported();
    bureau.queue = answered.repeats();
    bureau.nightAlways(on(day(11, 1)));
    assertThat(bureau.points()).containsExactly("31@2026-10-31");
  }

  /** The 10 was rejected; the report of the month end, decided on it, has no answer yet. */
  @Test
  void aReportInDoubtIsNotSentTwice() {
    bureau.nightAlways(on(day(1, 15)));
    bureau.nightAlways(on(day(1, 31)));
    assertThat(bureau.points()).containsExactly("30@2026-01-31");
    answer(day(1, 15), day(2, 1), day(1, 15));
    ReportResult repeated = bureau.nightAlways(on(day(2, 1)));
    assertThat(bureau.points()).containsExactly("10@2026-01-15");
    assertThat(repeated.held())
        .extracting(Held::code, Held::reportDate)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("AWAITING_ANSWER", day(1, 31)));
    // Another night without news.
    ReportResult waiting = bureau.nightAlways(on(day(2, 2)));
    assertThat(bureau.records).isEmpty();
    assertThat(waiting.queue()).hasSize(1);
    // The bureau did not take it: now it goes out again.
    answer(day(1, 31), day(2, 3), day(1, 31));
    ReportResult last = bureau.nightAlways(on(day(2, 3)));
    assertThat(bureau.points()).containsExactly("30@2026-01-31");
    assertThat(last.queue()).isEmpty();
    assertThat(last.held()).isEmpty();
  }

  @Test
  void aReportInDoubtThatWasAcceptedIsNotRepeated() {
    bureau.nightAlways(on(day(1, 15)));
    bureau.nightAlways(on(day(1, 31)));
    answer(day(1, 15), day(2, 1), day(1, 15));
    bureau.nightAlways(on(day(2, 1)));
    answer(day(1, 31), day(2, 2));
    answer(day(2, 1), day(2, 2));
    ReportResult next = bureau.nightAlways(on(day(2, 2)));
    assertThat(bureau.records).isEmpty();
    assertThat(next.queue()).isEmpty();
    assertThat(next.held()).isEmpty();
    assertThat(next.dropped()).isEmpty();
    bureau.nightAlways(on(day(2, 28)));
    assertThat(bureau.points()).containsExactly("30@2026-02-28");
  }

  /** Both rejected at once: both go out in order in one night. */
  @Test
  void allThatWasRejectedIsRepeatedInOrder() {
    bureau.nightAlways(on(day(1, 15)));
    bureau.nightAlways(on(day(1, 31)));
    answer(day(1, 31), day(2, 1), day(1, 31));
    answer(day(1, 15), day(2, 1), day(1, 15));
    bureau.nightAlways(on(day(2, 1)));
    assertThat(bureau.points()).containsExactly("10@2026-01-15", "30@2026-01-31");
    assertThat(bureau.queue).isEmpty();
  }

  /** October was rejected, November has gone out meanwhile: October is dropped and listed. */
  @Test
  void aRejectedMonthIsDroppedOnceALaterOneIsReported() {
    bureau.reported =
        Pboc.imported(AccountType.D1, day(9, 30), 30, day(9, 30), 0, day(1, 15), false);
    bureau.nightAlways(on(day(10, 31)));
    bureau.nightAlways(on(day(11, 30)));
    answer(day(11, 30), day(12, 1));
    answer(day(10, 31), day(12, 1), day(10, 31));
    ReportResult result = bureau.nightAlways(on(day(12, 1)));
    assertThat(bureau.records).isEmpty();
    assertThat(result.dropped()).containsExactly(day(10, 31));
    assertThat(result.queue()).isEmpty();
  }

  /** The repeat tells changed segments again: the bureau never got them. */
  @Test
  void aRepeatTellsWhatTheRejectedRecordTold() {
    bureau.nightAlways(on(day(1, 15)));
    answer(day(1, 15), day(1, 16));
    TestLoan changed = on(day(1, 31));
    changed.matures = changed.matures + 31;
    bureau.nightAlways(changed);
    String told = bureau.record();
    assertThat(TestBureau.value(told, "DueDate")).isNotEqualTo("absent");
    answer(day(1, 31), day(2, 1), day(1, 31));
    changed.date = day(2, 1);
    bureau.nightAlways(changed);
    assertThat(bureau.record()).isEqualTo(told);
  }
}
