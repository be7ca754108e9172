package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.LoanHistory;

/**
 * What the bureau has, after nights of random loans, against the loans themselves: every instalment
 * stands with the bureau as it stands in truth, every amount is that of its day, nothing is sent
 * twice and every cent that was paid is told once.
 */
class RandomNightsTest {

  private static final int LOANS = 40;

  private final Path folder;

  RandomNightsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theBureauHasWhatIsTrue() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Nights told = new Nights(folder);
    Nights corrected = new Nights(folder, "", true);
    long records = 0;
    for (int i = 0; i < LOANS; i++) {
      boolean corrects = i % 2 == 1;
      records +=
          life(corrects ? corrected : told, corrects, random, "seed " + seed + ", loan " + i);
    }
    assertThat(records).as("seed " + seed).isGreaterThan(4L * LOANS);
  }

  private long life(Nights nights, boolean corrects, Random random, String which) {
    LoanHistory loan = new LoanHistory();
    for (int month = 1; month <= 8; month++) {
      loan.notice(Day.format(Day.of(2026, month, 1)));
      loan.notice(Day.format(Day.of(2026, month, 20)));
    }
    SubmissionReader.Desk desk = new SubmissionReader.Desk();
    Set<String> returned = new TreeSet<>();
    int last = Day.of(2026, 8, 15);
    int night = Day.of(2026, 1, 10);
    long records = 0;
    while (night <= last) {
      happen(loan, random, night, returned);
      LoanHistory.Night told = loan.night(nights.bureau(), Day.format(night));
      for (String each : told.records()) {
        Map<String, String> row = SubmissionReader.row(each.substring(3));
        desk.take(row);
        records++;
        if (row.containsKey("termNo") && !row.getOrDefault("opCode", "").equals("D")) {
          compare(loan, row, which);
        }
      }
      standing(loan.at(night), desk, which + ", " + Day.format(night));
      night += random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 1;
    }
    // a payment booked late moves earlier ones between instalments, which only a correction tells
    if (returned.isEmpty() && corrects) {
      assertThat(desk.paid()).as(which).isEqualByComparingTo(paid(loan, last));
    }
    return records;
  }

  /** Sometimes a payment, dated today or some days back, sometimes the return of one. */
  private static void happen(LoanHistory loan, Random random, int night, Set<String> returned) {
    String id = "M" + night;
    if (random.nextInt(25) == 0) {
      int back = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
      int day = Math.max(night - back, Day.of(2026, 1, 11));
      long cents = 1L + random.nextInt(120_000);
      loan.pays(id, Day.format(day), BigDecimal.valueOf(cents, 2).toPlainString());
    } else if (random.nextInt(60) == 0) {
      loan.movements.stream()
          .filter(each -> each.type() == MovementType.REPAYMENT)
          .filter(each -> !returned.contains(each.txnId()) && each.valueDate() < night)
          .reduce((earlier, later) -> later)
          .ifPresent(
              paid -> {
                returned.add(paid.txnId());
                loan.returns(
                    id,
                    Day.format(night),
                    BigDecimal.valueOf(paid.amount(), 2).toPlainString(),
                    paid.txnId());
              });
    }
  }

  /** The figures of a record are those of the day that it says. */
  private static void compare(LoanHistory loan, Map<String, String> row, String which) {
    BureauLoan then = loan.at(Day.parse(row.getOrDefault("statusConfirmAt", "").substring(0, 10)));
    String what = which + ": " + row;
    assertThat(new BigDecimal(row.getOrDefault("overdueAmount", "")))
        .as(what)
        .isEqualByComparingTo(BigDecimal.valueOf(then.assessment().overdueTotal(), 2));
    assertThat(new BigDecimal(row.getOrDefault("remainingAmount", "")))
        .as(what)
        .isEqualByComparingTo(BigDecimal.valueOf(then.assessment().principalBalance(), 2));
    assertThat(row.getOrDefault("loanStatus", ""))
        .as(what)
        .isEqualTo(then.assessment().daysPastDue() > 0 ? "2" : "1");
    if (row.getOrDefault("termStatus", "").equals("overdue")) {
      assertThat(row.getOrDefault("overdueStatus", ""))
          .as(what)
          .isEqualTo("D" + then.assessment().daysPastDue());
    }
  }

  /** The last word about every instalment is what is true at the close of the night. */
  private static void standing(BureauLoan loan, SubmissionReader.Desk told, String which) {
    int day = loan.assessment().businessDate();
    for (InstalmentPosition each : loan.instalments().get()) {
      assertThat(told.isOverdue(each.seq()))
          .as(which + ", instalment " + each.seq())
          .isEqualTo(each.isOverdue(day));
    }
  }

  private static BigDecimal paid(LoanHistory loan, int day) {
    long sum =
        loan.movements.stream()
            .filter(each -> each.type() == MovementType.REPAYMENT)
            .mapToLong(Movement::amount)
            .sum();
    return BigDecimal.valueOf(sum - loan.at(day).assessment().unallocated(), 2);
  }
}
