package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Takes 210 records: first what the record says by itself, then the rules at load. */
final class AccountDesk {

  private final Store store;
  private final Centre.Demands demands;

  AccountDesk(Store store, Centre.Demands demands) {
    this.store = store;
    this.demands = demands;
  }

  /** What is wrong with a record; nothing is stored. */
  List<Fault> check(Node document, LocalDate createdOn, String provider) {
    Optional<Node> found = document.find("InAcctInf");
    if (found.isEmpty() || document.children().size() != 1) {
      return List.of(Fault.of("ABR000"));
    }
    Node account = found.get();
    Node base = account.find("AcctBsSgmt").orElse(new Node("", "", List.of()));
    String type = base.item("AcctType");
    List<Fault> faults = new ArrayList<>();
    for (Node segment : account.children()) {
      faults.addAll(Layout.check(segment, type));
    }
    if (!faults.isEmpty() || base.children().isEmpty()) {
      return faults.isEmpty() ? List.of(Fault.of("BLR029")) : faults;
    }
    faults.addAll(Matrix.check(account, type, base.item("RptDateCode")));
    if (!faults.isEmpty()) {
      return faults;
    }
    LocalDate rptDate = LocalDate.parse(base.item("RptDate"));
    if (rptDate.isAfter(createdOn)) {
      faults.add(new Fault("ABR001", "RptDate"));
    }
    if (!base.item("AcctCode").startsWith(provider)) {
      faults.add(new Fault("ABE002", "AcctCode"));
    }
    faults.addAll(Consistency.check(account, rptDate, base.item("RptDateCode")));
    return faults.isEmpty() ? atLoad(account, base, rptDate) : faults;
  }

  /** Stores a record that {@link #check} found right. */
  void store(Node document) {
    Node record = document.children().get(0);
    Node base = record.children().get(0);
    String code = base.item("AcctCode");
    Account account = store.account(code).orElseGet(() -> new Account(base.item("AcctType"), code));
    account.storeRecord(record, LocalDate.parse(base.item("RptDate")));
    store.add(account);
  }

  private List<Fault> atLoad(Node record, Node base, LocalDate rptDate) {
    List<Fault> faults = new ArrayList<>(references(record, base));
    String code = base.item("AcctCode");
    if (store.isDead(code)) {
      faults.add(new Fault("ABE012", "AcctCode"));
      return faults;
    }
    Optional<Account> known = store.account(code);
    if (known.isEmpty()) {
      faults.addAll(Matrix.checkFirst(record, base.item("AcctType"), base.item("RptDateCode")));
    } else {
      faults.addAll(against(known.get(), record, base, rptDate));
    }
    return faults;
  }

  /** The reference names no code for a missing 110 or 220: here ABE001 with the item. */
  private List<Fault> references(Node record, Node base) {
    List<Fault> faults = new ArrayList<>();
    if (demands.borrowers()
        && !store.knowsPerson(base.item("Name"), base.item("IDType"), base.item("IDNum"))) {
      faults.add(new Fault("ABE001", "IDNum"));
    }
    Optional<Node> agreement = record.find("AcctCredSgmt");
    if (demands.agreements()
        && agreement.isPresent()
        && !store.knowsAgreement(agreement.get().item("Mcc"))) {
      faults.add(new Fault("ABE001", "Mcc"));
    }
    return faults;
  }

  private static List<Fault> against(Account stored, Node record, Node base, LocalDate rptDate) {
    List<Fault> faults = new ArrayList<>();
    if (!stored.type().equals(base.item("AcctType"))) {
      faults.add(new Fault("BLR019", "AcctType"));
    }
    if (stored.versions("B").containsKey(rptDate)) {
      faults.add(new Fault("ABR004", "AcctCode"));
    }
    if (stored.isClosed()) {
      faults.add(new Fault("BLR020", "AcctStatus"));
    }
    if (stored.isTransferredOut()) {
      faults.add(Fault.of("BLR025"));
    }
    if (stored.events().containsKey(rptDate)) {
      faults.add(new Fault("BLR028", "RptDate"));
    }
    boolean closing = base.item("RptDateCode").matches("20|32");
    if (closing && rptDate.isBefore(stored.lastRptDate())) {
      faults.add(new Fault("BLR021", "RptDate"));
    }
    record
        .find("AcctMthlyBlgInfSgmt")
        .filter(each -> isMonthStored(stored, each, rptDate))
        .ifPresent(each -> faults.add(new Fault("BLR027", "Month")));
    for (Node segment : record.children()) {
      if (segment.has("FiveCateAdjDate") && !isInOrder(stored, segment, rptDate)) {
        faults.add(new Fault("BLR022", "FiveCateAdjDate"));
      }
    }
    List<String> pairs = stored.specialPairs();
    record
        .find("AcctSpecTrstDspnSgmt")
        .filter(each -> Account.pairs(each).stream().anyMatch(pairs::contains))
        .ifPresent(each -> faults.add(new Fault("BLR023", "ChanTranType")));
    return faults;
  }

  private static boolean isMonthStored(Account stored, Node segment, LocalDate rptDate) {
    NavigableMap<LocalDate, Node> month = stored.month(YearMonth.parse(segment.item("Month")));
    return !month.isEmpty() && !month.lastKey().isBefore(rptDate);
  }

  /** FiveCateAdjDate never goes back in time from one report date to the next. */
  static boolean isInOrder(Account stored, Node performance, LocalDate rptDate) {
    LocalDate on = LocalDate.parse(performance.item("FiveCateAdjDate"));
    NavigableMap<LocalDate, LocalDate> dates = stored.fiveClassDates();
    Map.Entry<LocalDate, LocalDate> before = dates.lowerEntry(rptDate);
    Map.Entry<LocalDate, LocalDate> after = dates.higherEntry(rptDate);
    return (before == null || !on.isBefore(before.getValue()))
        && (after == null || !on.isAfter(after.getValue()));
  }
}
