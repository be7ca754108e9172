package org.xinbao.job;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.conf.Settings;
import org.xinbao.ledger.ExportRefused.Reason;
import org.xinbao.store.Run;

/**
 * The order of business dates: none before the last published one, and gaps by the setting {@code
 * missed-dates}.
 */
final class DateOrder {

  private DateOrder() {}

  /**
   * Returns the dates that were never run between the last published one and this one; throws
   * {@link JobStopped} when the date is refused. A settlement day is never passed over (rulings
   * 10).
   */
  static List<Integer> check(int date, Optional<Run> previous, NightlyConf conf) {
    if (previous.isEmpty()) {
      return List.of();
    }
    int last = previous.get().input().businessDate();
    if (date <= last) {
      throw refused(
          Reason.DATE_ORDER,
          Day.format(date)
              + " is not after the last published date "
              + Day.format(last)
              + ": run a later date.");
    }
    List<Integer> missed = MissedDates.between(last, date);
    for (int day : missed) {
      for (Bureau bureau : conf.bureaux()) {
        if (bureau.isSettlementDay(day)) {
          throw refused(
              Reason.SETTLEMENT_DAY_SKIPPED,
              Day.format(day)
                  + " is a settlement day for "
                  + bureau.name()
                  + " and was never run: run it first.");
        }
      }
    }
    if (!missed.isEmpty() && conf.settings().missedDates() == Settings.MissedDates.REFUSE) {
      throw refused(
          Reason.DATE_ORDER,
          "business dates were never run: "
              + MissedDates.text(missed)
              + "; run them first, or set missed-dates: RECORD.");
    }
    return missed;
  }

  private static JobStopped refused(Reason reason, String sentence) {
    return new JobStopped(
        ExitCode.REFUSED,
        "The export was refused, nothing was published: " + reason + ": " + sentence);
  }
}
