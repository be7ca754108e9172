package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Takes the records that change what was reported: 211, 213, 214, 215 (reference 4). */
final class CorrectionDesk {

  private static final LocalDate FIRST = LocalDate.of(1901, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private final Store store;

  CorrectionDesk(Store store) {
    this.store = store;
  }

  /** Reads a flat record's items; the empty list of faults means that they are as they must be. */
  private static List<Fault> items(Node record, List<String> tags, Set<String> mayBeEmpty) {
    if (!record.tags().equals(tags)) {
      return List.of(Fault.of("ABR000"));
    }
    List<Fault> faults = new ArrayList<>();
    for (Node each : record.children()) {
      if (each.text().isEmpty() && !mayBeEmpty.contains(each.tag())) {
        faults.add(new Fault("ABE000", each.tag()));
      }
    }
    return faults;
  }

  List<Fault> checkIdChange(Node record, String provider) {
    List<Fault> faults =
        new ArrayList<>(items(record, List.of("InfRecType", "OdBnesCode", "NwBnesCode"), Set.of()));
    if (!faults.isEmpty()) {
      return faults;
    }
    String old = record.item("OdBnesCode");
    String other = record.item("NwBnesCode");
    if (!old.startsWith(provider) || !other.startsWith(provider)) {
      faults.add(new Fault("ABE002", "NwBnesCode"));
    }
    if (old.equals(other)) {
      faults.add(new Fault("BIE000", "NwBnesCode"));
    }
    Optional<Account> account = store.account(old);
    if (account.isEmpty()) {
      faults.add(new Fault("BIE001", "OdBnesCode"));
      return faults;
    }
    boolean free = store.account(other).isEmpty() && !store.isDead(other);
    if (!free && !account.get().formerCodes().contains(other)) {
      faults.add(new Fault("BIE002", "NwBnesCode"));
    }
    return faults;
  }

  void changeId(Node record) {
    store.rename(account(record, "OdBnesCode"), record.item("NwBnesCode"));
  }

  List<Fault> checkSegmentDeletion(Node record) {
    List<String> tags =
        List.of("InfRecType", "DelRecCode", "DelSgmtCode", "DelStartDate", "DelEndDate");
    List<Fault> faults = new ArrayList<>(items(record, tags, Set.of("DelStartDate", "DelEndDate")));
    if (!faults.isEmpty()) {
      return faults;
    }
    if (!record.item("DelSgmtCode").matches("[CHIJK]")) {
      faults.add(new Fault("ABE001", "DelSgmtCode"));
    }
    if (record.item("DelStartDate").isEmpty() && record.item("DelEndDate").isEmpty()) {
      faults.add(new Fault("BSE000", "DelStartDate"));
    }
    LocalDate from = date(record, "DelStartDate", FIRST);
    LocalDate to = date(record, "DelEndDate", LAST);
    if (from.isAfter(to)) {
      faults.add(new Fault("BSE001", "DelStartDate"));
    }
    Optional<Account> account = store.account(record.item("DelRecCode"));
    if (account.isEmpty()) {
      faults.add(new Fault(dead(record, "DelRecCode", "BSR000"), "DelRecCode"));
    } else if (account.get().events().keySet().stream()
        .anyMatch(on -> !on.isBefore(from) && !on.isAfter(to))) {
      faults.add(Fault.of("BSR002"));
    }
    return faults;
  }

  void deleteSegment(Node record) {
    account(record, "DelRecCode")
        .delete(
            record.item("DelSgmtCode"),
            date(record, "DelStartDate", FIRST),
            date(record, "DelEndDate", LAST));
  }

  List<Fault> checkDeletion(Node record) {
    List<Fault> faults =
        new ArrayList<>(items(record, List.of("InfRecType", "DelRecCode"), Set.of()));
    if (faults.isEmpty() && store.account(record.item("DelRecCode")).isEmpty()) {
      faults.add(new Fault(dead(record, "DelRecCode", "BTE000"), "DelRecCode"));
    }
    return faults;
  }

  void delete(Node record) {
    store.remove(account(record, "DelRecCode"));
  }

  /** BQR001 to BQR004 as the reference tells them apart: see the comments. */
  List<Fault> checkEvent(Node record) {
    List<String> tags = List.of("InfRecType", "AcctCode", "OpetnType", "Month", "Flag", "RptDate");
    List<Fault> faults = new ArrayList<>(items(record, tags, Set.of()));
    if (!faults.isEmpty()) {
      return faults;
    }
    LocalDate on = LocalDate.parse(record.item("RptDate"));
    YearMonth month = YearMonth.parse(record.item("Month"));
    if (!YearMonth.from(on).equals(month)) {
      faults.add(new Fault("BQR000", "Month"));
    }
    Optional<Account> found = store.account(record.item("AcctCode"));
    if (found.isEmpty()) {
      // The meaning of BQR001 is unknown; an event of an unknown account needs some code.
      faults.add(new Fault(dead(record, "AcctCode", "BQR001"), "AcctCode"));
      return faults;
    }
    Account account = found.get();
    if (!record.item("OpetnType").equals("21") || !account.type().equals("D1")) {
      // 11 and 12 are for R2, which this centre does not keep; 21 is for D1.
      faults.add(new Fault("BQR002", "OpetnType"));
      return faults;
    }
    if (record.item("Flag").equals("0")) {
      if (!account.events().containsKey(on)) {
        faults.add(new Fault("BQR005", "Flag"));
      }
      return faults;
    }
    boolean next =
        !account.history().isEmpty() && account.history().lastKey().plusMonths(1).equals(month);
    if (!next) {
      faults.add(new Fault("BQR003", "Month"));
    }
    if (account.isClosed() || on.isBefore(account.lastRptDate())) {
      faults.add(new Fault("BQR004", "RptDate"));
    }
    if (account.versions("B").containsKey(on)) {
      faults.add(new Fault("BQR006", "RptDate"));
    }
    return faults;
  }

  void takeEvent(Node record) {
    Map<LocalDate, Account.Event> events = account(record, "AcctCode").events();
    LocalDate on = LocalDate.parse(record.item("RptDate"));
    if (record.item("Flag").equals("0")) {
      events.remove(on);
    } else {
      YearMonth month = YearMonth.parse(record.item("Month"));
      events.put(on, new Account.Event(record.item("OpetnType"), month));
    }
  }

  /** The code for an account that is not there: another one when it has a new id. */
  private String dead(Node record, String tag, String otherwise) {
    return store.isDead(record.item(tag)) ? "ABE012" : otherwise;
  }

  private Account account(Node record, String tag) {
    return store.account(record.item(tag)).orElseThrow();
  }

  private static LocalDate date(Node record, String tag, LocalDate otherwise) {
    String text = record.item(tag);
    return text.isEmpty() ? otherwise : LocalDate.parse(text);
  }

  /** The last stored version of a segment, by report date. */
  static Optional<LocalDate> latest(NavigableMap<LocalDate, Node> versions) {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
  }
}
