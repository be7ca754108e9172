package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the pre-check lets pass, though it looks otherwise; what it finds is in BadRecordsTest. */
class RecordRulesTest {

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
