package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.arrears.Day;

/**
 * Records written by hand from the field tables of the reference (3.1 to 3.10), without the writer:
 * good ones for every account type and reporting point, and what a change to one gives.
 */
final class Samples {

  static final String P = TestLoan.PROVIDER;

  private Samples() {}

  /** The segments that a good record of the type and code needs, by name. */
  static Map<Segment, String> segments(AccountType type, int code) {
    Map<Segment, String> segments = new EnumMap<>(Segment.class);
    segments.put(Segment.B, base(type, code));
    boolean first = code == 10 || code == 31;
    boolean closing = code == 20 || code == 32;
    if (type == AccountType.C1) {
      segments.put(Segment.J, collection(closing ? "2" : "1", closing));
      if (first) {
        segments.put(Segment.C, basic(type));
        segments.put(Segment.G, of(Segment.G));
      }
    } else if (code == 40) {
      segments.put(Segment.J, nonMonthly(type));
    } else {
      segments.put(Segment.H, monthly(type, closing));
      if (first) {
        segments.put(Segment.C, basic(type));
        if (type != AccountType.D1) {
          segments.put(Segment.F, of(Segment.F));
        }
      }
    }
    return segments;
  }

  /** A segment by itself, for adding where the good record lacks it. */
  static String of(Segment segment, AccountType type) {
    return switch (segment) {
      case B -> base(type, 10);
      case C -> basic(type);
      case H -> monthly(type == AccountType.C1 ? AccountType.D1 : type, false);
      case J ->
          type == AccountType.C1
              ? collection("1", false)
              : nonMonthly(type == AccountType.R3 ? AccountType.D1 : type);
      default -> of(segment);
    };
  }

  private static String of(Segment segment) {
    return switch (segment) {
      case D ->
          "<RltRepymtInfSgmt><RltRepymtNm>2</RltRepymtNm>"
              + "<RltRepymtInf><InfoIDType>1</InfoIDType><ArlpName>测试乙</ArlpName>"
              + "<ArlpCertType>20</ArlpCertType><ArlpCertNum>ZZ00001</ArlpCertNum>"
              + "<ArlpType>2</ArlpType><ArlpAmt>12000</ArlpAmt><WartySign>0</WartySign>"
              + "<MaxGuarMcc>"
              + P
              + "G1</MaxGuarMcc></RltRepymtInf>"
              + "<RltRepymtInf><InfoIDType>2</InfoIDType><ArlpName>测试公司</ArlpName>"
              + "<ArlpCertType>30</ArlpCertType><ArlpCertNum>ZZ00002</ArlpCertNum>"
              + "<ArlpType>9</ArlpType><ArlpAmt></ArlpAmt></RltRepymtInf></RltRepymtInfSgmt>";
      case E ->
          "<MotgaCltalCtrctInfSgmt><CcNm>2</CcNm><CccInf><Ccc>"
              + P
              + "M1</Ccc></CccInf>"
              + "<CccInf><Ccc>"
              + P
              + "M2</Ccc></CccInf></MotgaCltalCtrctInfSgmt>";
      case F -> "<AcctCredSgmt><Mcc>" + P + "LIMIT1</Mcc></AcctCredSgmt>";
      case G ->
          "<OrigCreditorInfSgmt><InitCredName>测试银行</InitCredName><InitCredOrgNm></InitCredOrgNm>"
              + "<OrigDbtCate>1</OrigDbtCate><InitRpySts>7</InitRpySts></OrigCreditorInfSgmt>";
      case I ->
          "<SpecPrdSgmt><SpecLine>9000</SpecLine><SpecEfctDate>2026-10-11</SpecEfctDate>"
              + "<SpecEndDate>2027-10-11</SpecEndDate><UsedInstAmt>100</UsedInstAmt></SpecPrdSgmt>";
      case K ->
          "<AcctSpecTrstDspnSgmt><CagOfTrdNm>2</CagOfTrdNm><CagOfTrdInf>"
              + "<ChanTranType>4</ChanTranType><TranDate>2026-10-20</TranDate><TranAmt>500</TranAmt>"
              + "<DueTranMon>0</DueTranMon><DetInfo></DetInfo></CagOfTrdInf><CagOfTrdInf>"
              + "<ChanTranType>1</ChanTranType><TranDate>2026-10-20</TranDate><TranAmt>500</TranAmt>"
              + "<DueTranMon>3</DueTranMon><DetInfo>展期</DetInfo></CagOfTrdInf>"
              + "</AcctSpecTrstDspnSgmt>";
      default -> throw new IllegalArgumentException();
    };
  }

  private static String base(AccountType type, int code) {
    return "<AcctBsSgmt><InfRecType>210</InfRecType><AcctType>"
        + type
        + "</AcctType><AcctCode>"
        + P
        + "A1</AcctCode><RptDate>2026-10-31</RptDate><RptDateCode>"
        + code
        + "</RptDateCode><Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum>"
        + "<MngmtOrgCode>"
        + P
        + "</MngmtOrgCode></AcctBsSgmt>";
  }

