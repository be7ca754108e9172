package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code src/bench/fuzz.sh} gives to a fuzzer, with some blind damage instead of one. */
class FuzzTargetsTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int INPUTS = 40;

  @ParameterizedTest
  @EnumSource
  void noInputIsTooBad(FuzzSeeds.Target target) throws Exception {
    Random random = new Random(SEED);
    for (byte[] seed : target.seeds()) {
      assertThatCode(() -> target.run(seed))
          .as("what the fuzzer begins with")
          .doesNotThrowAnyException();
      for (int i = 0; i < INPUTS; i++) {
        String damaged = new Damage(random.nextLong()).text(new String(seed, ISO_8859_1));
        assertThatCode(() -> target.run(damaged.getBytes(ISO_8859_1)))
            .as("seed %d, input %d", SEED, i)
            .doesNotThrowAnyException();
      }
    }
  }
}
