package org.xinbao.bureau.baihang;

import java.util.Comparator;

/**
 * An event that the bureau is to be told.
 *
 * @param day the day whose figures are told (epoch day): that of the event, or tonight when it came
 *     to be known late
 */
record Due(Event event, int day) {

  /** The order of telling. */
  static final Comparator<Due> ORDER =
      Comparator.comparingInt(Due::day)
          .thenComparing(each -> each.event().rank())
          .thenComparing(each -> each.event().on())
          .thenComparing(each -> each.event().seq())
          .thenComparing(each -> each.event().ref());
}
