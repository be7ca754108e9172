package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An account as the centre has stored it: each segment by the report date it came with, monthly
 * performance by month as well (versions go by account, report date and month, reference 4.6).
 */
final class Account {

  private final String type;
  private String code;
  private final Set<String> formerCodes = new HashSet<>();

  /** Segments B C D E F J K by mark and report date. */
  private final Map<String, NavigableMap<LocalDate, Node>> segments = new LinkedHashMap<>();

  private final NavigableMap<YearMonth, NavigableMap<LocalDate, Node>> months = new TreeMap<>();
  private final Map<LocalDate, Event> events = new LinkedHashMap<>();

  Account(String type, String code) {
    this.type = type;
    this.code = code;
  }

  /** A special event in force (record 215). */
  record Event(String type, YearMonth month) {}

  String type() {
    return type;
  }

  String code() {
    return code;
  }

  /** Gives the account another code; the present one is dead from then on. */
  void rename(String other) {
    formerCodes.add(code);
    formerCodes.remove(other);
    code = other;
  }

  Set<String> formerCodes() {
    return Set.copyOf(formerCodes);
  }

  /** The stored versions of a segment other than H, by report date. */
  NavigableMap<LocalDate, Node> versions(String mark) {
    return segments.computeIfAbsent(mark, any -> new TreeMap<>());
  }

  /** The stored versions of a month, by report date; empty when the month is not stored. */
  NavigableMap<LocalDate, Node> month(YearMonth month) {
    return months.getOrDefault(month, new TreeMap<>());
  }

  /** The months stored, oldest first, each with its last version. */
  NavigableMap<YearMonth, Node> history() {
    NavigableMap<YearMonth, Node> history = new TreeMap<>();
    months.forEach((month, versions) -> history.put(month, versions.lastEntry().getValue()));
    return history;
  }

  /** The report date of the last version of a month. */
  Optional<LocalDate> reportedOn(YearMonth month) {
    return month(month).isEmpty() ? Optional.empty() : Optional.of(month(month).lastKey());
  }

  /** The last version of a segment other than H. */
  Optional<Node> current(String mark) {
    return Optional.ofNullable(versions(mark).lastEntry()).map(Map.Entry::getValue);
  }

  /** The monthly segment with the latest report date. */
  Optional<Node> currentMonth() {
    return Optional.ofNullable(monthly().lastEntry()).map(Map.Entry::getValue);
  }

  /** All monthly segments by report date. */
  NavigableMap<LocalDate, Node> monthly() {
    NavigableMap<LocalDate, Node> all = new TreeMap<>();
    months.values().forEach(all::putAll);
    return all;
  }

  LocalDate lastRptDate() {
    return versions("B").lastKey();
  }

  boolean isClosed() {
    return months.values().stream()
        .flatMap(versions -> versions.values().stream())
        .anyMatch(each -> each.item("AcctStatus").equals("3"));
  }

  boolean isTransferredOut() {
    return events.values().stream().anyMatch(each -> each.type().equals("21"));
  }

  Map<LocalDate, Event> events() {
    return events;
  }

  /** Stores the segments of a 210 record. */
  void storeRecord(Node record, LocalDate rptDate) {
    for (Node segment : record.children()) {
      store(segment, rptDate);
    }
  }

  /** Stores one segment of a report date. */
  void store(Node segment, LocalDate rptDate) {
    String mark = Layout.MARKS.getOrDefault(segment.tag(), "");
    if (mark.equals("H")) {
      YearMonth month = YearMonth.parse(segment.item("Month"));
      months.computeIfAbsent(month, any -> new TreeMap<>()).put(rptDate, segment);
    } else {
      versions(mark).put(rptDate, segment);
    }
  }

  /** Deletes the versions of a segment with a report date in a period, both ends included. */
  void delete(String mark, LocalDate from, LocalDate to) {
    if (mark.equals("H")) {
      months.values().forEach(each -> each.subMap(from, true, to, true).clear());
      months.values().removeIf(Map::isEmpty);
    } else {
      versions(mark).subMap(from, true, to, true).clear();
    }
  }

  /** FiveCateAdjDate of every stored performance segment, by report date. */
  NavigableMap<LocalDate, LocalDate> fiveClassDates() {
    NavigableMap<LocalDate, LocalDate> dates = new TreeMap<>();
    monthly().forEach((on, segment) -> dates.put(on, date(segment)));
    versions("J").forEach((on, segment) -> dates.put(on, date(segment)));
    return dates;
  }

  private static LocalDate date(Node performance) {
    return LocalDate.parse(performance.item("FiveCateAdjDate"));
  }

  /** The special transactions stored, each as type and date. */
  List<String> specialPairs() {
    List<String> pairs = new ArrayList<>();
    for (Node segment : versions("K").values()) {
      pairs.addAll(pairs(segment));
    }
    return pairs;
  }

  /** The special transactions of a segment K, each as type and date. */
  static List<String> pairs(Node segment) {
    return segment.all("CagOfTrdInf").stream()
        .map(each -> each.item("ChanTranType") + " " + each.item("TranDate"))
        .toList();
  }
}
