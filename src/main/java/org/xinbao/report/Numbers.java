package org.xinbao.report;

import org.xinbao.arrears.Cents;

/** Numbers as people read them, the same in every locale: {@code 1,234,567.89}. */
final class Numbers {

  private Numbers() {}

  static String count(long count) {
    return group(Long.toString(count));
  }

  static String money(long cents) {
    return group(Cents.format(cents));
  }

  /** With a sign, {@code +1,234.00}; zero has none. */
  static String moneyChange(long cents) {
    return (cents > 0 ? "+" : "") + money(cents);
  }

  static String countChange(long count) {
    return (count > 0 ? "+" : "") + count(count);
  }

  /** A file size, {@code 12.3 MiB}. */
  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    long tenths = bytes;
    int unit = -1;
    do {
      tenths =
          unit < 0
              ? Math.multiplyExact(bytes / 1024, 10L) + bytes % 1024 * 10 / 1024
              : tenths / 1024;
      unit++;
    } while (tenths >= 10_240 && unit < units.length - 1);
    return tenths / 10 + "." + tenths % 10 + " " + units[unit];
  }

  private static String group(String number) {
    int start = number.startsWith("-") ? 1 : 0;
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    StringBuilder out = new StringBuilder(number);
    for (int i = end - 3; i > start; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }
}
