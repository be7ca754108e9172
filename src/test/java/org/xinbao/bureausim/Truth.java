package org.xinbao.bureausim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The one table of {@code src/docs/bureaux.md} once more (rulings 39): each item of a 210 record as
 * a function of the loan's row in {@code assessments.csv}, of its rows in the export and of the
 * sample's {@code pboc.yaml}, written from the table and not from the program.
 *
 * <p>A segment is text, an item a line: {@code AcctBal=9000}.
 */
final class Truth {

  static final String PROVIDER = "TEST0000000001";

  private Truth() {}

  /** What the sample's pboc.yaml says of a product. */
  private record Choice(String accountType, String fundSource, String repayMode) {

    static Choice of(Row loan) {
      return switch (loan.get("product")) {
        case "JIEBEI" -> new Choice("D1", "8", "");
        case "SUIJIE" -> new Choice("R4", "1", "");
        case "XUNHUAN" -> new Choice("R1", "1", "32");
        default -> new Choice("D1", "1", "");
      };
    }
  }

  static String accountType(Row loan) {
    return Choice.of(loan).accountType();
  }

  /** "Closed for the bureau": what is CLOSED, TRANSFERRED, or written off with nothing owed. */
  static boolean isClosed(Row figures) {
    return switch (figures.get("account_status")) {
      case "CLOSED", "TRANSFERRED" -> true;
      case "WRITTEN_OFF" -> figures.get("repayment_status").equals("G");
      default -> false;
    };
  }

  private static boolean isOverdueStatus(Row figures) {
    return figures.get("repayment_status").matches("[1-7]");
  }

  static String acctStatus(Row figures, Row loan) {
    if (isClosed(figures)) {
      return "3";
    }
    if (figures.get("account_status").equals("WRITTEN_OFF")) {
      return "42";
    }
    String given = loan.optional("bureau_status");
    if (!given.isEmpty()) {
      return given;
    }
    return isOverdueStatus(figures) ? "2" : "1";
  }

  private static boolean isBadDebt(Row figures, Row loan) {
    return acctStatus(figures, loan).matches("4[12]");
  }

  static String rpyStatus(Row figures, Row loan) {
    return isBadDebt(figures, loan) ? "B" : figures.get("repayment_status");
  }

  static String closeDate(Row figures, Row loan) {
    if (!isClosed(figures)) {
      return "";
    }
    String paid = figures.get("last_paid_on");
    if (figures.get("account_status").equals("WRITTEN_OFF")) {
      // In these books what was written off is paid, not waived.
      return paid;
    }
    String closed = loan.get("closed_on");
    return closed.compareTo(paid) >= 0 ? closed : paid;
  }

  static String latRpyDate(Row figures, Row loan) {
    String paid = figures.get("last_paid_on");
    return paid.isEmpty() ? loan.get("opened_on") : paid;
  }

  private static String remRepPrd(Row figures, Row loan) {
    boolean none = isClosed(figures) || repayMode(loan).startsWith("2");
    return none ? "0" : figures.get("instalments_remaining");
  }

  /**
   * FiveCateAdjDate.
   *
   * @param told the date told last, ISO text; empty when none
   */
  static String fiveCateAdjDate(Row figures, Row loan, String told) {
    String date = figures.get("five_class_on");
    for (String other : List.of(loan.get("opened_on"), told)) {
      date = other.compareTo(date) > 0 ? other : date;
    }
    return date;
  }

