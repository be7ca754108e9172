package org.xinbao.bureau.metro2;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the trailer tells while records are written. */
final class TrailerTotals {

  private static final String ZEROS_OR_NINES = "0+|9+";

  private final Map<Total, Long> counts = new EnumMap<>(Total.class);

  /** Counts a record of ours: base segment and what is appended to it. */
  void add(byte[] record) {
    String text = new String(record, StandardCharsets.US_ASCII);
    count(Total.BASE_RECORDS);
    Total.ofStatus(at(text, 0, Segment.BASE, "ACCOUNT_STATUS")).ifPresent(this::count);
    person(text, 0, Segment.BASE, Total.SSN_BASE, Total.BIRTH_BASE);
    int at = Segment.BASE.length();
    while (at < text.length()) {
      Segment segment = Segment.appended(text.substring(at, at + 2)).orElseThrow();
      count(Total.valueOf("SEGMENTS_" + segment.name()));
      if (segment == Segment.J1) {
        person(text, at, segment, Total.SSN_J1, Total.BIRTH_J1);
      } else if (segment == Segment.J2) {
        person(text, at, segment, Total.SSN_J2, Total.BIRTH_J2);
      }
      at += segment.length();
    }
  }

  private void person(String text, int from, Segment segment, Total ssn, Total birth) {
    if (at(text, from, segment, "ECOA").equals("Z")) {
      count(Total.ECOA_Z);
    }
    if (!at(text, from, segment, "SSN").matches(ZEROS_OR_NINES)) {
      count(ssn);
      count(Total.SSN_ALL);
    }
    if (!at(text, from, segment, "DATE_OF_BIRTH").matches("0+")) {
      count(birth);
      count(Total.BIRTH_ALL);
    }
    if (!at(text, from, segment, "TELEPHONE").matches("0+")) {
      count(Total.TELEPHONE_ALL);
    }
  }

  private static String at(String text, int from, Segment segment, String name) {
    Field field = segment.field(name);
    return text.substring(from + field.from() - 1, from + field.to());
  }

  private void count(Total total) {
    counts.merge(total, 1L, Long::sum);
  }

  /** The trailer record. */
  byte[] record() throws Unwritable {
    counts.put(Total.BLOCK_COUNT, counts.getOrDefault(Total.BASE_RECORDS, 0L) + 2);
    SegmentText text =
        new SegmentText(Segment.TRAILER)
            .number("RDW", Segment.TRAILER.length())
            .text("IDENTIFIER", Segment.TRAILER.name());
    for (Total each : Total.values()) {
      text.number(each.name(), counts.getOrDefault(each, 0L));
    }
    return text.bytes();
  }
}
