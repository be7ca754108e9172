package org.xinbao.bureausim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The items of the segments of record 210 for the account types D1, R1 and R4, in their order
 * (reference 3.1 to 3.10): name, form, and for each type {@code M} present and filled, {@code O}
 * present, {@code -} absent.
 *
 * <p>Forms: {@code n15} digits at most, {@code t30} characters at most, {@code date}, {@code
 * month}, or the codes themselves.
 */
final class Layout {

  private static final List<String> TYPES = List.of("D1", "R1", "R4");

  /** The segment's mark by its tag. */
  static final Map<String, String> MARKS =
      Map.of(
          "AcctBsSgmt", "B",
          "AcctBsInfSgmt", "C",
          "RltRepymtInfSgmt", "D",
          "MotgaCltalCtrctInfSgmt", "E",
          "AcctCredSgmt", "F",
          "AcctMthlyBlgInfSgmt", "H",
          "AcctDbtInfSgmt", "J",
          "AcctSpecTrstDspnSgmt", "K");

  private static final String BASE =
      """
      InfRecType 210 M M M
      AcctType D1|R1|R4 M M M
      AcctCode t60 M M M
      RptDate date M M M
      RptDateCode 10|20|30|31|32|40 M M M
      Name t30 M M M
      IDType 1|2|5|6|8|9|10|20|A|B|C|X M M M
      IDNum t20 M M M
      MngmtOrgCode [A-Za-z0-9]{14} M M M
      """;

  private static final String DATA =
      """
      BusiLines 1|3|4|5|6 M M M
      BusiDtlLines 1[123]|21|3[123]|4[12]|5[123]|91|99|6[1-4]|92|A1|B1 M M M
      OpenDate date M M M
      Cy [A-Z]{3} M M M
      AcctCredLine n15 - M -
      LoanAmt n15 M - M
      Flag 0|1|2 M - -
      DueDate date M M M
      RepayMode 1[1-5]|19|2[1239]|29|3[123]|39|90 M M M
      RepayFreqcy 0[1-8]|1[234]|99 M M M
      RepayPrd n3 M - M
      ApplyBusiDist (\\d{6})? O O O
      GuarMode [1-7] M M M
      OthRepyGuarWay 0|1|9 M M M
      AssetTrandFlag 0|1 M M M
      FundSou 1|2|21|22|23|24|4|8 M M M
      LoanForm 1|5|9 M M M
      """;

  private static final String HOUSING =
      """
      LoanConCode t200 M M M
      FirstHouLoanFlag 0[1-4] M M M
      """;

  private static final String MONTHLY =
      """
      Month month M M M
      SettDate date O O O
      AcctStatus 1|2|3|41|42|5|6|8 M M M
      AcctBal n15 M M M
      RemRepPrd n3 M M M
      FiveCate [123459] M M M
      FiveCateAdjDate date M M M
      RpyStatus [*N1-7DZMBCG#] M M M
      OverdPrd n3 M M M
      TotOverd n15 M M M
      OverdPrinc n15 M M M
      Oved31_60Princ n15 M M M
      Oved61_90Princ n15 M M M
      Oved91_180Princ n15 M M M
      OvedPrinc180 n15 M M M
      CurRpyAmt n15 M M M
      ActRpyAmt n15 M M M
      LatRpyDate date M M M
      CloseDate date O O O
      """;

  private static final String OTHERWISE =
      """
      AcctStatus 1|2|41|42|5|6|8 M M M
      AcctBal n15 M M M
      FiveCate [123459] M M M
      FiveCateAdjDate date M M M
      RemRepPrd n3 M M M
      RpyStatus N M M M
      OverdPrd n3 M M M
      TotOverd n15 M M M
      LatRpyAmt n15 M M M
      LatRpyDate date M M M
      CloseDate date O O O
      """;

  private static final String PARTY =
      """
      InfoIDType 1|2 M M M
      ArlpName t80 M M M
      ArlpCertType 1|2|5|6|8|9|10|20|30|A|B|C|X M M M
      ArlpCertNum t40 M M M
      ArlpType 1|2|3|9 M M M
      ArlpAmt n15 O O O
      """;

  private static final String GUARANTOR =
      """
      WartySign 0|1 M M M
      MaxGuarMcc t60 M M M
      """;

  private static final String SPECIAL =
      """
      ChanTranType [1-58]|1[1-7] M M M
      TranDate date M M M
      TranAmt n15 M M M
      DueTranMon n3 M M M
      DetInfo t200 O O O
      """;

