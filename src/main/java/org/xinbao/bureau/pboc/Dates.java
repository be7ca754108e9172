package org.xinbao.bureau.pboc;

import org.xinbao.arrears.Day;

/** Epoch days as the numbers yyyymmdd and yyyymm, without an object per date. */
final class Dates {

  private Dates() {}

  /** The date as one number, for example 20261031. Years 0 to 9999. */
  static int yyyymmdd(int epochDay) {
    // Counts days from 1 March of year 0, so that the leap day is the last of its year.
    long z = epochDay + 719_468L;
    long era = Math.floorDiv(z, 146_097L);
    int dayOfEra = (int) (z - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return year * 10_000 + month * 100 + day;
  }

  /** The calendar month of a day as the number yyyymm; 0 for {@link Day#NONE}. */
  static int month(int epochDay) {
    return epochDay == Day.NONE ? 0 : yyyymmdd(epochDay) / 100;
  }

  /**
   * The epoch day of a calendar date, or {@link Day#NONE} when there is no such date from 1 January
   * 1000 to 31 December 9999.
   */
  static int find(int year, int month, int day) {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Day.NONE;
    }
    int shiftedYear = month <= 2 ? year - 1 : year;
    int era = shiftedYear / 400;
    int yearOfEra = shiftedYear - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    int epochDay = era * 146_097 + dayOfEra - 719_468;
    return yyyymmdd(epochDay) == year * 10_000 + month * 100 + day ? epochDay : Day.NONE;
  }
}
