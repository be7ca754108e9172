package org.xinbao.bureausim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** Records and files written by hand, for the tests of the centre. */
final class Papers {

  static final String PROVIDER = "TEST0000000001";
  static final String ACCOUNT = PROVIDER + "LOAN1";

  /** A D1 account of 12,000 opened on 2026-01-15, new at the end of January. */
  static final String NEW =
      "<Document><InAcctInf>"
          + base("2026-01-31", "10")
          + "<AcctBsInfSgmt><BusiLines>1</BusiLines><BusiDtlLines>91</BusiDtlLines>"
          + "<OpenDate>2026-01-15</OpenDate><Cy>CNY</Cy><LoanAmt>12000</LoanAmt><Flag>0</Flag>"
          + "<DueDate>2027-01-15</DueDate><RepayMode>11</RepayMode><RepayFreqcy>03</RepayFreqcy>"
          + "<RepayPrd>12</RepayPrd><ApplyBusiDist></ApplyBusiDist><GuarMode>4</GuarMode>"
          + "<OthRepyGuarWay>0</OthRepyGuarWay><AssetTrandFlag>0</AssetTrandFlag>"
          + "<FundSou>1</FundSou><LoanForm>1</LoanForm></AcctBsInfSgmt>"
          + month("2026-01", "1", "12000", "2026-01-15", "*", "0", "2026-01-15", "")
          + "</InAcctInf></Document>";

  private Papers() {}

  static String base(String rptDate, String code) {
    return "<AcctBsSgmt><InfRecType>210</InfRecType><AcctType>D1</AcctType><AcctCode>"
        + ACCOUNT
        + "</AcctCode><RptDate>"
        + rptDate
        + "</RptDate><RptDateCode>"
        + code
        + "</RptDateCode><Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum>"
        + "<MngmtOrgCode>TEST0000000001</MngmtOrgCode></AcctBsSgmt>";
  }

  static String month(
      String month,
      String status,
      String balance,
      String classOn,
      String rpyStatus,
      String overdue,
      String paidOn,
      String closedOn) {
    return "<AcctMthlyBlgInfSgmt><Month>"
        + month
        + "</Month><SettDate></SettDate><AcctStatus>"
        + status
        + "</AcctStatus><AcctBal>"
        + balance
        + "</AcctBal><RemRepPrd>12</RemRepPrd><FiveCate>1</FiveCate><FiveCateAdjDate>"
        + classOn
        + "</FiveCateAdjDate><RpyStatus>"
        + rpyStatus
        + "</RpyStatus><OverdPrd>"
        + (overdue.equals("0") ? "0" : "1")
        + "</OverdPrd><TotOverd>"
        + overdue
        + "</TotOverd><OverdPrinc>0</OverdPrinc><Oved31_60Princ>0</Oved31_60Princ>"
        + "<Oved61_90Princ>0</Oved61_90Princ><Oved91_180Princ>0</Oved91_180Princ>"
        + "<OvedPrinc180>0</OvedPrinc180><CurRpyAmt>0</CurRpyAmt><ActRpyAmt>0</ActRpyAmt>"
        + "<LatRpyDate>"
        + paidOn
        + "</LatRpyDate><CloseDate>"
        + closedOn
        + "</CloseDate></AcctMthlyBlgInfSgmt>";
  }

  /** The month's report of an account in good order, paid on the 15th. */
  static String monthly(String rptDate) {
    return record(rptDate, "30", goodMonth(rptDate));
  }

  static String goodMonth(String rptDate) {
    String month = rptDate.substring(0, 7);
    return month(month, "1", "9000", "2026-01-15", "N", "0", month + "-15", "");
  }

  static String closing(String rptDate, String code) {
    String month = rptDate.substring(0, 7);
    String on = month + "-15";
    return record(rptDate, code, month(month, "3", "0", "2026-01-15", "C", "0", on, on));
  }

