package org.xinbao.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /** Of {@code 2026-10}. */
  private static final int MONTH_LENGTH = 7;

  private DateOrder() {}

  /**
   * Returns the dates that were never run between the last published one and this one; throws
   * {@link JobStopped} when the date is refused. A settlement day is passed over only when a person
   * names its month (rulings 10).
   */
  static List<Integer> check(NightlyArguments arguments, Optional<Run> previous, NightlyConf conf) {
    if (previous.isEmpty()) {
      return List.of();
    }
    Allowed allowed = arguments.allowed();
    int last = previous.get().input().businessDate();
    int date = arguments.date();
    if (BuiltOn.isImport(previous.get()) && date <= last) {
      throw refused(
          Reason.DATE_ORDER,
          Day.format(date)
              + " is not after "
              + Day.format(last)
              + ", up to which the imported history tells what another system reported: run a later"
              + " date.");
    }
    if (date == last && allowed.has(Allowed.What.CORRECTION)) {
      return List.of();
    }
    if (date <= last) {
      throw refused(
          Reason.DATE_ORDER,
          Day.format(date)
              + " is not after the last published date "
              + Day.format(last)
              + ": run a later date; only the last published date can be corrected with"
              + " --correct.");
    }
    List<Integer> missed = MissedDates.between(last, date);
    refuseSettlementDays(missed, conf, allowed);
    if (!missed.isEmpty()
        && conf.settings().missedDates() == Settings.MissedDates.REFUSE
        && !allowed.has(Allowed.What.GAP)) {
      throw refused(
          Reason.DATE_ORDER,
          "business dates were never run: "
              + MissedDates.text(missed)
              + "; run them first (--catch-up), leave them out by a decision (--skip-to --reason"
              + " TEXT), or set missed-dates: RECORD.");
    }
    return missed;
  }

  private static void refuseSettlementDays(
      List<Integer> missed, NightlyConf conf, Allowed allowed) {
    Set<String> left = new TreeSet<>(allowed.months());
    for (int day : missed) {
      for (Bureau bureau : conf.bureaux()) {
        if (!bureau.isSettlementDay(day)) {
          continue;
        }
        String month = Day.format(day).substring(0, MONTH_LENGTH);
        if (!allowed.has(Allowed.What.GAP) || !allowed.months().contains(month)) {
          throw refused(
              Reason.SETTLEMENT_DAY_SKIPPED,
              Day.format(day)
                  + " is a settlement day for "
                  + bureau.name()
                  + " and was never run: run it first, or leave the month unreported by a decision"
                  + " (--skip-to --without-month "
                  + month
                  + " --reason TEXT).");
        }
        left.remove(month);
      }
    }
    if (!left.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "--without-month names "
              + String.join(", ", left)
              + ", of which no settlement day would be left out: name only months that would.");
    }
  }

  private static JobStopped refused(Reason reason, String sentence) {
    return new JobStopped(
        ExitCode.REFUSED,
        "The export was refused, nothing was published: " + reason + ": " + sentence);
  }
}
