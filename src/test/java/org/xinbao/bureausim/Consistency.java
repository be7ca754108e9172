package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What the items of one record have to do with each other (reference 3.2 to 3.12, 5.2). */
final class Consistency {

  private static final int DAYS_MAX = 30;

  private final List<Fault> faults = new ArrayList<>();
  private final LocalDate rptDate;

  private Consistency(LocalDate rptDate) {
    this.rptDate = rptDate;
  }

  /** Checks a record whose layout is right. */
  static List<Fault> check(Node account, LocalDate rptDate, String rptDateCode) {
    Consistency all = new Consistency(rptDate);
    account.find("AcctBsInfSgmt").ifPresent(each -> all.data(each, rptDateCode));
    account.find("AcctMthlyBlgInfSgmt").ifPresent(each -> all.monthly(each, rptDateCode));
    account.find("AcctDbtInfSgmt").ifPresent(all::otherwise);
    account.find("AcctSpecTrstDspnSgmt").ifPresent(all::specials);
    return all.faults;
  }

  /** Checks one segment that is corrected on its own. */
  static List<Fault> checkSegment(Node segment, LocalDate rptDate) {
    Consistency one = new Consistency(rptDate);
    switch (Layout.MARKS.getOrDefault(segment.tag(), "")) {
      case "C" -> one.data(segment, "");
      case "H" -> one.monthly(segment, "");
      case "J" -> one.otherwise(segment);
      case "K" -> one.specials(segment);
      default -> {
        // The others have no items that depend on each other.
      }
    }
    return one.faults;
  }

  private void data(Node data, String code) {
    LocalDate opened = date(data, "OpenDate");
    faultIf(opened.isAfter(rptDate), "ABE007", "OpenDate");
    faultIf(opened.isAfter(date(data, "DueDate")), "BLE009", "DueDate");
    faultIf(
        code.equals("10") && ChronoUnit.DAYS.between(opened, rptDate) >= DAYS_MAX,
        "BLE008",
        "OpenDate");
    String mode = data.item("RepayMode");
    faultIf(mode.equals("90") && !data.item("RepayFreqcy").equals("03"), "BLE028", "RepayFreqcy");
    boolean once = mode.startsWith("2") && data.has("RepayPrd");
    faultIf(once && amount(data, "RepayPrd") != 0, "BLE038", "RepayPrd");
  }

  private void monthly(Node month, String code) {
    String status = month.item("AcctStatus");
    boolean closed = status.equals("3");
    boolean closing = code.equals("20") || code.equals("32");
    faultIf(closing && !closed, "BLE037", "AcctStatus");
    YearMonth of = YearMonth.parse(month.item("Month"));
    long apart = ChronoUnit.MONTHS.between(of, YearMonth.from(rptDate));
    faultIf(Math.abs(apart) > 1, "BLE039", "Month");
    faultIf(date(month, "FiveCateAdjDate").isAfter(rptDate), "ABE007", "FiveCateAdjDate");
    faultIf(date(month, "LatRpyDate").isAfter(rptDate), "ABE007", "LatRpyDate");
    overdue(month, status);
    faultIf(amount(month, "OverdPrinc") > amount(month, "TotOverd"), "BLE020", "OverdPrinc");
    if (closed) {
      closed(month, code);
    }
  }

  private void overdue(Node month, String status) {
    String rpyStatus = month.item("RpyStatus");
    long total = amount(month, "TotOverd");
    boolean any = amount(month, "OverdPrd") != 0 || total != 0;
    faultIf(rpyStatus.matches("[NM]") && any, "BLE017", "TotOverd");
    faultIf(
        rpyStatus.equals("*") && (any || amount(month, "CurRpyAmt") != 0), "BLE015", "CurRpyAmt");
    boolean both = amount(month, "OverdPrd") > 0 && total > 0;
    faultIf(rpyStatus.matches("[1-7]") && !both, "BLE019", "TotOverd");
    faultIf(status.matches("4[12]") && total == 0, "BLE013", "TotOverd");
  }

  private void closed(Node month, String code) {
    faultIf(amount(month, "AcctBal") != 0, "BLE026", "AcctBal");
    boolean overdue = amount(month, "OverdPrd") != 0 || amount(month, "TotOverd") != 0;
    faultIf(overdue, "BLE004", "TotOverd");
    faultIf(!month.item("RpyStatus").matches("[CG]"), "BLE030", "RpyStatus");
    if (month.item("CloseDate").isEmpty()) {
      faultIf(true, "BLE001", "CloseDate");
      return;
    }
    LocalDate on = date(month, "CloseDate");
    faultIf(on.isAfter(rptDate), "ABE007", "CloseDate");
    faultIf(
        on.isBefore(date(month, "LatRpyDate")) || on.isBefore(date(month, "FiveCateAdjDate")),
        "BLE011",
        "CloseDate");
    boolean late = code.equals("20") && ChronoUnit.DAYS.between(on, rptDate) >= DAYS_MAX;
    faultIf(late, "BLE010", "CloseDate");
  }

  private void otherwise(Node other) {
    faultIf(!date(other, "LatRpyDate").equals(rptDate), "BLE040", "LatRpyDate");
    boolean overdue = amount(other, "OverdPrd") != 0 || amount(other, "TotOverd") != 0;
    faultIf(overdue, "BLE018", "TotOverd");
  }

  private void specials(Node segment) {
    List<String> seen = new ArrayList<>();
    for (Node each : segment.all("CagOfTrdInf")) {
      String pair = each.item("ChanTranType") + " " + each.item("TranDate");
      faultIf(seen.contains(pair), "ABE011", "ChanTranType");
      seen.add(pair);
      faultIf(date(each, "TranDate").isAfter(rptDate), "ABE007", "TranDate");
    }
  }

  private void faultIf(boolean wrong, String code, String tag) {
    if (wrong) {
      faults.add(new Fault(code, tag));
    }
  }

  private static long amount(Node segment, String tag) {
    return Long.parseLong(segment.item(tag));
  }

  private static LocalDate date(Node segment, String tag) {
    return LocalDate.parse(segment.item(tag));
  }
}
