package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule that a record can be judged by alone (reference section 8): one change to a good
 * record that breaks it, and the tag that is named. The records are written by hand.
 */
class RecordRulesTest {

  private static final AccountType D1 = AccountType.D1;
  private static final AccountType R1 = AccountType.R1;
  private static final AccountType R2 = AccountType.R2;
  private static final AccountType R3 = AccountType.R3;
  private static final AccountType R4 = AccountType.R4;
  private static final AccountType C1 = AccountType.C1;

  /**
   * A change that breaks a rule.
   *
   * @param changes pairs of what is replaced and by what; everything else stays good
   */
  record Broken(PbocRule rule, String tag, String good, List<String> changes) {

    String bad() {
      String record = good;
      for (int i = 0; i < changes.size(); i += 2) {
        assertThat(record).contains(changes.get(i));
        record = record.replace(changes.get(i), changes.get(i + 1));
      }
      return record;
    }

    @Override
    public String toString() {
      return rule + " " + tag + " " + changes;
    }
  }

  private static Broken of(PbocRule rule, String tag, String good, String... changes) {
    return new Broken(rule, tag, good, List.of(changes));
  }

  static Stream<Broken> cases() {
    List<Broken> cases = new ArrayList<>();
    cases.addAll(form());
    cases.addAll(basic());
    cases.addAll(groups());
    cases.addAll(monthly());
    cases.addAll(closing());
    cases.addAll(nonMonthly());
    return cases.stream();
  }

  private static List<Broken> form() {
    String d1 = Samples.good(D1, 10);
    String base = "<AcctType>D1</AcctType>";
    return List.of(
        of(PbocRule.ABR006, "", d1, "<Document>", "<Doc>"),
        of(PbocRule.ABR006, "", d1, "</Document>", "</Document>x"),
        of(PbocRule.ABR006, "Name", d1, "测试甲", "测试&甲"),
        of(PbocRule.ABR006, "Name", d1, "测试甲", "测试\t甲"),
        of(PbocRule.ABR006, "Name", d1, "</Name>", "</Nam>"),
        of(PbocRule.ABR000, "InBasInf", d1, "<InAcctInf>", "<InBasInf>"),
        of(PbocRule.ABR000, "Foreign", d1, "<Name>", "<Foreign>1</Foreign><Name>"),
        of(PbocRule.ABR000, "AcctCode", d1, base, base + "<Name>1</Name>"),
        of(PbocRule.ABR000, "AcctType", d1, base, base + base),
        of(
            PbocRule.ABR000,
            "AcctMthlyBlgInfSgmt",
            d1,
            "</InAcctInf>",
            "<AcctMthlyBlgInfSgmt></AcctMthlyBlgInfSgmt></InAcctInf>"),
        of(PbocRule.ABR000, "InfRecType", d1, "<InfRecType>210<", "<InfRecType>220<"),
        of(PbocRule.ABR001, "RptDate", d1, "<RptDate>2026-10-31", "<RptDate>2026-11-02"),
        of(PbocRule.ABD000, "Name", d1, "<Name>测试甲</Name>", ""),
        of(PbocRule.ABD001, "AcctBsInfSgmt", blankC(d1, "<AcctBsInfSgmt></AcctBsInfSgmt>")),
        of(PbocRule.ABD001, "AcctBsInfSgmt", blankC(d1, "<AcctBsInfSgmt/>")),
        of(PbocRule.ABE000, "Name", d1, "测试甲", ""),
        of(PbocRule.ABE000, "Name", d1, "测试甲", " \u3000 "),
        of(PbocRule.ABE001, "Name", d1, "测试甲", "甲".repeat(31)),
        of(PbocRule.ABE001, "AcctType", d1, base, "<AcctType>D2</AcctType>"),
        of(PbocRule.ABE001, "RptDateCode", d1, "<RptDateCode>10", "<RptDateCode>90"),
        of(PbocRule.ABE001, "RptDate", d1, "<RptDate>2026-10-31", "<RptDate>2026-02-29"),
        of(PbocRule.ABE001, "LoanAmt", d1, "<LoanAmt>12000", "<LoanAmt>120.00"),
        of(PbocRule.ABE001, "LoanAmt", d1, "<LoanAmt>12000", "<LoanAmt>1234567890123456"),
        of(PbocRule.ABE001, "Month", d1, "<Month>2026-10", "<Month>2026-13"),
        of(PbocRule.ABE001, "ApplyBusiDist", d1, "<ApplyBusiDist>", "<ApplyBusiDist>1101"),
        of(PbocRule.ABE001, "AcctStatus", d1, "<AcctStatus>1", "<AcctStatus>5"),
        of(PbocRule.ABE001, "RpyStatus", d1, "<RpyStatus>N", "<RpyStatus>A"),
        of(PbocRule.ABE001, "RpyStatus", Samples.good(R2, 30), "<RpyStatus>N", "<RpyStatus>D"),
        of(PbocRule.ABE002, "AcctCode", d1, Samples.P + "A1", "TEST0000000002A1"),
        of(PbocRule.ABE002, "AcctCode", d1, Samples.P + "A1", Samples.P + "A_1"),
        of(PbocRule.ABE003, "MngmtOrgCode", d1, org(Samples.P), org("TEST0000000009")),
        of(PbocRule.ABE004, "IDNum", d1, "990101190101010007", "990101190101010008"),
        of(PbocRule.ABE004, "IDNum", d1, "990101190101010007", "990101190113010007"),
        of(PbocRule.ABE008, "OpenDate", d1, "<OpenDate>2026-10-10", "<OpenDate>1900-12-31"),
        of(PbocRule.ABE008, "DueDate", d1, "<DueDate>2027-10-10", "<DueDate>2100-01-01"),
        of(PbocRule.BLD000, "LoanAmt", d1, "<LoanAmt>12000</LoanAmt>", ""),
        of(
            PbocRule.BLD000,
            "AcctCredLine",
            d1,
            "<LoanAmt>",
            "<AcctCredLine>1</AcctCredLine><LoanAmt>"),
        of(PbocRule.BLD000, "OverdPrinc", d1, "<OverdPrinc>0</OverdPrinc>", ""),
        of(PbocRule.BLR029, "AcctBsSgmt", "<Document><InAcctInf></InAcctInf></Document>"));
  }

