package org.xinbao.bureausim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, headers and line ends of submissions, and the form of the answers. */
class SubmissionFormTest {

  private final Centre centre = new Centre(Papers.PROVIDER, Centre.Demands.NONE, Chance.none());

  private String codeOf(String name, String text) {
    return codeOf(name, text.getBytes(UTF_8));
  }

  private String codeOf(String name, byte[] bytes) {
    Feedback answer = centre.take(name, bytes);
    assertThat(answer.flag()).isEqualTo(2);
    assertThat(answer.name()).isEqualTo(name.substring(0, 29) + "2.txt");
    assertThat(new String(answer.bytes(), UTF_8)).doesNotContain("ErrRecId", "ErrRec>");
    return answer.rejections().get(0).faults().get(0).code();
  }

  @Test
  void filesThatAreRefusedAsAWhole() {
    String name = Papers.name("210", 1);
    String good = Papers.text("210", List.of(Papers.NEW, Papers.monthly("2026-02-28")));
    assertThat(codeOf(name.replace("2100", "2101"), good)).isEqualTo("ABN003");
    assertThat(codeOf(name.replace("TEST0000000001", "TEST0000000002"), good)).isEqualTo("ABN004");
    assertThat(codeOf(name, good.replace("A050", "A051"))).isEqualTo("ABH005");
    assertThat(codeOf(name, good.replace("0000002\r\n", "0000003\r\n"))).isEqualTo("ABH005");
    assertThat(codeOf(name, good.replace("2.0.0  ", "2.0.010"))).isEqualTo("ABH006");
    assertThat(codeOf(Papers.name("212", 1), good)).isEqualTo("ABF007");
    assertThat(codeOf(name, good.replace("\r\n", "\n"))).isEqualTo("ABF010");
    assertThat(codeOf(name, good + "\r\n")).isEqualTo("ABF010");
    byte[] latin = good.getBytes(UTF_8);
    latin[latin.length - 1] = (byte) 0xff;
    assertThat(codeOf(name, latin)).isEqualTo("ABF011");
    assertThat(centre.take(name, good.getBytes(UTF_8)).flag()).isEqualTo(1);
    assertThat(codeOf(name, good)).isEqualTo("ABF009");
  }

  @Test
  void aFileWithoutRecordsIsItsHeader() {
    Feedback answer = centre.take(Papers.name("210", 9), Papers.file("210"));
    assertThat(answer.flag()).isEqualTo(1);
    assertThat(answer.stored()).isZero();
  }

  @Test
  void theAnswerNamesLineCodeAndRecord() {
    String broken = Papers.monthly("2026-02-28").replace("<AcctBal>9000", "<AcctBal>9000.5");
    Feedback answer =
        centre.take(Papers.name("210", 2), Papers.file("210", Papers.NEW, broken, "<Document>"));
    assertThat(answer.name()).isEqualTo("TEST00000000012026123121000023.txt");
    List<String> lines = new String(answer.bytes(), UTF_8).lines().toList();
    // A, 072, version, 29 characters of the name, flag, version, time, 1 stored, 2 rejected.
    assertThat(lines.get(0))
        .hasSize(72)
        .isEqualTo(
            "A0721.0.0TEST000000000120261231210000232.0.0"
                + "20261231113000"
                + "0000001"
                + "0000002");
    assertThat(lines.get(1))
        .isEqualTo(
            "<Document><FbInf><ErrRecId>3</ErrRecId><FbErrNum>1</FbErrNum><ErrInf>"
                + "<FbCode>ABE001</FbCode><FbMsg>AcctBal</FbMsg></ErrInf><ErrRec>"
                + Base64.getEncoder().encodeToString(broken.getBytes(UTF_8))
                + "</ErrRec></FbInf></Document>");
    assertThat(lines.get(2)).contains("<ErrRecId>4</ErrRecId>", "ABR006", "<FbMsg>0000</FbMsg>");
    assertThat(lines).hasSize(3);
  }

  @Test
  void noMoreThanFiveErrorsAreToldOfARecord() {
    String broken =
        Papers.NEW.replaceAll("<(Cy|Flag|LoanForm|FundSou|GuarMode|Month)>[^<]+<", "<$1>?<");
    Feedback answer = centre.take(Papers.name("210", 3), Papers.file("210", broken));
    assertThat(answer.rejections().get(0).faults()).hasSize(6);
    assertThat(new String(answer.bytes(), UTF_8)).contains("<FbErrNum>5</FbErrNum>");
  }

  /** An entity that would read a file stays unread: the record cannot be parsed. */
  @Test
  void nothingOutsideTheLineIsRead() {
    String attack =
        "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + Papers.NEW.replace("测试甲", "&x;");
    Feedback answer = centre.take(Papers.name("210", 4), Papers.file("210", attack));
    assertThat(answer.rejections().get(0).faults()).containsExactly(Fault.of("ABR006"));
  }

  @Test
  void chanceRejectsAboutItsShareOfTheGoodAndNothingOfItIsStored() {
    Centre severe = new Centre(Papers.PROVIDER, Centre.Demands.NONE, new Chance(7, 500));
    String[] records = new String[400];
    for (int i = 0; i < records.length; i++) {
      records[i] = Papers.NEW.replace("LOAN1", "LOAN" + i);
    }
    Feedback answer = severe.take(Papers.name("210", 5), Papers.file("210", records));
    assertThat(answer.rejections()).hasSizeBetween(160, 240);
    assertThat(severe.store().accounts()).hasSize(400 - answer.rejections().size());
    assertThat(severe.rejectedByChance()).isEqualTo(answer.rejections().size());
    assertThat(severe.foundWrong()).isEmpty();
  }
}
