package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.MovementDetail;

/**
 * The special transactions (特殊交易) of a loan up to a report date, from its movements (rulings,
 * section C): extension 1, guarantor's repayment 2, other prepayment 4, early full payment 5,
 * waiver 11, transfer 12 or 13, write-off 15, and what {@code special_kind} names.
 *
 * <p>The prepaid part of a day's repayments is what they paid beyond everything due by that day:
 *
 * <pre>min(paid on d, paid + waived up to d − unallocated − penalty paid and waived − due by d)
 * </pre>
 *
 * <p>It counts when it reaches {@code prepayment-from}. It is an early full payment when it was the
 * last payment of a loan closed by repayment before its last instalment fell due.
 */
final class Specials {

  /** CagOfTrdNm has two digits; what does not fit goes out with the next record. */
  static final int IN_ONE_RECORD = 99;

  private static final int EXTENSION = 1;
  private static final int GUARANTOR = 2;
  private static final int PREPAYMENT = 4;
  private static final int SETTLED_EARLY = 5;
  private static final int WAIVER = 11;
  private static final int WRITE_OFF = 15;

  private final BureauLoan loan;
  private final PbocProduct product;
  private final IntFunction<BureauLoan> asOf;
  private final Loan terms;
  private final int until;

  private Specials(BureauLoan loan, PbocProduct product, IntFunction<BureauLoan> asOf) {
    this.loan = loan;
    this.product = product;
    this.asOf = asOf;
    this.terms = loan.exported().loan();
    this.until = loan.assessment().businessDate();
  }

  /** Those not told to the bureau yet, oldest first, at most {@link #IN_ONE_RECORD}. */
  static List<Special> unsent(
      BureauLoan loan, PbocProduct product, IntFunction<BureauLoan> asOf, ReportedState state) {
    return upTo(loan, product, asOf).stream()
        .filter(each -> !state.hasSent(each))
        .limit(IN_ONE_RECORD)
        .toList();
  }

  /** All up to the loan's date, oldest first; transactions of one type and day are one. */
  static List<Special> upTo(BureauLoan loan, PbocProduct product, IntFunction<BureauLoan> asOf) {
    if (!loan.members().isEmpty()) {
      return ofMembers(loan, product);
    }
    return loan.exported().loan().movements().isEmpty()
        ? List.of()
        : new Specials(loan, product, asOf).all();
  }

  /**
   * Those of all loans of a merged account. One that is settled early is a prepayment of the
   * account, unless the account closes with it.
   */
  private static List<Special> ofMembers(BureauLoan account, PbocProduct product) {
    int closeDate =
        AccountFigures.isClosed(account.assessment())
            ? AccountFigures.closeDate(account)
            : Day.NONE;
    List<Special> found = new ArrayList<>();
    for (BureauLoan.Member member : account.members()) {
      for (Special each : upTo(member.loan(), product, member.asOf())) {
        boolean part = each.type() == SETTLED_EARLY && each.on() != closeDate;
        found.add(
            part
                ? new Special(PREPAYMENT, each.on(), each.amount(), each.months(), each.detail())
                : each);
      }
    }
    found.sort(Comparator.comparingInt(Special::on).thenComparingInt(Special::type));
    return merged(found);
  }

  private List<Special> all() {
    Set<String> reversed = new HashSet<>();
    List<Movement> counted = new ArrayList<>();
    for (Movement each : terms.movements()) {
      if (each.valueDate() <= until) {
        if (each.type() == MovementType.REVERSAL) {
          reversed.add(each.reverses());
        }
        counted.add(each);
      }
    }
    counted.removeIf(each -> reversed.contains(each.txnId()));
    List<Special> found = new ArrayList<>();
    named(counted, found);
    prepayments(counted, found);
    found.sort(Comparator.comparingInt(Special::on).thenComparingInt(Special::type));
    return merged(found);
  }

  private void named(List<Movement> movements, List<Special> found) {
    Map<String, MovementDetail> details = new HashMap<>();
    loan.exported().movementDetails().forEach(each -> details.put(each.txnId(), each));
    for (Movement each : movements) {
      MovementDetail detail = details.get(each.txnId());
      Optional<Integer> type =
          detail != null && !detail.specialKind().isEmpty()
              ? Optional.of(Integer.parseInt(detail.specialKind()))
              : ownType(each.type());
      if (type.isPresent() && each.valueDate() >= terms.openedOn()) {
        found.add(
            new Special(
                type.get(),
                each.valueDate(),
                each.amount(),
                detail == null ? 0 : detail.monthsChanged(),
                detail == null ? "" : detail.detail()));
      }
    }
  }