  /** Segment H. */
  static String monthly(Row figures, Row loan, LocalDate rptDate, String classTold) {
    String status = rpyStatus(figures, loan);
    boolean zero = status.matches("[NM*]");
    long balance = figures.yuan("principal_balance");
    long total = zero ? 0 : figures.yuan("overdue_total");
    long principal = zero ? 0 : figures.yuan("overdue_principal");
    long[] aged = zero ? new long[4] : aged(figures, principal);
    if (isBadDebt(figures, loan) && total == 0) {
      total = balance;
      principal = balance;
    }
    Lines lines = new Lines();
    lines.add("Month", rptDate.toString().substring(0, 7)).add("SettDate", "");
    lines.add("AcctStatus", acctStatus(figures, loan)).add("AcctBal", balance);
    lines.add("RemRepPrd", remRepPrd(figures, loan)).add("FiveCate", figures.get("five_class"));
    lines.add("FiveCateAdjDate", fiveCateAdjDate(figures, loan, classTold));
    lines.add("RpyStatus", status);
    lines.add("OverdPrd", zero ? "0" : figures.get("instalments_overdue"));
    lines.add("TotOverd", total).add("OverdPrinc", principal);
    lines.add("Oved31_60Princ", aged[0]).add("Oved61_90Princ", aged[1]);
    lines.add("Oved91_180Princ", aged[2]).add("OvedPrinc180", aged[3]);
    lines.add("CurRpyAmt", figures.yuan("due_this_month"));
    lines.add("ActRpyAmt", figures.yuan("paid_this_month"));
    lines.add("LatRpyDate", latRpyDate(figures, loan));
    return lines.add("CloseDate", closeDate(figures, loan)).text();
  }

  /** What rounding adds above OverdPrinc in sum comes off the largest. */
  private static long[] aged(Row figures, long principal) {
    long[] aged = {
      figures.yuan("principal_31_60"),
      figures.yuan("principal_61_90"),
      figures.yuan("principal_91_180"),
      figures.yuan("principal_over_180")
    };
    int largest = 0;
    for (int i = 1; i < aged.length; i++) {
      largest = aged[i] > aged[largest] ? i : largest;
    }
    long excess = aged[0] + aged[1] + aged[2] + aged[3] - principal;
    aged[largest] -= Math.max(0, excess);
    return aged;
  }

  /** Segment J, which only a 40 has: the figures of the day of the last payment, put right. */
  static String recovered(Row figures, Row loan, String classTold) {
    Lines lines = new Lines();
    lines.add("AcctStatus", "1").add("AcctBal", figures.yuan("principal_balance"));
    lines.add("FiveCate", figures.get("five_class"));
    lines.add("FiveCateAdjDate", fiveCateAdjDate(figures, loan, classTold));
    lines.add("RemRepPrd", remRepPrd(figures, loan)).add("RpyStatus", "N");
    lines.add("OverdPrd", 0).add("TotOverd", 0);
    lines.add("LatRpyAmt", figures.yuan("last_paid_amount"));
    return lines.add("LatRpyDate", figures.get("last_paid_on")).add("CloseDate", "").text();
  }

  /** Segment B. */
  static String base(Row loan, LocalDate rptDate, String rptDateCode) {
    Lines lines = new Lines();
    lines.add("InfRecType", "210").add("AcctType", accountType(loan));
    lines.add("AcctCode", PROVIDER + loan.get("loan_id"));
    lines.add("RptDate", rptDate.toString()).add("RptDateCode", rptDateCode);
    lines.add("Name", loan.get("borrower_name")).add("IDType", idType(loan.get("id_type")));
    lines.add("IDNum", loan.get("id_number"));
    String org = loan.optional("org_code");
    return lines.add("MngmtOrgCode", org.isEmpty() ? PROVIDER : org).text();
  }

  static String idType(String name) {
    return switch (name) {
      case "ID_CARD" -> "10";
      case "PASSPORT" -> "2";
      case "HK_MACAO_PERMIT" -> "5";
      case "TAIWAN_PERMIT" -> "6";
      case "MILITARY" -> "20";
      case "FOREIGN_RESIDENT" -> "8";
      case "UNIFIED_CREDIT_CODE" -> "20";
      case "ORGANISATION_CODE" -> "30";
      default -> "X";
    };
  }

  private static String repayMode(Row loan) {
    return switch (loan.get("product").equals("XUNHUAN") ? "R1" : loan.get("repayment_method")) {
      case "EQUAL_INSTALMENT" -> "11";
      case "EQUAL_PRINCIPAL" -> "12";
      case "INTEREST_THEN_PRINCIPAL" -> "13";
      case "BULLET" -> "21";
      default -> Choice.of(loan).repayMode();
    };
  }

