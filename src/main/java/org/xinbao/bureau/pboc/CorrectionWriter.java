package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.xinbao.arrears.Day;

/** Writes the records 211 to 215 (reference section 4); an item's order is the order written. */
final class CorrectionWriter {

  private final String providerCode;

  CorrectionWriter(String providerCode) {
    this.providerCode = providerCode;
  }

  /** The special event 21 转出: InSpcEvtDscInf. */
  private static final String TRANSFERRED_OUT = "21";

  /** 211, InAcctIDCagsInf. */
  byte[] rename(String oldId, String newId) {
    return record(
        "InAcctIDCagsInf",
        item("InfRecType", "211")
            + item("OdBnesCode", providerCode + oldId)
            + item("NwBnesCode", providerCode + newId));
  }

  /** 212, InAcctMdfc. */
  byte[] correct(String account, int rptDate, AccountType type, SegmentText segment) {
    String base =
        item("InfRecType", "212")
            + item("ModRecCode", providerCode + account)
            + item("RptDate", Day.format(rptDate))
            + item("AcctType", type.name())
            + item("MdfcSgmtCode", segment.segment().name());
    return record("InAcctMdfc", item("BsSgmt", base) + item("MdfcSgmt", segment.text()));
  }

  /** 213, InAcctDel. */
  byte[] deletePeriod(String account, Order.DeletePeriod order) {
    return record(
        "InAcctDel",
        item("InfRecType", "213")
            + item("DelRecCode", providerCode + account)
            + item("DelSgmtCode", order.segment().name())
            + item("DelStartDate", Day.format(order.from()))
            + item("DelEndDate", Day.format(order.to())));
  }

  /** 214, InAcctEntDel. */
  byte[] deleteAccount(String account) {
    return record(
        "InAcctEntDel", item("InfRecType", "214") + item("DelRecCode", providerCode + account));
  }

  /** 215, InSpcEvtDscInf, event 21. */
  byte[] transferredOut(String account, int rptDate, boolean isValid) {
    return record(
        "InSpcEvtDscInf",
        item("InfRecType", "215")
            + item("AcctCode", providerCode + account)
            + item("OpetnType", TRANSFERRED_OUT)
            + item("Month", Day.format(rptDate).substring(0, 7))
            + item("Flag", isValid ? "1" : "0")
            + item("RptDate", Day.format(rptDate)));
  }

  private static byte[] record(String root, String content) {
    return item("Document", item(root, content)).getBytes(UTF_8);
  }

  private static String item(String tag, String content) {
    return "<" + tag + ">" + content + "</" + tag + ">";
  }
}
