package org.xinbao.arrears.naive;

import java.time.LocalDate;
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
          ? Integer.compare(a.seq, b.seq)
          : a.origin == null ? -1 : 1;
    }
    int byOrigin = a.origin == b.origin ? 0 : rank(a.origin, b.origin);
    return byOrigin != 0 ? byOrigin : Integer.compare(a.returnNumber, b.returnNumber);
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