  private static String org(String code) {
    return "<MngmtOrgCode>" + code;
  }

  private static String blankC(String record, String segment) {
    int from = record.indexOf("<AcctBsInfSgmt>");
    int to = record.indexOf("</AcctBsInfSgmt>") + "</AcctBsInfSgmt>".length();
    return record.substring(0, from) + segment + record.substring(to);
  }

  private static List<Broken> basic() {
    String d1 = Samples.good(D1, 10);
    String housing =
        d1.replace("<BusiDtlLines>91", "<BusiDtlLines>11")
            .replace(
                "</LoanForm>",
                "</LoanForm><LoanConCode>HT1</LoanConCode><FirstHouLoanFlag>01</FirstHouLoanFlag>");
    String plan = Samples.with(R2, 30, Segment.C, Segment.I);
    return List.of(
        of(PbocRule.ABE007, "OpenDate", d1, "<OpenDate>2026-10-10", "<OpenDate>2026-11-01"),
        of(PbocRule.BLE008, "OpenDate", d1, "<OpenDate>2026-10-10", "<OpenDate>2026-10-01"),
        of(PbocRule.BLE009, "DueDate", d1, "<DueDate>2027-10-10", "<DueDate>2026-10-09"),
        of(
            PbocRule.BLE028,
            "RepayFreqcy",
            Samples.good(R1, 10),
            "Mode>32",
            "Mode>90",
            "cy>03",
            "cy>04"),
        of(PbocRule.BLE029, "RepayMode", d1, "<RepayMode>11", "<RepayMode>31"),
        of(PbocRule.BLE029, "RepayMode", Samples.good(R4, 10), "<RepayMode>11", "<RepayMode>90"),
        of(PbocRule.BLE031, "CreditID", Samples.good(R3, 10), "<CreditID>0001", "<CreditID>12A4"),
        of(
            PbocRule.BLE035,
            "BusiLines",
            Samples.good(R2, 10),
            "Lines>2<",
            "Lines>1<",
            "Lines>81",
            "Lines>91"),
        of(
            PbocRule.BLE035,
            "BusiLines",
            Samples.good(C1, 10),
            "Lines>5<",
            "Lines>1<",
            "Lines>A1",
            "Lines>91"),
        of(PbocRule.BLE036, "BusiDtlLines", d1, "<BusiDtlLines>91", "<BusiDtlLines>71"),
        of(PbocRule.BLE038, "RepayPrd", d1, "<RepayMode>11", "<RepayMode>21"),
        of(PbocRule.BLE050, "LoanConCode", d1, "<BusiDtlLines>91", "<BusiDtlLines>11"),
        of(
            PbocRule.BLE050,
            "FirstHouLoanFlag",
            housing,
            "<FirstHouLoanFlag>01",
            "<FirstHouLoanFlag>"),
        of(PbocRule.BLE050, "LoanConCode", housing, "<BusiDtlLines>11", "<BusiDtlLines>91"),
        of(PbocRule.BLR014, "RltRepymtInfSgmt", d1, "<GuarMode>4", "<GuarMode>3"),
        of(PbocRule.BLR014, "RltRepymtInfSgmt", Samples.good(D1, 31), "<GuarMode>4", "<GuarMode>5"),
        of(PbocRule.BLE005, "SpecEfctDate", plan, "EfctDate>2026-10-11", "EfctDate>2026-10-09"),
        of(PbocRule.BLE007, "SpecEfctDate", plan, "EndDate>2027-10-11", "EndDate>2026-10-10"),
        of(
            PbocRule.BLE006,
            "CloseDate",
            Samples.with(R2, 20, Segment.I),
            "EfctDate>2026-10-11",
            "EfctDate>2026-10-22"));
  }

