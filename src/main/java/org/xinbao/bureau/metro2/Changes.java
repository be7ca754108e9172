package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.PastRows;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.Restatement;
import org.xinbao.bureau.WhyHeld;

/**
 * What was reported and is changed or taken back: by a decision, or where the institution says so
 * without one (rulings 7). The latest report is replaced by one with the correction indicator,
 * whose payment history puts the earlier months right.
 */
final class Changes {

  private final Reporter reporter;
  private final ReportRequest request;
  private final Metro2Conf conf;
  private final int today;
  private final List<Restatement> restatements = new ArrayList<>();

  Changes(Reporter reporter, ReportRequest request, Metro2Conf conf) {
    this.reporter = reporter;
    this.request = request;
    this.conf = conf;
    this.today = request.businessDate();
  }

  List<Restatement> restatements() {
    return List.copyOf(restatements);
  }

  /** Whether what was reported is what today's rows say. */
  boolean isSettled() {
    return restatements.isEmpty();
  }

  /** Carries everything out and gives what the bureaux then know. */
  Told carryOut(Told before) {
    reporter.told(before);
    boolean changed = false;
    for (Order each : Order.pending(request.decisions(), today, before.done())) {
      Optional<WhyHeld> problem =
          each.readable()
              ? carryOut(each)
              : Optional.of(HeldCode.METRO2_DECISION_UNREADABLE.reason());
      if (problem.isPresent()) {
        reporter.hold(problem.get(), today);
      } else {
        reporter.told(reporter.told().withDone(each.key()));
        changed = true;
      }
    }
    if (!changed && hasChanged(before)) {
      compare(before);
    }
    return reporter.told();
  }

  private Optional<WhyHeld> carryOut(Order order) {
    return switch (order.decision().kind()) {
      case CORRECT -> correct();
      case DELETE_PERIOD -> deletePeriod(order);
      case DELETE_ACCOUNT -> delete(order.deletion());
      case RENAME_ACCOUNT -> rename(order.number());
      default -> throw new IllegalStateException("not an order: " + order.decision());
    };
  }

  private boolean hasChanged(Told before) {
    return before.isReported()
        && !before.isDeleted()
        && before.pastOn() != Day.NONE
        && !PastRows.digest(request.today().exported().loan(), before.pastOn())
            .equals(before.past());
  }

  private BureauLoan at(int day) {
    return day == today ? request.today() : request.asOf().apply(day);
  }

  /** The latest report as today's rows have it: nothing of the old one is gone by. */
  private Account again(Told before) {
    Told plain =
        new Told(
            before.account(),
            before.next(),
            before.period(),
            before.status(),
            before.rating(),
            profileAgain(before),
            Day.NONE,
            Day.NONE,
            before.balance(),
            before.pastDue(),
            before.highest(),
            before.chargeOff(),
            before.condition(),
            before.bankruptOn(),
            before.pastOn(),
            before.past(),
            before.done());
    return new AccountFigures(
            at(before.period()), before.period(), plain, reporter.product(), request.asOf())
        .report();
  }

  /** The months that were reported, recomputed; those that were not stay as they are. */
  private String profileAgain(Told before) {
    StringBuilder profile = new StringBuilder(before.profile());
    int month = Day.firstOfMonth(before.period());
    for (int i = 0; i < History.MONTHS; i++) {
      int day = month - 1;
      month = Day.firstOfMonth(day);
      boolean reported =
          profile.charAt(i) != History.BEFORE && profile.charAt(i) != History.UNKNOWN;
      if (reported && day >= request.today().exported().loan().openedOn()) {
        Account then =
            new AccountFigures(at(day), day, Told.NOTHING, reporter.product(), request.asOf())
                .report();
        boolean nothingOwed = reporter.product().portfolio().isRevolving() && then.balance() == 0;
        profile.setCharAt(i, then.status().historyCode(then.rating(), nothingOwed));
      }
    }
    return profile.toString();
  }

  private Optional<WhyHeld> correct() {
    Told told = reporter.told();
    if (!told.isReported() || told.isDeleted()) {
      return Optional.of(HeldCode.METRO2_NOT_REPORTED.reason());
    }
    Optional<WhyHeld> problem = reporter.send(again(told), told.period(), true);
    if (problem.isEmpty()) {
      reporter.told(reporter.remember(reporter.told()));
    }
    return problem;
  }

  private Optional<WhyHeld> deletePeriod(Order order) {
    Told told = reporter.told();
    if (!told.isReported() || told.isDeleted()) {
      return Optional.of(HeldCode.METRO2_NOT_REPORTED.reason());
    }
    reporter.told(
        told.withProfile(History.without(told.profile(), told.period(), order.from(), order.to())));
    Account account =
        new AccountFigures(
                at(told.period()),
                told.period(),
                reporter.told(),
                reporter.product(),
                request.asOf())
            .report();
    Optional<WhyHeld> problem = reporter.send(account, told.period(), true);
    if (problem.isPresent()) {
      reporter.told(told);
    }
    return problem;
  }

  private Optional<WhyHeld> delete(Status how) {
    Told told = reporter.told();
    if (told.isDeleted()) {
      return Optional.empty();
    }
    if (!told.isReported()) {
      reporter.told(told.deleted(how));
      return Optional.empty();
    }
    Account account = reporter.account(request.today(), today).deletion(how, today);
    return reporter.send(account, today, false);
  }

  private Optional<WhyHeld> rename(String number) {
    Told told = reporter.told();
    if (request.accountIds().isOthers(number, request.today().exported().loanId())) {
      return Optional.of(HeldCode.METRO2_DECISION_UNREADABLE.reason());
    }
    if (!told.isReported()) {
      reporter.told(told.withAccount(number));
      return Optional.empty();
    }
    if (told.isEnded()) {
      return Optional.of(HeldCode.METRO2_ACCOUNT_ENDED.reason());
    }
    reporter.told(told.withNext(number));
    return Optional.empty();
  }

  /** Lists what the latest report would show otherwise; corrects it where that is wished. */
  private void compare(Told before) {
    Account now = again(before);
    if (conf.autoCorrect() && differs(before, now)) {
      Optional<WhyHeld> problem = reporter.send(now, before.period(), true);
      if (problem.isEmpty()) {
        reporter.told(reporter.remember(reporter.told()));
        return;
      }
      reporter.hold(problem.get(), today);
    }
    restate(before, "account_status", before.status(), now.status().code());
    restate(before, "payment_history", before.profile(), now.profile());
    restate(before, "current_balance", before.balance() + "", now.balance() + "");
    restate(before, "amount_past_due", before.pastDue() + "", now.pastDue() + "");
    restate(before, "date_first_delinquency", Day.format(before.dofd()), Day.format(now.dofd()));
    if (restatements.isEmpty()) {
      reporter.told(reporter.remember(reporter.told()));
    }
  }

  private static boolean differs(Told before, Account now) {
    return !before.status().equals(now.status().code())
        || !before.profile().equals(now.profile())
        || before.balance() != now.balance()
        || before.pastDue() != now.pastDue()
        || before.dofd() != now.dofd();
  }

  private void restate(Told before, String field, String reported, String now) {
    if (!reported.equals(now)) {
      restatements.add(
          new Restatement(
              request.today().exported().loanId(), before.period(), field, reported, now));
    }
  }
}
