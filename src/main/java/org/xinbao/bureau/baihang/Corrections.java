package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.PastRows;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.Restatement;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.baihang.BaihangConf.Deletion;
import org.xinbao.ledger.DecisionRow;

/**
 * What was told of a loan and is repeated, changed or taken back: after a rejection (rulings 3), by
 * a decision, where the institution says so without one (rulings 7), and when an adverse record is
 * deleted under retention (rulings 38).
 */
final class Corrections {

  private final Reporter reporter;
  private final ReportRequest request;
  private final BaihangConf conf;
  private final List<Restatement> restatements = new ArrayList<>();

  Corrections(Reporter reporter, ReportRequest request, BaihangConf conf) {
    this.reporter = reporter;
    this.request = request;
    this.conf = conf;
  }

  /**
   * A record that says otherwise than today's rows do for the same day.
   *
   * @param now what it should say; empty when it should not have been sent
   */
  private record Difference(ToldRecord told, Optional<LoanRecords.Ready> now) {}

  List<Restatement> restatements() {
    return List.copyOf(restatements);
  }

  /** Whether a decision or a repeat waits. */
  boolean isAsked() {
    Told told = reporter.told();
    return told.records().stream().anyMatch(ToldRecord::isRejected)
        || (!told.isGone() && !told.records().isEmpty() && !orders(told).isEmpty());
  }

  private List<Order> orders(Told told) {
    return Order.pending(request.decisions(), request.businessDate(), told.done());
  }

  /** Carries everything out. */
  void carryOut() {
    repeats();
    Told before = reporter.told();
    if (before.isGone()) {
      return;
    }
    List<Order> orders = orders(before);
    List<Difference> differences = differences(before, orders);
    for (Order each : orders) {
      carryOut(each, differences);
    }
    if (!reporter.told().isGone()) {
      if (conf.autoCorrect()) {
        fix(differences, Day.NONE, Integer.MAX_VALUE);
      }
      settlePast(before, differences);
      retention();
    }
  }

  /** Sends again what the bureau did not take, with the number that it had. */
  private void repeats() {
    for (ToldRecord each : reporter.told().records()) {
      if (each.isRejected()) {
        Optional<LoanRecords.Ready> now = each.isDeleted() ? Optional.empty() : recomputed(each);
        Optional<WhyHeld> problem = Optional.empty();
        if (now.isPresent()) {
          problem = change(each, now.get());
        } else if (each.op() == ToldRecord.Op.A) {
          reporter.told(reporter.told().without(each.event()));
        } else {
          problem = delete(each);
        }
        problem.ifPresent(why -> reporter.hold(each.day(), why));
      }
    }
  }

  /** While something told differs and is not corrected, the rows of then are remembered. */
  private void settlePast(Told before, List<Difference> differences) {
    if (differences.isEmpty()) {
      reporter.told(remember(reporter.told()));
    } else {
      reporter.told(reporter.told().withPast(before.pastOn(), before.past()));
      differences.forEach(this::restate);
    }
  }

  /** With the digest of the loan's rows as they are tonight. */
  Told remember(Told told) {
    return told.withPast(request.businessDate(), PastRows.digest(loan(), request.businessDate()));
  }

  private Loan loan() {
    return request.today().exported().loan();
  }

  private List<Difference> differences(Told before, List<Order> orders) {
    List<Difference> differences = new ArrayList<>();
    boolean changed =
        before.pastOn() != Day.NONE
            && !PastRows.digest(loan(), before.pastOn()).equals(before.past());
    boolean asked =
        orders.stream().anyMatch(each -> each.decision().kind() == DecisionRow.Kind.CORRECT);
    if (changed || asked) {
      for (ToldRecord each : before.records()) {
        if (!each.isDeleted()) {
          Optional<LoanRecords.Ready> now = recomputed(each);
          if (!now.map(LoanRecords.Ready::content).equals(Optional.of(each.content()))) {
            differences.add(new Difference(each, now));
          }
        }
      }
    }
    return differences;
  }

  /** What a record should say by today's rows; empty when it should not be there. */
  private Optional<LoanRecords.Ready> recomputed(ToldRecord told) {
    BureauLoan then = reporter.at(told.day());
    if (told.event().kind().isAccount()) {
      return reporter.records().problem(then).isPresent()
          ? Optional.empty()
          : Optional.of(reporter.records().account(then, told.event()));
    }
    return Term.of(then, told.event(), conf)
        .filter(term -> !term.isAdverse() || reporter.keptAt(told.day()).isPresent())
        .map(term -> reporter.records().term(then, told.event(), term));
  }

