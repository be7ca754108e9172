package org.xinbao.bureau.zhima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.PastRows;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.Restatement;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.zhima.ZhimaConf.RectifyDate;
import org.xinbao.ledger.DecisionRow;

/**
 * What was told of a loan and is taken back or changed: by a decision, where the institution says
 * so without one (rulings 7), and when an adverse record is deleted under retention (rulings 38).
 */
final class Rectifications {

  private final Reporter reporter;
  private final ReportRequest request;
  private final ZhimaConf conf;
  private final List<Restatement> restatements = new ArrayList<>();

  Rectifications(Reporter reporter, ReportRequest request, ZhimaConf conf) {
    this.reporter = reporter;
    this.request = request;
    this.conf = conf;
  }

  /**
   * A stage that was told otherwise than today's rows show it for the day it was told for.
   *
   * @param now the stage as it should have been told; empty when nothing was to be told
   */
  private record Difference(ToldStage told, Optional<ToldStage> now) {}

  List<Restatement> restatements() {
    return List.copyOf(restatements);
  }

  /** Whether a decision waits. */
  boolean isAsked(Told told) {
    return !Order.pending(request.decisions(), request.businessDate(), told.done()).isEmpty();
  }

  /** Carries everything out and gives what the bureau then knows. */
  Told carryOut(Told before) {
    reporter.told(before);
    if (before.gone()) {
      return before;
    }
    List<Order> orders = Order.pending(request.decisions(), request.businessDate(), before.done());
    List<Difference> differences = differences(before, orders);
    for (Order each : orders) {
      carryOut(each, differences);
    }
    if (!reporter.told().gone()) {
      if (conf.autoCorrect()) {
        fix(differences, Day.NONE, Integer.MAX_VALUE);
      }
      settlePast(before, differences);
      retention();
    }
    return reporter.told();
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
      for (ToldStage each : before.stages()) {
        difference(each).ifPresent(differences::add);
      }
    }
    return differences;
  }

  private Optional<Difference> difference(ToldStage told) {
    if (told.status() == SceneStatus.PAID_OUT || told.status() == SceneStatus.DELETED) {
      return Optional.empty();
    }
    BureauLoan then =
        told.bizDate() == request.businessDate()
            ? request.today()
            : request.asOf().apply(told.bizDate());
    Optional<ToldStage> now =
        Figures.statusOf(told, then)
            .map(status -> stage(told, status, Figures.of(then, status, conf)))
            .filter(each -> each.status() != SceneStatus.DEFAULTED || isKept(each));
    boolean same =
        now.isPresent()
            && now.get().status() == told.status()
            && now.get().overdueAmt() == told.overdueAmt()
            && now.get().ovdDate() == told.ovdDate();
    return same ? Optional.empty() : Optional.of(new Difference(told, now));
  }

  private static ToldStage stage(ToldStage told, SceneStatus status, Figures figures) {
    boolean defaulted = status == SceneStatus.DEFAULTED;
    int began = defaulted && told.overdueFrom() == Day.NONE ? told.bizDate() : told.overdueFrom();
    return new ToldStage(
        told.stageOn(), status, told.bizDate(), figures.overdueAmt(), figures.ovdDate(), began);
  }

  private boolean isKept(ToldStage stage) {
    return request.today().adverse().stream()
        .anyMatch(each -> covers(each.record(), stage.overdueFrom()));
  }

  private static boolean covers(AdverseRecord record, int day) {
    return record.overdueFrom() <= day && (record.endedOn() == Day.NONE || day <= record.endedOn());
  }

  private void carryOut(Order order, List<Difference> differences) {
    if (reporter.told().gone()) {
      return;
    }
    Optional<WhyHeld> problem = Optional.empty();
    if (!order.readable()) {
      problem = Optional.of(HeldCode.ZHIMA_DECISION_UNREADABLE.reason());
    } else {
      problem =
          switch (order.decision().kind()) {
            case CORRECT -> fix(differences, order.from(), order.to());
            case DELETE_PERIOD -> deletePeriod(order);
            case DELETE_ACCOUNT -> deleteAll();
            default -> Optional.of(HeldCode.ZHIMA_NO_RENAME.reason());
          };
    }
    if (problem.isPresent()) {
      reporter.hold(problem.get());
    } else {
      reporter.told(reporter.told().withDone(order.key()));
    }
  }

  /** Changes or deletes what differs of a span of stages, and takes it off the list. */
  private Optional<WhyHeld> fix(List<Difference> differences, int from, int to) {
    for (Difference each : List.copyOf(differences)) {
      int stageOn = each.told().stageOn();
      if (from <= stageOn && stageOn <= to) {
        Optional<WhyHeld> problem = fix(each);
        if (problem.isPresent()) {
          return problem;
        }
        differences.remove(each);
      }
    }
    return Optional.empty();
  }

  private Optional<WhyHeld> fix(Difference difference) {
    if (difference.now().isEmpty()) {
      Optional<WhyHeld> problem = deleteOne(difference.told());
      if (problem.isEmpty()) {
        reporter.told(reporter.told().without(difference.told().stageOn()));
      }
      return problem;
    }
    ToldStage now = difference.now().get();
    Figures figures = new Figures(now.overdueAmt(), now.ovdDate(), 0);
    Optional<WhyHeld> problem =
        rectify(
            FeedbackRecord.of(
                request.today(), now, figures, rectifyDate(now), Rectify.CHANGE, conf));
    if (problem.isEmpty()) {
      reporter.told(reporter.told().with(now));
    }
    return problem;
  }

  private Optional<WhyHeld> deletePeriod(Order order) {
    for (ToldStage each : reporter.told().stages()) {
      if (order.concerns(each.stageOn()) && each.status() != SceneStatus.DELETED) {
        Optional<WhyHeld> problem = deleteOne(each);
        if (problem.isPresent()) {
          return problem;
        }
        reporter.told(
            reporter
                .told()
                .with(
                    new ToldStage(
                        each.stageOn(),
                        SceneStatus.DELETED,
                        each.bizDate(),
                        0,
                        Day.NONE,
                        Day.NONE)));
      }
    }
    return Optional.empty();
  }

  private Optional<WhyHeld> deleteAll() {
    if (!reporter.told().stages().isEmpty()) {
      int today = request.businessDate();
      Optional<WhyHeld> problem =
          rectify(
              FeedbackRecord.deletion(request.today(), Day.NONE, today, Rectify.DELETE_ALL, conf));
      if (problem.isPresent()) {
        return problem;
      }
    }
    reporter.told(reporter.told().deleted());
    return Optional.empty();
  }

  private Optional<WhyHeld> deleteOne(ToldStage stage) {
    return rectify(
        FeedbackRecord.deletion(
            request.today(), stage.stageOn(), rectifyDate(stage), Rectify.DELETE_ONE, conf));
  }

  private int rectifyDate(ToldStage stage) {
    return conf.rectifyDate() == RectifyDate.ORIGINAL ? stage.bizDate() : request.businessDate();
  }

  private Optional<WhyHeld> rectify(FeedbackRecord record) {
    return conf.template() == Template.V1
        ? Optional.of(HeldCode.ZHIMA_NO_RECTIFICATION.reason())
        : reporter.send(record);
  }

  /** Deletes what was told of adverse records that are no longer kept. */
  private void retention() {
    List<ToldStage> expired = reporter.told().stages().stream().filter(this::isExpired).toList();
    if (expired.isEmpty()) {
      return;
    }
    boolean nothingKept =
        reporter.told().stages().stream()
            .filter(each -> each.overdueFrom() != Day.NONE)
            .allMatch(expired::contains);
    Optional<WhyHeld> problem = Optional.empty();
    if (reporter.told().settlement().isPresent() && nothingKept) {
      problem = deleteAll();
    } else {
      for (ToldStage each : expired) {
        problem = problem.isPresent() ? problem : deleteOne(each);
        if (problem.isEmpty()) {
          reporter.told(reporter.told().without(each.stageOn()));
        }
      }
    }
    problem.ifPresent(reporter::hold);
  }

  /** Whether a default was told whose adverse record has ended and is deleted. */
  private boolean isExpired(ToldStage stage) {
    int day = stage.overdueFrom();
    return day != Day.NONE
        && stage.status() != SceneStatus.DEFAULTED
        && !isKept(stage)
        && request.today().assessment().adverseRecords().stream()
            .anyMatch(each -> each.endedOn() != Day.NONE && covers(each, day));
  }

  private void restate(Difference difference) {
    ToldStage told = difference.told();
    Optional<ToldStage> now = difference.now();
    restate(told, "scene_status", status(told), now.map(Rectifications::status));
    if (now.isPresent() && now.get().status() == told.status()) {
      restate(told, "overdue_amt", amount(told), now.map(Rectifications::amount));
      restate(
          told,
          "gmt_ovd_date",
          Day.format(told.ovdDate()),
          now.map(each -> Day.format(each.ovdDate())));
    }
  }

  private void restate(ToldStage told, String field, String reported, Optional<String> now) {
    String recomputed = now.orElse("");
    if (!recomputed.equals(reported)) {
      restatements.add(
          new Restatement(
              request.today().exported().loanId(), told.bizDate(), field, reported, recomputed));
    }
  }

  private static String status(ToldStage stage) {
    return String.valueOf(stage.status().code());
  }

  private static String amount(ToldStage stage) {
    return Cents.format(stage.overdueAmt());
  }
}
