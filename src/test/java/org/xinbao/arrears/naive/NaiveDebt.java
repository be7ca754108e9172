package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;

/** An instalment as the walk changes it: a scheduled one, or one restored by a returned payment. */
final class NaiveDebt {

  final LocalDate due;
  final LocalDate gateDay;
  final int seq;
  final @Nullable NaiveDebt origin;
  final int returnNumber;
  final NaivePenalty onPrincipal;
  final NaivePenalty onInterest;
  long principal;
  long interest;
  long fee;
  boolean gateOpen;
  boolean unpaidAtDue;

  /** The row that this debt is of; a restored one is of none. */
  @Nullable Instalment row;

  /** The later version of the row that has taken its place. */
  @Nullable NaiveDebt replacedBy;

  private final ProductRules rules;

  private NaiveDebt(
      LocalDate due, int seq, @Nullable NaiveDebt origin, int returnNumber, ProductRules rules) {
    this.due = due;
    gateDay = due.plusDays(rules.grace().days());
    this.seq = seq;
    this.origin = origin;
    this.returnNumber = returnNumber;
    this.rules = rules;
    onPrincipal = new NaivePenalty(rules);
    onInterest = new NaivePenalty(rules);
    // Without grace days there is nothing that a gate could hold back.
    gateOpen = rules.grace().meaning() != GraceMeaning.GATE || rules.grace().days() == 0;
  }

  static NaiveDebt scheduled(Instalment row, ProductRules rules) {
    NaiveDebt debt = new NaiveDebt(LocalDate.ofEpochDay(row.dueOn()), row.seq(), null, 0, rules);
    debt.principal = row.principal();
    debt.interest = row.interest();
    debt.fee = row.fee();
    debt.row = row;
    return debt;
  }

  /**
   * "The row belongs to the schedule from that date on": it takes the place of {@code before}, and
   * what was settled of that counts for it.
   */
  static NaiveDebt version(
      Instalment row, @Nullable NaiveDebt before, LocalDate from, ProductRules rules) {
    NaiveDebt debt = scheduled(row, rules);
    debt.gateOpen |= debt.gateDay.isBefore(from);
    if (before != null && before.row != null) {
      debt.principal -= before.row.principal() - before.principal;
      debt.interest -= before.row.interest() - before.interest;
      debt.fee -= before.row.fee() - before.fee;
      before.principal = 0;
      before.interest = 0;
      before.fee = 0;
      before.replacedBy = debt;
    }
    return debt;
  }

  /** By how much the parts are below nothing, which a version asking for too little is. */
  long below() {
    return Math.max(0, -principal) + Math.max(0, -interest) + Math.max(0, -fee);
  }

  /** The debt itself, or the version in force of the same instalment. */
  NaiveDebt inForce() {
    NaiveDebt debt = this;
    while (debt.replacedBy != null) {
      debt = debt.replacedBy;
    }
    return debt;
  }

  /** "Form an instalment of their own due on that date." */
  static NaiveDebt restored(LocalDate on, NaiveDebt origin, int returnNumber, ProductRules rules) {
    return new NaiveDebt(on, origin.seq, origin, returnNumber, rules);
  }

  /**
   * Oldest first. "The new instalments rank after scheduled ones of the same day, in the order of
   * those they come from."
   */
  static int rank(NaiveDebt a, NaiveDebt b) {
    int byDue = a.due.compareTo(b.due);
    if (byDue != 0) {
      return byDue;
    }
    if (a.origin == null || b.origin == null) {
      return a.origin == null && b.origin == null
          ? Instalment.ORDER.compare(rowOf(a), rowOf(b))
          : a.origin == null ? -1 : 1;
    }
    int byOrigin = a.origin == b.origin ? 0 : rank(a.origin, b.origin);
    return byOrigin != 0 ? byOrigin : Integer.compare(a.returnNumber, b.returnNumber);
  }

  private static Instalment rowOf(NaiveDebt debt) {
    return Objects.requireNonNull(debt.row);
  }

  long unpaid() {
    return principal + interest + fee;
  }

  boolean beyondTolerance() {
    return unpaid() > rules.overdueTolerance();
  }

  /**
   * "Overdue at the close of T when due_on < T (DUE_DATE_IS_ZERO) or due_on <= T (DUE_DATE_IS_ONE)
   * and more than overdue-tolerance of its principal + interest + fee is unpaid."
   */
  boolean overdue(LocalDate day) {
    boolean reached =
        rules.dpdClock() == DpdClock.DUE_DATE_IS_ZERO ? due.isBefore(day) : !due.isAfter(day);
    return reached && beyondTolerance();
  }

  long penaltyOnPrincipal() {
    return onPrincipal.owed(gateOpen);
  }

  long penaltyOnInterest() {
    return onInterest.owed(gateOpen);
  }

  long owed(Component component) {
    return switch (component) {
      case FEE -> fee;
      case INTEREST -> interest;
      case PRINCIPAL -> principal;
      case PENALTY -> penaltyOnPrincipal() + penaltyOnInterest();
    };
  }

  /** Takes up to {@code amount} of a component; "penalty on principal, then on interest". */
  Piece take(Component component, long amount) {
    long part = Math.min(amount, owed(component));
    switch (component) {
      case FEE -> fee -= part;
      case INTEREST -> interest -= part;
      case PRINCIPAL -> principal -= part;
      case PENALTY -> {
        long first = Math.min(part, penaltyOnPrincipal());
        onPrincipal.take(first);
        onInterest.take(part - first);
        return new Piece(this, component, first, part - first);
      }
    }
    return new Piece(this, component, part, 0);
  }

  /**
   * A part of a movement that went to one component of one instalment.
   *
   * @param second only for PENALTY: what went to the penalty on interest
   */
  record Piece(NaiveDebt debt, Component component, long first, long second) {
    long amount() {
      return first + second;
    }
  }
}
