package org.xinbao.bureau;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The number of a resident identity card (GB 11643-1999). */
public final class IdentityCard {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private IdentityCard() {}

  /** Seventeen digits with a calendar day of birth, and the check digit, X in upper case. */
  public static boolean isValid(String number) {
    if (!number.matches("[0-9]{17}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return number.charAt(17) == CHECK.charAt(sum % 11) && hasBirthday(number);
  }

  private static boolean hasBirthday(String number) {
    try {
      LocalDate.of(
          Integer.parseInt(number.substring(6, 10)),
          Integer.parseInt(number.substring(10, 12)),
          Integer.parseInt(number.substring(12, 14)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
