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
   * @param special which of {@link ImportedAccount#specials} has it, {@link #OF_THE_ACCOUNT} when
   *     the account itself has
   * @param sentence what it must be; without the value
   */
  public record Problem(int special, String column, String sentence) {

    /** No special transaction. */
    public static final int OF_THE_ACCOUNT = -1;

    /** A problem of the account, borrower or agreement itself. */
    public static Problem of(String column, String sentence) {
      return new Problem(OF_THE_ACCOUNT, column, sentence);
    }
  }

  /** A history that can be gone on from. */
  public static Imported of(String reported) {
    return new Imported(reported, List.of());
  }

  /** A history that cannot be used. */
  public static Imported refused(List<Problem> problems) {
    return new Imported("", problems);
  }
}
