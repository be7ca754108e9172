package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.bureausim.Papers.ACCOUNT;
import static org.xinbao.bureausim.Papers.NEW;
import static org.xinbao.bureausim.Papers.PROVIDER;
import static org.xinbao.bureausim.Papers.closing;
import static org.xinbao.bureausim.Papers.correction;
import static org.xinbao.bureausim.Papers.deletion;
import static org.xinbao.bureausim.Papers.event;
import static org.xinbao.bureausim.Papers.goodMonth;
import static org.xinbao.bureausim.Papers.monthly;
import static org.xinbao.bureausim.Papers.record;
import static org.xinbao.bureausim.Papers.renaming;
import static org.xinbao.bureausim.Papers.segmentDeletion;
import static org.xinbao.bureausim.Papers.specials;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The rules of the records that change what was reported: 211 to 215. */
class CorrectionRulesTest {

  private static final String OTHER = PROVIDER + "LOAN2";

  private final Counter counter =
      new Counter().given("210", NEW, monthly("2026-02-28"), monthly("2026-03-31"));

  @Test
  void anAccountGetsANewCodeThatIsFree() {
    assertThat(counter.hand("211", renaming(ACCOUNT, ACCOUNT))).contains("BIE000");
    assertThat(counter.hand("211", renaming(OTHER, ACCOUNT))).containsExactly("BIE001");
    counter.given("210", NEW.replace("LOAN1", "LOAN2"));
    assertThat(counter.hand("211", renaming(ACCOUNT, OTHER))).containsExactly("BIE002");
    counter.given("211", renaming(ACCOUNT, PROVIDER + "LOAN3"));
    assertThat(counter.centre().store().account(PROVIDER + "LOAN3").orElseThrow().history())
        .hasSize(3);
    // A former code of the same account may come back, not one of another.
    assertThat(counter.hand("211", renaming(OTHER, ACCOUNT))).containsExactly("BIE002");
    counter.given("211", renaming(PROVIDER + "LOAN3", ACCOUNT));
    assertThat(counter.account().formerCodes()).containsExactly(PROVIDER + "LOAN3");
  }

  @Test
  void theLatestVersionOfAMonthIsCorrected() {
    String better = goodMonth("2026-02-28").replace("<AcctBal>9000", "<AcctBal>8000");
    assertThat(counter.hand("212", correction("2026-02-27", "H", better))).contains("BMR008");
    counter.given("212", correction("2026-02-28", "H", better));
    assertThat(counter.account().history().get(YearMonth.of(2026, 2)))
        .extracting(each -> each.item("AcctBal"))
        .isEqualTo("8000");
    assertThat(counter.account().currentMonth().orElseThrow().item("AcctBal")).isEqualTo("9000");
  }

  @Test
  void aMonthBeforeAnotherCannotBecomeTheClosing() {
    String closed =
        closing("2026-02-28", "32").replaceAll(".*(<AcctMthly.*Sgmt>)</InAcctInf>.*", "$1");
    assertThat(counter.hand("212", correction("2026-02-28", "H", closed)))
        .containsExactly("BMR010");
    String late =
        goodMonth("2026-02-28")
            .replace("<FiveCateAdjDate>2026-01-15", "<FiveCateAdjDate>2026-02-20");
    assertThat(counter.hand("212", correction("2026-02-28", "H", late))).containsExactly("BMR011");
  }

  @Test
  void aCorrectionNamesAnAccountAndItsType() {
    String month = goodMonth("2026-03-31");
    assertThat(counter.hand("212", correction("2026-03-31", "H", month).replace("LOAN1", "LOAN9")))
        .containsExactly("BMR007");
    assertThat(counter.hand("212", correction("2026-03-31", "H", month).replace("D1", "R4")))
        .containsExactly("BMR012");
    assertThat(counter.hand("212", correction("2026-03-31", "H", ""))).containsExactly("BMR001");
    assertThat(counter.hand("212", correction("2026-03-31", "C", month))).containsExactly("ABR000");
    String twice = correction("2026-03-31", "H", month);
    assertThat(counter.hand("212", twice, twice)).containsExactly("ABR002");
  }

