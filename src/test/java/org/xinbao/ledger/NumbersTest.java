package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.Day;

class NumbersTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long cents(String text) {
    byte[] data = bytes("," + text + ",");
    return Numbers.decimal(data, 1, data.length - 1, Limits.AMOUNT_DIGITS, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 100",
    "1.5, 150",
    "1.05, 105",
    "0.01, 1",
    "007.10, 710",
    "99999999999999.99, 9999999999999999"
  })
  void amountsBecomeCents(String text, long expected) {
    assertThat(cents(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "+1",
        "1.",
        ".5",
        "1.005",
        "1.50 ",
        " 1",
        "1,5",
        "1e3",
        "abc",
        "1.2.3",
        "一",
        "100000000000000",
        "1.-5",
        "0x1"
      })
  void anythingElseIsNoAmount(String text) {
    assertThat(cents(text)).isEqualTo(Numbers.BAD);
  }

  @Test
  void ratesHaveTenDecimals() {
    byte[] data = bytes("0.1825");
    assertThat(Numbers.decimal(data, 0, data.length, 2, 10)).isEqualTo(1_825_000_000L);
    byte[] longest = bytes("10.0123456789");
    assertThat(Numbers.decimal(longest, 0, longest.length, 2, 10)).isEqualTo(100_123_456_789L);
    byte[] tooLong = bytes("0.01234567890");
    assertThat(Numbers.decimal(tooLong, 0, tooLong.length, 2, 10)).isEqualTo(Numbers.BAD);
  }

  @Test
  void everyDayFrom1901To2099IsRead() {
    LocalDate last = LocalDate.of(2099, 12, 31);
    for (LocalDate date = LocalDate.of(1901, 1, 1); !date.isAfter(last); date = date.plusDays(1)) {
      byte[] data = bytes(date.toString());
      assertThat(Numbers.day(data, 0, data.length)).isEqualTo((int) date.toEpochDay());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29", "2024-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026-01-32", "1900-12-31", "2100-01-01", "2026/01/01", "26-01-01", "2026-1-1",
        "2026-01-1a", "-026-01-01", "2026-01-01T", "20260101"
      })
  void anythingElseIsNoDay(String text) {
    byte[] data = bytes(text);
    assertThat(Numbers.day(data, 0, data.length)).isEqualTo(Day.NONE);
  }

  @Test
  void leapDayIsADay() {
    byte[] data = bytes("2024-02-29");
    assertThat(Numbers.day(data, 0, data.length)).isEqualTo(Day.of(2024, 2, 29));
  }

  @ParameterizedTest
  @CsvSource({
    "00:00:00, true",
    "23:59:59, true",
    "24:00:00, false",
    "12:60:00, false",
    "12:00:60, false",
    "12:00, false",
    "12-00-00, false",
    "1a:00:00, false",
    "12:00:000, false"
  })
  void timesOfDay(String text, boolean expected) {
    byte[] data = bytes(text);
    assertThat(Numbers.isTime(data, 0, data.length)).isEqualTo(expected);
  }

  @Test
  void controlTotalsSumWhatIsANumberAtAll() {
    assertThat(lenient("-5.00", 2)).hasValue(BigInteger.valueOf(-500));
    assertThat(lenient("1.500", 2)).hasValue(BigInteger.valueOf(150));
    assertThat(lenient("1.005", 2)).isEmpty();
    assertThat(lenient("abc", 2)).isEmpty();
  }

  private static java.util.Optional<BigInteger> lenient(String text, int decimals) {
    byte[] data = bytes(text);
    return Numbers.lenient(data, 0, data.length, decimals);
  }

  @Test
  void sumsAreExactBeyondLong() {
    Sum sum = new Sum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 20_000; i++) {
      sum.add(Limits.AMOUNT_CENTS);
      expected = expected.add(BigInteger.valueOf(Limits.AMOUNT_CENTS));
    }
    assertThat(sum.value(0).toBigIntegerExact()).isEqualTo(expected);
  }

  @Test
  void utf8IsCheckedAsTheDecoderDoes() {
    Random random = TestSeed.random(4);
    int[] interesting = {
      0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1,
      0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff
    };
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] data = new byte[1 + random.nextInt(6)];
      for (int j = 0; j < data.length; j++) {
        data[j] = (byte) interesting[random.nextInt(interesting.length)];
      }
      boolean expected = decodes(data);
      valid += expected ? 1 : 0;
      assertThat(Utf8.isValid(data, 0, data.length))
          .as("seed %d, case %d", TestSeed.SEED, i)
          .isEqualTo(expected);
    }
    assertThat(valid).isPositive();
  }

  private static boolean decodes(byte[] data) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
