package org.xinbao.bureau.metro2;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.xinbao.arrears.Day;

/** The characters of a segment while it is filled: blanks and zeros where nothing is written. */
final class SegmentText {

  private final Segment segment;
  private final byte[] text;

  SegmentText(Segment segment) {
    this.segment = segment;
    this.text = new byte[segment.length()];
    for (Field each : segment.fields()) {
      byte fill = (byte) (each.type() == Field.Type.AN ? ' ' : '0');
      Arrays.fill(text, each.from() - 1, each.to(), fill);
    }
    if (segment.isAppended()) {
      put(segment.field("SEGMENT"), segment.name());
    }
  }

  /** Letters, in capitals; throws when the value does not fit or is not ASCII. */
  SegmentText text(String field, String value) throws Unwritable {
    Field at = segment.field(field);
    String capitals = value.strip().toUpperCase(Locale.ROOT);
    if (capitals.isEmpty() && at.required()) {
      throw new Unwritable(Unwritable.Fault.MISSING, segment, field);
    }
    if (capitals.chars().anyMatch(each -> each < ' ' || each > '~')) {
      throw new Unwritable(Unwritable.Fault.NOT_ASCII, segment, field);
    }
    if (capitals.length() > at.length()) {
      throw new Unwritable(Unwritable.Fault.TOO_LONG, segment, field);
    }
    put(at, capitals);
    return this;
  }

  /** A number of at least 0. */
  SegmentText number(String field, long value) throws Unwritable {
    Field at = segment.field(field);
    String digits = String.valueOf(value);
    if (digits.length() > at.length()) {
      throw new Unwritable(Unwritable.Fault.TOO_LONG, segment, field);
    }
    put(at, "0".repeat(at.length() - digits.length()) + digits);
    return this;
  }

  /** Digits as they stand in the export, at most as many as the field has; empty leaves zeros. */
  SegmentText digits(String field, String value) throws Unwritable {
    if (value.isEmpty()) {
      return this;
    }
    Field at = segment.field(field);
    String digits =
        value
            .chars()
            .filter(Character::isDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (digits.length() != at.length()) {
      throw new Unwritable(Unwritable.Fault.TOO_LONG, segment, field);
    }
    put(at, digits);
    return this;
  }

  /** An epoch day; none leaves zeros. */
  SegmentText day(String field, int day) {
    if (day != Day.NONE) {
      put(segment.field(field), date(day));
    }
    return this;
  }

  /** The last second of an epoch day. */
  SegmentText endOf(String field, int day) {
    put(segment.field(field), date(day) + "235959");
    return this;
  }

  private static String date(int day) {
    LocalDate date = Day.toDate(day);
    return String.format(
        Locale.ROOT, "%02d%02d%04d", date.getMonthValue(), date.getDayOfMonth(), date.getYear());
  }

  private void put(Field at, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, text, at.from() - 1, bytes.length);
  }

  byte[] bytes() {
    return text.clone();
  }
}