  /** A 40: an overdue amount was paid on the report date. */
  static String recovered(String rptDate) {
    return record(
        rptDate,
        "40",
        "<AcctDbtInfSgmt><AcctStatus>1</AcctStatus><AcctBal>9000</AcctBal><FiveCate>1</FiveCate>"
            + "<FiveCateAdjDate>2026-01-15</FiveCateAdjDate><RemRepPrd>9</RemRepPrd>"
            + "<RpyStatus>N</RpyStatus><OverdPrd>0</OverdPrd><TotOverd>0</TotOverd>"
            + "<LatRpyAmt>1000</LatRpyAmt><LatRpyDate>"
            + rptDate
            + "</LatRpyDate><CloseDate></CloseDate></AcctDbtInfSgmt>");
  }

  static String specials(String type, String on) {
    return "<AcctSpecTrstDspnSgmt><CagOfTrdNm>1</CagOfTrdNm><CagOfTrdInf><ChanTranType>"
        + type
        + "</ChanTranType><TranDate>"
        + on
        + "</TranDate><TranAmt>500</TranAmt><DueTranMon>0</DueTranMon><DetInfo></DetInfo>"
        + "</CagOfTrdInf></AcctSpecTrstDspnSgmt>";
  }

  static String record(String rptDate, String code, String segments) {
    return "<Document><InAcctInf>" + base(rptDate, code) + segments + "</InAcctInf></Document>";
  }

  static String correction(String rptDate, String mark, String segment) {
    return "<Document><InAcctMdfc><BsSgmt><InfRecType>212</InfRecType><ModRecCode>"
        + ACCOUNT
        + "</ModRecCode><RptDate>"
        + rptDate
        + "</RptDate><AcctType>D1</AcctType><MdfcSgmtCode>"
        + mark
        + "</MdfcSgmtCode></BsSgmt><MdfcSgmt>"
        + segment
        + "</MdfcSgmt></InAcctMdfc></Document>";
  }

  static String renaming(String from, String to) {
    return "<Document><InAcctIDCagsInf><InfRecType>211</InfRecType><OdBnesCode>"
        + from
        + "</OdBnesCode><NwBnesCode>"
        + to
        + "</NwBnesCode></InAcctIDCagsInf></Document>";
  }

  static String segmentDeletion(String mark, String from, String to) {
    return "<Document><InAcctDel><InfRecType>213</InfRecType><DelRecCode>"
        + ACCOUNT
        + "</DelRecCode><DelSgmtCode>"
        + mark
        + "</DelSgmtCode><DelStartDate>"
        + from
        + "</DelStartDate><DelEndDate>"
        + to
        + "</DelEndDate></InAcctDel></Document>";
  }

  static String deletion(String account) {
    return "<Document><InAcctEntDel><InfRecType>214</InfRecType><DelRecCode>"
        + account
        + "</DelRecCode></InAcctEntDel></Document>";
  }

  static String event(String month, String flag, String rptDate) {
    return "<Document><InSpcEvtDscInf><InfRecType>215</InfRecType><AcctCode>"
        + ACCOUNT
        + "</AcctCode><OpetnType>21</OpetnType><Month>"
        + month
        + "</Month><Flag>"
        + flag
        + "</Flag><RptDate>"
        + rptDate
        + "</RptDate></InSpcEvtDscInf></Document>";
  }

  static String name(String recordType, int serial) {
    return PROVIDER
        + "20261231"
        + recordType
        + "0"
        + String.format(Locale.ROOT, "%03d0", serial)
        + ".txt";
  }

  static byte[] file(String recordType, String... records) {
    return text(recordType, List.of(records)).getBytes(UTF_8);
  }

  static String text(String recordType, List<String> records) {
    String header =
        "A050"
            + recordType
            + "2.0.0"
            + (recordType.equals("110") ? "10" : "  ")
            + PROVIDER
            + "202612310300000"
            + String.format(Locale.ROOT, "%07d", records.size());
    return records.isEmpty() ? header : header + "\r\n" + String.join("\r\n", records);
  }
}
