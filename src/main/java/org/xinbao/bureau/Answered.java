package org.xinbao.bureau;

import java.util.List;

/**
 * What a bureau has been told of a loan once its answers are taken in (rulings 3).
 *
 * @param reported in place of what was reported before, see {@link ReportRequest#reported}
 * @param repeats reports to be sent again, each for its own report date, or waiting for the answer
 *     to the record that was sent
 */
public record Answered(String reported, List<QueuedReport> repeats) {

  public Answered {
    repeats = List.copyOf(repeats);
  }
}
