package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;

/**
 * What has happened to a loan that the bureau was not told yet: a pure function of where its
 * instalments stand and of what was told.
 *
 * <p>What happened after the last night, or waits in the queue, is told with the figures of its own
 * day; what came to be known late with those of tonight. Of a loan first seen late, its account and
 * present arrears are told, not its past.
 *
 * @param businessDate epoch day
 * @param isFirst whether the loan is looked at for the first time
 * @param queued days whose events wait to be told as of those days
 * @param settledOn the day of settlement, or none
 * @param trackDays days between reports after the last due date; 0 for none
 */
record Events(
    int businessDate,
    boolean isFirst,
    Told told,
    Set<Integer> queued,
    Loan loan,
    List<InstalmentPosition> positions,
    int settledOn,
    int trackDays) {

  Events {
    queued = Set.copyOf(queued);
    positions = List.copyOf(positions);
  }

  /** What is to be told, in the order of telling, without a settlement that no movement brought. */
  List<Due> decide() {
    List<Due> due = new ArrayList<>();
    boolean closedUntold =
        !told.isOpened()
            && settledOn != Day.NONE
            && !isNew(settledOn)
            && !queued.contains(settledOn);
    if (told.isGone() || closedUntold) {
      return due;
    }
    opening(due);
    extensions(due);
    for (InstalmentPosition each : positions) {
      overdue(each, due);
      for (InstalmentPosition.Payment payment : each.payments()) {
        moved(each, payment, due);
      }
    }
    returned(due);
    tracked(due);
    due.sort(Due.ORDER);
    return due;
  }

  /**
   * The settlement, where the last record that was told does not say so; by then all others are.
   */
  Optional<Due> settlement(Told now) {
    boolean wanted =
        settledOn != Day.NONE
            && settledOn >= told.knownBefore()
            && now.isOpened()
            && !now.isGone()
            && !now.isSettledTold();
    return wanted
        ? Optional.of(due(Event.settled(settledOn))).filter(this::isUntold)
        : Optional.empty();
  }

  private boolean isUntold(Due due) {
    return told.find(due.event()).isEmpty();
  }

  private void opening(List<Due> due) {
    if (!told.isOpened()) {
      due.add(due(Event.opened(loan.openedOn())));
    }
  }

  /** The schedules that came after the one that was told. */
  private void extensions(List<Due> due) {
    Set<Integer> days = new TreeSet<>();
    for (Instalment each : loan.schedule()) {
      days.add(each.validFrom());
    }
    loan.movements().stream()
        .filter(each -> each.type() == MovementType.EXTENSION)
        .forEach(each -> days.add(each.valueDate()));
    int known =
        told.knownBefore() != Day.NONE
            ? told.knownBefore() - 1
            : told.opening().map(ToldRecord::day).orElse(due(Event.opened(loan.openedOn())).day());
    for (int day : days) {
      Due extended = new Due(Event.extended(day), dayOf(day));
      if (day > Math.max(known, loan.openedOn()) && day <= businessDate && isUntold(extended)) {
        due.add(extended);
      }
    }
  }

  private void overdue(InstalmentPosition position, List<Due> due) {
    int from = position.overdueFrom();
    Due overdue = due(Event.overdue(position));
    boolean was =
        from <= businessDate && (position.paidOn() == Day.NONE || from < position.paidOn());
    boolean now = position.isOverdue(businessDate) && from >= told.knownBefore();
    if (isUntold(overdue) && (now || (was && hasOwnDay(from)))) {
      due.add(overdue);
    }
  }

  private void moved(
      InstalmentPosition position, InstalmentPosition.Payment payment, List<Due> due) {
    Due moved = due(Event.moved(position, payment));
    int on = moved.event().on();
    boolean happened =
        on <= businessDate
            && payment.amount() != 0
            && payment.movement().type() != MovementType.REVERSAL;
    boolean known = due.stream().anyMatch(each -> each.event().id().equals(moved.event().id()));
    if (happened && !known && isUntold(moved) && !isHistory(payment)) {
      due.add(moved);
    }
  }

  /** Payments that were told and have come back: they are then no payments of today's rows. */
  private void returned(List<Due> due) {
    for (Movement each : loan.movements()) {
      if (each.type() == MovementType.REVERSAL && each.valueDate() <= businessDate) {
        for (ToldRecord paid : told.records()) {
          Due returned = due(Event.returned(paid.event(), each));
          if (paid.event().isBy(each.reverses()) && !paid.isDeleted() && isUntold(returned)) {
            due.add(returned);
          }
        }
      }
    }
  }

  /** Whether a movement was valued and booked before the loan was first looked at. */
  private boolean isHistory(InstalmentPosition.Payment payment) {
    int since = isFirst ? businessDate : told.since();
    String booked = payment.movement().bookedAt().substring(0, 10);
    return payment.movement().valueDate() < since && booked.compareTo(Day.format(since)) < 0;
  }

  /** Every so many days after the last due date, while something is unpaid at that day's close. */
  private void tracked(List<Due> due) {
    int last = positions.stream().mapToInt(InstalmentPosition::dueOn).max().orElse(Day.NONE);
    if (trackDays == 0 || last == Day.NONE) {
      return;
    }
    for (int day = last + trackDays; day <= businessDate; day += trackDays) {
      int close = day;
      boolean unpaid =
          positions.stream().anyMatch(each -> each.paidOn() == Day.NONE || each.paidOn() > close);
      Due tracked = new Due(Event.tracked(day), day);
      if (unpaid && hasOwnDay(day) && isUntold(tracked)) {
        due.add(tracked);
      }
    }
  }

  private boolean isNew(int day) {
    return isFirst ? day == businessDate : day > told.through();
  }

  /** Whether what happened that day is told with the figures of that day. */
  private boolean hasOwnDay(int day) {
    return day >= told.knownBefore() && day <= businessDate && (isNew(day) || queued.contains(day));
  }

  private int dayOf(int on) {
    return hasOwnDay(on) ? on : businessDate;
  }

  private Due due(Event event) {
    return new Due(event, dayOf(event.on()));
  }
}
