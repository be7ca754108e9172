package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.bureau.RejectionCode;

/**
 * What the bureau's answers make of what was sent (rulings 3).
 *
 * <p>Base: known since September with segment C of digest {@code c0}. A is the report of 31 October
 * (TotOverd 500) with a new segment C {@code cA}; B the 40 of 5 November (TotOverd stays as told);
 * C the report of 30 November (TotOverd 0) with a special transaction.
 */
class SentHistoryTest {

  private static final int SEPTEMBER = Day.of(2026, 9, 30);
  private static final int A = Day.of(2026, 10, 31);
  private static final int B = Day.of(2026, 11, 5);
  private static final int C = Day.of(2026, 11, 30);

  private static final ReportedState BASE = state(SEPTEMBER, 30, 202609, 0, 0, "c0", List.of());
  private static final ReportedState AFTER_A = state(A, 30, 202610, 500, 0, "cA", List.of());
  private static final ReportedState AFTER_B = state(B, 40, 202610, 500, 202611, "cA", List.of());
  private static final ReportedState.SpecialKey SPECIAL = new ReportedState.SpecialKey(4, C - 3, C);
  private static final ReportedState AFTER_C =
      state(C, 30, 202611, 0, 202611, "cA", List.of(SPECIAL));

  private static ReportedState state(
      int rptDate,
      int code,
      int month,
      long overdue,
      int recovered,
      String digest,
      List<ReportedState.SpecialKey> specials) {
    return new ReportedState(
        Optional.of(AccountType.D1),
        rptDate,
        code,
        month,
        overdue,
        false,
        recovered,
        Day.of(2026, 1, 15),
        List.of(digest, "-", "-", "-"),
        Day.NONE,
        specials,
        Dossier.NONE);
  }

  private static SentKey key(int day) {
    return new SentKey(day, 1, "210", day);
  }

  private static final SentHistory SENT_A = SentHistory.of(BASE).sent(key(A), AFTER_A);
  private static final SentHistory SENT_AB = SENT_A.sent(key(B), AFTER_B);
  private static final SentHistory SENT_ABC = SENT_AB.sent(key(C), AFTER_C);

  private static FileAnswer accepts(int day) {
    return new FileAnswer("210", day, 1, List.of(), List.of());
  }

  private static FileAnswer rejects(int day, String code) {
    RejectionCode reason = new RejectionCode(code, "TotOverd");
    return new FileAnswer(
        "210", day, 1, List.of(), List.of(new RejectedRecord(day, 1, List.of(reason))));
  }

  private static SentRecords after(SentHistory history, FileAnswer... answers) {
    return SentRecords.parse(SentHistory.answered(history.text(), List.of(answers)).toText());
  }

  private static List<Integer> days(List<SentRecord> records) {
    return records.stream().map(each -> each.key().rptDate()).toList();
  }

  @Test
  void whatIsSentIsDecidedOnAndWaits() {
    SentRecords sent = SentRecords.parse(SENT_ABC.text());
    assertThat(SENT_ABC.last()).isEqualTo(AFTER_C);
    assertThat(SentHistory.parse(SENT_ABC.text()).last()).isEqualTo(AFTER_C);
    assertThat(sent.accepted()).isEqualTo(BASE);
    assertThat(days(sent.waiting())).containsExactly(A, B, C);
    assertThat(sent.waiting().get(1).before()).isEqualTo(AFTER_A);
    assertThat(sent.toText()).isEqualTo(SENT_ABC.text());
  }

  @Test
  void anAcceptedRecordBecomesTheAcceptedState() {
    SentRecords one = after(SENT_ABC, accepts(A));
    assertThat(one.accepted()).isEqualTo(AFTER_A);
    assertThat(days(one.waiting())).containsExactly(B, C);
    SentRecords all = after(SENT_ABC, accepts(A), accepts(B), accepts(C));
    assertThat(all.toText()).isEqualTo(AFTER_C.toText());
  }

  /** B is accepted while A waits: only A's answer settles both. */
  @Test
  void anAnswerOutOfOrderWaitsForTheOneBefore() {
    SentHistory early = SentHistory.parse(after(SENT_AB, accepts(B)).toText());
    assertThat(early.last()).isEqualTo(AFTER_B);
    assertThat(SentRecords.parse(early.text()).accepted()).isEqualTo(BASE);
    assertThat(after(early, accepts(A)).toText()).isEqualTo(AFTER_B.toText());
    // What A alone had told is gone: TotOverd 500, Month 2026-10, segment cA. B's own stays.
    SentRecords without = after(early, rejects(A, "BLE019"));
    assertThat(without.accepted()).isEqualTo(state(B, 40, 202609, 0, 202611, "c0", List.of()));
    assertThat(without.waiting()).isEmpty();
  }

