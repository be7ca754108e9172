package org.xinbao.evidence;

import java.math.BigDecimal;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Journal;
import org.xinbao.arrears.Part;

/** How things are called in an explanation. */
final class Words {

  /** Where there is no date or value. */
  static final String NONE = "none";

  private Words() {}

  static String of(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String of(Journal.Item item) {
    return item.restored()
        ? "instalment " + item.seq() + " owed again, due " + Day.format(item.dueOn())
        : "instalment " + item.seq() + ", due " + Day.format(item.dueOn());
  }

  static String day(int day) {
    return day == Day.NONE ? NONE : Day.format(day);
  }

  /** A fraction times 10<sup>10</sup>. */
  static String rate(long e10) {
    return rate(BigDecimal.valueOf(e10, 10));
  }

  static String rate(BigDecimal rate) {
    return rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString();
  }

  static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
