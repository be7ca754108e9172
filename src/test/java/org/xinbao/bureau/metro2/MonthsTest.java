package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.bureau.Bureau;

/**
 * Twenty-four month-ends of random loans: payment history and date of first delinquency as they are
 * written equal a recomputation that goes day by day through assessments and knows neither
 * stretches of days nor what was told before.
 */
class MonthsTest {

  private static final int LOANS = 30;
  private static final int MONTHS = 24;
  private static final int FIRST = Day.of(2024, 1, 31);

  /** The days of the loan at hand. */
  private static final Map<Integer, Integer> DAYS = new HashMap<>();

  /** What is compared of a month. */
  private record Month(String status, String rating, String history, String dofd) {}

  @Test
  void historyAndFirstDelinquencyEqualANaiveRecomputation(@TempDir Path folder) {
    long seed = Long.getLong("xinbao.test.seed", 20_261_031L);
    System.out.println("MonthsTest seed " + seed);
    Bureau bureau = MetroLoan.bureau(folder, "", false);
    int delinquent = 0;
    int kept = 0;
    for (int i = 0; i < LOANS; i++) {
      MetroLoan loan = random(bureau, new Random(seed + i));
      List<Month> expected = naive(loan);
      List<Month> written = written(loan);
      assertThat(written).as("loan %d of seed %d", i, seed).isEqualTo(expected);
      for (int month = 1; month < written.size(); month++) {
        Month now = written.get(month);
        delinquent += now.dofd.equals("00000000") ? 0 : 1;
        kept += now.dofd.equals(written.get(month - 1).dofd) ? 1 : 0;
      }
    }
    assertThat(delinquent).as("the cases are worth it").isGreaterThan(LOANS * 3);
    assertThat(kept).isGreaterThan(LOANS);
  }

  /** Twelve instalments; payments of one or more, in part, late or never; some are written off. */
  private static MetroLoan random(Bureau bureau, Random random) {
    MetroLoan loan = new MetroLoan(bureau);
    loan.rules =
        MetroLoan.rules(
            random.nextBoolean()
                ? ProductRules.DpdClock.DUE_DATE_IS_ONE
                : ProductRules.DpdClock.DUE_DATE_IS_ZERO,
            random.nextInt(3) == 0 ? 3 : 0);
    int day = Day.of(2024, 2, 1) + random.nextInt(40);
    for (int i = 0; day < Day.of(2025, 11, 30) && i < 14; i++) {
      long cents = (1 + random.nextInt(3)) * 5_250L + random.nextInt(900);
      loan.movements.add(MetroLoan.movement("P" + i, day, MovementType.REPAYMENT, cents, ""));
      day += random.nextInt(4) == 0 ? 60 + random.nextInt(120) : 10 + random.nextInt(45);
    }
    if (random.nextInt(4) == 0) {
      int off = Day.of(2025, 2, 20) + random.nextInt(200);
      loan.movements.removeIf(each -> each.valueDate() >= off - 90);
      loan.movements.add(MetroLoan.movement("W", off, MovementType.WRITE_OFF, 1, ""));
      loan.status = LoanStatus.WRITTEN_OFF;
      loan.closedOn = off;
    }
    loan.movements.sort(Movement.ORDER);
    return loan;
  }

  private static List<Month> written(MetroLoan loan) {
    List<Month> months = new ArrayList<>();
    int day = FIRST;
    for (int i = 0; i < MONTHS; i++) {
      Map<String, String> base = loan.night(day).base();
      months.add(
          new Month(
              base.getOrDefault("Account Status", "?"),
              base.getOrDefault("Payment Rating", "?"),
              base.getOrDefault("Payment History Profile", "?"),
              base.getOrDefault("Date First Delinquency", "?")));
      day = Day.lastOfMonth(day + 1);
    }
    return months;
  }

  private static List<Month> naive(MetroLoan loan) {
    DAYS.clear();
    List<Month> months = new ArrayList<>();
    StringBuilder history = new StringBuilder("B".repeat(24));
    int day = FIRST;
    for (int i = 0; i < MONTHS; i++) {
      boolean off = loan.status == LoanStatus.WRITTEN_OFF && loan.closedOn <= day;
      int days = days(loan, day);
      boolean late = days >= 30 && lateCents(loan, day) >= 100;
      int band = Math.min(6, days / 30);
      String status =
          off ? "97" : late ? List.of("71", "78", "80", "82", "83", "84").get(band - 1) : "11";
      int dofd = 0;
      if (off) {
        dofd = days(loan, loan.closedOn) >= 30 ? runStart(loan, loan.closedOn) : loan.closedOn;
      } else if (late) {
        dofd = runStart(loan, day);
      }
      months.add(new Month(status, "", history.toString(), dofd == 0 ? "00000000" : date(dofd)));
      history.insert(0, off ? "L" : late ? String.valueOf(band) : "0").setLength(24);
      day = Day.lastOfMonth(day + 1);
    }
    return months;
  }

  private static String date(int day) {
    String text = Day.format(day);
    return text.substring(5, 7) + text.substring(8) + text.substring(0, 4);
  }

  private static Assessment at(MetroLoan loan, int day) {
    return (Assessment) Arrears.assess(loan.loan(), loan.rules, day);
  }

  /** Rulings 41. */
  private static int days(MetroLoan loan, int day) {
    return DAYS.computeIfAbsent(day, each -> counted(loan, each));
  }

  private static int counted(MetroLoan loan, int day) {
    int counted = at(loan, day).daysDelinquent();
    boolean one = loan.rules.dpdClock() == ProductRules.DpdClock.DUE_DATE_IS_ONE;
    return Math.max(0, counted - (one ? 1 : 0));
  }

  private static int runStart(MetroLoan loan, int day) {
    int start = day;
    while (days(loan, start - 1) >= 30) {
      start--;
    }
    return start;
  }

  /** What is owed of instalments whose 30th day has come, penalty included. */
  private static long lateCents(MetroLoan loan, int day) {
    int grace = loan.rules.grace().days();
    int by = day - 30 - grace;
    return Arrears.instalments(loan.loan(), loan.rules, day).stream()
        .filter(each -> each.dueOn() <= by)
        .mapToLong(each -> each.unpaid() + each.penalty())
        .sum();
  }

  @Test
  void anInstalmentThatAnExtensionMovesStartsNoChain(@TempDir Path folder) {
    MetroLoan loan = new MetroLoan(MetroLoan.bureau(folder, "", false));
    Instalment first = loan.schedule.get(0);
    loan.schedule.add(
        new Instalment(
            first.seq(),
            Day.of(2024, 6, 15),
            first.principal(),
            first.interest(),
            0,
            Day.of(2024, 2, 20)));
    for (int i = 1; i < 12; i++) {
      Instalment each = loan.schedule.get(i);
      loan.schedule.add(
          new Instalment(
              each.seq(),
              Day.plusMonths(each.dueOn(), 4),
              each.principal(),
              each.interest(),
              0,
              Day.of(2024, 2, 20)));
    }
    loan.schedule.sort(Instalment.ORDER);
    assertThat(loan.monthEnds("2024-01-31", "2024-06-30").base().get("Account Status"))
        .isEqualTo("11");
    assertThat(loan.night("2024-07-31").base().get("Date First Delinquency"))
        .as("30 days after 15 June")
        .isEqualTo("07152024");
  }
}
