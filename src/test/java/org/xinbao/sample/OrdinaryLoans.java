package org.xinbao.sample;

import java.time.LocalDate;
import java.util.List;

/** Loans XB0001…: paid on time, new, and paid to their end. */
final class OrdinaryLoans {
  private static final String[] RATES = {"0.1080", "0.1440", "0.1800"};

  private OrdinaryLoans() {}

  static void addTo(List<SampleLoan> book) {
    for (int i = 1; i <= 60; i++) {
      // Opened 2025-12-07, then every fourth day until 2026-07-31: open on all three dates.
      book.add(loan(i, LocalDate.of(2025, 12, 3).plusDays(4L * i), 12));
    }
    for (int i = 61; i <= 90; i++) {
      // Opened 2026-03-02, then every sixth day: half a year later paid to the end, from 09-02 on.
      book.add(loan(i, LocalDate.of(2026, 3, 2).plusDays(6L * (i - 61)), 6));
    }
    for (int i = 91; i <= 110; i++) {
      book.add(loan(i, LocalDate.of(2026, 10, 1).plusDays(i - 91), 12));
    }
    for (int i = 111; i <= 120; i++) {
      book.add(loan(i, LocalDate.of(2026, 11, 1).plusDays(3L * (i - 111)), 12));
    }
    book.add(loan(121, LocalDate.of(2026, 10, 30), 12));
    book.add(loan(122, LocalDate.of(2026, 10, 31), 12));
    book.add(loan(123, LocalDate.of(2026, 11, 30), 12));
  }

  private static SampleLoan loan(int i, LocalDate opened, int terms) {
    String principal = 3000 + i % 20 * 500 + ".00";
    return new SampleLoan(
            SampleBook.id(1, i),
            SampleProduct.JIEBEI,
            opened.toString(),
            principal,
            RATES[i % RATES.length],
            terms)
        .onTime();
  }
}