  private Layout() {}

  /** One item of a segment. */
  private record Item(String tag, String form, List<String> presence) {

    static List<Item> table(String text) {
      List<Item> items = new ArrayList<>();
      for (String line : text.lines().toList()) {
        List<String> fields = List.of(line.trim().split(" +", -1));
        items.add(new Item(fields.get(0), fields.get(1), fields.subList(2, 5)));
      }
      return items;
    }

    Optional<Fault> fault(Node value, String presence) {
      if (value.text().isEmpty()) {
        return presence.equals("O") ? Optional.empty() : Optional.of(new Fault("ABE000", tag));
      }
      return fits(value.text()) ? Optional.empty() : Optional.of(new Fault("ABE001", tag));
    }

    private boolean fits(String text) {
      if (form.equals("date")) {
        return isDate(text);
      }
      if (form.equals("month")) {
        return isMonth(text);
      }
      if (form.matches("[nt]\\d+")) {
        int most = Integer.parseInt(form.substring(1));
        boolean digits = form.charAt(0) == 't' || text.matches("\\d+");
        return digits && text.codePointCount(0, text.length()) <= most;
      }
      return Pattern.matches(form, text);
    }
  }

  private static boolean isDate(String text) {
    try {
      int year = LocalDate.parse(text).getYear();
      return year > 1900 && year < 2100;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isMonth(String text) {
    try {
      int year = YearMonth.parse(text).getYear();
      return year > 1900 && year < 2100;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Checks one segment of an account of a type; an empty list when it is as it must be. */
  static List<Fault> check(Node segment, String type) {
    String mark = MARKS.getOrDefault(segment.tag(), "");
    return switch (mark) {
      case "B" -> items(segment, type, BASE);
      case "C" ->
          items(segment, type, segment.item("BusiDtlLines").equals("11") ? DATA + HOUSING : DATA);
      case "D" -> groups(segment, type, "RltRepymtNm", "RltRepymtInf");
      case "E" -> groups(segment, type, "CcNm", "CccInf");
      case "F" -> items(segment, type, "Mcc t60 M M M\n");
      case "H" -> items(segment, type, MONTHLY);
      case "J" -> items(segment, type, OTHERWISE);
      case "K" -> groups(segment, type, "CagOfTrdNm", "CagOfTrdInf");
      default -> List.of(new Fault("ABR000", segment.tag()));
    };
  }

  private static List<Fault> groups(Node segment, String type, String counter, String group) {
    List<Node> groups = segment.all(group);
    String count = segment.item(counter);
    if (groups.isEmpty() || groups.size() + 1 != segment.children().size()) {
      return List.of(new Fault("ABD001", group));
    }
    if (!count.equals(String.valueOf(groups.size()))) {
      return List.of(new Fault("ABE010", counter));
    }
    List<Fault> faults = new ArrayList<>();
    for (Node each : groups) {
      faults.addAll(items(each, type, groupItems(each)));
    }
    return faults;
  }

  private static String groupItems(Node group) {
    return switch (group.tag()) {
      case "CagOfTrdInf" -> SPECIAL;
      case "CccInf" -> "Ccc t60 M M M\n";
      default -> group.item("ArlpType").matches("[23]") ? PARTY + GUARANTOR : PARTY;
    };
  }

  private static List<Fault> items(Node segment, String type, String table) {
    int column = TYPES.indexOf(type);
    if (column < 0) {
      return List.of(new Fault("ABE001", "AcctType"));
    }
    List<Item> expected =
        Item.table(table).stream()
            .filter(each -> !each.presence().get(column).equals("-"))
            .toList();
    List<String> tags = expected.stream().map(Item::tag).toList();
    if (!segment.tags().equals(tags)) {
      return List.of(misplaced(segment, tags));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      Item item = expected.get(i);
      item.fault(segment.children().get(i), item.presence().get(column)).ifPresent(faults::add);
    }
    return faults;
  }

  private static Fault misplaced(Node segment, List<String> expected) {
    for (String tag : expected) {
      if (!segment.has(tag)) {
        return new Fault("ABD000", tag);
      }
    }
    for (String tag : segment.tags()) {
      if (!expected.contains(tag)) {
        return new Fault("BLD000", tag);
      }
    }
    return Fault.of("ABR000");
  }
}
