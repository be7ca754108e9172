package org.xinbao.generate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Made-up persons by number. Every identity shows that it is one: names of 测 and two calendar
 * signs, id numbers (GB 11643, with a right check digit) of areas 990101 and above, which no place
 * has, and mobile numbers that begin with 10, which no carrier has.
 */
final class People {
  private static final byte[][] SIGNS = signs("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥");
  private static final byte[] TEST = "测".getBytes(StandardCharsets.UTF_8);
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int FIRST_AREA = 990_101;
  private static final int SERIALS = 999;

  /** 1970-01-01 to 2001-12-31: everyone is of age. */
  private static final int BIRTHDAYS = 11_688;

  private static final long PLACES = (long) SERIALS * BIRTHDAYS;

  /** Without a divisor in common with {@code PLACES}, so that no two persons share a place. */
  private static final long SPREAD = 7_654_321;

  private final byte[] id = new byte[18];

  private static byte[][] signs(String all) {
    byte[][] signs = new byte[all.length()][];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = all.substring(i, i + 1).getBytes(StandardCharsets.UTF_8);
    }
    return signs;
  }

  /** Where a person stands among the id numbers: neighbours get birthdays years apart. */
  private static long place(long person) {
    long first = person / PLACES * PLACES;
    return first + (person - first) * SPREAD % PLACES;
  }

  /** The name as a field. */
  void name(CsvFile out, long person) {
    byte[] second = SIGNS[(int) (person % SIGNS.length)];
    byte[] third = SIGNS[(int) (person / SIGNS.length % SIGNS.length)];
    out.part(TEST, TEST.length).part(second, second.length).part(third, third.length).end();
  }

  /** The id number as a field; distinct for persons 0 to 10,000,000,000. */
  void idNumber(CsvFile out, long person) {
    digits(FIRST_AREA + person / PLACES, 0, 6);
    LocalDate born = bornOn(person);
    digits(born.getYear(), 6, 4);
    digits(born.getMonthValue(), 10, 2);
    digits(born.getDayOfMonth(), 12, 2);
    digits(serial(person), 14, 3);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (id[i] - '0');
    }
    id[17] = (byte) CHECK_DIGITS.charAt(sum % 11);
    out.text(id);
  }

  private void digits(long value, int from, int width) {
    long rest = value;
    for (int i = from + width - 1; i >= from; i--) {
      id[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** The birthday that the id number contains. */
  static LocalDate bornOn(long person) {
    return LocalDate.ofEpochDay(place(person) / SERIALS % BIRTHDAYS);
  }

  private static long serial(long person) {
    return 1 + place(person) % SERIALS;
  }

  /**
   * The sex that the id number contains: its 17th digit is odd for a man (1), even for a woman (2).
   */
  static int sex(long person) {
    return serial(person) % 2 == 1 ? 1 : 2;
  }

  /** The mobile number as a field. */
  void mobile(CsvFile out, long person) {
    out.asciiPart("10").digitsPart(person % 1_000_000_000L, 9).end();
  }
}
