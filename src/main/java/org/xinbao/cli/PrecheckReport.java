package org.xinbao.cli;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.SubmissionFile;

/** Takes the findings of a pre-check as they come and writes them at once. */
interface PrecheckReport {

  /**
   * What one file adds up to.
   *
   * @param bureau whose file it is
   * @param counts number of findings by code, complete
   * @param limit findings printed per code at most
   */
  record Summary(
      String file,
      BureauFactory bureau,
      SubmissionFile sums,
      SortedMap<String, Long> counts,
      int limit) {

    public Summary {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Number of all findings. */
    long findings() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many findings of a code were printed. */
    long printed(String code) {
      return Math.min(limit, counts.getOrDefault(code, 0L));
    }
  }

  /** Before the first file. */
  default void begin() {}

  void beginFile(String file);

  void finding(String file, Finding finding);

  void endFile(Summary summary);

  /** After the last file. */
  default void end() {}

  /** A name without characters that would break a line or steer a terminal. */
  static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
