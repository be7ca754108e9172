package org.xinbao.job;

import java.util.List;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ReportResult;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;

/**
 * A borrower who must be told before a loan can be reported as adverse (征信业管理条例 art. 15); a row of
 * {@code notices-to-send.csv}.
 *
 * @param overdueFrom the first overdue day of the present adverse record (epoch day)
 * @param sendBy the last day on which the notice is in time for a report that it can still reach
 */
record NoticeToSend(String loanId, String bureau, int overdueFrom, int sendBy, State state) {

  static final List<String> COLUMNS =
      List.of("loan_id", "bureau", "overdue_from", "send_by", "state");

  /** The name of {@link State#LATE}. */
  static final String LATE = State.LATE.name();

  private static final String NO_NOTICE = "NO_NOTICE";

  /** Settlement days are at most a month apart. */
  private static final int DAYS_AHEAD = 70;

  /** Whether the notice comes in time. */
  enum State {
    /** It is in time for the next report when it is sent by the day named. */
    TO_SEND,
    /** A report waits for it already, or the next one cannot be reached any more. */
    LATE
  }

  /** The notice that the loan lacks for a bureau, given what the bureau has just answered. */
  static NoticeToSend of(Bureau bureau, BureauLoan loan, ReportResult result, int businessDate) {
    int next = settlementAfter(bureau, businessDate);
    int reachable = next > businessDate + 1 ? next : settlementAfter(bureau, next);
    boolean waits =
        result.queue().stream().anyMatch(each -> each.code().equals(NO_NOTICE))
            || result.warnings().stream().anyMatch(each -> each.code().equals(NO_NOTICE));
    return new NoticeToSend(
        loan.exported().loanId(),
        bureau.name(),
        overdueFrom(loan, businessDate),
        reachable - 1,
        waits || next != reachable ? State.LATE : State.TO_SEND);
  }

  /** The next settlement day; a bureau that has none is reported to every day. */
  private static int settlementAfter(Bureau bureau, int day) {
    for (int next = day + 1; next <= day + DAYS_AHEAD; next++) {
      if (bureau.isSettlementDay(next)) {
        return next;
      }
    }
    return day + 1;
  }

  private static int overdueFrom(BureauLoan loan, int businessDate) {
    Assessment assessment = loan.assessment();
    return Retention.latest(loan.adverse())
        .map(RetainedRecord::record)
        .filter(each -> each.endedOn() == Day.NONE)
        .map(each -> each.overdueFrom())
        .orElse(
            assessment.firstOverdueOn() == Day.NONE ? businessDate : assessment.firstOverdueOn());
  }
}
