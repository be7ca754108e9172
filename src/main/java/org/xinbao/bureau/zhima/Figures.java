package org.xinbao.bureau.zhima;

import java.util.Comparator;
import java.util.Optional;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.zhima.ZhimaConf.OvdDate;
import org.xinbao.bureau.zhima.ZhimaConf.OverdueAmt;

/**
 * What a record about a default says, at the close of its {@code biz_date}.
 *
 * @param overdueAmt cents
 * @param ovdDate the beginning of the default (epoch day)
 * @param days days past due
 */
record Figures(long overdueAmt, int ovdDate, int days) {

  /** Not in default. */
  static final Figures NONE = new Figures(0, Day.NONE, 0);

  static Figures of(BureauLoan loan, SceneStatus status, ZhimaConf conf) {
    if (status != SceneStatus.DEFAULTED) {
      return NONE;
    }
    Assessment assessment = loan.assessment();
    int day = assessment.businessDate();
    int dueOn =
        loan.instalments().get().stream()
            .filter(each -> each.isOverdue(day))
            .map(InstalmentPosition::dueOn)
            .min(Comparator.naturalOrder())
            .orElse(Day.NONE);
    long amount =
        conf.overdueAmt() == OverdueAmt.WITH_PENALTY
            ? assessment.overdueTotal()
            : Math.addExact(assessment.overduePrincipal(), assessment.overdueInterest());
    boolean shifted = dueOn != Day.NONE && conf.ovdDate() == OvdDate.DAY_AFTER;
    return new Figures(amount, shifted ? dueOn + 1 : dueOn, assessment.daysPastDue());
  }

  /**
   * The day of settlement, none while the loan is not settled: closed, or written off and nothing
   * owed any more.
   */
  static int settledOn(BureauLoan loan) {
    Assessment assessment = loan.assessment();
    boolean closed =
        assessment.accountStatus() == AccountStatus.CLOSED && assessment.daysPastDue() == 0;
    if (closed) {
      return loan.exported().loan().closedOn();
    }
    return assessment.accountStatus() == AccountStatus.WRITTEN_OFF
        ? assessment.nothingOwedFrom()
        : Day.NONE;
  }

  /**
   * The status that a stage truly had at the close of the day the loan is given for; empty when
   * there was nothing to tell of it.
   */
  static Optional<SceneStatus> statusOf(ToldStage told, BureauLoan loan) {
    int day = loan.assessment().businessDate();
    return switch (told.status()) {
      case PAID_OUT, DELETED -> Optional.of(told.status());
      case SETTLED ->
          settledOn(loan) == told.stageOn() ? Optional.of(told.status()) : Optional.empty();
      case DEFAULTED, PERFORMED ->
          Stage.of(loan.instalments().get()).stream()
              .filter(each -> each.dueOn() == told.stageOn())
              .findFirst()
              .flatMap(stage -> statusOf(stage, day));
    };
  }

  private static Optional<SceneStatus> statusOf(Stage stage, int day) {
    if (stage.isOverdue(day)) {
      return Optional.of(SceneStatus.DEFAULTED);
    }
    return stage.isPaid() ? Optional.of(SceneStatus.PERFORMED) : Optional.empty();
  }
}