  @Test
  void theLastRecordRejectedLeavesTheEarlierOnesWaiting() {
    SentAnswers answers = SentHistory.answered(SENT_AB.text(), List.of(rejects(B, "BLE040")));
    SentRecords left = SentRecords.parse(answers.toText());
    assertThat(left.last()).isEqualTo(AFTER_A);
    assertThat(days(left.waiting())).containsExactly(A);
    assertThat(left.doubts()).isEmpty();
    assertThat(answers.rejected())
        .extracting(each -> each.key().rptDate(), each -> each.codes().get(0).code())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(B, "BLE040"));
  }

  @Test
  void anEarlierRecordRejectedPutsTheLaterOnesInDoubt() {
    SentAnswers answers = SentHistory.answered(SENT_ABC.text(), List.of(rejects(A, "BLE019")));
    SentRecords left = SentRecords.parse(answers.toText());
    assertThat(left.last()).as("back to the last accepted state").isEqualTo(BASE);
    assertThat(left.waiting()).isEmpty();
    assertThat(days(left.doubts())).containsExactly(B, C);
    assertThat(answers.newDoubts()).containsExactly(key(B), key(C));
    SentHistory doubtful = SentHistory.parse(left.toText());
    assertThat(doubtful.isInDoubt(B)).isTrue();
    assertThat(doubtful.isInDoubt(A)).isFalse();
  }

  /**
   * C in doubt turns out accepted: what it told counts on top of the base, A's segment does not.
   */
  @Test
  void aRecordInDoubtCountsOnceItIsAccepted() {
    SentHistory doubtful = SentHistory.parse(after(SENT_ABC, rejects(A, "BLE019")).toText());
    SentRecords settled = after(doubtful, accepts(B), accepts(C));
    assertThat(settled.doubts()).isEmpty();
    assertThat(settled.toText())
        .isEqualTo(state(C, 30, 202611, 0, 202611, "c0", List.of(SPECIAL)).toText());
  }

  /** A is repeated on 1 December; then C's acceptance comes, which is later than the repeat. */
  @Test
  void anOlderReportDoesNotOverwriteWhatALaterOneTold() {
    SentHistory doubtful = SentHistory.parse(after(SENT_ABC, rejects(A, "BLE019")).toText());
    int night = C + 1;
    SentHistory repeated =
        doubtful.sent(
            new SentKey(night, 1, "210", A), state(A, 30, 202610, 700, 0, "cA", List.of()));
    SentRecords settled = after(repeated, rejects(B, "BLE040"), accepts(C), accepts(night));
    assertThat(settled.toText())
        .isEqualTo(state(C, 30, 202611, 0, 0, "cA", List.of(SPECIAL)).toText());
  }

  @Test
  void aRecordInDoubtIsRepeatedOnceItIsRejected() {
    SentHistory doubtful = SentHistory.parse(after(SENT_AB, rejects(A, "BLE019")).toText());
    SentAnswers answers = SentHistory.answered(doubtful.text(), List.of(rejects(B, "BLR021")));
    assertThat(answers.rejected()).extracting(SentAnswers.Rejection::key).containsExactly(key(B));
    assertThat(answers.toText()).isEqualTo(BASE.toText());
  }

  @Test
  void aWholeFileThatFailedRejectsItsRecords() {
    FileAnswer failed =
        new FileAnswer("210", A, 1, List.of(new RejectionCode("ABF010", "")), List.of());
    SentAnswers answers = SentHistory.answered(SENT_A.text(), List.of(failed));
    assertThat(answers.toText()).isEqualTo(BASE.toText());
    assertThat(answers.rejected().get(0).codes().get(0).code()).isEqualTo("ABF010");
  }

  @Test
  void aFirstRecordRejectedLeavesAnUnknownAccount() {
    ReportedState first = state(A, 10, 202610, 0, 0, "c0", List.of());
    SentHistory sent = SentHistory.of(ReportedState.NONE).sent(key(A), first);
    assertThat(after(sent, accepts(A)).toText()).isEqualTo(first.toText());
    assertThat(after(sent, rejects(A, "ABE004")).toText()).isEmpty();
  }

  /** The bureau has the report (ABR004), or says that it does not know the account (BLR004). */
  @ParameterizedTest
  @CsvSource({"ABR004, true", "BLR027, true", "BLR004, false", "BLR005, false"})
  void someCodesSayWhatTheBureauHas(String code, boolean told) {
    SentAnswers answers = SentHistory.answered(SENT_A.text(), List.of(rejects(A, code)));
    assertThat(answers.toText()).isEqualTo(told ? AFTER_A.toText() : "");
    assertThat(answers.rejected()).hasSize(told ? 0 : 1);
  }

  /** While the first report waits the account may become known yet. */
  @Test
  void anUnknownAccountIsNotReportedTwiceAtOnce() {
    assertThat(after(SENT_AB, rejects(B, "BLR004")).last()).isEqualTo(AFTER_A);
  }

  @Test
  void answersToOtherFilesChangeNothing() {
    FileAnswer otherType = new FileAnswer("212", A, 1, List.of(), List.of());
    FileAnswer otherVersion = new FileAnswer("210", A, 2, List.of(), List.of());
    assertThat(after(SENT_ABC, accepts(A - 1), otherType, otherVersion).toText())
        .isEqualTo(SENT_ABC.text());
  }

  /** Two corrections of one report date in one file are told apart by their place. */
  @Test
  void recordsOfOneDateAreToldApartByTheirPlace() {
    SentKey correction = new SentKey(C, 1, "212", A);
    ReportedState one = state(A, 30, 202610, 400, 0, "cA", List.of());
    ReportedState two = state(A, 30, 202610, 400, 0, "cX", List.of());
    SentHistory sent = SentHistory.of(AFTER_A).sent(correction, one).sent(correction, two);
    FileAnswer second =
        new FileAnswer(
            "212",
            C,
            1,
            List.of(),
            List.of(new RejectedRecord(A, 2, List.of(new RejectionCode("BMR021", "")))));
    assertThat(after(sent, second).toText()).isEqualTo(one.toText());
    FileAnswer first =
        new FileAnswer(
            "212",
            C,
            1,
            List.of(),
            List.of(new RejectedRecord(A, 1, List.of(new RejectionCode("BMR021", "")))));
    assertThat(after(sent, first).toText())
        .as("the second correction without the first")
        .isEqualTo(state(A, 30, 202610, 500, 0, "cX", List.of()).toText());
  }

  /** A lender without feedback: only the last three nights wait, whatever their number. */
  @Test
  void withoutFeedbackTheStateStaysSmall() {
    SentHistory history = SentHistory.of(BASE);
    for (int month = 1; month <= 24; month++) {
      int day = SEPTEMBER + 31 * month;
      history = history.sent(key(day), state(day, 30, 202610 + month, 0, 0, "c0", List.of()));
    }
    SentRecords left = SentRecords.parse(history.text());
    assertThat(days(left.waiting()))
        .containsExactly(SEPTEMBER + 31 * 22, SEPTEMBER + 31 * 23, SEPTEMBER + 31 * 24);
    assertThat(left.accepted().rptDate()).isEqualTo(SEPTEMBER + 31 * 21);
    assertThat(history.text()).hasSizeLessThan(BASE.toText().length() + 3 * 48);
  }

  /** Its rejection comes too late to be taken out: the next record tells all segments again. */
  @Test
  void aForgottenRecordThatIsRejectedMakesSegmentsUncertain() {
    SentAnswers answers = SentHistory.answered(AFTER_C.toText(), List.of(rejects(A, "BLE019")));
    assertThat(answers.rejected()).extracting(SentAnswers.Rejection::key).containsExactly(key(A));
    assertThat(SentRecords.parse(answers.toText()).last().digests())
        .containsOnly(ReportedState.NEVER_SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "1|D1|2026-10-31|30, 1|D1|2026-09-30|30, 2=|2026-09-30|1=",
    "1|a|b, 1|a|b, 3=",
    "1|a, '', ''",
    "1|a|b, 2|a|b|c, 2|a|b|c",
    "'x|101,102,103|y', 'x|100,101,102|y', '1=|0^2^100^|1='",
    "'x|100,101,102', 'x|101,102,103', '1=|1^2^^103'",
    "'x|1,2', 'x|3,4', '1=|3,4'",
  })
  void aStateIsToldByItsDifference(String from, String to, String delta) {
    assertThat(StateDelta.of(from, to)).isEqualTo(delta);
    assertThat(StateDelta.apply(from, delta)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, 1, 210, 2026-10-31, 20261031",
    "2026-10-31, 1, 210, 2026-10-15, 20261031.20261015",
    "2026-10-31, 1, 212, 2026-10-31, 20261031..212",
    "2026-10-31, 2, 210, 2026-10-31, 20261031...2",
  })
  void aKeyIsShort(String date, int version, String type, String rptDate, String text) {
    SentKey key = new SentKey(Day.parse(date), version, type, Day.parse(rptDate));
    StringBuilder out = new StringBuilder();
    key.append(out);
    assertThat(out).hasToString(text);
    assertThat(SentKey.parse(text)).isEqualTo(key);
  }

  /** A record of the property below: what it alone tells. */
  private record Told(SentKey key, int segment, String digest, long overdue) {

    ReportedState on(ReportedState before) {
      List<String> digests = new ArrayList<>(before.digests());
      digests.set(segment, digest);
      boolean later = before.rptDate() > key.rptDate();
      return new ReportedState(
          Optional.of(AccountType.D1),
          Math.max(before.rptDate(), key.rptDate()),
          later ? before.code() : 30,
          Math.max(before.month(), Dates.month(key.rptDate())),
          later ? before.overdue() : overdue,
          false,
          0,
          Day.of(2026, 1, 15),
          digests,
          Day.NONE,
          List.of(),
          Dossier.NONE);
    }
  }

  /**
   * Random records and answers in any order, against a plain list: the last state is the base with
   * what each record told that counts, in the order in which they came to count.
   */
  @Test
  void theStateIsWhatTheRecordsThatCountTold() {
    long seed = Long.getLong("xinbao.test.seed", 20_261_031);
    for (int round = 0; round < 2_000; round++) {
      Random random = new Random(seed + round);
      String of = "seed " + (seed + round);
      SentHistory history = SentHistory.of(BASE);
      List<Told> counting = new ArrayList<>();
      List<Told> open = new ArrayList<>();
      List<Told> doubtful = new ArrayList<>();
      int day = A;
      for (int step = 0; step < 8; step++) {
        int waiting = SentRecords.parse(history.text()).waiting().size();
        if (random.nextInt(5) < 2 && waiting < SentHistory.NIGHTS_MAX) {
          day += 31;
          Told told = new Told(key(day), random.nextInt(4), "d" + step, 100L * random.nextInt(3));
          counting.add(told);
          open.add(told);
          history = history.sent(told.key(), told.on(history.last()));
        } else if (!open.isEmpty() || !doubtful.isEmpty()) {
          List<Told> from = open.isEmpty() ? doubtful : open;
          Told told = from.get(random.nextInt(from.size()));
          boolean accepted = random.nextBoolean();
          answer(told, accepted, counting, open, doubtful);
          int on = told.key().businessDate();
          FileAnswer answer = accepted ? accepts(on) : rejects(on, "BLE019");
          history =
              SentHistory.parse(SentHistory.answered(history.text(), List.of(answer)).toText());
        }
        ReportedState expected = BASE;
        for (Told each : counting) {
          expected = each.on(expected);
        }
        assertThat(history.last()).as(of).isEqualTo(expected);
        SentRecords records = SentRecords.parse(history.text());
        assertThat(records.toText()).as(of).isEqualTo(history.text());
        assertThat(records.doubts())
            .as(of)
            .extracting(SentRecord::key)
            .containsExactlyElementsOf(
                doubtful.stream()
                    .map(Told::key)
                    .sorted(Comparator.comparingInt(SentKey::businessDate))
                    .toList());
      }
    }
  }

  private static void answer(
      Told told, boolean accepted, List<Told> counting, List<Told> open, List<Told> doubtful) {
    if (doubtful.remove(told)) {
      if (accepted) {
        counting.add(told);
      }
      return;
    }
    open.remove(told);
    if (!accepted) {
      List<Told> later =
          open.stream().filter(each -> each.key().rptDate() > told.key().rptDate()).toList();
      open.removeAll(later);
      counting.removeAll(later);
      counting.remove(told);
      doubtful.addAll(later);
    }
  }
}
