package org.xinbao.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void equalInstalmentsOfOneLoan() {
    // 12,000.00 at 0.1440, 0.012 a month: A = 12000 x 0.012 / (1 - 1.012^-12) = 1079.7051993...,
    // so 1,079.71; interest 12000.00 x 0.012 = 144.00, then 11064.29 x 0.012 = 132.77148, and so
    // on; the last instalment takes the principal left, 1,066.84.
    long[] principal = new long[13];
    long[] interest = new long[13];
    Terms.fill(1_200_000, 4, principal, interest);

    assertThat(Terms.rateText(4)).isEqualTo("0.1440");
    assertThat(Arrays.copyOfRange(principal, 1, 13))
        .containsExactly(
            93571, 94694, 95830, 96980, 98144, 99322, 100513, 101720, 102940, 104176, 105426,
            106684);
    assertThat(Arrays.copyOfRange(interest, 1, 13))
        .containsExactly(
            14400, 13277, 12141, 10991, 9827, 8649, 7458, 6251, 5031, 3795, 2545, 1280);
  }

  @Test
  void principalAddsUpAndInstalmentsAreEqualAtEveryRate() {
    for (int rate = 0; rate < Terms.rates(); rate++) {
      for (long loan = 100_000; loan <= 5_000_000; loan += 10_000) {
        long[] principal = new long[13];
        long[] interest = new long[13];
        Terms.fill(loan, rate, principal, interest);
        assertThat(Arrays.stream(principal).sum()).isEqualTo(loan);
        long first = principal[1] + interest[1];
        for (int i = 2; i < Terms.TERMS; i++) {
          assertThat(principal[i] + interest[i]).isEqualTo(first);
        }
        // Twelve roundings of at most half a cent end up in the last instalment.
        assertThat(principal[12] + interest[12]).isBetween(first - 13, first + 13);
      }
    }
  }
}
