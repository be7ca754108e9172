package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.RateChange;
import org.xinbao.ledger.GroupRows.Placed;

/**
 * Makes a {@link LoanGroup} of gathered rows. Nothing in it depends on the order of the rows in the
 * files but line numbers.
 */
final class GroupBuilder {

  private static final Comparator<Reject> REJECT_ORDER =
      Comparator.comparing(Reject::file)
          .thenComparingLong(Reject::line)
          .thenComparing(Reject::column)
          .thenComparing(Reject::code)
          .thenComparing(Reject::message);
  private static final Comparator<NoticeRow> NOTICE_ORDER =
      Comparator.comparingInt(NoticeRow::sentOn).thenComparing(NoticeRow::channel);
  private static final Comparator<ContactRow> CONTACT_ORDER =
      Comparator.comparing(ContactRow::contactedAt)
          .thenComparing(ContactRow::channel)
          .thenComparing(ContactRow::connected);
  private static final Comparator<GuaranteeRow> GUARANTEE_ORDER =
      Comparator.comparing(GuaranteeRow::partyKind)
          .thenComparing(GuaranteeRow::role)
          .thenComparing(GuaranteeRow::name)
          .thenComparing(GuaranteeRow::idType)
          .thenComparing(GuaranteeRow::idNumber)
          .thenComparingLong(GuaranteeRow::amount)
          .thenComparing(GuaranteeRow::contractId)
          .thenComparing(GuaranteeRow::joint)
          .thenComparing(GuaranteeRow::ecoa)
          .thenComparingLong(GuaranteeRow::line);

  private final LoanChecks checks;
  private final DecisionChecks decisionChecks = new DecisionChecks();

  GroupBuilder(int businessDate) {
    this.checks = new LoanChecks(businessDate);
  }

  LoanGroup build(GroupRows group) {
    List<DecisionRow> decisions = decisionChecks.unique(group);
    List<NoticeRow> notices = distinct(values(group.notices), NOTICE_ORDER);
    SideLines lines = SideLines.of(group);
    if (group.loanLines.isEmpty()) {
      return new RowsWithoutLoan(group.loanId(), rejects(group), notices, decisions, lines);
    }
    if (group.loanLines.size() > 1) {
      LoanChecks.rejectRepeated(group);
    } else if (!group.loans.isEmpty()) {
      checks.check(group);
    }
    if (group.isFatal()) {
      return new RejectedLoan(group.loanId(), rejects(group), notices, decisions, lines);
    }
    return exported(group, notices, decisions, lines);
  }

  private static <T> List<T> distinct(List<T> rows, Comparator<? super T> order) {
    return rows.isEmpty() ? List.of() : rows.stream().sorted(order).distinct().toList();
  }

  private static List<Reject> rejects(GroupRows group) {
    if (group.rejects.size() > 1) {
      group.rejects.sort(REJECT_ORDER);
    }
    return group.rejects;
  }

  private static ExportedLoan exported(
      GroupRows group, List<NoticeRow> notices, List<DecisionRow> decisions, SideLines lines) {
    group.guarantees.sort(GUARANTEE_ORDER);
    group.details.sort(Comparator.comparing(MovementDetail::txnId));
    return new ExportedLoan(
        group.loans.get(0),
        loan(group),
        RowLines.of(group.movements.stream().mapToLong(Placed::line).toArray()),
        group.details,
        group.guarantees,
        distinct(group.collateral, Comparator.naturalOrder()),
        group.facility(),
        group.isBorrowerListed(),
        group.borrower(),
        notices,
        decisions,
        group.contacts.isEmpty()
            ? List.of()
            : group.contacts.stream().sorted(CONTACT_ORDER).toList(),
        rejects(group),
        lines);
  }

  private static Loan loan(GroupRows group) {
    GroupRows.Terms terms = group.terms.get(0);
    List<Instalment> schedule = values(group.instalments);
    for (int i = 1; i < schedule.size(); i++) {
      if (Instalment.ORDER.compare(schedule.get(i - 1), schedule.get(i)) > 0) {
        schedule.sort(Instalment.ORDER);
        break;
      }
    }
    List<Movement> movements = values(group.movements);
    List<RateChange> rates = values(group.rates);
    return new Loan(
        group.loanId(),
        terms.openedOn(),
        terms.maturesOn(),
        terms.principal(),
        terms.annualRateE10(),
        terms.status(),
        terms.closedOn(),
        schedule,
        movements,
        rates);
  }

  private static <T> List<T> values(List<Placed<T>> placed) {
    List<T> values = new ArrayList<>(placed.size());
    for (Placed<T> row : placed) {
      values.add(row.value());
    }
    return values;
  }
}
