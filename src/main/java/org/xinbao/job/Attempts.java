package org.xinbao.job;

import java.security.SecureRandom;

/**
 * Numbers of attempts at partitions, which name their files. They are random, so that two processes
 * that work one partition at the same time never write the same file; no output depends on them.
 */
final class Attempts {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Attempts() {}

  static long next() {
    return RANDOM.nextLong() & Long.MAX_VALUE;
  }
}