  private static List<Broken> groups() {
    String parties = Samples.with(D1, 30, Segment.D);
    String goods = Samples.with(D1, 30, Segment.E);
    String specials = Samples.with(D1, 30, Segment.C, Segment.K);
    String closed = Samples.with(D1, 20, Segment.K);
    return List.of(
        of(PbocRule.ABE010, "RltRepymtNm", parties, "Nm>2<", "Nm>3<"),
        of(PbocRule.ABE010, "CcNm", goods, "<CcNm>2", "<CcNm>1"),
        of(PbocRule.ABE010, "CagOfTrdNm", specials, "Nm>2<", "Nm>1<"),
        of(PbocRule.BLE046, "CagOfTrdNm", specials, "Nm>2<", "Nm>0<"),
        of(PbocRule.ABE011, "Ccc", goods, "M2", "M1"),
        of(PbocRule.ABE011, "TranDate", specials, "TranType>1<", "TranType>4<"),
        of(
            PbocRule.ABE011,
            "ArlpCertNum",
            parties,
            "Type>2</Info",
            "Type>1</Info",
            "Type>30<",
            "Type>20<",
            "ZZ00002",
            "ZZ00001"),
        of(PbocRule.ABE001, "ArlpName", parties, "测试乙", "乙".repeat(31)),
        of(PbocRule.ABE001, "ArlpName", parties, "测试公司", "司".repeat(81)),
        of(PbocRule.ABE001, "ArlpCertNum", parties, "ZZ00001", "Z".repeat(21)),
        of(PbocRule.ABE001, "ArlpCertType", parties, "CertType>20<", "CertType>7<"),
        of(PbocRule.ABE004, "ArlpCertNum", parties, "CertType>20<", "CertType>10<"),
        of(PbocRule.ABE002, "MaxGuarMcc", parties, Samples.P + "G1", "XX"),
        of(PbocRule.BLE032, "ArlpCertType", parties, "CertType>20<", "CertType>30<"),
        of(PbocRule.BLE032, "ArlpCertType", parties, "CertType>30<", "CertType>X<"),
        of(PbocRule.BLE003, "ArlpAmt", parties, "<ArlpAmt>12000", "<ArlpAmt>"),
        of(PbocRule.BLE003, "ArlpAmt", parties, "Type>2</Arlp", "Type>3</Arlp", ">12000<", "><"),
        of(PbocRule.BLE048, "WartySign", parties, "<WartySign>0</WartySign>", ""),
        of(PbocRule.BLE048, "MaxGuarMcc", parties, Samples.P + "G1", ""),
        of(PbocRule.BLE048, "WartySign", parties, "Type>2</Arlp", "Type>1</Arlp"),
        of(
            PbocRule.BLE041,
            "ArlpCertNum",
            parties,
            "CertType>20<",
            "CertType>10<",
            "ZZ00001",
            TestLoan.ID_CARD),
        of(PbocRule.ABE007, "TranDate", specials, "2026-10-20</Tran", "2026-11-01</Tran"),
        of(PbocRule.BLE005, "TranDate", specials, "2026-10-20</Tran", "2026-10-09</Tran"),
        of(PbocRule.BLE006, "TranDate", closed, "2026-10-20</Tran", "2026-10-22</Tran"));
  }

