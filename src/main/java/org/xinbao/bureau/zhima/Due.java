package org.xinbao.bureau.zhima;

import java.util.Comparator;

/**
 * Something that the bureau is to be told.
 *
 * @param on the day on which it happened (epoch day)
 * @param bizDate the day whose figures are told: the same, or tonight when it came to be known late
 */
record Due(int stageOn, SceneStatus status, int on, int bizDate) {

  /** The order of telling: payout first, settlement last. */
  static final Comparator<Due> ORDER =
      Comparator.comparingInt(Due::bizDate)
          .thenComparingInt(Due::rank)
          .thenComparingInt(Due::on)
          .thenComparingInt(Due::stageOn);

  private int rank() {
    return switch (status) {
      case PAID_OUT -> 0;
      case DEFAULTED, PERFORMED, DELETED -> 1;
      case SETTLED -> 2;
    };
  }
}
