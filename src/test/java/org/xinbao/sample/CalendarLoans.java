package org.xinbao.sample;

import java.util.List;

/** Loans XB0005…: month-ends and 29 February. */
final class CalendarLoans {
  private CalendarLoans() {}

  private static SampleLoan loan(int i, String opened, int terms) {
    return new SampleLoan(
        SampleBook.id(5, i), SampleProduct.JIEBEI, opened, "18000.00", "0.1080", terms);
  }

  static void addTo(List<SampleLoan> book) {
    book.add(loan(1, "2024-01-31", 36).onTime());
    book.add(loan(2, "2025-12-31", 12).onTime());
    book.add(loan(3, "2025-08-31", 18).onTimeTo(5).togetherTo(7, "2026-03-31").onTime());
    book.add(loan(4, "2026-05-31", 12).onTimeTo(4).togetherTo(5, "2026-11-01").onTime());
    book.add(loan(5, "2024-02-29", 36).onTime());
    book.add(loan(6, "2023-11-20", 36).onTimeTo(2).togetherTo(3, "2024-03-01").onTime());
  }
}
