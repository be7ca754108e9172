package org.xinbao.sample;

import java.time.LocalDate;
import java.util.List;

/** Loans XB0006… (XIAOFEI), XB0007… (SUIJIE) and XB0008… (XUNHUAN). */
final class ProductLoans {
  private ProductLoans() {}

  static void addTo(List<SampleLoan> book, List<SampleFacility> facilities) {
    addXiaofei(book);
    addSuijie(book, facilities);
    addXunhuan(book, facilities);
  }

  private static SampleLoan xiaofei(int i, String opened) {
    return new SampleLoan(
        SampleBook.id(6, i), SampleProduct.XIAOFEI, opened, "8000.00", "0.1440", 12);
  }

  private static void addXiaofei(List<SampleLoan> book) {
    for (int i = 1; i <= 25; i++) {
      book.add(xiaofei(i, LocalDate.of(2026, 1, 4).plusDays(6L * i).toString()).onTime());
    }
    book.add(xiaofei(26, "2026-04-15").onTimeTo(5).togetherTo(6, "2026-10-18").onTime());
    book.add(xiaofei(27, "2026-04-15").onTimeTo(5).togetherTo(6, "2026-10-19").onTime());
    book.add(xiaofei(28, "2026-03-16").onTimeTo(5).notice("2026-09-18"));
    SampleLoan little = xiaofei(29, "2026-04-09").onTimeTo(5);
    book.add(little.pay("2026-10-09", little.nextTotal() - 80).skipTo(6).onTime());
    SampleLoan again = xiaofei(30, "2026-04-10").onTimeTo(5);
    long sixth = again.nextTotal();
    again.onTimeTo(6).returned("2026-10-14").pay("2026-10-16", sixth);
    book.add(again.onTime());
    book.add(xiaofei(31, "2026-04-10").onTimeTo(6).returned("2026-10-14").notice("2026-10-16"));
  }

  private static SampleLoan suijie(int i, String opened, int terms) {
    return new SampleLoan(
        SampleBook.id(7, i), SampleProduct.SUIJIE, opened, "5000.00", "0.1440", terms);
  }

  private static void addSuijie(List<SampleLoan> book, List<SampleFacility> facilities) {
    for (int i = 1; i <= 24; i++) {
      // Two drawdowns under each facility.
      if (i % 2 == 1) {
        facilities.add(facility(7, (i + 1) / 2, "2026-01-20"));
      }
      SampleFacility facility = facilities.get(facilities.size() - 1);
      String opened = LocalDate.of(2026, 2, 3).plusDays(7L * i).toString();
      book.add(suijie(i, opened, 12).under(facility).onTime());
    }
    SampleFacility facility = facility(7, 13, "2026-03-01");
    facilities.add(facility);
    book.add(
        suijie(25, "2026-05-31", 12)
            .under(facility)
            .onTimeTo(4)
            .togetherTo(5, "2026-11-02")
            .onTime()
            .notice("2026-10-29"));
    book.add(suijie(26, "2026-03-22", 12).under(facility).onTimeTo(5).notice("2026-09-24"));
    book.add(suijie(27, "2026-04-11", 12).onTime());
    book.add(suijie(28, "2026-10-14", 12).under(facility).onTime());
    book.add(suijie(29, "2026-11-06", 12).under(facility).onTime());
    book.add(suijie(30, "2026-05-11", 6).under(facility).onTime());
    book.add(
        suijie(31, "2026-04-29", 12)
            .under(facility)
            .onTimeTo(5)
            .togetherTo(6, "2026-11-03")
            .onTime()
            .notice("2026-10-30"));
  }

  private static SampleFacility facility(int group, int i, String effectiveOn) {
    String id = "FA" + SampleBook.id(group, i).substring(2);
    String expires = LocalDate.parse(effectiveOn).plusYears(3).toString();
    return SampleFacility.of(id, "20000.00", effectiveOn, expires);
  }

  private static SampleLoan xunhuan(
      int i, String opened, int terms, List<SampleFacility> facilities) {
    SampleFacility facility = facility(8, i, opened);
    facilities.add(facility);
    return new SampleLoan(
            SampleBook.id(8, i), SampleProduct.XUNHUAN, opened, "10000.00", "0.1440", terms)
        .under(facility);
  }

  private static void addXunhuan(List<SampleLoan> book, List<SampleFacility> facilities) {
    for (int i = 1; i <= 10; i++) {
      String opened = LocalDate.of(2026, 2, 5).plusDays(11L * i).toString();
      book.add(xunhuan(i, opened, 12, facilities).onTime());
    }
    book.add(
        xunhuan(11, "2026-04-10", 12, facilities)
            .onTimeTo(5)
            .togetherTo(7, "2026-10-31")
            .onTime()
            .notice("2026-10-12"));
    book.add(xunhuan(12, "2026-05-31", 5, facilities).onTime());
    book.add(xunhuan(13, "2026-10-12", 12, facilities).onTime());
    book.add(xunhuan(14, "2026-10-31", 12, facilities).onTime());
    book.add(xunhuan(15, "2026-11-05", 12, facilities).onTime());
    book.add(xunhuan(16, "2026-03-10", 12, facilities).onTimeTo(5).notice("2026-09-12"));
  }
}
