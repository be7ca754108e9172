package org.xinbao.bureau.zhima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.zhima.ZhimaConf.Prepaid;

/**
 * What has happened to a loan that the bureau was not told yet: a pure function of where its
 * instalments stand and of what was told.
 *
 * <p>An instalment that becomes overdue is told as 1 once, one that is paid as 0; the payout as 6,
 * the settlement as 2, which stands for the instalments due that day or later. What happened after
 * the last night, or waits in the queue, is told with its own day; what came to be known late is
 * told as of tonight, and so is what happened before a stage was told last. Of a loan that was
 * never told, its payout and present arrears are told, not its past.
 *
 * @param businessDate epoch day
 * @param first whether the loan is looked at for the first time
 * @param queued days whose events wait to be told as of those days
 * @param settledOn the day of settlement, or none
 */
record Events(
    int businessDate,
    boolean first,
    Told told,
    Set<Integer> queued,
    List<Stage> stages,
    int openedOn,
    int settledOn,
    Prepaid prepaid) {

  Events {
    queued = Set.copyOf(queued);
    stages = List.copyOf(stages);
  }

  /** What is to be told, in the order of telling. */
  List<Due> decide() {
    List<Due> due = new ArrayList<>();
    boolean closedUntold =
        told.stages().isEmpty() && isSettled() && !isNew(settledOn) && !queued.contains(settledOn);
    if (told.gone() || closedUntold) {
      return due;
    }
    payout(due);
    for (Stage each : stages) {
      stage(each, due);
    }
    if (isSettled() && told.settlement().isEmpty() && settledOn >= firstDay()) {
      due.add(due(settledOn, SceneStatus.SETTLED, settledOn));
    }
    due.sort(Due.ORDER);
    return due;
  }

  private boolean isSettled() {
    return settledOn != Day.NONE;
  }

  private int firstDay() {
    return told.knownBefore();
  }

  private void payout(List<Due> due) {
    if (!told.isPaidOutTold() && openedOn >= firstDay() && told.find(openedOn).isEmpty()) {
      due.add(new Due(openedOn, SceneStatus.PAID_OUT, openedOn, openedOn));
    }
  }

  private void stage(Stage stage, List<Due> due) {
    Optional<SceneStatus> last = told.find(stage.dueOn()).map(ToldStage::status);
    if (last.equals(Optional.of(SceneStatus.DELETED))) {
      return;
    }
    boolean toldDefault = last.equals(Optional.of(SceneStatus.DEFAULTED));
    if (stage.isOverdue(businessDate)) {
      if (!toldDefault && stage.overdueFrom() >= firstDay()) {
        due.add(due(stage.dueOn(), SceneStatus.DEFAULTED, stage.overdueFrom()));
      }
      return;
    }
    if (last.isEmpty() && stage.wasOverdue(businessDate) && hasOwnDay(stage.overdueFrom())) {
      due.add(due(stage.dueOn(), SceneStatus.DEFAULTED, stage.overdueFrom()));
      toldDefault = true;
    }
    performed(stage, toldDefault, last.isPresent(), due);
  }

  private void performed(Stage stage, boolean toldDefault, boolean isTold, List<Due> due) {
    if (!stage.isPaid()) {
      return;
    }
    boolean early = prepaid == Prepaid.WHEN_DUE && stage.paidOn() < stage.dueOn();
    int on = early ? stage.dueOn() : stage.paidOn();
    boolean coveredBySettlement = isSettled() && stage.dueOn() >= settledOn;
    boolean fresh = !isTold && on <= businessDate && hasOwnDay(on) && !coveredBySettlement;
    if (toldDefault || fresh) {
      due.add(due(stage.dueOn(), SceneStatus.PERFORMED, on));
    }
  }

  private boolean isNew(int day) {
    return first ? day == businessDate : day > told.through();
  }

  /** Whether what happened that day is told with the figures of that day. */
  private boolean hasOwnDay(int day) {
    return day >= firstDay() && day <= businessDate && (isNew(day) || queued.contains(day));
  }

  private Due due(int stageOn, SceneStatus status, int on) {
    int last = told.find(stageOn).map(ToldStage::bizDate).orElse(Day.NONE);
    return new Due(stageOn, status, on, hasOwnDay(on) && on > last ? on : businessDate);
  }
}