  private static List<Broken> monthly() {
    String d1 = Samples.good(D1, 30);
    String first = Samples.good(D1, 31);
    String r2 = Samples.good(R2, 30);
    String star = "RpyStatus>*<";
    String normal = "RpyStatus>N<";
    String due = "CurRpyAmt>1000<";
    return List.of(
        of(PbocRule.BLE012, "SettDate", d1, "2026-10-20</Sett", "2026-09-30</Sett"),
        of(
            PbocRule.BLE039,
            "Month",
            d1,
            "<SettDate>2026-10-20",
            "<SettDate>",
            "Month>2026-10",
            "Month>2026-08"),
        of(
            PbocRule.BLE039,
            "Month",
            d1,
            "<SettDate>2026-10-20",
            "<SettDate>",
            "Month>2026-10",
            "Month>2026-12"),
        of(
            PbocRule.ABE007,
            "SettDate",
            d1,
            "<SettDate>2026-10-20",
            "<SettDate>2026-11-01",
            "Month>2026-10",
            "Month>2026-11"),
        of(PbocRule.ABE007, "LatRpyDate", d1, "2026-10-20</Lat", "2026-11-01</Lat"),
        of(PbocRule.ABE007, "FiveCateAdjDate", d1, "2026-10-10</Five", "2026-11-01</Five"),
        of(PbocRule.BLE005, "FiveCateAdjDate", first, "2026-10-10</Five", "2026-10-09</Five"),
        of(PbocRule.BLE005, "LatRpyDate", first, "2026-10-20</Lat", "2026-10-09</Lat"),
        of(
            PbocRule.BLE002,
            "RpyPrct",
            r2,
            normal,
            star,
            due,
            "CurRpyAmt>0<",
            "<RpyPrct>",
            "<RpyPrct>5"),
        of(PbocRule.BLE015, "CurRpyAmt", d1, normal, star),
        of(
            PbocRule.BLE015,
            "TotOverd",
            d1,
            normal,
            star,
            due,
            "CurRpyAmt>0<",
            "TotOverd>0",
            "TotOverd>1"),
        of(
            PbocRule.BLE015,
            "OverdPrd",
            d1,
            normal,
            star,
            due,
            "CurRpyAmt>0<",
            "OverdPrd>0",
            "OverdPrd>1"),
        of(
            PbocRule.BLE015,
            "PridAcctBal",
            r2,
            normal,
            star,
            due,
            "CurRpyAmt>0<",
            "AcctBal>0",
            "AcctBal>1"),
        of(PbocRule.BLE017, "TotOverd", d1, "<TotOverd>0", "<TotOverd>1"),
        of(PbocRule.BLE017, "OverdPrd", d1, normal, "RpyStatus>M<", "<OverdPrd>0", "<OverdPrd>1"),
        of(PbocRule.BLE019, "OverdPrd", d1, normal, "RpyStatus>1<", "<TotOverd>0", "<TotOverd>1"),
        of(PbocRule.BLE019, "TotOverd", d1, normal, "RpyStatus>7<", "<OverdPrd>0", "<OverdPrd>9"),
        of(
            PbocRule.BLE020,
            "OverdPrinc",
            d1,
            normal,
            "RpyStatus>#<",
            "<OverdPrinc>0",
            "<OverdPrinc>1"),
        of(PbocRule.XBA001, "OverdPrinc", d1, "Oved61_90Princ>0", "Oved61_90Princ>1"),
        of(
            PbocRule.BLE013,
            "TotOverd",
            d1,
            normal,
            "RpyStatus>B<",
            "AcctStatus>1",
            "AcctStatus>42"),
        of(
            PbocRule.BLE013,
            "TotOverd",
            r2,
            normal,
            "RpyStatus>B<",
            "AcctStatus>1",
            "AcctStatus>51"),
        of(
            PbocRule.BLE014,
            "AcctBal",
            r2,
            normal,
            star,
            due,
            "CurRpyAmt>0<",
            "AcctStatus>1",
            "AcctStatus>6",
            "ActRpyAmt>1000",
            "ActRpyAmt>0"),
        of(PbocRule.BLE022, "OvedrawBaOve180", Samples.good(R3, 30), "180>0<", "180>12001<"));
  }

  private static List<Broken> closing() {
    String d1 = Samples.good(D1, 20);
    return List.of(
        of(PbocRule.BLE001, "CloseDate", d1, "<CloseDate>2026-10-21", "<CloseDate>"),
        of(PbocRule.BLE004, "TotOverd", d1, "<TotOverd>0", "<TotOverd>1"),
        of(PbocRule.BLE004, "OverdPrd", Samples.good(R2, 32), "<OverdPrd>0", "<OverdPrd>1"),
        of(PbocRule.BLE026, "AcctBal", d1, "<AcctBal>0", "<AcctBal>1"),
        of(PbocRule.BLE030, "RpyStatus", d1, "RpyStatus>C<", "RpyStatus>N<"),
        of(PbocRule.BLE037, "AcctStatus", d1, "AcctStatus>3<", "AcctStatus>1<"),
        of(PbocRule.BLE037, "AcctStatus", Samples.good(R3, 32), "AcctStatus>4<", "AcctStatus>1<"),
        of(PbocRule.BLE011, "SettDate", d1, "2026-10-20</Sett", "2026-10-22</Sett"),
        of(PbocRule.BLE011, "LatRpyDate", d1, "2026-10-20</Lat", "2026-10-22</Lat"),
        of(PbocRule.BLE011, "FiveCateAdjDate", d1, "2026-10-10</Five", "2026-10-22</Five"),
        of(
            PbocRule.BLE010,
            "CloseDate",
            d1,
            "2026-10-21</C",
            "2026-10-01</C",
            "2026-10-20</S",
            "</S",
            "2026-10-20</L",
            "2026-09-01</L",
            "2026-10-10</F",
            "2026-09-01</F"));
  }

