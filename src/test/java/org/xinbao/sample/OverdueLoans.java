package org.xinbao.sample;

import java.util.List;

/** Loans XB0002…: late, overdue, cured, with and without notice, disputed. */
final class OverdueLoans {
  private OverdueLoans() {}

  private static SampleLoan loan(int i, String opened) {
    return loan(i, opened, 12);
  }

  private static SampleLoan loan(int i, String opened, int terms) {
    return new SampleLoan(
        SampleBook.id(2, i), SampleProduct.JIEBEI, opened, "12000.00", "0.1440", terms);
  }

  static void addTo(List<SampleLoan> book) {
    book.add(loan(1, "2026-03-12").onTimeTo(6).togetherTo(7, "2026-10-20").onTime());
    book.add(loan(2, "2026-03-12").onTimeTo(7).togetherTo(8, "2026-11-20"));
    addMonthsOverdue(book);
    addEdges(book);
    addCured(book);
    addNoticesAndDisputes(book);
  }

  /** One to seven instalments missed on 2026-10-31: first missed due 10-15, 09-15 … 04-15. */
  private static void addMonthsOverdue(List<SampleLoan> book) {
    for (int months = 1; months <= 7; months++) {
      String notice = "2026-" + (months == 1 ? "10" : "0" + (11 - months)) + "-17";
      book.add(loan(2 + months, "2026-01-15").onTimeTo(9 - months).notice(notice));
    }
  }

  /** First and last days of buckets on 2026-10-31. */
  private static void addEdges(List<SampleLoan> book) {
    book.add(loan(10, "2026-04-30").onTimeTo(5).notice("2026-10-30"));
    book.add(loan(11, "2026-05-31").onTimeTo(4).notice("2026-11-02"));
    book.add(loan(12, "2026-04-01").onTimeTo(5).notice("2026-10-05"));
    book.add(loan(13, "2026-04-30").onTimeTo(4).notice("2026-10-06"));
    book.add(loan(14, "2026-02-02").onTimeTo(5).notice("2026-08-05"));
    book.add(loan(15, "2026-02-01").onTimeTo(5).notice("2026-08-05"));
    book.add(loan(16, "2025-12-04").onTimeTo(4).notice("2026-05-08"));
    book.add(loan(17, "2025-12-03").onTimeTo(4).notice("2026-05-08"));
  }

  private static void addCured(List<SampleLoan> book) {
    book.add(
        loan(18, "2026-02-08")
            .onTimeTo(6)
            .togetherTo(8, "2026-10-20")
            .onTime()
            .notice("2026-09-10"));
    book.add(loan(19, "2026-02-08").onTimeTo(6).togetherTo(9, "2026-11-10").notice("2026-09-10"));
    book.add(loan(20, "2026-01-15").onTimeTo(4).pay("2026-10-12", 80_000).notice("2026-06-17"));
    book.add(loan(21, "2026-05-20").notice("2026-06-22"));
    SampleLoan shortPaid =
        loan(22, "2026-03-12").onTimeTo(6).lateWithoutPenalty("2026-10-22").notice("2026-10-14");
    book.add(shortPaid.pay("2026-11-12", shortPaid.nextTotal() + 2_000).skipTo(8));
    book.add(loan(23, "2025-03-10").onTimeTo(10).notice("2026-02-12"));
    book.add(
        loan(24, "2025-11-15", 18)
            .onTimeTo(3)
            .togetherTo(8, "2026-07-20")
            .onTime()
            .notice("2026-03-17"));
  }

  private static void addNoticesAndDisputes(List<SampleLoan> book) {
    book.add(loan(25, "2026-03-06").onTimeTo(5));
    book.add(loan(26, "2026-03-06").onTimeTo(5).notice("2026-11-05"));
    book.add(loan(27, "2026-03-18").onTimeTo(5).notice("2026-09-21"));
    book.add(loan(28, "2026-03-18").onTimeTo(5).notice("2026-09-21"));
    // The notice belongs to the record of June, which ended; the one of September has none.
    book.add(
        loan(29, "2026-01-09")
            .onTimeTo(4)
            .togetherTo(5, "2026-07-01")
            .onTimeTo(7)
            .notice("2026-06-12"));
    book.add(loan(30, "2026-05-05").onTimeTo(5).notice("2026-11-06"));
    book.add(loan(31, "2026-04-30").onTimeTo(5).notice("2026-10-12"));
  }

  static void addDecisionsTo(List<Decision> decisions) {
    String open = "DISPUTE_OPENED";
    decisions.add(
        Decision.of(
            "D0001",
            SampleBook.id(2, 27),
            open,
            "2026-10-12",
            "amount disputed",
            "due_on=2026-11-01"));
    decisions.add(
        Decision.of(
            "D0002",
            SampleBook.id(2, 28),
            open,
            "2026-10-15",
            "payment not seen",
            "due_on=2026-11-04"));
    decisions.add(
        Decision.of(
            "D0003",
            SampleBook.id(2, 28),
            "DISPUTE_RESOLVED",
            "2026-11-10",
            "no payment found",
            "outcome=REJECTED"));
  }
}
