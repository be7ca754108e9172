package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Takes 212 records: the correction of one segment (reference 4.2). */
final class SegmentDesk {

  private static final List<String> HEAD =
      List.of("InfRecType", "ModRecCode", "RptDate", "AcctType", "MdfcSgmtCode");
  private static final Set<String> BASE_ITEMS = Set.of("Name", "IDType", "IDNum", "MngmtOrgCode");

  private final Store store;

  SegmentDesk(Store store) {
    this.store = store;
  }

  List<Fault> check(Node record, LocalDate createdOn) {
    Node head = record.find("BsSgmt").orElse(new Node("", "", List.of()));
    Optional<Node> wrapped = record.find("MdfcSgmt");
    if (!head.tags().equals(HEAD) || record.children().size() > 2) {
      return List.of(Fault.of("ABR000"));
    }
    if (wrapped.isEmpty() || wrapped.get().children().isEmpty()) {
      return List.of(Fault.of("BMR001"));
    }
    List<Node> all = wrapped.get().children();
    Node segment = all.get(0);
    String mark = head.item("MdfcSgmtCode");
    if (all.size() > 1 || !mark.equals(Layout.MARKS.get(segment.tag()))) {
      return List.of(Fault.of("ABR000"));
    }
    LocalDate rptDate = LocalDate.parse(head.item("RptDate"));
    List<Fault> faults = new ArrayList<>();
    if (rptDate.isAfter(createdOn)) {
      faults.add(new Fault("ABR001", "RptDate"));
    }
    faults.addAll(content(segment, mark, head.item("AcctType"), rptDate));
    return faults.isEmpty() ? atLoad(head, segment, mark, rptDate) : faults;
  }

  private static List<Fault> content(Node segment, String mark, String type, LocalDate rptDate) {
    if (mark.equals("B")) {
      boolean only = BASE_ITEMS.equals(Set.copyOf(segment.tags()));
      return only ? List.of() : List.of(Fault.of("BMR003"));
    }
    List<Fault> faults = Layout.check(segment, type);
    return faults.isEmpty() ? Consistency.checkSegment(segment, rptDate) : faults;
  }

  private List<Fault> atLoad(Node head, Node segment, String mark, LocalDate rptDate) {
    String code = head.item("ModRecCode");
    Optional<Account> found = store.account(code);
    if (found.isEmpty()) {
      return List.of(new Fault(store.isDead(code) ? "ABE012" : "BMR007", "ModRecCode"));
    }
    Account account = found.get();
    if (!account.type().equals(head.item("AcctType"))) {
      return List.of(new Fault("BMR012", "AcctType"));
    }
    return switch (mark) {
      case "B" -> faultIf(!rptDate.equals(account.lastRptDate()), "BMR019");
      case "H" -> month(account, segment, rptDate);
      case "D", "E", "F" -> {
        Optional<LocalDate> last = CorrectionDesk.latest(account.versions(mark));
        yield faultIf(last.isPresent() && rptDate.isBefore(last.get()), "BMR009");
      }
      default -> {
        NavigableMap<LocalDate, Node> versions = account.versions(mark);
        Optional<LocalDate> last = CorrectionDesk.latest(versions);
        boolean fits =
            versions.containsKey(rptDate) || last.isEmpty() || rptDate.isAfter(last.get());
        yield faultIf(!fits, "BMR021");
      }
    };
  }

  private static List<Fault> month(Account account, Node segment, LocalDate rptDate) {
    YearMonth month = YearMonth.parse(segment.item("Month"));
    List<Fault> faults = new ArrayList<>();
    if (!account.reportedOn(month).equals(Optional.of(rptDate))) {
      faults.add(new Fault("BMR008", "Month"));
    }
    boolean closed = segment.item("AcctStatus").equals("3");
    NavigableMap<LocalDate, Node> monthly = account.monthly();
    if (closed && monthly.higherKey(rptDate) != null) {
      faults.add(new Fault("BMR010", "AcctStatus"));
    }
    boolean closedBefore =
        monthly.headMap(rptDate, false).values().stream()
            .anyMatch(each -> each.item("AcctStatus").equals("3"));
    if (closedBefore) {
      faults.add(new Fault("BMR016", "AcctStatus"));
    }
    if (!AccountDesk.isInOrder(account, segment, rptDate)) {
      faults.add(new Fault("BMR011", "FiveCateAdjDate"));
    }
    boolean event = account.events().values().stream().anyMatch(each -> each.month().equals(month));
    if (event) {
      faults.add(new Fault("BMR013", "Month"));
    }
    return faults;
  }

  /** Puts the corrected segment in the place of the stored one; of B only the items it carries. */
  void store(Node record) {
    Node head = record.children().get(0);
    Node segment = record.children().get(1).children().get(0);
    Account account = store.account(head.item("ModRecCode")).orElseThrow();
    LocalDate rptDate = LocalDate.parse(head.item("RptDate"));
    if (!head.item("MdfcSgmtCode").equals("B")) {
      account.store(segment, rptDate);
      return;
    }
    Node base = account.current("B").orElseThrow();
    List<Node> items =
        base.children().stream().map(each -> segment.find(each.tag()).orElse(each)).toList();
    account.store(new Node(base.tag(), "", items), rptDate);
  }

  private static List<Fault> faultIf(boolean wrong, String code) {
    return wrong ? List.of(new Fault(code, "RptDate")) : List.of();
  }
}
