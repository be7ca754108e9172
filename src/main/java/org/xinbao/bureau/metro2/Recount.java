package org.xinbao.bureau.metro2;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.Day;

/** The totals of the trailer, counted again from what was read. */
final class Recount {

  private final Map<Total, Long> counts = new EnumMap<>(Total.class);

  void add(ReadRecord record) {
    count(Total.BASE_RECORDS, 1);
    Total.ofStatus(record.first().value("ACCOUNT_STATUS")).ifPresent(each -> count(each, 1));
    for (ReadSegment each : record.all()) {
      switch (each.segment()) {
        case BASE -> person(each, List.of(Total.SSN_BASE, Total.BIRTH_BASE));
        case J1 -> associate(each, Total.SEGMENTS_J1, List.of(Total.SSN_J1, Total.BIRTH_J1));
        case J2 -> associate(each, Total.SEGMENTS_J2, List.of(Total.SSN_J2, Total.BIRTH_J2));
        case K1 -> count(Total.SEGMENTS_K1, 1);
        case K2 -> count(Total.SEGMENTS_K2, 1);
        case K3 -> count(Total.SEGMENTS_K3, 1);
        case K4 -> count(Total.SEGMENTS_K4, 1);
        case L1 -> count(Total.SEGMENTS_L1, 1);
        case N1 -> count(Total.SEGMENTS_N1, 1);
        case HEADER, TRAILER -> throw new IllegalArgumentException("no segment of an account");
      }
    }
  }

  /** A segment that is only filled with blanks or nines is none. */
  private void associate(ReadSegment segment, Total own, List<Total> person) {
    String name = segment.value("SURNAME");
    if (!name.isBlank() && !name.matches("9+")) {
      count(own, 1);
      person(segment, person);
    }
  }

  private void person(ReadSegment segment, List<Total> own) {
    count(Total.ECOA_Z, segment.value("ECOA").equals("Z") ? 1 : 0);
    int ssn = ConsumerRules.isKnown(segment.value("SSN")) ? 1 : 0;
    int born = segment.day("DATE_OF_BIRTH") == Day.NONE ? 0 : 1;
    count(own.get(0), ssn);
    count(Total.SSN_ALL, ssn);
    count(own.get(1), born);
    count(Total.BIRTH_ALL, born);
    count(Total.TELEPHONE_ALL, segment.number("TELEPHONE") == 0 ? 0 : 1);
  }

  private void count(Total total, int more) {
    counts.merge(total, (long) more, Long::sum);
  }

  long baseRecords() {
    return counts.getOrDefault(Total.BASE_RECORDS, 0L);
  }

  /** Compares with the trailer of the file. */
  void compare(ReadSegment trailer, RecordRules.Findings findings) {
    counts.put(Total.BLOCK_COUNT, baseRecords() + 2);
    for (Total each : Total.values()) {
      RecordRules.require(
          trailer.number(each.name()) == counts.getOrDefault(each, 0L),
          Metro2Rule.M007,
          "TRAILER " + each,
          findings);
    }
  }
}
