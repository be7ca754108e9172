package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;

/**
 * A failure as the log shows it: kinds and places, never the texts, which may carry data of a loan.
 */
final class FailureLog {

  private static final int FRAMES = 12;

  private FailureLog() {}

  static String describe(Throwable failure) {
    List<String> lines = new ArrayList<>();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      lines.add(each.getClass().getName());
      StackTraceElement[] frames = each.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("    at " + frames[i]);
      }
    }
    return String.join("\n", lines);
  }
}
