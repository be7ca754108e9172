package org.xinbao.bureau.metro2;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.xinbao.arrears.Day;

/** A segment as read from a file: its characters, one for each byte. */
record ReadSegment(Segment segment, String text) {

  /** A field without the blanks that fill it. */
  String value(String field) {
    return raw(segment.field(field)).stripTrailing();
  }

  String raw(Field field) {
    return text.substring(field.from() - 1, field.to());
  }

  boolean isBlank(String field) {
    return value(field).isBlank();
  }

  /** A number; 0 when it is none, which has its own finding. */
  long number(String field) {
    String digits = raw(segment.field(field));
    return isDigits(digits) ? Long.parseLong(digits) : 0;
  }

  /** A day; none when it is zeros or cannot be, which has its own finding. */
  int day(String field) {
    return dayOf(raw(segment.field(field)));
  }

  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  /** {@code MMDDYYYY} as an epoch day, or none. */
  static int dayOf(String text) {
    if (!isDigits(text)) {
      return Day.NONE;
    }
    try {
      return Day.of(
          LocalDate.of(
              Integer.parseInt(text.substring(4, 8)),
              Integer.parseInt(text.substring(0, 2)),
              Integer.parseInt(text.substring(2, 4))));
    } catch (DateTimeException e) {
      return Day.NONE;
    }
  }
}
