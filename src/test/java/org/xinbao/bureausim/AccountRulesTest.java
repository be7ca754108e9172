package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.bureausim.Papers.NEW;
import static org.xinbao.bureausim.Papers.closing;
import static org.xinbao.bureausim.Papers.event;
import static org.xinbao.bureausim.Papers.goodMonth;
import static org.xinbao.bureausim.Papers.month;
import static org.xinbao.bureausim.Papers.monthly;
import static org.xinbao.bureausim.Papers.record;
import static org.xinbao.bureausim.Papers.recovered;
import static org.xinbao.bureausim.Papers.specials;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of record 210, each broken by one record made by hand. */
class AccountRulesTest {

  private final Counter counter = new Counter();

  @Test
  void aLifeInOrderIsStored() {
    counter
        .given("210", NEW)
        .given("210", monthly("2026-02-28"), recovered("2026-03-15"))
        .given("210", monthly("2026-03-31"))
        .given("210", closing("2026-04-20", "20"));
    Account account = counter.account();
    assertThat(account.history().keySet())
        .containsExactly(
            YearMonth.of(2026, 1),
            YearMonth.of(2026, 2),
            YearMonth.of(2026, 3),
            YearMonth.of(2026, 4));
    assertThat(account.isClosed()).isTrue();
    assertThat(account.currentMonth().orElseThrow().item("RpyStatus")).isEqualTo("C");
    assertThat(account.versions("J")).hasSize(1);
    assertThat(counter.centre().stored()).isEqualTo(5);
  }

  @Test
  void anUnknownAccountMustIntroduceItself() {
    assertThat(counter.hand("210", monthly("2026-02-28"))).containsExactly("BLR004");
    assertThat(counter.hand("210", recovered("2026-02-28")))
        .containsExactlyInAnyOrder("BLR004", "BLR004", "BLR005");
    assertThat(
            counter.hand(
                "210", NEW.replace("</InAcctInf>", specials("5", "2026-01-20") + "</InAcctInf>")))
        .containsExactly("BLR001");
  }

  @Test
  void nothingIsTakenTwice() {
    counter.given("210", NEW, monthly("2026-02-28"));
    assertThat(counter.hand("210", monthly("2026-02-28")))
        .containsExactlyInAnyOrder("ABR004", "BLR027");
    assertThat(counter.hand("210", monthly("2026-02-20"))).containsExactly("BLR027");
    String twice = monthly("2026-03-31");
    assertThat(counter.hand("210", twice, twice)).containsExactly("ABR002");
  }

  /** A month that was left out may come later, before or behind its neighbours. */
  @Test
  void anEarlierMonthMayComeLater() {
    counter.given("210", NEW, monthly("2026-03-31")).given("210", monthly("2026-02-28"));
    assertThat(counter.account().history()).hasSize(3);
    assertThat(counter.account().currentMonth().orElseThrow().item("Month")).isEqualTo("2026-03");
  }

  @Test
  void theAccountTypeStays() {
    counter.given("210", NEW);
    String other = monthly("2026-02-28").replace("<AcctType>D1", "<AcctType>R4");
    assertThat(counter.hand("210", other)).containsExactly("BLR019");
  }

  @Test
  void nothingFollowsTheClosing() {
    counter.given("210", NEW, monthly("2026-03-31"));
    assertThat(counter.hand("210", closing("2026-02-28", "32"))).containsExactly("BLR021");
    counter.given("210", closing("2026-04-30", "32"));
    assertThat(counter.hand("210", monthly("2026-05-31"))).containsExactly("BLR020");
  }

  @Test
  void theDateOfTheFiveClassNeverGoesBack() {
    counter.given(
        "210",
        NEW,
        record(
            "2026-02-28",
            "30",
            goodMonth("2026-02-28")
                .replace("<FiveCateAdjDate>2026-01-15", "<FiveCateAdjDate>2026-02-10")));
    assertThat(counter.hand("210", monthly("2026-03-31"))).containsExactly("BLR022");
    assertThat(counter.hand("210", recovered("2026-03-15"))).containsExactly("BLR022");
  }

  @Test
  void aSpecialTransactionIsToldOnce() {
    String told = specials("4", "2026-02-10");
    counter.given("210", NEW, record("2026-02-28", "30", goodMonth("2026-02-28") + told));
    assertThat(counter.hand("210", record("2026-03-31", "30", goodMonth("2026-03-31") + told)))
        .containsExactly("BLR023");
  }

  @Test
  void nothingFollowsATransferEvent() {
    counter.given("210", NEW).given("215", event("2026-02", "1", "2026-02-10"));
    assertThat(counter.hand("210", monthly("2026-02-28"))).containsExactly("BLR025");
    assertThat(
            counter.hand(
                "210", monthly("2026-02-10").replace("-15</LatRpyDate>", "-05</LatRpyDate>")))
        .containsExactly("BLR025", "BLR028");
  }

