package org.xinbao.ledger;

import java.util.Random;

/** The seed of random tests; each prints it in its failure. */
final class TestSeed {

  static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);

  private TestSeed() {}

  static Random random(int salt) {
    return new Random(SEED * 31 + salt);
  }
}
