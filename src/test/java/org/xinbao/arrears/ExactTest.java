package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.RoundingMode;

/** Rounding at and around the half, and products at the edge of {@code long}. */
class ExactTest {

  @ParameterizedTest
  @CsvSource({
    // numerator, denominator, HALF_UP, HALF_EVEN, DOWN
    "    0, 10, 0, 0, 0",
    "    4, 10, 0, 0, 0",
    "    5, 10, 1, 0, 0",
    "    6, 10, 1, 1, 0",
    "    9, 10, 1, 1, 0",
    "   10, 10, 1, 1, 1",
    "   14, 10, 1, 1, 1",
    "   15, 10, 2, 2, 1",
    "   25, 10, 3, 2, 2",
    "    3,  7, 0, 0, 0", // no exact half with an odd denominator
    "    4,  7, 1, 1, 0",
    "4611686018427387904, 9223372036854775807, 1, 1, 0", // just above the half of the largest
    "4611686018427387903, 9223372036854775807, 0, 0, 0",
  })
  void rounds(long numerator, long denominator, long halfUp, long halfEven, long down) {
    Map<RoundingMode, Long> expected =
        Map.of(
            RoundingMode.HALF_UP,
            halfUp,
            RoundingMode.HALF_EVEN,
            halfEven,
            RoundingMode.DOWN,
            down);
    for (RoundingMode mode : RoundingMode.values()) {
      assertThat(Exact.divide(numerator, denominator, mode))
          .as("%s", mode)
          .isEqualTo(expected.get(mode));
      assertThat(Exact.divide(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), mode))
          .as("%s, any size", mode)
          .isEqualTo(expected.get(mode));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 9223372036854775807, 0",
    "1, 9223372036854775807, 9223372036854775807",
    "2, 4611686018427387903, 9223372036854775806",
    "2, 4611686018427387904, -1", // 2^63
    "4294967296, 4294967296, -1", // 2^64 would look like 0
    "-1, 5, -1", // too large stays too large
    "5, -1, -1",
  })
  void tellsWhenAProductDoesNotFit(long a, long b, long expected) {
    assertThat(Exact.product(a, b)).isEqualTo(expected);
  }

  @Test
  void refusesAQuotientThatDoesNotFit() {
    assertThatThrownBy(
            () -> Exact.divide(BigInteger.TWO.pow(64), BigInteger.TWO, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
  }
}
