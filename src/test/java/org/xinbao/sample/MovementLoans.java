package org.xinbao.sample;

import java.util.List;

/** Loans XB0004…: every kind of movement, and the ways in which a loan ends. */
final class MovementLoans {
  private MovementLoans() {}

  private static SampleLoan loan(int i, String opened) {
    return loan(i, opened, 12);
  }

  private static SampleLoan loan(int i, String opened, int terms) {
    return new SampleLoan(
        SampleBook.id(4, i), SampleProduct.JIEBEI, opened, "9000.00", "0.1440", terms);
  }

  static void addTo(List<SampleLoan> book) {
    addReturned(book);
    addPartsAndWaivers(book);
    addWrittenOffAndSold(book);
    addExtendedAndGuaranteed(book);
    addPaidOff(book);
    addOthers(book);
  }

  private static void addReturned(List<SampleLoan> book) {
    book.add(
        loan(1, "2026-04-10")
            .onTimeTo(6)
            .returned("2026-10-14")
            .skipTo(5)
            .togetherTo(6, "2026-10-16")
            .onTime());
    book.add(
        loan(2, "2026-04-20").onTimeTo(6).returned("2026-10-23").skipTo(5).notice("2026-10-24"));
    book.add(
        loan(3, "2026-04-25")
            .onTimeTo(6)
            .returned("2026-11-03")
            .skipTo(5)
            .togetherTo(6, "2026-11-09")
            .onTime());
  }

  private static void addPartsAndWaivers(List<SampleLoan> book) {
    SampleLoan half = loan(4, "2026-04-14").onTimeTo(5);
    book.add(half.pay("2026-10-14", half.nextTotal() / 2).notice("2026-10-16"));
    SampleLoan more = loan(5, "2026-03-18").onTimeTo(4);
    more.pay("2026-08-18", more.nextTotal() + 5_000).skipTo(5);
    book.add(more.pay("2026-09-18", more.nextTotal() - 5_000).skipTo(6).onTime());
    SampleLoan tooMuch = loan(6, "2026-05-12", 6).onTimeTo(5);
    book.add(tooMuch.pay("2026-11-12", tooMuch.nextTotal() + 1_234).closed("2026-11-12"));
    SampleLoan noPenalty = loan(7, "2026-03-11").onTimeTo(6).waivePenalty(7, "2026-10-19");
    book.add(noPenalty.pay("2026-10-19", noPenalty.nextTotal()).skipTo(7).onTime());
    SampleLoan noInterest = loan(8, "2026-03-13").onTimeTo(6).waiveInterest(7, 7, "2026-10-13");
    book.add(noInterest.pay("2026-10-13", noInterest.nextPrincipal()).skipTo(7).onTime());
  }

  private static void addWrittenOffAndSold(List<SampleLoan> book) {
    book.add(loan(9, "2025-10-12").onTimeTo(5).writtenOff("2026-10-15").notice("2026-04-14"));
    book.add(loan(10, "2025-11-09").onTimeTo(5).writtenOff("2026-11-16").notice("2026-05-11"));
    book.add(
        loan(11, "2025-10-20")
            .onTimeTo(3)
            .writtenOff("2026-08-20")
            .togetherAfterWriteOff(12, "2026-11-18", "2026-08-20")
            .notice("2026-02-23"));
    book.add(loan(12, "2025-12-10").onTimeTo(4).transferred("2026-10-12").notice("2026-05-12"));
    book.add(loan(13, "2025-12-10").onTimeTo(4).transferred("2026-11-18").notice("2026-05-12"));
  }

  private static void addExtendedAndGuaranteed(List<SampleLoan> book) {
    book.add(loan(14, "2025-12-22").extended("2026-09-10", 10, 3).onTimeTo(9));
    book.add(loan(15, "2026-01-25").onTimeTo(9).extended("2026-11-10", 10, 2));
    book.add(
        loan(16, "2026-02-17")
            .guaranteeMode("3")
            .with("GUARANTOR")
            .onTimeTo(6)
            .guarantorPaysTo(8, "2026-10-23")
            .onTime()
            .notice("2026-09-19"));
    book.add(
        loan(17, "2026-02-17")
            .guaranteeMode("3")
            .with("GUARANTOR")
            .onTimeTo(6)
            .guarantorPaysTo(8, "2026-11-12")
            .onTime()
            .notice("2026-09-19"));
  }

  private static void addPaidOff(List<SampleLoan> book) {
    SampleLoan twoAhead = loan(18, "2026-03-20").onTimeTo(6);
    long seventh = twoAhead.nextTotal();
    book.add(twoAhead.pay("2026-10-08", seventh + twoAhead.skipTo(7).nextTotal()).skipTo(8));
    book.add(loan(19, "2026-03-20").onTimeTo(6).paysOff("2026-10-20"));
    book.add(loan(20, "2026-04-12").onTimeTo(6).paysOff("2026-11-12"));
    book.add(loan(21, "2026-05-31", 5).onTime());
    book.add(loan(22, "2026-10-05").paysOff("2026-10-31"));
    book.add(loan(23, "2026-10-12", 6).onTimeTo(1).paysOff("2026-11-20"));
    book.add(loan(24, "2026-11-03").paysOff("2026-11-20"));
    book.add(loan(25, "2026-10-08").paysOff("2026-10-25"));
    SampleLoan little = loan(26, "2026-05-12", 6).onTimeTo(5);
    book.add(little.pay("2026-11-12", little.nextTotal() - 60).closed("2026-11-12"));
  }

  private static void addOthers(List<SampleLoan> book) {
    book.add(loan(27, "2026-04-16").onTimeTo(5).onTimeWithOtherSplit(100).onTime());
    book.add(loan(28, "2026-04-21").with("CO_BORROWER").onTime());
    book.add(loan(29, "2026-04-22").guaranteeMode("3").onTime());
    book.add(loan(30, "2026-04-23").paidOutTwice("2026-04-28", 300_000).onTime());
  }
}