  private static String basic(AccountType type) {
    boolean card = type == AccountType.R2 || type == AccountType.R3;
    boolean collection = type == AccountType.C1;
    StringBuilder c = new StringBuilder("<AcctBsInfSgmt>");
    c.append(tag("BusiLines", card ? "2" : collection ? "5" : "1"));
    c.append(tag("BusiDtlLines", card ? "81" : collection ? "A1" : "91"));
    c.append(tag("OpenDate", "2026-10-10")).append(tag("Cy", "CNY"));
    if (card || type == AccountType.R1) {
      c.append(tag("AcctCredLine", "50000"));
    }
    if (type == AccountType.D1 || type == AccountType.R4 || collection) {
      c.append(tag("LoanAmt", "12000"));
    }
    if (type == AccountType.D1) {
      c.append(tag("Flag", "0"));
    }
    if (!collection) {
      c.append(tag("DueDate", "2027-10-10"));
    }
    if (!card && !collection) {
      c.append(tag("RepayMode", type == AccountType.R1 ? "32" : "11"));
      c.append(tag("RepayFreqcy", "03"));
    }
    if (type == AccountType.D1 || type == AccountType.R4) {
      c.append(tag("RepayPrd", "12"));
    }
    if (!collection) {
      c.append(tag("ApplyBusiDist", "")).append(tag("GuarMode", "4"));
      c.append(tag("OthRepyGuarWay", "0")).append(tag("AssetTrandFlag", "0"));
      c.append(tag("FundSou", "1")).append(tag("LoanForm", "1"));
    }
    if (card) {
      c.append(tag("CreditID", "0001"));
    }
    return c.append("</AcctBsInfSgmt>").toString();
  }

  private static String monthly(AccountType type, boolean closed) {
    boolean card = type == AccountType.R2 || type == AccountType.R3;
    boolean r2 = type == AccountType.R2;
    boolean r3 = type == AccountType.R3;
    StringBuilder h = new StringBuilder("<AcctMthlyBlgInfSgmt>");
    h.append(tag("Month", "2026-10")).append(tag("SettDate", "2026-10-20"));
    h.append(tag("AcctStatus", closed ? (card ? "4" : "3") : "1"));
    h.append(tag("AcctBal", closed ? "0" : "12000"));
    if (r2) {
      h.append(tag("PridAcctBal", "0")).append(tag("UsedAmt", "0")).append(tag("NotIsuBal", "0"));
    }
    if (!r3) {
      h.append(tag("RemRepPrd", closed ? "0" : "12"));
    }
    h.append(tag("FiveCate", "1")).append(tag("FiveCateAdjDate", "2026-10-10"));
    h.append(tag("RpyStatus", closed ? "C" : "N"));
    if (r2) {
      h.append(tag("RpyPrct", ""));
    }
    if (!r3) {
      h.append(tag("OverdPrd", "0")).append(tag("TotOverd", "0"));
    }
    if (!card) {
      h.append(tag("OverdPrinc", "0")).append(tag("Oved31_60Princ", "0"));
      h.append(tag("Oved61_90Princ", "0")).append(tag("Oved91_180Princ", "0"));
      h.append(tag("OvedPrinc180", "0"));
    }
    if (r3) {
      h.append(tag("OvedrawBaOve180", "0"));
    }
    if (!r3) {
      h.append(tag("CurRpyAmt", "1000"));
    }
    h.append(tag("ActRpyAmt", "1000")).append(tag("LatRpyDate", "2026-10-20"));
    h.append(tag("CloseDate", closed ? "2026-10-21" : ""));
    return h.append("</AcctMthlyBlgInfSgmt>").toString();
  }

  private static String nonMonthly(AccountType type) {
    assert type != AccountType.C1;
    return "<AcctDbtInfSgmt>"
        + tag("AcctStatus", "1")
        + tag("AcctBal", "11000")
        + tag("FiveCate", "1")
        + tag("FiveCateAdjDate", "2026-10-10")
        + tag("RemRepPrd", "11")
        + tag("RpyStatus", "N")
        + tag("OverdPrd", "0")
        + tag("TotOverd", "0")
        + tag("LatRpyAmt", "1000")
        + tag("LatRpyDate", "2026-10-31")
        + tag("CloseDate", "")
        + "</AcctDbtInfSgmt>";
  }

  private static String collection(String status, boolean closed) {
    return "<AcctDbtInfSgmt>"
        + tag("AcctStatus", status)
        + tag("AcctBal", closed ? "0" : "900")
        + tag("LatRpyAmt", "100")
        + tag("LatRpyDate", "2026-10-20")
        + tag("CloseDate", closed ? "2026-10-21" : "")
        + "</AcctDbtInfSgmt>";
  }

  static String tag(String name, String value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }

  static String good(AccountType type, int code) {
    return join(segments(type, code));
  }

  /** A good record with further segments. */
  static String with(AccountType type, int code, Segment... more) {
    Map<Segment, String> segments = segments(type, code);
    for (Segment each : more) {
      segments.put(each, of(each, type));
    }
    return join(segments);
  }

  static String join(Map<Segment, String> segments) {
    Map<Segment, String> sorted = new TreeMap<>(Comparator.comparingInt(Segment::index));
    sorted.putAll(segments);
    return "<Document><InAcctInf>" + String.join("", sorted.values()) + "</InAcctInf></Document>";
  }

  /** The codes that the record-level pre-check finds, each with its tag. */
  static List<String> findings(String record) {
    byte[] bytes = record.getBytes(UTF_8);
    List<String> found = new ArrayList<>();
    new RecordCheck(P, Set.of(P))
        .check(
            bytes,
            0,
            bytes.length,
            Day.of(2026, 11, 1),
            (rule, tag) -> found.add(rule + " " + tag));
    return found;
  }
}
