package org.xinbao.evidence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.evidence.Figure.Term;
import org.xinbao.evidence.ItemTrace.Cause;

/** What fell due and was paid, what remains, and what the loan costs a year. */
final class MonthFigures {

  private static final List<Part> PENALTIES =
      List.of(Part.PENALTY_ON_PRINCIPAL, Part.PENALTY_ON_INTEREST);

  private static final int DAYS_PER_YEAR = 365;
  private static final int COST_DECIMALS = 6;

  private final Facts facts;
  private final Assessment figures;
  private final int date;
  private final int monthStart;

  MonthFigures(Facts facts) {
    this.facts = facts;
    this.figures = facts.assessment();
    this.date = facts.date();
    this.monthStart = Day.firstOfMonth(date);
  }

  Figure dueThisMonth() {
    List<Term> terms =
        facts.loan().scheduleAt(date).stream()
            .filter(each -> each.dueOn() >= monthStart && each.dueOn() <= facts.lastCountedDue())
            .map(
                each ->
                    new Term(
                        "instalment " + each.seq() + ", due " + Day.format(each.dueOn()),
                        each.total()))
            .toList();
    return Figure.sum(
        "due_this_month",
        figures.dueThisMonth(),
        "scheduled from " + Day.format(monthStart) + " to " + Day.format(date),
        terms);
  }

  Figure paidThisMonth() {
    return Figure.sum(
        "paid_this_month",
        figures.paidThisMonth(),
        "repayments from " + Day.format(monthStart) + " to " + Day.format(date) + ", not returned",
        payments(monthStart, date));
  }

  Figure lastPaidOn() {
    return figures.lastPaidOn() == Day.NONE
        ? Figure.said("last_paid_on", "", "no repayment that is not returned")
        : Figure.said(
            "last_paid_on",
            Day.format(figures.lastPaidOn()),
            "value date of the latest repayment that is not returned");
  }

  Figure lastPaidAmount() {
    int day = figures.lastPaidOn();
    return Figure.sum(
        "last_paid_amount",
        figures.lastPaidAmount(),
        "paid on last_paid_on",
        day == Day.NONE ? List.of() : payments(day, day));
  }

  private List<Term> payments(int from, int to) {
    return facts.payments().stream()
        .filter(each -> each.movement().valueDate() >= from && each.movement().valueDate() <= to)
        .map(each -> new Term("repayment " + each.movement().txnId(), each.movement().amount()))
        .toList();
  }

  /** What returned payments had left unallocated is taken back with them. */
  Figure unallocated() {
    List<Term> terms =
        facts.payments().stream()
            .map(each -> new Term("repayment " + each.movement().txnId(), each.unallocated()))
            .toList();
    return Figure.sum("unallocated", figures.unallocated(), "paid beyond all that was owed", terms);
  }

  Figure remaining() {
    boolean notPaid = facts.rules().remaining() == Remaining.NOT_PAID;
    List<String> items =
        facts.replay().items().stream()
            .filter(each -> each.unpaid(date) > 0 && (notPaid || each.item().dueOn() > date))
            .map(each -> String.valueOf(each.item().seq()))
            .toList();
    boolean closed = facts.status() == LoanStatus.CLOSED;
    int remaining = closed ? 0 : items.size();
    if (remaining != figures.instalmentsRemaining()) {
      throw new IllegalStateException("the schedule gives another number of instalments remaining");
    }
    String which = notPaid ? "not fully paid" : "due later and not fully paid";
    String because =
        closed
            ? "the loan is closed"
            : which + (items.isEmpty() ? ": none" : ": " + String.join(", ", items));
    return Figure.said("instalments_remaining", String.valueOf(remaining), because);
  }

  Figure waived() {
    List<Term> terms = new ArrayList<>();
    for (ItemTrace each : facts.replay().items()) {
      for (Part part : PENALTIES) {
        terms.add(new Term(each.label() + ", waived", each.sum(part, Cause.WAIVED)));
        terms.add(new Term(each.label() + ", closing tolerance", facts.closed(each, part)));
      }
    }
    return Figure.sum("penalty_waived", figures.penaltyWaived(), "", terms);
  }

  Figure closingDifference() {
    List<Term> terms = new ArrayList<>();
    for (ItemTrace each : facts.replay().items()) {
      for (Part part : Part.values()) {
        terms.add(new Term(each.label() + ", " + Words.of(part), facts.closed(each, part)));
      }
    }
    return Figure.sum(
        "closing_difference",
        figures.closingDifference(),
        "unpaid at closed_on, within the closing tolerance, treated as waived",
        terms);
  }

  /** (interest + penalty + fee) ÷ (sum of daily unpaid principal ÷ 365). */
  Figure costAnnual() {
    BigInteger principalDays = principalDays();
    boolean shown = figures.costAnnualE6() >= 0;
    if (!shown) {
      return Figure.said(
          "cost_annual", "", "shown from day 30 on, when principal has been outstanding");
    }
    long scheduled = scheduledCost();
    long penalty = 0;
    for (ItemTrace each : facts.replay().items()) {
      for (Part part : PENALTIES) {
        penalty = Math.addExact(penalty, each.charged(part, date));
      }
    }
    BigDecimal cost =
        BigDecimal.valueOf(Math.addExact(scheduled, penalty))
            .multiply(BigDecimal.valueOf(DAYS_PER_YEAR))
            .divide(new BigDecimal(principalDays), COST_DECIMALS, RoundingMode.HALF_UP);
    if (cost.unscaledValue().longValueExact() != figures.costAnnualE6()) {
      throw new IllegalStateException("the derivation gives another annual cost");
    }
    boolean above = figures.costAnnualE6() > facts.rules().costCapAnnualE10() / 10_000;
    return Figure.said(
        "cost_annual",
        cost.toPlainString(),
        "(interest and fee scheduled "
            + Cents.format(scheduled)
            + " + penalty charged "
            + Cents.format(penalty)
            + ") × 365 ÷ "
            + new BigDecimal(principalDays, 2).toPlainString()
            + " principal-days; "
            + (above ? "above" : "not above")
            + " the limit of "
            + Words.rate(facts.rules().costCapAnnualE10()));
  }

  private long scheduledCost() {
    long cost = 0;
    for (Instalment each : facts.loan().scheduleAt(date)) {
      if (each.dueOn() <= facts.lastCountedDue()) {
        cost = Math.addExact(cost, Math.addExact(each.interest(), each.fee()));
      }
    }
    return cost;
  }

  /** Unpaid principal at the close of each day from the opening to the day before the date. */
  private BigInteger principalDays() {
    int opened = facts.loan().openedOn();
    BigInteger sum = BigInteger.ZERO;
    for (ItemTrace each : facts.replay().items()) {
      sum = sum.add(product(each.owedAtFirst(Part.PRINCIPAL), date - opened));
      for (ItemTrace.Change change : each.changes()) {
        if (change.part() == Part.PRINCIPAL) {
          sum = sum.add(product(change.signed(), date - Math.max(opened, change.day())));
        }
      }
    }
    return sum;
  }

  private static BigInteger product(long amount, int days) {
    return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(Math.max(0, days)));
  }
}
