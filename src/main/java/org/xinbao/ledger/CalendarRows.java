package org.xinbao.ledger;

import java.util.OptionalInt;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code calendar.csv}: days on which nobody works, or works though others do not.
 */
final class CalendarRows {

  private final int day;
  private final int working;

  CalendarRows(Row row) {
    day = row.position("day");
    working = row.position("working");
  }

  /** The day of the present row if nobody works on it; empty when somebody does, or it is wrong. */
  OptionalInt readFree(Row row) {
    if (!row.begin()) {
      return OptionalInt.empty();
    }
    int on = row.day(day, Need.MANDATORY);
    if (row.isEmpty(working)) {
      row.missing(working);
    }
    String value = LoanOptionColumns.oneOf(row, working, "0", "1", "true", "false");
    boolean free = value.equals("0") || value.equals("false");
    return free && row.problems().isEmpty() ? OptionalInt.of(on) : OptionalInt.empty();
  }
}