  /** Segment C. */
  static String data(Row figures, Row loan, Ledger ledger) {
    Choice choice = Choice.of(loan);
    boolean revolving = choice.accountType().equals("R1");
    String mode = repayMode(loan);
    Lines lines = new Lines();
    lines.add("BusiLines", "1").add("BusiDtlLines", "91");
    lines.add("OpenDate", loan.get("opened_on")).add("Cy", loan.get("currency"));
    if (revolving) {
      Row facility = ledger.facility(loan.get("facility_id"));
      lines.add("AcctCredLine", facility.yuan("credit_limit"));
      lines.add("DueDate", facility.get("expires_on"));
    } else {
      lines.add("LoanAmt", loan.yuan("principal"));
      if (choice.accountType().equals("D1")) {
        lines.add("Flag", "0");
      }
      lines.add("DueDate", loan.get("matures_on"));
    }
    lines.add("RepayMode", mode).add("RepayFreqcy", frequency(loan));
    if (!revolving) {
      lines.add("RepayPrd", mode.startsWith("2") ? "0" : loan.get("terms"));
    }
    lines.add("ApplyBusiDist", loan.optional("district"));
    String guarantee = loan.optional("guarantee_mode");
    lines.add("GuarMode", guarantee.isEmpty() ? "4" : guarantee).add("OthRepyGuarWay", "0");
    lines.add("AssetTrandFlag", transferFlag(figures, loan));
    return lines.add("FundSou", choice.fundSource()).add("LoanForm", "1").text();
  }

  private static String frequency(Row loan) {
    String own = loan.optional("repayment_frequency");
    if (!own.isEmpty()) {
      return own;
    }
    return loan.get("repayment_method").equals("BULLET") ? "07" : "03";
  }

  private static String transferFlag(Row figures, Row loan) {
    if (figures.get("account_status").equals("TRANSFERRED")) {
      return "1";
    }
    String own = loan.optional("asset_transferred");
    return own.isEmpty() ? "0" : own;
  }

  /** Segment D: one text per party, in any order. */
  static List<String> parties(Row loan, Ledger ledger) {
    List<String> parties = new ArrayList<>();
    for (Row each : ledger.guarantees(loan.get("loan_id"))) {
      Lines lines = new Lines();
      lines.add("InfoIDType", each.get("party_kind").equals("PERSON") ? "1" : "2");
      lines.add("ArlpName", each.get("name")).add("ArlpCertType", idType(each.get("id_type")));
      lines.add("ArlpCertNum", each.get("id_number"));
      String role =
          switch (each.get("role")) {
            case "CO_BORROWER" -> "1";
            case "GUARANTOR" -> "2";
            case "GUARANTEE_COMPANY" -> "3";
            default -> "9";
          };
      lines.add("ArlpType", role).add("ArlpAmt", each.yuan("amount"));
      if (role.matches("[23]")) {
        String joint = each.optional("joint");
        lines.add("WartySign", joint.isEmpty() ? "0" : joint);
        lines.add("MaxGuarMcc", PROVIDER + each.get("contract_id"));
      }
      parties.add(lines.text());
    }
    return parties;
  }

  /** Segment F; empty for an account without credit agreement. */
  static String agreement(Row loan) {
    return accountType(loan).equals("D1")
        ? ""
        : new Lines().add("Mcc", PROVIDER + loan.get("facility_id")).text();
  }

  /** A segment as received, in the same form. */
  static String text(Node segment) {
    Lines lines = new Lines();
    segment.children().forEach(each -> lines.add(each.tag(), each.text()));
    return lines.text();
  }

  /** Items of a segment. */
  private static final class Lines {

    private final StringBuilder text = new StringBuilder();

    Lines add(String tag, String value) {
      text.append(tag).append('=').append(value).append('\n');
      return this;
    }

    Lines add(String tag, long value) {
      return add(tag, String.valueOf(value));
    }

    String text() {
      return text.toString();
    }
  }
}
