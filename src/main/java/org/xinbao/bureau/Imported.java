package org.xinbao.bureau;

import java.util.List;

/**
 * What a bureau makes of a reporting history: the text that its nights go on from, or why it cannot
 * be used.
 *
 * @param reported as in {@link ReportRequest#reported} or {@link KeyResult#reported}
 */
public record Imported(String reported, List<Problem> problems) {

  public Imported {
    problems = List.copyOf(problems);
  }

  /**
   * A value that cannot be.
   *
   * @param sentence what it must be; without the value
   */
  public record Problem(String column, String sentence) {}

  /** A history that can be gone on from. */
  public static Imported of(String reported) {
    return new Imported(reported, List.of());
  }

  /** A history that cannot be used. */
  public static Imported refused(List<Problem> problems) {
    return new Imported("", problems);
  }
}
