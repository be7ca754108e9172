package org.xinbao.retention;

import org.xinbao.arrears.Day;

/**
 * A stretch of days on which no record of a loan may be deleted: a legal hold (保全) or an open
 * dispute (异议).
 *
 * @param from its first day (epoch day)
 * @param to its last day, or {@link #OPEN_END}
 */
public record Hold(int from, int to) {

  /** No last day is known. */
  public static final int OPEN_END = Integer.MAX_VALUE;

  public Hold {
    if (from == Day.NONE || to < from) {
      throw new IllegalArgumentException("a hold ends before it begins");
    }
  }

  /** Whether the hold runs on a day. */
  public boolean covers(int day) {
    return from <= day && day <= to;
  }
}
