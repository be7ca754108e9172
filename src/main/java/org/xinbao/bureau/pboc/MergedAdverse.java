package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

/**
 * The adverse records of a merged account: it is overdue as long as one of its loans is, so records
 * of its loans that overlap or touch are one. Its end is the last of theirs.
 */
final class MergedAdverse {

  private MergedAdverse() {}

  /** Joins the records of an account's loans, oldest first. */
  static List<RetainedRecord> of(List<RetainedRecord> records) {
    List<RetainedRecord> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.comparingInt((RetainedRecord each) -> each.record().overdueFrom())
            .thenComparingInt(each -> each.record().endedOn()));
    List<RetainedRecord> joined = new ArrayList<>();
    for (RetainedRecord each : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && goesOn(joined.get(last).record(), each.record())) {
        joined.set(last, join(joined.get(last), each));
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  private static boolean goesOn(AdverseRecord before, AdverseRecord next) {
    return before.endedOn() == Day.NONE || next.overdueFrom() <= before.endedOn();
  }

  private static RetainedRecord join(RetainedRecord a, RetainedRecord b) {
    int settledOn = last(a.settledOn(), b.settledOn());
    boolean held = a.state() == RecordState.HELD || b.state() == RecordState.HELD;
    RecordState settled = held ? RecordState.HELD : RecordState.KEPT;
    return new RetainedRecord(
        new AdverseRecord(
            a.record().overdueFrom(),
            last(a.record().endedOn(), b.record().endedOn()),
            Math.max(a.record().worstDaysPastDue(), b.record().worstDaysPastDue()),
            Math.max(a.record().worstOverdueTotal(), b.record().worstOverdueTotal())),
        settledOn,
        last(a.retainUntil(), b.retainUntil()),
        settledOn == Day.NONE ? RecordState.UNPAID : settled);
  }

  /** The later of two days; none when one of them has not come yet. */
  private static int last(int a, int b) {
    return a == Day.NONE || b == Day.NONE ? Day.NONE : Math.max(a, b);
  }
}
