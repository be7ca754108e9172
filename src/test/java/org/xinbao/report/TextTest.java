package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void makesTextHarmless() {
    assertThat(PlainText.clean("line\r\nnext\ttab")).isEqualTo("line  next tab");
    assertThat(PlainText.clean("a\u0000b\u0007c\u007Fd")).isEqualTo("abcd");
    assertThat(PlainText.clean("测试\u202Egnp\u2066x\u200B\uFEFF")).isEqualTo("测试gnpx");
    assertThat(PlainText.clean("half \uD83D and \uDE00")).isEqualTo("half  and ");
    assertThat(PlainText.clean("whole 😀 \uFFFE")).isEqualTo("whole 😀 ");
    assertThat(PlainText.clean("=1+1")).isEqualTo("=1+1");
  }

  @Test
  void cutsWhatNobodyReads() {
    assertThat(PlainText.clean("x".repeat(1_001))).hasSize(1_000).endsWith("…");
    assertThat(PlainText.clean("x".repeat(999))).hasSize(999).endsWith("x");
    // The pair that would straddle the limit is left out whole.
    assertThat(PlainText.clean("x".repeat(998) + "😀😀")).isEqualTo("x".repeat(998) + "…");
  }

  @Test
  void countsWideCharactersTwice() {
    assertThat(PlainText.displayWidth("逾期本金 M1")).isEqualTo(11);
    assertThat(PlainText.displayWidth("，")).isEqualTo(2);
  }

  @Test
  void wrapsAtSpacesAndBetweenWideCharacters() {
    assertThat(SheetWriter.wrap("one two three", 8)).containsExactly("one two", "three");
    assertThat(SheetWriter.wrap("一二三四五", 4)).containsExactly("一二", "三四", "五");
    assertThat(SheetWriter.wrap("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
    assertThat(SheetWriter.wrap("", 4)).isEmpty();
  }

  @Test
  void writesNumbersTheSameEverywhere() {
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(999)).isEqualTo("999");
    assertThat(Numbers.count(-1_234_567)).isEqualTo("-1,234,567");
    assertThat(Numbers.money(123_456_789)).isEqualTo("1,234,567.89");
    assertThat(Numbers.money(-100_000)).isEqualTo("-1,000.00");
    assertThat(Numbers.moneyChange(5)).isEqualTo("+0.05");
    assertThat(Numbers.countChange(0)).isEqualTo("0");
    assertThat(Numbers.bytes(1_023)).isEqualTo("1023 B");
    // 1,536 / 1,024 = 1.5
    assertThat(Numbers.bytes(1_536)).isEqualTo("1.5 KiB");
    // 1,234,567 / 1,024² = 1.177
    assertThat(Numbers.bytes(1_234_567)).isEqualTo("1.1 MiB");
    assertThat(Numbers.bytes(1L << 40)).isEqualTo("1.0 TiB");
  }

  @Test
  void roundsPercentHalfUp() {
    // 1/8 = 12.5 %, 1/3 = 33.333… %, 1/160 = 0.625 %
    assertThat(new Fraction(1, 8).percent()).isEqualTo("12.50%");
    assertThat(new Fraction(1, 3).percent()).isEqualTo("33.33%");
    assertThat(new Fraction(1, 16_000).percent()).isEqualTo("0.01%");
    assertThat(new Fraction(5, 0).percent()).isEqualTo("0.00%");
    assertThat(new Fraction(Long.MAX_VALUE, Long.MAX_VALUE).percent()).isEqualTo("100.00%");
    assertThat(new Fraction(1, 8).pointsSince(new Fraction(1, 10))).isEqualTo("+2.50");
    assertThat(new Fraction(1, 10).pointsSince(new Fraction(1, 8))).isEqualTo("-2.50");
  }

  @Test
  void lightsChangeExactlyAtTheirThreshold() {
    // 3 % amber, 5 % red
    assertThat(Light.ofRatio(new Fraction(29_999, 1_000_000), 30_000, 50_000))
        .isEqualTo(Light.GREEN);
    assertThat(Light.ofRatio(new Fraction(3, 100), 30_000, 50_000)).isEqualTo(Light.AMBER);
    assertThat(Light.ofRatio(new Fraction(5, 100), 30_000, 50_000)).isEqualTo(Light.RED);
    assertThat(Light.ofRatio(new Fraction(1, 0), 30_000, 50_000)).isEqualTo(Light.GREEN);
  }
}
