package org.xinbao.sample;

import java.time.LocalDate;
import java.util.Locale;

/** Made-up persons: names of 测试, id numbers of area 990101 with a right check digit. */
final class Persons {
  private static final String SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

  private Persons() {}

  static String name(int number) {
    int signs = SIGNS.length();
    return "测试" + SIGNS.charAt(number % signs) + SIGNS.charAt(number / signs % signs);
  }

  static String idNumber(int number) {
    LocalDate born = LocalDate.of(1970, 1, 1).plusDays(number * 37L % 11_000);
    String digits =
        "990101"
            + born.toString().replace("-", "")
            + String.format(Locale.ROOT, "%03d", number % 999 + 1);
    // GB 11643: weights 2^(18-i) mod 11; all 18 signs weighted give 1 mod 11, X being ten.
    int sum = 0;
    int weight = 2;
    for (int i = 16; i >= 0; i--) {
      sum += weight * (digits.charAt(i) - '0');
      weight = weight * 2 % 11;
    }
    int check = Math.floorMod(1 - sum, 11);
    return digits + (check == 10 ? "X" : Integer.toString(check));
  }
}
