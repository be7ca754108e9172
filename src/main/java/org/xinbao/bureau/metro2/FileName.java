package org.xinbao.bureau.metro2;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xinbao.arrears.Day;

/** The name of a file: {@code metro2_20261101_001.txt}. No bureau's own form is known. */
final class FileName {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private FileName() {}

  /**
   * The name.
   *
   * @param createdOn epoch day
   * @param serial from 1
   */
  static String of(int createdOn, int serial) {
    return String.format(
        Locale.ROOT, "metro2_%s_%03d.txt", DAY.format(Day.toDate(createdOn)), serial);
  }

  static boolean isOurs(String name) {
    return name.matches("metro2_[0-9]{8}_[0-9]{3,}\\.txt");
  }
}
