package org.xinbao.bureausim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Takes records of persons and agreements: 110, 120, 130, 140, 220 (reference 6). */
final class PersonDesk {

  /** The segments of 110 beside the first, with the item that says when they were updated. */
  private static final Map<String, String> UPDATED =
      Map.of(
          "IDSgmt", "IDInfoUpDate",
          "FcsInfSgmt", "FcsInfoUpDate",
          "SpsInfSgmt", "SpsInfoUpDate",
          "EduInfSgmt", "EduInfoUpDate",
          "OctpnInfSgmt", "OctpnInfoUpDate",
          "RedncInfSgmt", "ResiInfoUpDate",
          "MlgInfSgmt", "MlgInfoUpDate",
          "IncInfSgmt", "IncInfoUpDate");

  private static final List<String> NEW_BORROWER =
      List.of(
          "FcsInfSgmt", "SpsInfSgmt", "EduInfSgmt", "OctpnInfSgmt", "RedncInfSgmt", "MlgInfSgmt");

  private static final List<String> BASE =
      List.of(
          "InfRecType",
          "Name",
          "IDType",
          "IDNum",
          "InfSurcCode",
          "RptDate",
          "RptDateCode",
          "Cimoc",
          "CustomerType");

  private final Store store;

  PersonDesk(Store store) {
    this.store = store;
  }

  List<Fault> checkBasic(Node record, String provider) {
    Node base = record.find("BsSgmt").orElse(new Node("", "", List.of()));
    if (!base.tags().equals(BASE)) {
      return List.of(Fault.of("ABR000"));
    }
    LocalDate rptDate = LocalDate.parse(base.item("RptDate"));
    List<Fault> faults = new ArrayList<>();
    if (!base.item("InfSurcCode").startsWith(provider)) {
      faults.add(new Fault("ABE002", "InfSurcCode"));
    }
    for (String segment : NEW_BORROWER) {
      if (base.item("RptDateCode").equals("10") && !record.has(segment)) {
        faults.add(Fault.of("BBR000"));
      }
    }
    NavigableMap<LocalDate, Node> versions = store.borrower(key(base));
    if (versions.containsKey(rptDate)) {
      faults.add(new Fault("ABR004", "IDNum"));
    }
    for (Node segment : record.children().subList(1, record.children().size())) {
      String item = UPDATED.getOrDefault(segment.tag(), "");
      if (item.isEmpty() || segment.item(item).isEmpty()) {
        faults.add(new Fault("ABR000", segment.tag()));
      } else if (goesBack(versions, segment, item)) {
        faults.add(new Fault("BBR002", item));
      } else if (LocalDate.parse(segment.item(item)).isAfter(rptDate)) {
        faults.add(new Fault("ABE007", item));
      }
    }
    return faults;
  }

  private static boolean goesBack(
      NavigableMap<LocalDate, Node> versions, Node segment, String item) {
    LocalDate on = LocalDate.parse(segment.item(item));
    return versions.values().stream()
        .flatMap(each -> each.all(segment.tag()).stream())
        .anyMatch(each -> LocalDate.parse(each.item(item)).isAfter(on));
  }

  void storeBasic(Node record) {
    Node base = record.children().get(0);
    store.borrower(key(base)).put(LocalDate.parse(base.item("RptDate")), record);
    store.addPerson(base.item("Name"), base.item("IDType"), base.item("IDNum"));
  }

  private static String key(Node base) {
    return Store.personKey(base.item("Name"), base.item("IDType"), base.item("IDNum"))
        + "\t"
        + base.item("InfSurcCode");
  }

  List<Fault> checkAgreement(Node record, String provider) {
    Node base = record.find("CtrctBsSgmt").orElse(record);
    String code = base.item("ContractCode");
    if (code.isEmpty() || base.item("RptDate").isEmpty()) {
      return List.of(Fault.of("ABR000"));
    }
    List<Fault> faults = new ArrayList<>();
    if (!code.startsWith(provider)) {
      faults.add(new Fault("ABE002", "ContractCode"));
    }
    if (!record.has("CreditLimSgmt")) {
      faults.add(Fault.of("BCR000"));
      return faults;
    }
    NavigableMap<LocalDate, Node> versions = store.agreement(code);
    if (versions.containsKey(LocalDate.parse(base.item("RptDate")))) {
      faults.add(new Fault("ABR004", "ContractCode"));
    }
    boolean ended =
        versions.values().stream()
            .flatMap(each -> each.all("CreditLimSgmt").stream())
            .anyMatch(each -> each.item("ConStatus").equals("2"));
    if (ended) {
      faults.add(new Fault("BCR001", "ConStatus"));
    }
    return faults;
  }

  void storeAgreement(Node record) {
    Node base = record.find("CtrctBsSgmt").orElse(record);
    store.agreement(base.item("ContractCode")).put(LocalDate.parse(base.item("RptDate")), record);
  }

  /** A flat record is stored once under all it says about whom and when. */
  List<Fault> checkFlat(Node record) {
    return store.flat().containsKey(flatKey(record)) ? List.of(Fault.of("ABR004")) : List.of();
  }

  void storeFlat(Node record) {
    store.addFlat(flatKey(record), record);
  }

  private static String flatKey(Node record) {
    StringBuilder key = new StringBuilder(record.tag());
    for (Node each : record.children()) {
      key.append('\t').append(each.text());
    }
    return key.toString();
  }
}
