package org.xinbao.sample;

import java.time.LocalDate;
import java.util.List;

/** Loans XB0003…: settled, with adverse records around their last kept day. */
final class SettledLoans {
  private SettledLoans() {}

  private static SampleLoan loan(int i, String opened, int terms) {
    return new SampleLoan(
        SampleBook.id(3, i), SampleProduct.JIEBEI, opened, "6000.00", "0.1440", terms);
  }

  /** Six instalments, the last paid 20 days late on {@code settledOn}: its record ends that day. */
  private static SampleLoan settledLate(int i, String settledOn) {
    LocalDate opened = LocalDate.parse(settledOn).minusDays(20).minusMonths(6);
    SampleLoan loan = loan(i, opened.toString(), 6);
    return loan.onTimeTo(5).togetherTo(6, settledOn).closed(settledOn);
  }

  static void addTo(List<SampleLoan> book) {
    String[] settled = {
      "2021-10-29",
      "2021-10-30",
      "2021-10-31",
      "2021-11-01",
      "2021-11-29",
      "2021-11-30",
      "2021-12-01",
      "2024-02-29",
      "2023-06-15"
    };
    for (int i = 1; i <= settled.length; i++) {
      book.add(settledLate(i, settled[i - 1]));
    }
    book.add(
        loan(10, "2021-05-10", 36)
            .onTimeTo(4)
            .togetherTo(5, "2021-10-30")
            .onTimeTo(36)
            .closed("2024-05-10"));
    book.add(
        new SampleLoan(
                SampleBook.id(3, 11), SampleProduct.XIAOFEI, "2019-10-31", "6000.00", "0.1440", 24)
            .onTimeTo(7)
            .togetherTo(8, "2020-07-10")
            .onTimeTo(24)
            .closed("2021-10-31"));
    book.add(loan(12, "2018-12-20", 12).onTimeTo(4).notice("2019-05-22"));
    book.add(settledLate(13, "2021-10-20"));
    book.add(settledLate(14, "2021-10-14"));
    book.add(loan(15, "2026-03-15", 6).onTime());
    book.add(
        loan(16, "2020-03-15", 36)
            .onTimeTo(5)
            .togetherTo(6, "2020-10-01")
            .onTimeTo(35)
            .togetherTo(36, "2023-04-02")
            .closed("2023-04-02"));
  }

  static void addDecisionsTo(List<Decision> decisions) {
    decisions.add(
        Decision.of("D0004", SampleBook.id(3, 13), "LEGAL_HOLD", "2026-10-12", "court order", ""));
    decisions.add(
        Decision.of(
            "D0005", SampleBook.id(3, 13), "RELEASE_HOLD", "2026-11-14", "court order lifted", ""));
    decisions.add(
        Decision.of(
            "D0006",
            SampleBook.id(3, 14),
            "DISPUTE_OPENED",
            "2026-10-13",
            "lateness disputed",
            "due_on=2026-11-02"));
  }
}
