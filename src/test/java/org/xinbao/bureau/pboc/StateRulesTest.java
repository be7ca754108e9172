package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;

/**
 * Every rule about the bureau's own store that records 211 to 215 must keep (reference section 4),
 * decided on what it was told, both ways. The account was reported on 31 August (31), 30 September
 * and 31 October (30); the decisions are of 1 November. {@code sent} stands for no rule broken.
 */
class StateRulesTest {

  private static final String SENT = "sent";

  private static String ruleOf(DecidedAccount account, String decision) {
    var result = account.decide(decision);
    if (result.held().isEmpty()) {
      assertThat(account.bureau.types).hasSize(1);
      return SENT;
    }
    assertThat(account.bureau.types).isEmpty();
    assertThat(result.held().get(0).message()).startsWith("Decision D1: ").endsWith(".");
    return DecidedAccount.heldCode(result);
  }

  private static DecidedAccount account() {
    return DecidedAccount.reported(loan -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "LOAN9001, sent",
    "LOAN0001, DECISION_BIE000",
    "LOAN_9001, DECISION_BIE000",
    "A23456789012345678901234567890123456789012345678901234567890, DECISION_BIE000",
    "OTHER001, DECISION_BIE002",
  })
  void rename(String newId, String expected) {
    DecidedAccount account = account();
    account.bureau.accountIds = (id, loanId) -> id.equals("OTHER001");
    assertThat(ruleOf(account, "RENAME_ACCOUNT new_id=" + newId)).isEqualTo(expected);
  }

  /** BIE001, BMR007, BSR000, BTE000: nothing is there after 214. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RENAME_ACCOUNT new_id=LOAN9001 | DECISION_BIE001",
        "CORRECT segment=H;report_date=2026-10-31 | DECISION_BMR007",
        "DELETE_PERIOD segment=H;from=2026-10-31 | DECISION_BSR000",
        "DELETE_ACCOUNT | DECISION_BTE000",
      })
  void nothingIsDoneToADeletedAccount(String decision, String expected) {
    DecidedAccount account = account();
    account.decide("DELETE_ACCOUNT");
    assertThat(account.bureau.types).containsExactly("214");
    var result = account.decide(DecidedAccount.NOV_1 + 1, decision);
    assertThat(account.bureau.types).isEmpty();
    assertThat(DecidedAccount.heldCode(result)).isEqualTo(expected);
  }

  /** The same of an account that was never reported; the id is then simply the new one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CORRECT segment=H;report_date=2026-10-31 | DECISION_BMR007",
        "DELETE_PERIOD segment=H;from=2026-10-31 | DECISION_BSR000",
        "CORRECT segment=215;Flag=0 | DECISION_BQR005",
      })
  void nothingIsDoneToAnAccountNeverReported(String decision, String expected) {
    DecidedAccount account = new DecidedAccount();
    assertThat(ruleOf(account, decision)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // B: only four items, and the last report's date (BMR003, BMR019)
        "B;report_date=2026-10-31;Name=测试丙 | sent",
        "B;MngmtOrgCode=TEST0000000001 | sent",
        "B;report_date=2026-09-30 | DECISION_BMR019",
        "B;report_date=2026-10-31;AcctType=R1 | DECISION_BMR003",
        "B;report_date=2026-10-31;RptDate=2026-10-30 | DECISION_BMR003",
        // C: a date on which it was told (August), or a later one (BMR021)
        "C;report_date=2026-08-31 | sent",
        "C;report_date=2026-10-01 | sent",
        "C;report_date=2026-07-31 | DECISION_BMR021",
        // G and I are no segments of a D1 (BMR005)
        "G;report_date=2026-10-31 | DECISION_BMR005",
        "I;report_date=2026-10-31 | DECISION_BMR005",
        // H: only the last report of a month (BMR008)
        "H;report_date=2026-10-31 | sent",
        "H;report_date=2026-09-30 | sent",
        "H;report_date=2026-09-29 | DECISION_BMR008",
        "H;report_date=2026-07-31 | DECISION_BMR008",
        // H: a month before others cannot be closed (BMR010), the last one can
        "H;report_date=2026-09-30;AcctStatus=3;AcctBal=0;RpyStatus=C;CloseDate=2026-09-30 |"
            + " DECISION_BMR010",
        "H;report_date=2026-10-31;AcctStatus=3;AcctBal=0;RpyStatus=C;CloseDate=2026-10-30 | sent",
        // H: the date of the class stays in order with its neighbours (BMR011): 15 January all
        "H;report_date=2026-09-30;FiveCateAdjDate=2026-01-15 | sent",
        "H;report_date=2026-09-30;FiveCateAdjDate=2026-09-01 | DECISION_BMR011",
        "H;report_date=2026-10-31;FiveCateAdjDate=2026-09-01 | sent",
        // J and K were never told (BMR021, BMR001)
        "J;report_date=2026-10-20 | DECISION_BMR021",
        "K;report_date=2026-10-31 | DECISION_BMR001",
        "D;report_date=2026-10-31 | DECISION_BMR001",
      })
  void correct(String details, String expected) {
    assertThat(ruleOf(account(), "CORRECT segment=" + details)).isEqualTo(expected);
  }

  /** D told in August and again, changed, in October: not before October (BMR009). */
  @ParameterizedTest
  @CsvSource({"2026-10-31, sent", "2026-11-01, sent", "2026-10-30, DECISION_BMR009"})
  void segmentsThatAreReplaced(String reportDate, String expected) {
    DecidedAccount account = new DecidedAccount(TestBureau.YAML, loan -> loan.collateral.add("M1"));
    account.night("2026-08-31");
    account.night("2026-09-30");
    account.loan.collateral.add("M2");
    account.night("2026-10-31");
    assertThat(ruleOf(account, "CORRECT segment=E;report_date=" + reportDate)).isEqualTo(expected);
  }

