package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of records of persons and agreements. */
class PersonRulesTest {

  /** As much of a 110 as the centre looks at: the base and the update date of each segment. */
  static final String BORROWER =
      "<Document><InBasInf><BsSgmt><InfRecType>110</InfRecType><Name>测试甲</Name><IDType>10</IDType>"
          + "<IDNum>990101190101010007</IDNum><InfSurcCode>TEST0000000001</InfSurcCode>"
          + "<RptDate>2026-01-31</RptDate><RptDateCode>10</RptDateCode>"
          + "<Cimoc>TEST0000000001</Cimoc><CustomerType>11</CustomerType></BsSgmt>"
          + updated("FcsInfSgmt", "FcsInfoUpDate")
          + updated("SpsInfSgmt", "SpsInfoUpDate")
          + updated("EduInfSgmt", "EduInfoUpDate")
          + updated("OctpnInfSgmt", "OctpnInfoUpDate")
          + updated("RedncInfSgmt", "ResiInfoUpDate")
          + updated("MlgInfSgmt", "MlgInfoUpDate")
          + "</InBasInf></Document>";

  static final String AGREEMENT =
      "<Document><InCtrctInf><CtrctBsSgmt><InfRecType>220</InfRecType><ContractCode>TEST0000000001F1"
          + "</ContractCode><RptDate>2026-01-31</RptDate><RptDateCode>10</RptDateCode>"
          + "<Name>测试甲</Name><IDType>10</IDType><IDNum>990101190101010007</IDNum>"
          + "<MngmtOrgCode>TEST0000000001</MngmtOrgCode></CtrctBsSgmt><CreditLimSgmt>"
          + "<CreditLimType>10</CreditLimType><LimLoopFlg>1</LimLoopFlg><CreditLim>20000</CreditLim>"
          + "<Cy>CNY</Cy><ConEffDate>2026-01-15</ConEffDate><ConExpDate>2028-01-15</ConExpDate>"
          + "<ConStatus>1</ConStatus></CreditLimSgmt></InCtrctInf></Document>";

  private final Counter counter = new Counter();

  private static String updated(String segment, String item) {
    return "<" + segment + "><" + item + ">2026-01-20</" + item + "></" + segment + ">";
  }

  @Test
  void aNewBorrowerComesWithSixSegments() {
    assertThat(counter.hand("110", BORROWER.replaceAll("<MlgInfSgmt>.*</MlgInfSgmt>", "")))
        .containsExactly("BBR000");
    counter.given("110", BORROWER);
    assertThat(counter.centre().store().knowsPerson("测试甲", "10", "990101190101010007")).isTrue();
    assertThat(counter.hand("110", BORROWER)).containsExactly("ABR004");
  }

  @Test
  void updatesNeverGoBack() {
    counter.given("110", BORROWER);
    String later = BORROWER.replace("2026-01-31", "2026-02-28").replace("Code>10<", "Code>20<");
    assertThat(
            counter.hand(
                "110", later.replace("<EduInfoUpDate>2026-01-20", "<EduInfoUpDate>2026-01-19")))
        .containsExactly("BBR002");
    assertThat(
            counter.hand(
                "110", later.replace("<EduInfoUpDate>2026-01-20", "<EduInfoUpDate>2026-03-01")))
        .containsExactly("ABE007");
    counter.given("110", later);
  }

  @Test
  void nothingFollowsTheEndOfAnAgreement() {
    assertThat(counter.hand("220", AGREEMENT.replaceAll("<CreditLimSgmt>.*</CreditLimSgmt>", "")))
        .containsExactly("BCR000");
    counter.given("220", AGREEMENT);
    assertThat(counter.hand("220", AGREEMENT)).containsExactly("ABR004");
    String ended =
        AGREEMENT.replace("2026-01-31", "2026-02-28").replace("<ConStatus>1", "<ConStatus>2");
    counter.given("220", ended);
    assertThat(counter.hand("220", AGREEMENT.replace("2026-01-31", "2026-03-31")))
        .containsExactly("BCR001");
  }

  @Test
  void aFlatRecordIsStoredOnce() {
    String validity =
        "<Document><InIDEfctInf><InfRecType>130</InfRecType><Name>测试甲</Name><IDType>10</IDType>"
            + "<IDNum>990101190101010007</IDNum><IDDueDate>2036-01-01</IDDueDate>"
            + "<RptDate>2026-01-31</RptDate></InIDEfctInf></Document>";
    counter.given("130", validity);
    assertThat(counter.hand("130", validity)).containsExactly("ABR004");
    assertThat(counter.hand("140", validity)).containsExactly("ABR000");
  }
}
