package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

class FiguresTest {

  @Test
  void addsUpByProductAndMember() {
    Figures figures = new Figures();
    // JIEBEI: one loan on time (10,000.00), one 45 days past due (500.00 left, 100.00 overdue).
    figures.add(loan("L1", "JIEBEI", AccountStatus.NORMAL, 0, 1_000_000, 0));
    figures.add(loan("L2", "JIEBEI", AccountStatus.OVERDUE, 45, 50_000, 10_000));
    // HUABEI: one 200 days past due (class 3, M7), one written off, one closed.
    figures.add(loan("L3", "HUABEI", AccountStatus.OVERDUE, 200, 70_000, 20_000));
    figures.add(loan("L4", "HUABEI", AccountStatus.WRITTEN_OFF, 400, 90_000, 90_000));
    figures.add(loan("L5", "HUABEI", AccountStatus.CLOSED, 0, 0, 0));

    // On book are L1 to L3: 10,000 + 500 + 700.
    assertThat(value(figures, KeyFigure.LOANS)).isEqualTo(3);
    assertThat(value(figures, KeyFigure.BALANCE)).isEqualTo(1_120_000);
    // Overdue are L2 and L3: 500 + 700.
    assertThat(value(figures, KeyFigure.OVERDUE_LOANS)).isEqualTo(2);
    assertThat(value(figures, KeyFigure.OVERDUE_BALANCE)).isEqualTo(120_000);
    // 1,200 / 11,200 = 10.714 %.
    assertThat(KeyFigure.OVERDUE_RATIO.of(figures, "CNY").percent()).isEqualTo("10.71%");
    // Not performing is L3 alone: 700 / 11,200 = 6.25 %; the written-off loan is in neither.
    assertThat(value(figures, KeyFigure.NPL_BALANCE)).isEqualTo(70_000);
    assertThat(KeyFigure.NPL_RATIO.of(figures, "CNY").percent()).isEqualTo("6.25%");
    assertThat(value(figures, KeyFigure.WRITTEN_OFF)).isEqualTo(90_000);
    // M2 and beyond on book: L2 (M2) and L3 (M7).
    assertThat(value(figures, KeyFigure.M2_BALANCE)).isEqualTo(120_000);
    // Overdue totals: principal + interest 1/10 + penalties 1/50 and 1/500 of it.
    // L2: 100 + 10 + 2 + 0.20 = 112.20; L3: 200 + 20 + 4 + 0.40 = 224.40.
    assertThat(value(figures, KeyFigure.OVERDUE_TOTAL)).isEqualTo(11_220 + 22_440);
    // Penalty owed, written off included: 2.20 + 4.40 + 900 × 0.022 = 19.80.
    assertThat(value(figures, KeyFigure.PENALTY_OWED)).isEqualTo(220 + 440 + 1_980);
    assertThat(figures.tally("CNY", Measure.BUCKET, "M7")).isEqualTo(new Tally(1, 70_000));
    assertThat(figures.only("CNY", "HUABEI").tally("CNY", Measure.BUCKET, "WRITTEN_OFF"))
        .isEqualTo(new Tally(1, 90_000));
    assertThat(figures.tally("CNY", Measure.FIVE_CLASS, "3")).isEqualTo(new Tally(1, 70_000));
    // L2 is at RESTRICT, L3 and L4 at LEGAL_REVIEW: 224.40 + 900 + 90 + 18 + 1.80.
    assertThat(figures.tally("CNY", Measure.TREATMENT, "LEGAL_REVIEW"))
        .isEqualTo(new Tally(2, 22_440 + 100_980));
    // Closed loans are counted by status and in no distribution.
    assertThat(figures.tally("CNY", Measure.ACCOUNT_STATUS, "CLOSED")).isEqualTo(new Tally(1, 0));
    assertThat(figures.tally("CNY", Measure.BUCKET, "M0")).isEqualTo(new Tally(1, 1_000_000));
  }

  @Test
  void countsCostAboveTheCapOnly() {
    // The cap is 0.24; costs are 0.1825 + 0.0005 a day past due: 115 days are exactly 0.24.
    Figures figures = new Figures();
    figures.add(loan("L1", "P", AccountStatus.OVERDUE, 115, 100, 0));
    assertThat(figures.tally("CNY", Measure.COST_CAP, "").count()).isZero();
    figures.add(loan("L2", "P", AccountStatus.OVERDUE, 116, 100, 0));
    assertThat(figures.tally("CNY", Measure.COST_CAP, "").count()).isEqualTo(1);
  }

  @Test
  void dividesRecordsByTheDaysTheyAreStillKept() {
    Figures figures = new Figures();
    for (int daysLeft : new int[] {0, 30, 31, 90, 91}) {
      figures.addRecord("P", "CNY", record(RecordState.KEPT, daysLeft), Samples.DATE);
    }
    figures.addRecord("P", "CNY", record(RecordState.HELD, -1), Samples.DATE);
    assertThat(figures.tally("CNY", Measure.ADVERSE, "KEPT").count()).isEqualTo(5);
    assertThat(figures.tally("CNY", Measure.ADVERSE_ENDING, "30").count()).isEqualTo(2);
    assertThat(figures.tally("CNY", Measure.ADVERSE_ENDING, "90").count()).isEqualTo(2);
    assertThat(figures.tally("CNY", Measure.ADVERSE, "HELD").count()).isEqualTo(1);
  }