  /** K told in September with an extension, in October with a waiver (BMR021). */
  @ParameterizedTest
  @CsvSource({
    "2026-09-30, 1, sent",
    "2026-10-31, 11, sent",
    "2026-10-30, 0, DECISION_BMR021",
    "2026-11-01, 0, DECISION_BMR001",
  })
  void specialTransactions(String reportDate, int type, String expected) {
    DecidedAccount account =
        DecidedAccount.reported(
            loan -> {
              loan.move("E1", Day.of(2026, 9, 10), MovementType.EXTENSION, 500_000);
              loan.move("W1", Day.of(2026, 10, 20), MovementType.WAIVER, 1_000);
            });
    assertThat(ruleOf(account, "CORRECT segment=K;report_date=" + reportDate)).isEqualTo(expected);
    if (expected.equals(SENT)) {
      assertThat(TestBureau.value(account.record(), "CagOfTrdNm")).isEqualTo("1");
      assertThat(TestBureau.value(account.record(), "ChanTranType"))
          .isEqualTo(String.valueOf(type));
    }
  }

  @Test
  void theAccountTypeMustBeTheOneReported() {
    DecidedAccount account = account();
    account.loan.product = "SUIJIE";
    account.loan.withFacility();
    assertThat(ruleOf(account, "CORRECT segment=C;report_date=2026-10-31"))
        .isEqualTo("DECISION_BMR012");
  }

  /** Closed on 10 October and reported so (20): October is closed, a later month is not there. */
  @Test
  void aMonthAfterAClosedOneIsNotCorrected() {
    ReportedState closedBefore =
        ReportedState.NONE.with(
            Dossier.NONE.withHistory(
                History.NONE.plus(month("2026-09-30", "3")).plus(month("2026-10-31", "1"))));
    ReportedState known =
        ReportedState.known(AccountType.D1, Day.NONE).with(closedBefore.dossier());
    assertThat(StateRules.correct(Segment.H, Day.of(2026, 10, 31), known, AccountType.D1))
        .contains(CorrectionRule.BMR016);
    assertThat(StateRules.correct(Segment.H, Day.of(2026, 9, 30), known, AccountType.D1)).isEmpty();
  }

  private static ToldReport month(String rptDate, String status) {
    List<String> values =
        ToldReport.items(30).stream()
            .map(
                item ->
                    switch (item) {
                      case ACCT_STATUS -> status;
                      case RPY_STATUS -> "N";
                      case FIVE_CATE_ADJ_DATE, LAT_RPY_DATE -> "2026-01-15";
                      case CLOSE_DATE, SETT_DATE -> "";
                      default -> "0";
                    })
            .toList();
    return new ToldReport(Day.parse(rptDate), 30, "", false, values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "segment=H;from=2026-10-31;to=2026-10-31 | sent",
        "segment=C;to=2026-10-31 | sent",
        "segment=J;from=2026-10-31 | sent",
        "segment=K;from=2026-10-31 | sent",
        "segment=H | DECISION_BSE000",
        "segment=H;from=2026-10-31;to=2026-10-30 | DECISION_BSE001",
        "segment=D;from=2026-10-31 | DECISION_ABE001",
        "segment=I;from=2026-10-31 | DECISION_ABE001",
      })
  void deletePeriod(String details, String expected) {
    assertThat(ruleOf(account(), "DELETE_PERIOD " + details)).isEqualTo(expected);
  }

