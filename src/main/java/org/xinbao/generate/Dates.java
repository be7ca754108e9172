package org.xinbao.generate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The calendar of a range of epoch days, worked out once: a large book names some fifty million
 * dates, and a table answers without an object for each.
 */
final class Dates {
  /** Characters of {@code yyyy-MM-dd}. */
  static final int WIDTH = 10;

  private final int first;
  private final byte[] text;
  private final short[] month;
  private final byte[] dayOfMonth;
  private final int[] firstOfMonth;

  Dates(int first, int last) {
    LocalDate start = LocalDate.ofEpochDay(first).withDayOfMonth(1);
    this.first = Math.toIntExact(start.toEpochDay());
    int days = last - this.first + 1;
    text = new byte[Math.multiplyExact(days, WIDTH)];
    month = new short[days];
    dayOfMonth = new byte[days];
    int[] starts = new int[days / 28 + 2];
    int months = 0;
    for (int i = 0; i < days; i++) {
      LocalDate date = start.plusDays(i);
      if (date.getDayOfMonth() == 1) {
        starts[months++] = this.first + i;
      }
      month[i] = (short) (months - 1);
      dayOfMonth[i] = (byte) date.getDayOfMonth();
      byte[] iso = date.toString().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(iso, 0, text, i * WIDTH, WIDTH);
    }
    starts[months] = Math.toIntExact(start.plusMonths(months).toEpochDay());
    firstOfMonth = Arrays.copyOf(starts, months + 1);
  }

  /** The same day of a later month, or that month's last day when it is shorter. */
  int plusMonths(int day, int months) {
    int target = month[day - first] + months;
    int length = firstOfMonth[target + 1] - firstOfMonth[target];
    return firstOfMonth[target] + Math.min(dayOfMonth[day - first], length) - 1;
  }

  /** The last day of the month of {@code day}. */
  int lastOfMonth(int day) {
    return firstOfMonth[month[day - first] + 1] - 1;
  }

  /** Writes {@code yyyy-MM-dd} at {@code at}. */
  void put(byte[] out, int at, int day) {
    System.arraycopy(text, (day - first) * WIDTH, out, at, WIDTH);
  }
}