  private Optional<Integer> ownType(MovementType type) {
    return switch (type) {
      case EXTENSION -> Optional.of(EXTENSION);
      case GUARANTOR_REPAYMENT -> Optional.of(GUARANTOR);
      case WAIVER -> Optional.of(WAIVER);
      case WRITE_OFF -> Optional.of(WRITE_OFF);
      case TRANSFER_OUT -> Optional.of(product.transferTransaction());
      case DISBURSEMENT, REPAYMENT, REVERSAL -> Optional.empty();
    };
  }

  private void prepayments(List<Movement> movements, List<Special> found) {
    long paid = 0;
    long waived = 0;
    for (int i = 0; i < movements.size(); i++) {
      Movement each = movements.get(i);
      if (each.type().isPayment()) {
        paid = Math.addExact(paid, each.amount());
      } else if (each.type() == MovementType.WAIVER) {
        waived = Math.addExact(waived, each.amount());
      }
      boolean lastOfDay =
          i + 1 == movements.size() || movements.get(i + 1).valueDate() != each.valueDate();
      long ahead = Math.addExact(paid, waived) - due(each.valueDate());
      if (lastOfDay && ahead > 0 && each.valueDate() >= terms.openedOn()) {
        prepaid(movements, each.valueDate(), ahead, found);
      }
    }
  }

  private void prepaid(List<Movement> movements, int on, long ahead, List<Special> found) {
    long paidThatDay =
        movements.stream()
            .filter(each -> each.valueDate() == on && each.type() == MovementType.REPAYMENT)
            .mapToLong(Movement::amount)
            .sum();
    if (paidThatDay == 0) {
      return;
    }
    long amount = Math.min(paidThatDay, ahead - paidOtherwise(on));
    if (amount <= 0 || amount < threshold(on)) {
      return;
    }
    found.add(new Special(isSettledBy(on) ? SETTLED_EARLY : PREPAYMENT, on, amount, 0, ""));
  }

  /** What repayments up to the day paid that no schedule asked for: penalty and excess. */
  private long paidOtherwise(int on) {
    Assessment today = loan.assessment();
    if (today.penaltyPaid() == 0 && today.penaltyWaived() == 0 && today.unallocated() == 0) {
      return 0;
    }
    Assessment then = on == until ? today : asOf.apply(on).assessment();
    return then.penaltyPaid() + then.penaltyWaived() + then.unallocated();
  }

  private long due(int on) {
    long due = 0;
    for (Instalment each : terms.scheduleAt(on)) {
      if (each.dueOn() <= on) {
        due = Math.addExact(due, each.total());
      }
    }
    return due;
  }

  private long threshold(int on) {
    if (product.prepaymentFrom() >= 0) {
      return product.prepaymentFrom();
    }
    return terms.scheduleAt(on).stream()
        .filter(each -> each.dueOn() > on)
        .findFirst()
        .map(Instalment::total)
        .orElse(0L);
  }

  private boolean isSettledBy(int on) {
    Assessment figures = loan.assessment();
    List<Instalment> schedule = terms.scheduleAt(on);
    int lastDue = schedule.get(schedule.size() - 1).dueOn();
    return figures.accountStatus() == AccountStatus.CLOSED
        && figures.lastPaidOn() == on
        && on < lastDue;
  }

  private static List<Special> merged(List<Special> sorted) {
    List<Special> merged = new ArrayList<>();
    for (Special each : sorted) {
      int last = merged.size() - 1;
      if (last >= 0
          && merged.get(last).type() == each.type()
          && merged.get(last).on() == each.on()) {
        Special before = merged.get(last);
        merged.set(
            last,
            new Special(
                each.type(),
                each.on(),
                Math.addExact(before.amount(), each.amount()),
                Math.max(before.months(), each.months()),
                before.detail().isEmpty() ? each.detail() : before.detail()));
      } else {
        merged.add(each);
      }
    }
    return merged;
  }
}