  private void carryOut(Order order, List<Difference> differences) {
    if (reporter.told().isGone()) {
      return;
    }
    Optional<WhyHeld> problem = Optional.empty();
    if (!order.readable()) {
      problem = Optional.of(HeldCode.BAIHANG_DECISION_UNREADABLE.reason());
    } else {
      problem =
          switch (order.decision().kind()) {
            case CORRECT -> fix(differences, order.from(), order.to());
            case DELETE_PERIOD -> deletePeriod(order);
            case DELETE_ACCOUNT -> deleteAll();
            default -> Optional.of(HeldCode.BAIHANG_NO_RENAME.reason());
          };
    }
    if (problem.isPresent()) {
      reporter.hold(problem.get());
    } else {
      reporter.told(reporter.told().withDone(order.key()));
    }
  }

  /** Changes or deletes what differs of a span of days, and takes it off the list. */
  private Optional<WhyHeld> fix(List<Difference> differences, int from, int to) {
    for (Difference each : List.copyOf(differences)) {
      int day = each.told().day();
      if (from <= day && day <= to) {
        Optional<WhyHeld> problem =
            each.now().isPresent() ? change(each.told(), each.now().get()) : forget(each.told());
        if (problem.isPresent()) {
          return problem;
        }
        differences.remove(each);
      }
    }
    return Optional.empty();
  }

  private Optional<WhyHeld> change(ToldRecord told, LoanRecords.Ready now) {
    return again(told, now, ToldRecord.Op.M, now.content());
  }

  private Optional<WhyHeld> again(
      ToldRecord told, LoanRecords.Ready ready, ToldRecord.Op op, String content) {
    int place = reporter.sending().place(ready.draft().type(), told.day());
    return reporter.send(
        told.sentAgain(request.businessDate(), request.version(), place, op, content), ready);
  }

  /** Takes a record back; that it was told is remembered, so that it is not told again. */
  private Optional<WhyHeld> delete(ToldRecord told) {
    if (conf.deletion() == Deletion.HOLD) {
      return Optional.of(HeldCode.BAIHANG_NO_DELETION.reason());
    }
    return again(told, reporter.sending().deletion(told.event()), ToldRecord.Op.D, "");
  }

  /** Takes a record back and forgets it. */
  private Optional<WhyHeld> forget(ToldRecord told) {
    Optional<WhyHeld> problem = delete(told);
    if (problem.isEmpty()) {
      reporter.told(reporter.told().without(told.event()));
    }
    return problem;
  }

  private Optional<WhyHeld> deletePeriod(Order order) {
    for (ToldRecord each : reporter.told().records()) {
      boolean term = !each.event().kind().isAccount();
      if (term && order.concerns(each.day()) && !each.isDeleted()) {
        Optional<WhyHeld> problem = delete(each);
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<WhyHeld> deleteAll() {
    for (ToldRecord each : reporter.told().records()) {
      Optional<WhyHeld> problem = each.isDeleted() ? Optional.empty() : delete(each);
      if (problem.isPresent()) {
        return problem;
      }
    }
    reporter.told(reporter.told().deleted());
    return Optional.empty();
  }

  /** Takes back and forgets what was told of adverse records that are no longer kept. */
  private void retention() {
    for (ToldRecord each : reporter.told().records()) {
      if (!each.event().kind().isAccount() && isExpired(each)) {
        Optional<WhyHeld> problem = Optional.empty();
        if (each.isDeleted()) {
          reporter.told(reporter.told().without(each.event()));
        } else {
          problem = forget(each);
        }
        if (problem.isPresent()) {
          reporter.hold(problem.get());
          return;
        }
      }
    }
  }

  /** Whether it tells of a day of an adverse record that has ended and is deleted. */
  private boolean isExpired(ToldRecord told) {
    return request.today().assessment().adverseRecords().stream()
        .filter(each -> each.endedOn() != Day.NONE)
        .filter(
            each -> Reporter.covers(each, told.day()) || Reporter.covers(each, told.event().on()))
        .anyMatch(each -> !reporter.isKept(each));
  }

  private void restate(Difference difference) {
    ToldRecord told = difference.told();
    Optional<LoanRecords.Ready> now = difference.now();
    String loanId = request.today().exported().loanId();
    if (told.event().kind().isAccount()) {
      restatements.add(
          new Restatement(
              loanId,
              told.day(),
              "account",
              told.content(),
              now.map(LoanRecords.Ready::content).orElse("")));
      return;
    }
    for (Term.Change each :
        Term.changes(told.content(), now.map(LoanRecords.Ready::content).orElse(""))) {
      restatements.add(new Restatement(loanId, told.day(), each.field(), each.told(), each.now()));
    }
  }
}
