package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.evidence.Figure.Term;

/** What is unpaid, for how long, and the penalty: the first figures of {@code assessments.csv}. */
final class ArrearsFigures {

  private final Facts facts;
  private final Assessment figures;
  private final int date;
  private final List<Figure> list = new ArrayList<>();

  private ArrearsFigures(Facts facts) {
    this.facts = facts;
    this.figures = facts.assessment();
    this.date = facts.date();
  }

  static List<Figure> of(Facts facts) {
    ArrearsFigures writer = new ArrearsFigures(facts);
    writer.status();
    writer.days();
    writer.amounts();
    writer.ageing();
    writer.penalty();
    return writer.list;
  }

  private void status() {
    AccountStatus status = figures.accountStatus();
    String because =
        switch (status) {
          case CLOSED, WRITTEN_OFF, TRANSFERRED ->
              "as exported, from closed_on " + Day.format(facts.loan().closedOn()) + " on";
          case OVERDUE -> "days_past_due is above 0";
          case NORMAL -> "days_past_due is 0";
        };
    said("account_status", status.name(), because);
    sum(
        "principal_balance",
        figures.principalBalance(),
        "all unpaid principal, due or not",
        terms(facts.replay().items(), Part.PRINCIPAL));
  }

  private void days() {
    int days = figures.daysPastDue();
    String first = figures.firstOverdueOn() == Day.NONE ? "" : Day.format(figures.firstOverdueOn());
    said(
        "first_overdue_on",
        first,
        days == 0 ? "nothing is overdue" : Day.format(date) + " less days_past_due, plus 1");
    said("days_past_due", String.valueOf(days), daysSentence(days));
    said("days_delinquent", String.valueOf(figures.daysDelinquent()), delinquentSentence());
    said("bucket", "M" + figures.bucket(), bucketSentence());
    said(
        "instalments_overdue",
        String.valueOf(figures.instalmentsOverdue()),
        days == 0 ? "nothing is overdue" : numbers(facts.overdue()));
  }

  private String daysSentence(int days) {
    if (days == 0) {
      return "no instalment is overdue at the close of " + Day.format(date);
    }
    ItemTrace oldest =
        facts.overdue().stream()
            .reduce((a, b) -> b.item().dueOn() < a.item().dueOn() ? b : a)
            .orElseThrow(() -> new IllegalStateException("days past due without an instalment"));
    if (facts.replay().daysPastDue(oldest, date) != days) {
      throw new IllegalStateException("the oldest overdue instalment gives other days past due");
    }
    String clock =
        facts.rules().dpdClock() == DpdClock.DUE_DATE_IS_ONE ? " plus 1 (DUE_DATE_IS_ONE)" : "";
    return "oldest overdue: "
        + oldest.label()
        + "; "
        + Day.format(date)
        + " less "
        + Day.format(oldest.item().dueOn())
        + clock;
  }

  private String delinquentSentence() {
    boolean shifted = facts.rules().grace().meaning() == GraceMeaning.AGEING_ONLY;
    return shifted
        ? "days_past_due less "
            + facts.rules().grace().days()
            + " grace days, at least 0 (AGEING_ONLY)"
        : "equals days_past_due";
  }

  private String bucketSentence() {
    List<Integer> edges = facts.rules().buckets();
    int bucket = figures.bucket();
    if (bucket == 0) {
      return "days_delinquent is 0";
    }
    int from = bucket == 1 ? 1 : edges.get(bucket - 2) + 1;
    return bucket > edges.size()
        ? "from " + from + " days, beyond the last edge"
        : from + " to " + edges.get(bucket - 1) + " days";
  }

  private void amounts() {
    sum(
        "overdue_total",
        figures.overdueTotal(),
        "overdue principal, interest and fee, and all unpaid penalty",
        List.of(
            new Term("overdue_principal", figures.overduePrincipal()),
            new Term("overdue_interest", figures.overdueInterest()),
            new Term("overdue_fee", figures.overdueFee()),
            new Term("penalty_on_principal", figures.penaltyOnPrincipal()),
            new Term("penalty_on_interest", figures.penaltyOnInterest())));
    List<ItemTrace> overdue = facts.overdue();
    sum("overdue_principal", figures.overduePrincipal(), "", terms(overdue, Part.PRINCIPAL));
    sum("overdue_interest", figures.overdueInterest(), "", terms(overdue, Part.INTEREST));
    sum("overdue_fee", figures.overdueFee(), "", terms(overdue, Part.FEE));
  }

  private void ageing() {
    aged("principal_1_30", figures.principal1To30(), days -> days <= 30);
    aged("principal_31_60", figures.principal31To60(), days -> days > 30 && days <= 60);
    aged("principal_61_90", figures.principal61To90(), days -> days > 60 && days <= 90);
    aged("principal_91_180", figures.principal91To180(), days -> days > 90 && days <= 180);
    aged("principal_over_180", figures.principalOver180(), days -> days > 180);
  }

  private void aged(String key, long value, Predicate<Integer> age) {
    List<Term> terms =
        facts.overdue().stream()
            .filter(each -> age.test(facts.replay().daysPastDue(each, date)))
            .map(
                each ->
                    new Term(
                        each.label()
                            + ", "
                            + Words.days(facts.replay().daysPastDue(each, date))
                            + " past due",
                        each.unpaid(Part.PRINCIPAL, date)))
            .toList();
    sum(key, value, "", terms);
  }

  private void penalty() {
    sum(
        "penalty_on_principal",
        figures.penaltyOnPrincipal(),
        "charged and unpaid: section 5",
        penalties(Part.PENALTY_ON_PRINCIPAL));
    sum(
        "penalty_on_interest",
        figures.penaltyOnInterest(),
        "charged and unpaid: section 5",
        penalties(Part.PENALTY_ON_INTEREST));
    sum(
        "penalty_paid",
        figures.penaltyPaid(),
        "by repayments since disbursement, waivers not counted",
        facts.payments().stream()
            .map(each -> new Term("repayment " + each.movement().txnId(), each.penalty()))
            .toList());
  }

  private List<Term> penalties(Part part) {
    return facts.replay().items().stream()
        .map(each -> new Term(each.label(), each.unpaidPenalty(part, date)))
        .toList();
  }

  private List<Term> terms(List<ItemTrace> items, Part part) {
    return items.stream().map(each -> new Term(each.label(), each.unpaid(part, date))).toList();
  }

  private static String numbers(List<ItemTrace> items) {
    return String.join("; ", items.stream().map(ItemTrace::label).toList());
  }

  private void said(String key, String value, String because) {
    list.add(Figure.said(key, value, because));
  }

  private void sum(String key, long value, String because, List<Term> terms) {
    list.add(Figure.sum(key, value, because, terms));
  }
}
