package org.xinbao.job;

/** How many partitions a night is cut into; its outputs do not depend on it. */
final class Partitions {

  /** A partition costs milliseconds: few loans need one. */
  private static final long LOANS_EACH = 25_000;

  private static final long ONE_BELOW = 50_000;

  /** Beyond this the framework's bookkeeping would cost more than it gains. */
  private static final long MOST = 256;

  private Partitions() {}

  /** The number asked for, or one that fits the number of loans. */
  static int count(int asked, long loans) {
    if (asked > 0) {
      return asked;
    }
    if (loans < ONE_BELOW) {
      return 1;
    }
    return (int) Math.min(MOST, (loans + LOANS_EACH - 1) / LOANS_EACH);
  }
}
