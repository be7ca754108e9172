package org.xinbao.report;

import java.util.Locale;

/** A traffic light: a colour, and a shape for those who do not see it. */
enum Light {
  GREEN("●"),
  AMBER("▲"),
  RED("■"),
  /** Nothing to judge, only to know. */
  INFO("○");

  private final String symbol;

  Light(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  /** The name in style sheets and label keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The light of a ratio that is bad when high; {@code ratioE6} below 0 means none. */
  static Light ofRatio(Fraction ratio, long amberE6, long redE6) {
    if (ratio.atLeastE6(redE6)) {
      return RED;
    }
    return ratio.atLeastE6(amberE6) ? AMBER : GREEN;
  }
}
