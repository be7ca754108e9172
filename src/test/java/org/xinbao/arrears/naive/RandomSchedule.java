package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xinbao.arrears.Instalment;

/** Schedules: monthly, month ends, 29 February, bullet, irregular, several on one day, zeros. */
final class RandomSchedule {

  private final Random random;

  RandomSchedule(Random random) {
    this.random = random;
  }

  LocalDate opening() {
    LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(7 * 365));
    return switch (random.nextInt(6)) {
      case 0 -> YearMonth.from(day).atEndOfMonth();
      case 1 -> LocalDate.of(random.nextBoolean() ? 2020 : 2024, 1, 29);
      case 2 -> LocalDate.of(day.getYear(), 12, 31);
      default -> day;
    };
  }

  List<Instalment> next(LocalDate openedOn) {
    int kind = random.nextInt(100);
    int terms;
    if (kind == 0) {
      terms = 60 + random.nextInt(61); // up to ten years
    } else if (kind < 12) {
      terms = 1; // bullet
    } else if (kind < 80) {
      terms = 2 + random.nextInt(11);
    } else {
      terms = any(12, 12, 18, 24);
    }
    boolean irregular = terms < 60 && random.nextInt(3) == 0;
    long principal = any(1L, 33L, 1_000L, 100_000L, 1_234_567L, 9_999_999L);
    List<Instalment> rows = new ArrayList<>();
    LocalDate due = openedOn;
    for (int seq = 1; seq <= terms; seq++) {
      due = irregular ? due.plusDays(any(0, 1, 3, 7, 28, 45)) : openedOn.plusMonths(seq);
      if (terms == 1) {
        due = openedOn.plusDays(random.nextInt(400));
      }
      long part = random.nextInt(8) == 0 ? 0 : 1 + (long) (random.nextDouble() * principal);
      long interest = random.nextInt(6) == 0 ? 0 : random.nextLong(1 + part / 20);
      long fee = random.nextInt(3) == 0 ? random.nextLong(1 + part / 50) : 0;
      rows.add(new Instalment(seq, Math.toIntExact(due.toEpochDay()), part, interest, fee));
    }
    return rows;
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
