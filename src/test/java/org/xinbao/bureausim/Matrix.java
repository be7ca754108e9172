package org.xinbao.bureausim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which segments a 210 record must and may have (reference 3.11), for D1, R1 and R4. */
final class Matrix {

  /** The order of segments in a record. */
  private static final String ORDER = "BCDEFHJK";

  private Matrix() {}

  /** The error codes for a missing and for a superfluous segment. */
  private enum Codes {
    CODE_10("BLR000", "BLR001"),
    CODE_31("BLR002", "BLR003"),
    FIRST("BLR004", "BLR005"),
    CODE_30("BLR006", "BLR007"),
    CODE_40("BLR008", "BLR009"),
    CODE_20("BLR010", "BLR011"),
    CODE_32("BLR012", "BLR013");

    private final String missing;
    private final String forbidden;

    Codes(String missing, String forbidden) {
      this.missing = missing;
      this.forbidden = forbidden;
    }

    static Codes of(String rptDateCode) {
      return valueOf("CODE_" + rptDateCode);
    }
  }

  /** Checks the segments of a record by its own reporting point. */
  static List<Fault> check(Node account, String type, String rptDateCode) {
    List<String> marks = marks(account);
    if (!inOrder(marks)) {
      return List.of(Fault.of("ABR000"));
    }
    Codes codes = Codes.of(rptDateCode);
    return switch (rptDateCode) {
      case "10", "31" -> first(account, type, marks, codes, rptDateCode.equals("31"));
      case "40" -> compare(marks, Set.of("B", "J"), Set.of(), codes);
      default -> compare(marks, Set.of("B", "H"), later(account, type), codes);
    };
  }

  /** Checks the first record of an account that the centre does not know. */
  static List<Fault> checkFirst(Node account, String type, String rptDateCode) {
    return first(account, type, marks(account), Codes.FIRST, !rptDateCode.equals("10"));
  }

  static List<String> marks(Node account) {
    return account.children().stream()
        .map(each -> Layout.MARKS.getOrDefault(each.tag(), "?"))
        .toList();
  }

  private static List<Fault> first(
      Node account, String type, List<String> marks, Codes codes, boolean specials) {
    boolean agreement = !type.equals("D1") || dataItem(account, "Flag").matches("[12]");
    boolean guaranteed = dataItem(account, "GuarMode").matches("[35]");
    List<String> required = new ArrayList<>(List.of("B", "C", "H"));
    if (agreement) {
      required.add("F");
    }
    List<Fault> faults =
        new ArrayList<>(
            compare(
                marks,
                Set.copyOf(required),
                specials ? Set.of("D", "E", "K") : Set.of("D", "E"),
                codes));
    if (guaranteed && !marks.contains("D")) {
      faults.add(Fault.of("BLR014"));
    }
    return faults;
  }

  private static Set<String> later(Node account, String type) {
    boolean none = type.equals("D1") && dataItem(account, "Flag").equals("0");
    return none ? Set.of("C", "D", "E", "K") : Set.of("C", "D", "E", "F", "K");
  }

  private static List<Fault> compare(
      List<String> marks, Set<String> required, Set<String> optional, Codes codes) {
    List<Fault> faults = new ArrayList<>();
    for (String each : required) {
      if (!marks.contains(each)) {
        faults.add(Fault.of(codes.missing));
      }
    }
    for (String each : marks) {
      if (!required.contains(each) && !optional.contains(each)) {
        faults.add(Fault.of(codes.forbidden));
      }
    }
    return faults;
  }

  private static boolean inOrder(List<String> marks) {
    int before = -1;
    for (String each : marks) {
      int at = ORDER.indexOf(each);
      if (at <= before) {
        return false;
      }
      before = at;
    }
    return true;
  }

  private static String dataItem(Node account, String tag) {
    return account.find("AcctBsInfSgmt").map(each -> each.item(tag)).orElse("");
  }
}