  private static DecidedAccount transferred(Consumer<TestLoan> change) {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, change).monthEnds();
    transfer(account.loan, "2026-11-01");
    return account;
  }

  private static void transfer(TestLoan loan, String on) {
    loan.loanStatus = LoanStatus.TRANSFERRED;
    loan.status = AccountStatus.TRANSFERRED;
    loan.closedOn = Day.parse(on);
    loan.balance = 0;
    loan.repaymentStatus = 'G';
  }

  /** After event 21 of 1 November: BMR013, BSR002; nothing else is in its way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE_PERIOD segment=H;from=2026-10-31 | DECISION_BSR002",
        "DELETE_PERIOD segment=H;from=2026-10-31;to=2026-11-01 | DECISION_BSR002",
        "DELETE_PERIOD segment=H;to=2026-10-31 | sent",
        "CORRECT segment=H;report_date=2026-10-31;ActRpyAmt=1 | sent",
        "CORRECT segment=215;Flag=0 | sent",
      })
  void theEventStandsInItsPeriod(String decision, String expected) {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {});
    account.figures =
        loan -> {
          if (loan.date > TestLoan.OCT_31) {
            transfer(loan, "2026-11-01");
          } else {
            loan.loanStatus = LoanStatus.ACTIVE;
            loan.status = AccountStatus.NORMAL;
            loan.closedOn = Day.NONE;
            loan.balance = 1_200_000;
            loan.repaymentStatus = '*';
          }
        };
    account.monthEnds();
    account.night(DecidedAccount.NOV_1);
    assertThat(account.bureau.types).containsExactly("215");
    var result = account.decide(DecidedAccount.NOV_1 + 1, decision);
    assertThat(result.held().isEmpty() ? SENT : DecidedAccount.heldCode(result))
        .isEqualTo(expected);
  }

  /** BMR013 and BMR015 on a state with the event in the month, on the day. */
  @Test
  void monthsAndDaysOfTheEventAreNotCorrected() {
    Dossier told = Dossier.NONE.withHistory(History.NONE.plus(month("2026-10-31", "1")));
    for (int event : new int[] {Day.of(2026, 10, 1), Day.of(2026, 11, 1)}) {
      ReportedState state =
          ReportedState.known(AccountType.D1, Day.NONE)
              .with(told.withFate(Dossier.Fate.TRANSFERRED, event));
      assertThat(StateRules.correct(Segment.H, Day.of(2026, 10, 31), state, AccountType.D1))
          .isEqualTo(
              event == Day.of(2026, 10, 1)
                  ? java.util.Optional.of(CorrectionRule.BMR013)
                  : java.util.Optional.empty());
    }
    ToldReport recovered =
        new ToldReport(
            Day.of(2026, 10, 20),
            40,
            "",
            false,
            List.of("N", "1", "1", "2026-01-15", "2026-10-20", "1", "1", "1", "0", "0", ""));
    for (int event : new int[] {Day.of(2026, 10, 20), Day.of(2026, 10, 21)}) {
      ReportedState state =
          ReportedState.known(AccountType.D1, Day.NONE)
              .with(
                  Dossier.NONE
                      .withHistory(History.NONE.plus(recovered))
                      .withFate(Dossier.Fate.TRANSFERRED, event));
      assertThat(StateRules.correct(Segment.J, Day.of(2026, 10, 20), state, AccountType.D1))
          .isEqualTo(
              event == Day.of(2026, 10, 20)
                  ? java.util.Optional.of(CorrectionRule.BMR015)
                  : java.util.Optional.empty());
    }
  }

  /**
   * BQR000, BQR004, BQR006: the event is dated in the month after the last one reported (October),
   * later than every report, not before the transfer.
   */
  @ParameterizedTest
  @CsvSource({
    // transferred on, night, RptDate of the event or what is held
    "2026-11-01, 2026-11-01, 2026-11-01",
    "2026-11-09, 2026-11-12, 2026-11-12",
    "2026-10-20, 2026-11-02, 2026-11-02",
    "2026-11-15, 2026-12-03, 2026-11-30",
    "2026-12-01, 2026-12-03, TRANSFER_EVENT",
  })
  void theEventIsDated(String transferredOn, String night, String expected) {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {}).monthEnds();
    transfer(account.loan, transferredOn);
    var result = account.night(night);
    if (expected.equals("TRANSFER_EVENT")) {
      assertThat(DecidedAccount.heldCode(result)).isEqualTo(expected);
      assertThat(account.bureau.records).isEmpty();
      assertThat(account.night(Day.parse(night) + 1).held().get(0).since())
          .isEqualTo(Day.parse(night));
    } else {
      assertThat(result.held()).isEmpty();
      assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo(expected);
      assertThat(TestBureau.value(account.record(), "Month")).isEqualTo(expected.substring(0, 7));
    }
  }

  /** Transferred on a settlement day after that month's report: the event waits for November. */
  @Test
  void theEventWaitsForTheNextMonth() {
    DecidedAccount account =
        new DecidedAccount("transfer: EVENT_21\n" + TestBureau.YAML, any -> {}).monthEnds();
    account.loan.product = "JIEBEI";
    transfer(account.loan, "2026-10-31");
    assertThat(account.night("2026-10-31").held()).isEmpty();
    assertThat(account.bureau.records).isEmpty();
    account.night("2026-11-01");
    assertThat(account.bureau.types).containsExactly("215");
    account.night("2026-11-30");
    assertThat(account.bureau.records).as("nothing after the event (BLR025)").isEmpty();
  }

  /** BQR002 to BQR004: the event is for D1 only; an R4 has its closing record. */
  @Test
  void otherAccountTypesHaveTheirClosingRecord() {
    DecidedAccount account =
        transferred(
            loan -> {
              loan.product = "SUIJIE";
              loan.withFacility();
            });
    account.night("2026-11-01");
    assertThat(account.bureau.points()).containsExactly("20@2026-11-01");
  }
}
