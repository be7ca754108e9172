package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;

/**
 * Whole records for every reporting point and account type written, against {@code
 * src/test/resources/pboc/<type>.txt}: one a line after its name, one line per segment there.
 */
class GoldenRecordsTest {

  private final TestBureau bureau = new TestBureau();
  private final List<String> lines = new ArrayList<>();

  private static String product(AccountType type) {
    return switch (type) {
      case D1 -> "JIEBEI";
      case R1 -> "XUNHUAN";
      default -> "SUIJIE";
    };
  }

  private void night(AccountType type, String title, String reported, Consumer<TestLoan> change) {
    TestLoan loan =
        TestLoan.of(
            each -> {
              each.product = product(type);
              if (type != AccountType.D1) {
                each.withFacility();
              }
              change.accept(each);
            });
    bureau.reported = reported;
    bureau.queue = List.<QueuedReport>of();
    bureau.nightAlways(loan);
    lines.add("# " + title);
    for (String each : bureau.records) {
      assertThat(Samples.findings(each)).isEmpty();
      lines.add(each.replace("Sgmt><", "Sgmt>\n<").replace("\n</InAcctInf>", "</InAcctInf>"));
    }
    lines.add("");
  }

  @ParameterizedTest
  @EnumSource(names = {"D1", "R1", "R4"})
  void recordsAreAsApproved(AccountType type) throws IOException {
    int september = Day.of(2026, 9, 30);
    String known = Pboc.imported(type, september, 30, september, 500, Day.of(2026, 1, 15), false);
    night(type, "10 new account", "", loan -> loan.date = Day.of(2026, 1, 15));
    night(type, "31 old account, guarantor, collateral, own codes", "", GoldenRecordsTest::full);
    night(type, "30 nothing changed", known, loan -> loan.overdue());
    night(type, "30 segment C changed", known.replace("|||||2", "|-|-|-|-|2"), loan -> {});
    night(type, "40 arrears paid", known, GoldenRecordsTest::recovered);
    night(type, "20 closed early", known, GoldenRecordsTest::closedEarly);
    night(type, "32 closed on the settlement day", known, loan -> loan.closed(TestLoan.OCT_31));
    night(type, "30 written off", known, GoldenRecordsTest::writtenOff);
    approve(type.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
  }

  private static void full(TestLoan loan) {
    loan.guaranteeMode = "3";
    loan.guarantees.add(
        new GuaranteeRow(
            2,
            GuaranteeRow.PartyKind.PERSON,
            "测试乙",
            IdType.PASSPORT,
            "CHNE00000001",
            GuaranteeRow.Role.GUARANTOR,
            1_200_050,
            "G1",
            "1"));
    loan.guarantees.add(
        new GuaranteeRow(
            3,
            GuaranteeRow.PartyKind.ORGANISATION,
            "测试公司",
            IdType.UNIFIED_CREDIT_CODE,
            "91000000TEST000001",
            GuaranteeRow.Role.OTHER,
            -1,
            "",
            ""));
    loan.collateral.add("M1");
    loan.orgCode = "TEST0000000001";
    loan.district = "110102";
    loan.frequency = "04";
    loan.assetTransferred = "1";
    loan.move("E1", Day.of(2026, 3, 1), MovementType.EXTENSION, 500_000);
    loan.move("G1", Day.of(2026, 4, 1), MovementType.GUARANTOR_REPAYMENT, 101_000);
  }

  private static void recovered(TestLoan loan) {
    loan.date = Day.of(2026, 10, 20);
    loan.lastPaidOn = loan.date;
    loan.lastPaidAmount = 205_000;
    loan.paid = 205_000;
    loan.due = 101_000;
    loan.repaymentStatus = 'M';
    loan.balance = 900_000;
    loan.remaining = 9;
  }

  private static void closedEarly(TestLoan loan) {
    loan.closed(Day.of(2026, 10, 9));
    loan.date = Day.of(2026, 10, 9);
    loan.move("P1", Day.of(2026, 10, 9), MovementType.REPAYMENT, 1_212_000);
  }

  private static void writtenOff(TestLoan loan) {
    loan.overdue();
    loan.loanStatus = LoanStatus.WRITTEN_OFF;
    loan.status = AccountStatus.WRITTEN_OFF;
    loan.closedOn = Day.of(2026, 10, 12);
    loan.repaymentStatus = 'B';
    loan.fiveClass = 5;
    loan.fiveClassOn = Day.of(2026, 10, 12);
    loan.move("W1", Day.of(2026, 10, 12), MovementType.WRITE_OFF, 1_200_000);
  }

  private void approve(String file) throws IOException {
    Path approved = Path.of("src/test/resources/pboc", file);
    String received = String.join("\n", lines) + "\n";
    Files.writeString(Files.createDirectories(Path.of("target/received")).resolve(file), received);
    assertThat(received).isEqualTo(Files.readString(approved));
  }

  /** Example (a) of the reference, D1, code 10, as far as its items are the same. */
  @Test
  void theExampleOfTheReferenceIsReproduced() {
    TestBureau flagged = new TestBureau(TestBureau.YAML.replace("flag: \"0\"", "flag: \"1\""));
    flagged.nightAlways(
        TestLoan.of(
            loan -> {
              loan.withFacility();
              loan.opened = Day.of(2024, 1, 15);
              loan.matures = Day.of(2025, 1, 15);
              loan.fiveClassOn = loan.opened;
              loan.district = "110102";
              loan.date = Day.of(2024, 1, 31);
            }));
    assertThat(flagged.record())
        .isEqualTo(
            "<Document><InAcctInf><AcctBsSgmt><InfRecType>210</InfRecType><AcctType>D1</AcctType><AcctCode>TEST0000000001LOAN0001</AcctCode><RptDate>2024-01-31</RptDate><RptDateCode>10</RptDateCode><Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum><MngmtOrgCode>TEST0000000001</MngmtOrgCode></AcctBsSgmt><AcctBsInfSgmt><BusiLines>1</BusiLines><BusiDtlLines>91</BusiDtlLines><OpenDate>2024-01-15</OpenDate><Cy>CNY</Cy><LoanAmt>12000</LoanAmt><Flag>1</Flag><DueDate>2025-01-15</DueDate><RepayMode>11</RepayMode><RepayFreqcy>03</RepayFreqcy><RepayPrd>12</RepayPrd><ApplyBusiDist>110102</ApplyBusiDist><GuarMode>4</GuarMode><OthRepyGuarWay>0</OthRepyGuarWay><AssetTrandFlag>0</AssetTrandFlag><FundSou>1</FundSou><LoanForm>1</LoanForm></AcctBsInfSgmt><AcctCredSgmt><Mcc>TEST0000000001LIMIT0001</Mcc></AcctCredSgmt><AcctMthlyBlgInfSgmt><Month>2024-01</Month><SettDate></SettDate><AcctStatus>1</AcctStatus><AcctBal>12000</AcctBal><RemRepPrd>12</RemRepPrd><FiveCate>1</FiveCate><FiveCateAdjDate>2024-01-15</FiveCateAdjDate><RpyStatus>*</RpyStatus><OverdPrd>0</OverdPrd><TotOverd>0</TotOverd><OverdPrinc>0</OverdPrinc><Oved31_60Princ>0</Oved31_60Princ><Oved61_90Princ>0</Oved61_90Princ><Oved91_180Princ>0</Oved91_180Princ><OvedPrinc180>0</OvedPrinc180><CurRpyAmt>0</CurRpyAmt><ActRpyAmt>0</ActRpyAmt><LatRpyDate>2024-01-15</LatRpyDate><CloseDate></CloseDate></AcctMthlyBlgInfSgmt></InAcctInf></Document>");
  }

  /** Segments go out again only when their content changed. */
  @Test
  void unchangedSegmentsAreLeftOut() {
    TestLoan loan = TestLoan.of(each -> each.date = Day.of(2026, 9, 30));
    TestBureau nights = new TestBureau();
    nights.nightAlways(loan);
    assertThat(nights.record()).contains("<AcctBsInfSgmt>");
    loan.date = TestLoan.OCT_31;
    nights.nightAlways(loan);
    assertThat(nights.record()).doesNotContain("<AcctBsInfSgmt>").contains("<AcctMthlyBlgInf");
    loan.date = Day.of(2026, 11, 30);
    loan.matures = Day.of(2027, 4, 15);
    nights.nightAlways(loan);
    assertThat(nights.record()).contains("<DueDate>2027-04-15</DueDate>");
    loan.date = Day.of(2026, 12, 31);
    nights.nightAlways(loan);
    assertThat(nights.record()).doesNotContain("<AcctBsInfSgmt>");
  }

  /** 12,000.00 outstanding and 2,020.50 overdue: the control figures are those of the record. */
  @Test
  void controlFiguresAreThoseOfTheAssessment() {
    TestBureau nights = new TestBureau();
    nights.nightAlways(TestLoan.of(loan -> loan.overdue()));
    assertThat(nights.control.get(0).balance()).isEqualTo(12_000);
    assertThat(nights.control.get(0).overdue()).isEqualTo(2_021);
  }
}
