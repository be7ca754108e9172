package org.xinbao.job;

import java.util.Locale;

/** Who did what the evidence chain tells: the job and the user of the system that it ran for. */
final class Actor {

  private static final int LENGTH_MAX = 200;

  private Actor() {}

  /** For example {@code nightly by xinbao}. */
  static String of(String job) {
    String by = String.format(Locale.ROOT, "%s by %s", job, System.getProperty("user.name", "?"));
    String plain = by.replaceAll("[\\t\\r\\n]", " ");
    return plain.substring(0, Math.min(LENGTH_MAX, plain.length()));
  }
}