  @Test
  void mergingPartsGivesWhatAddingAllGives() {
    List<AssessedLoan> loans = Samples.loans(2_000, Samples.SEED);
    Aggregates all = new Aggregates();
    loans.forEach(all::add);
    Random random = new Random(Samples.SEED);
    for (int parts : new int[] {1, 2, 7, 64}) {
      List<Aggregates> divided = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        divided.add(new Aggregates());
      }
      loans.forEach(loan -> divided.get(random.nextInt(parts)).add(loan));
      Collections.shuffle(divided, random);
      Aggregates merged = new Aggregates();
      divided.forEach(merged::merge);
      assertThat(merged.figures().toRows())
          .as("seed %s, %s parts", Samples.SEED, parts)
          .isEqualTo(all.figures().toRows());
      assertThat(merged.worklist().items()).isEqualTo(all.worklist().items());
    }
  }

  @Test
  void rowsAndPartFilesComeBackAsTheyWere(@TempDir Path folder) throws Exception {
    Aggregates aggregates = Samples.aggregates(300, Samples.SEED);
    aggregates.add(loan("L9", "tab\tline\nback\\slash\r😀", AccountStatus.OVERDUE, 12, 100, 50));
    List<Figure> rows = aggregates.figures().toRows();
    assertThat(Figures.of(rows).toRows()).isEqualTo(rows);
    assertThat(rows.stream().map(Figure::toLine).map(Figure::parse).toList()).isEqualTo(rows);

    Path file = folder.resolve("part");
    aggregates.write(file);
    Aggregates read = Aggregates.read(file);
    assertThat(read.figures().toRows()).isEqualTo(rows);
    assertThat(read.worklist().items()).isEqualTo(aggregates.worklist().items());
  }

  @Test
  void leavesOutWhatAnotherVersionStored() {
    Figures figures =
        Figures.of(
            List.of(
                new Figure("BUCKET", "P", "CNY", "M1", 2, 300),
                new Figure("BUCKET", "P", "CNY", "M9", 5, 5),
                new Figure("FORGOTTEN", "P", "CNY", "x", 5, 5)));
    assertThat(figures.toRows()).containsExactly(new Figure("BUCKET", "P", "CNY", "M1", 2, 300));
  }

  @Test
  void worklistKeepsTheMostUrgent() {
    Worklist worklist = new Worklist();
    for (int days = 1; days <= Worklist.LIMIT + 100; days++) {
      worklist.add(
          loan(
              String.format(Locale.ROOT, "L%04d", days),
              "P",
              AccountStatus.OVERDUE,
              days,
              100_000,
              1_000));
    }
    assertThat(worklist.items()).hasSize(Worklist.LIMIT);
    assertThat(worklist.items().get(0).daysPastDue()).isEqualTo(Worklist.LIMIT + 100);
    assertThat(worklist.items().get(Worklist.LIMIT - 1).daysPastDue()).isEqualTo(101);
    assertThat(Worklist.of(worklist.toLines()).items()).isEqualTo(worklist.items());
  }

  @Test
  void worklistOrdersByStepDaysAmountAndLoan() {
    Worklist worklist = new Worklist();
    worklist.add(loan("B", "P", AccountStatus.OVERDUE, 20, 100, 1_000));
    worklist.add(loan("A", "P", AccountStatus.OVERDUE, 20, 100, 1_000));
    worklist.add(loan("C", "P", AccountStatus.OVERDUE, 20, 100, 2_000));
    worklist.add(loan("D", "P", AccountStatus.OVERDUE, 40, 100, 500));
    worklist.add(loan("E", "P", AccountStatus.NORMAL, 0, 100, 0));
    assertThat(worklist.items()).extracting(WorkItem::loanId).containsExactly("D", "C", "A", "B");
  }

  @Test
  void refusesASumThatDoesNotFit() {
    Figures figures = new Figures();
    figures.addNotAssessed("P", "CNY", Long.MAX_VALUE);
    assertThatThrownBy(() -> figures.addNotAssessed("P", "CNY", 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void neverAddsCurrenciesTogether() {
    Figures figures = new Figures();
    figures.addNotAssessed("P", "USD", 100);
    figures.addNotAssessed("P", "CNY", 200);
    figures.addNotAssessed("P", "AUD", 300);
    assertThat(figures.currencies()).containsExactly("CNY", "AUD", "USD");
    assertThat(figures.tally("USD", Measure.NOT_ASSESSED, "")).isEqualTo(new Tally(1, 100));
    assertThat(figures.count(Measure.NOT_ASSESSED, "")).isEqualTo(3);
  }

  @Test
  void ordersTextByItsBytes() {
    // U+FF5E has the bytes EF BD 9E, U+1F600 has F0 9F 98 80; as UTF-16 the order is the reverse.
    assertThat(Utf8Order.INSTANCE.compare("～", "😀")).isNegative();
    assertThat(Utf8Order.INSTANCE.compare("a", "ab")).isNegative();
    assertThat(Utf8Order.INSTANCE.compare("Z", "a")).isNegative();
    assertThat(Utf8Order.INSTANCE.compare("😀", "😀")).isZero();
  }

  private static long value(Figures figures, KeyFigure figure) {
    return figure.of(figures, "CNY").numerator();
  }

  private static AssessedLoan loan(
      String id, String product, AccountStatus status, int days, long balance, long overdue) {
    return Samples.loan(id, product, "CNY", Samples.assessment(status, days, balance, overdue));
  }

  private static RetainedRecord record(RecordState state, int daysLeft) {
    return new RetainedRecord(
        new AdverseRecord(Day.of(2021, 1, 5), Day.of(2021, 2, 5), 30, 10_000),
        Day.of(2021, 2, 5),
        Samples.DATE + daysLeft,
        state);
  }
}