  @Test
  void theBaseIsCorrectedAsOfItsLastReport() {
    String person =
        "<AcctBsSgmt><Name>测试乙</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum><MngmtOrgCode>TEST0000000001</MngmtOrgCode></AcctBsSgmt>";
    assertThat(counter.hand("212", correction("2026-02-28", "B", person)))
        .containsExactly("BMR019");
    assertThat(
            counter.hand(
                "212",
                correction(
                    "2026-03-31", "B", person.replace("<Name>", "<AcctType>D1</AcctType><Name>"))))
        .containsExactly("BMR003");
    counter.given("212", correction("2026-03-31", "B", person));
    Node base = counter.account().current("B").orElseThrow();
    assertThat(base.item("Name")).isEqualTo("测试乙");
    assertThat(base.item("RptDateCode")).isEqualTo("30");
  }

  @Test
  void otherSegmentsAreCorrectedWhereTheyStandOrLater() {
    String data = NEW.replaceAll(".*(<AcctBsInfSgmt>.*</AcctBsInfSgmt>).*", "$1");
    // Stored with the report of January alone.
    counter.given("212", correction("2026-01-31", "C", data.replace("12000", "13000")));
    counter.given("212", correction("2026-02-15", "C", data));
    assertThat(counter.hand("212", correction("2026-02-01", "C", data))).containsExactly("BMR021");
    assertThat(counter.account().versions("C")).hasSize(2);
  }

  @Test
  void specialTransactionsAreReplacedAsAWhole() {
    counter.given(
        "210", record("2026-04-30", "30", goodMonth("2026-04-30") + specials("4", "2026-04-02")));
    counter.given("212", correction("2026-04-30", "K", specials("11", "2026-04-03")));
    assertThat(counter.account().specialPairs()).containsExactly("11 2026-04-03");
  }

  @Test
  void aSegmentIsDeletedOverAPeriod() {
    assertThat(counter.hand("213", segmentDeletion("H", "", ""))).containsExactly("BSE000");
    assertThat(counter.hand("213", segmentDeletion("H", "2026-03-01", "2026-02-01")))
        .containsExactly("BSE001");
    assertThat(counter.hand("213", segmentDeletion("B", "2026-02-01", ""))).contains("ABE001");
    assertThat(
            counter.hand("213", segmentDeletion("H", "2026-02-01", "").replace("LOAN1", "LOAN9")))
        .containsExactly("BSR000");
    counter.given("213", segmentDeletion("H", "2026-02-01", "2026-02-28"));
    assertThat(counter.account().history().keySet())
        .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 3));
    counter.given("215", event("2026-04", "1", "2026-04-10"));
    assertThat(counter.hand("213", segmentDeletion("H", "2026-04-01", "")))
        .containsExactly("BSR002");
  }

  @Test
  void anAccountIsDeletedOnce() {
    counter.given("214", deletion(ACCOUNT));
    assertThat(counter.centre().store().accounts()).isEmpty();
    assertThat(counter.hand("214", deletion(ACCOUNT))).containsExactly("BTE000");
    // What follows would open it anew, and does not say enough for that.
    assertThat(counter.hand("210", monthly("2026-04-30"))).containsExactly("BLR004");
  }

  @Test
  void aTransferIsToldForTheMonthAfterTheLast() {
    assertThat(counter.hand("215", event("2026-04", "1", "2026-05-01"))).containsExactly("BQR000");
    assertThat(counter.hand("215", event("2026-05", "1", "2026-05-01"))).containsExactly("BQR003");
    assertThat(counter.hand("215", event("2026-04", "0", "2026-04-10"))).containsExactly("BQR005");
    assertThat(counter.hand("215", event("2026-03", "1", "2026-03-31"))).contains("BQR006");
    counter.given("215", event("2026-04", "1", "2026-04-10"));
    assertThat(counter.account().isTransferredOut()).isTrue();
    counter.given("215", event("2026-04", "0", "2026-04-10"));
    counter.given("210", monthly("2026-04-30"));
  }

  @Test
  void aClosedAccountIsNotTransferred() {
    counter.given("210", closing("2026-04-30", "32"));
    assertThat(counter.hand("215", event("2026-05", "1", "2026-05-01"))).containsExactly("BQR004");
    assertThat(counter.hand("212", correction("2026-04-30", "H", goodMonth("2026-04-30"))))
        .isEmpty();
    assertThat(counter.account().isClosed()).isFalse();
  }
}