  @Test
  void aFormerCodeIsDead() {
    counter
        .given("210", NEW)
        .given("211", Papers.renaming(Papers.ACCOUNT, Papers.PROVIDER + "LOAN2"));
    assertThat(counter.hand("210", monthly("2026-02-28"))).containsExactly("ABE012");
    counter.given("210", monthly("2026-02-28").replace("LOAN1", "LOAN2"));
  }

  @Test
  void borrowerAndAgreementMustBeKnownWhenTheCentreAsksForThem() {
    Counter strict = new Counter(Centre.Demands.ALL);
    assertThat(strict.hand("210", NEW)).containsExactly("ABE001");
    String underAgreement =
        NEW.replace("<Flag>0", "<Flag>1")
            .replace(
                "<AcctMthlyBlgInfSgmt>",
                "<AcctCredSgmt><Mcc>"
                    + Papers.PROVIDER
                    + "F1</Mcc></AcctCredSgmt><AcctMthlyBlgInfSgmt>");
    assertThat(strict.hand("210", underAgreement)).containsExactly("ABE001", "ABE001");
    strict.given("110", PersonRulesTest.BORROWER).given("220", PersonRulesTest.AGREEMENT);
    strict.given("210", underAgreement);
  }

  @ParameterizedTest
  @CsvSource({
    "<AcctBal>9000, <AcctBal>-1, ABE001",
    "<AcctBal>9000</AcctBal>, '', ABD000",
    "<AcctBal>9000, <AcctBal>, ABE000",
    "<Month>2026-02</Month><SettDate></SettDate>, <SettDate></SettDate><Month>2026-02</Month>,"
        + " ABR000",
    "<SettDate>, <UsedAmt>1</UsedAmt><SettDate>, BLD000",
    "<RptDate>2026-02-28, <RptDate>2027-01-31, ABR001",
    "<AcctCode>TEST0000000001, <AcctCode>TEST0000000002, ABE002",
    "<TotOverd>0, <TotOverd>7, BLE017",
    "<RpyStatus>N, <RpyStatus>1, BLE019",
    "<OverdPrinc>0, <OverdPrinc>7, BLE020",
    "<AcctStatus>1, <AcctStatus>42, BLE013",
    "<LatRpyDate>2026-02-15, <LatRpyDate>2026-03-01, ABE007",
    "<FiveCateAdjDate>2026-01-15, <FiveCateAdjDate>2026-03-01, ABE007",
    "<Month>2026-02, <Month>2025-12, BLE039",
    "<RptDateCode>30, <RptDateCode>32, BLE037",
    "<RptDateCode>30, <RptDateCode>40, BLR008",
    "<InfRecType>210, <InfRecType>212, ABR000",
    "InAcctInf>, InAcctDel>, ABR000"
  })
  void aRecordMustBeRightByItself(String from, String to, String code) {
    counter.given("210", NEW);
    assertThat(counter.hand("210", monthly("2026-02-28").replace(from, to))).contains(code);
    assertThat(counter.account().history()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "<AcctBal>0, <AcctBal>5, BLE026",
    "<RpyStatus>C, <RpyStatus>N, BLE030",
    "<CloseDate>2026-02-15, <CloseDate>, BLE001",
    "<CloseDate>2026-02-15, <CloseDate>2026-02-14, BLE011",
    "<TotOverd>0, <TotOverd>5, BLE004"
  })
  void aClosingMustBeRightByItself(String from, String to, String code) {
    counter.given("210", NEW);
    assertThat(counter.hand("210", closing("2026-02-28", "32").replace(from, to)))
        .containsExactly(code);
  }

  @Test
  void aClosingOutsideTheMonthComesWithinThirtyDays() {
    counter.given("210", NEW);
    String late =
        record(
            "2026-03-17",
            "20",
            month("2026-03", "3", "0", "2026-01-15", "C", "0", "2026-02-15", "2026-02-15"));
    assertThat(counter.hand("210", late)).containsExactly("BLE010");
    assertThat(counter.hand("210", NEW.replace("2026-01-15</OpenDate>", "2026-01-01</OpenDate>")))
        .contains("BLE008");
  }

  @Test
  void aGuaranteedAccountNamesItsGuarantorAtFirst() {
    assertThat(counter.hand("210", NEW.replace("<GuarMode>4", "<GuarMode>3")))
        .containsExactly("BLR014");
    assertThat(counter.hand("210", NEW.replace("<Flag>0", "<Flag>1"))).containsExactly("BLR000");
  }
}
