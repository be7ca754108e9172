package org.xinbao.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A share of the damaged inputs that {@code src/bench/mutate.sh} sends through the program: never a
 * stack trace, never a hang, every row accounted for, every reject explained, and an exit code that
 * the contract has.
 */
class BadInputTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final long INPUTS = Long.getLong("xinbao.test.bad-inputs", 200);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  @Test
  void noInputIsTooBad() throws Exception {
    BadInputs bad = new BadInputs(temp, SEED);
    bad.run(0, INPUTS);
    assertThat(bad.table().complaints()).as("seed " + SEED).isEmpty();
    // What never was refused, rejected or published shows nothing.
    assertThat(bad.table().ended(10)).isPositive();
    assertThat(bad.table().ended(20)).isPositive();
    System.out.println(bad.table().text());
  }
}
