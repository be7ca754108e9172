package org.xinbao.retention;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * Retention of adverse records (征信业管理条例 art. 16): permanent while unpaid, then {@code years} after
 * settlement, longer only under a hold.
 *
 * <p>The start day is not counted and the period ends on the corresponding day, or on the last day
 * of the month where there is none (民法典 arts. 201, 202): settled on 2024-02-29, five years, last
 * kept day 2029-02-28, deleted from 2029-03-01 on.
 */
public final class Retention {

  private Retention() {}

  /**
   * The records of a loan that still exist at a business date, with their clocks, oldest first.
   *
   * @param records all adverse records of the loan as assessed at that date
   * @param nothingOwedFrom the first day from which nothing of the loan is owed any more, or {@link
   *     Day#NONE}
   * @param holds legal holds and open disputes of the loan
   * @param businessDate epoch day
   */
  public static List<RetainedRecord> apply(
      List<AdverseRecord> records,
      int nothingOwedFrom,
      RetentionRule rule,
      List<Hold> holds,
      int businessDate) {
    return records.stream()
        .map(each -> clock(each, nothingOwedFrom, rule))
        .flatMap(each -> at(each, holds, businessDate).stream())
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /**
   * A record whose clock is already known, as it stands at a business date; empty when it is
   * deleted by then. For a loan that the export no longer carries, whose register rows stand
   * (rulings 7).
   */
  public static Optional<RetainedRecord> at(
      RetainedRecord record, List<Hold> holds, int businessDate) {
    if (record.retainUntil() == Day.NONE || record.state() == RecordState.VOID) {
      return Optional.of(record);
    }
    if (businessDate <= record.retainUntil()) {
      return Optional.of(withState(record, RecordState.KEPT));
    }
    return businessDate < deletedFrom(record.retainUntil(), holds)
        ? Optional.of(withState(record, RecordState.HELD))
        : Optional.empty();
  }

  /**
   * The day from which a record is gone, {@link Hold#OPEN_END} while that is not known: it is
   * unpaid, or a hold has no end.
   */
  public static int deletedFrom(RetainedRecord record, List<Hold> holds) {
    return record.retainUntil() == Day.NONE
        ? Hold.OPEN_END
        : deletedFrom(record.retainUntil(), holds);
  }

  /** The latest record, which the columns {@code adverse_since} and following show. */
  public static Optional<RetainedRecord> latest(List<RetainedRecord> records) {
    return records.stream().filter(each -> each.state() != RecordState.VOID).max(OLDEST_FIRST);
  }

  /**
   * Published records that today's data no longer show, in state {@link RecordState#VOID}, oldest
   * first (rulings 7). A record past its last kept day is not among them: it is deleted, and not
   * even to void it is it written again.
   *
   * @param published the records of the register, those voided before included or not
   * @param assessed all adverse records of the loan as assessed at the business date, those that
   *     retention then deletes included
   * @param holds legal holds and open disputes of the loan
   * @param businessDate epoch day
   */
  public static List<RetainedRecord> voided(
      List<RetainedRecord> published,
      List<AdverseRecord> assessed,
      List<Hold> holds,
      int businessDate) {
    Set<Integer> present =
        assessed.stream().map(AdverseRecord::overdueFrom).collect(toUnmodifiableSet());
    return published.stream()
        .filter(each -> each.state() != RecordState.VOID)
        .filter(each -> !present.contains(each.record().overdueFrom()))
        .flatMap(each -> at(each, holds, businessDate).stream())
        .map(each -> withState(each, RecordState.VOID))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private static final Comparator<RetainedRecord> OLDEST_FIRST =
      Comparator.comparingInt(each -> each.record().overdueFrom());

  private static RetainedRecord clock(
      AdverseRecord record, int nothingOwedFrom, RetentionRule rule) {
    int settledOn = settledOn(record, nothingOwedFrom, rule.clockStarts());
    if (settledOn == Day.NONE) {
      return new RetainedRecord(record, Day.NONE, Day.NONE, RecordState.UNPAID);
    }
    int retainUntil = Day.plusYears(settledOn, rule.years());
    return new RetainedRecord(record, settledOn, retainUntil, RecordState.KEPT);
  }

  /**
   * The day that starts the clock. A record without an end has none, whatever else is known: it is
   * still unpaid, or was open at a transfer and this lender cannot know when it is paid.
   */
  private static int settledOn(AdverseRecord record, int nothingOwedFrom, ClockStart starts) {
    if (record.endedOn() == Day.NONE || starts == ClockStart.OVERDUE_SETTLED) {
      return record.endedOn();
    }
    return nothingOwedFrom == Day.NONE ? Day.NONE : Math.max(record.endedOn(), nothingOwedFrom);
  }

  /**
   * The first day on which the record is gone: the first day after the last kept day that no hold
   * covers. A hold that begins after such a day finds nothing left to hold.
   */
  private static int deletedFrom(int retainUntil, List<Hold> holds) {
    int day = retainUntil + 1;
    while (true) {
      int candidate = day;
      Optional<Hold> longest =
          holds.stream()
              .filter(each -> each.covers(candidate))
              .max(Comparator.comparingInt(Hold::to));
      if (longest.isEmpty() || longest.get().to() == Hold.OPEN_END) {
        return longest.isEmpty() ? day : Hold.OPEN_END;
      }
      day = longest.get().to() + 1;
    }
  }

  private static RetainedRecord withState(RetainedRecord record, RecordState state) {
    return new RetainedRecord(record.record(), record.settledOn(), record.retainUntil(), state);
  }
}