  private static List<Broken> nonMonthly() {
    String d1 = Samples.good(D1, 40);
    String c1 = Samples.good(C1, 20);
    return List.of(
        of(PbocRule.BLE016, "AcctStatus", d1, "AcctStatus>1<", "AcctStatus>3<"),
        of(PbocRule.BLE018, "TotOverd", d1, "<TotOverd>0", "<TotOverd>1"),
        of(PbocRule.BLE018, "OverdPrd", d1, "<OverdPrd>0", "<OverdPrd>1"),
        of(PbocRule.BLE034, "RpyStatus", d1, "RpyStatus>N<", "RpyStatus>M<"),
        of(PbocRule.BLE040, "LatRpyDate", d1, "2026-10-31</Lat", "2026-10-30</Lat"),
        of(
            PbocRule.ABE007,
            "LatRpyDate",
            Samples.good(C1, 10),
            "2026-10-20</Lat",
            "2026-11-01</Lat"),
        of(PbocRule.BLE027, "AcctBal", c1, "<AcctBal>0", "<AcctBal>1"),
        of(PbocRule.BLE043, "CloseDate", c1, "<CloseDate>2026-10-21", "<CloseDate>"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangeBreaksItsRule(Broken broken) {
    if (!broken.changes().isEmpty()) {
      assertThat(Samples.findings(broken.good())).as("before").isEmpty();
    }
    assertThat(Samples.findings(broken.bad())).contains(broken.rule() + " " + broken.tag());
  }

  /** What only a whole file shows is in {@link PrecheckTest}, the matrix in SegmentMatrixTest. */
  @Test
  void everyLocalRuleOfThisRecordHasACase() {
    Set<PbocRule> rules = EnumSet.noneOf(PbocRule.class);
    cases().forEach(each -> rules.add(each.rule()));
    rules.addAll(PrecheckTest.RULES);
    Arrays.stream(PbocRule.values())
        .filter(each -> each.name().matches("BLR0(0\\d|1[0-3])"))
        .forEach(rules::add);
    assertThat(PbocRule.values())
        .filteredOn(each -> each.name().matches("AB.*|BL.*|XB.*"))
        .allSatisfy(
            rule ->
                assertThat(rules.contains(rule) || rule.checked() == PbocRule.Checked.CENTRE)
                    .as(rule.name())
                    .isTrue());
  }

  @Test
  void goodRecordsHaveNoFinding() {
    for (AccountType type : AccountType.values()) {
      for (ReportPoint point : ReportPoint.values()) {
        if (SegmentMatrix.allows(type, point)) {
          assertThat(Samples.findings(Samples.good(type, point.code()))).as("%s", type).isEmpty();
        }
      }
    }
  }

  /** Blanks around a value do not count, empty elements may be closed at once, entities are one. */
  @Test
  void whatXmlLeavesOpenIsAccepted() {
    String record = Samples.good(AccountType.D1, 30);
    assertThat(Samples.findings(record.replace("<CloseDate></CloseDate>", "<CloseDate/>")))
        .isEmpty();
    assertThat(Samples.findings(record.replace("<AcctBal>12000", "<AcctBal> 12000\u3000")))
        .isEmpty();
    assertThat(Samples.findings(record.replace("测试甲", "&amp;&#x4e00;&lt;" + "甲".repeat(27))))
        .isEmpty();
    assertThat(Samples.findings(record.replace("测试甲", "&amp;&#x4e00;&lt;" + "甲".repeat(28))))
        .containsExactly("ABE001 Name");
  }

  /** A character outside the basic plane is one character, not two. */
  @Test
  void anEmojiIsOneCharacter() {
    String record = Samples.good(AccountType.D1, 30);
    assertThat(Samples.findings(record.replace("测试甲", "😀".repeat(30)))).isEmpty();
    assertThat(Samples.findings(record.replace("测试甲", "😀".repeat(31))))
        .containsExactly("ABE001 Name");
  }
}
