package org.xinbao.bureau.pboc;

import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;

/**
 * The figures of a 210 record, a function of the assessment (contract section 5, rulings 9).
 * Amounts in whole yuan, each rounded half up; days as epoch days.
 *
 * @param acctStatus AcctStatus
 * @param totOverd TotOverd, and so on by the names of the items
 * @param aged the four ageing items, 31–60 days to over 180 days
 * @param closeDate none unless the account is closed
 */
record AccountFigures(
    String acctStatus,
    long acctBal,
    long remRepPrd,
    int fiveCate,
    int fiveCateAdjDate,
    char rpyStatus,
    long overdPrd,
    long totOverd,
    long overdPrinc,
    Aged aged,
    long curRpyAmt,
    long actRpyAmt,
    long latRpyAmt,
    int latRpyDate,
    int closeDate) {

  static final String NORMAL = "1";
  private static final String OVERDUE = "2";
  static final String CLOSED = "3";
  private static final String BAD_DEBT = "41";
  private static final String WRITTEN_OFF = "42";

  /** Unpaid principal of instalments by their own age. */
  record Aged(long from31, long from61, long from91, long over180) {

    private static final Aged NONE = new Aged(0, 0, 0, 0);

    /** The four amounts in yuan; what rounding adds above {@code limit} comes off the largest. */
    static Aged of(Assessment figures, long limit) {
      long[] yuan = {
        Cents.toYuan(figures.principal31To60()),
        Cents.toYuan(figures.principal61To90()),
        Cents.toYuan(figures.principal91To180()),
        Cents.toYuan(figures.principalOver180())
      };
      long excess = yuan[0] + yuan[1] + yuan[2] + yuan[3] - limit;
      while (excess > 0) {
        int largest = 0;
        for (int i = 1; i < yuan.length; i++) {
          if (yuan[i] > yuan[largest]) {
            largest = i;
          }
        }
        long part = Math.min(excess, yuan[largest]);
        yuan[largest] -= part;
        excess -= part;
      }
      return new Aged(yuan[0], yuan[1], yuan[2], yuan[3]);
    }
  }

  /** Whether the account is closed for the bureau, hence in need of its closing record. */
  static boolean isClosed(Assessment figures) {
    return switch (figures.accountStatus()) {
      case CLOSED, TRANSFERRED -> true;
      case WRITTEN_OFF -> figures.nothingOwedFrom() != Day.NONE;
      case NORMAL, OVERDUE -> false;
    };
  }

  /** CloseDate of a closed account: the later of {@code closed_on} and {@code last_paid_on}. */
  static int closeDate(BureauLoan loan) {
    Assessment figures = loan.assessment();
    if (figures.accountStatus() == AccountStatus.WRITTEN_OFF) {
      return figures.nothingOwedFrom();
    }
    return Math.max(loan.exported().loan().closedOn(), figures.lastPaidOn());
  }

  /**
   * The figures at the close of the report date.
   *
   * @param lastFiveClassOn the FiveCateAdjDate last reported, or none: the date never goes back
   */
  static AccountFigures of(BureauLoan loan, int lastFiveClassOn) {
    return of(loan, lastFiveClassOn, loan.exported().row().options().bureauStatus());
  }

  /**
   * The same with another {@code bureau_status} than the loan's present one.
   *
   * @param givenStatus 41, 6 or 8, or empty
   */
  static AccountFigures of(BureauLoan loan, int lastFiveClassOn, String givenStatus) {
    Assessment figures = loan.assessment();
    int opened = loan.exported().loan().openedOn();
    boolean closed = isClosed(figures);
    String status = acctStatus(loan, closed, givenStatus);
    boolean badDebt = status.equals(BAD_DEBT) || status.equals(WRITTEN_OFF);
    char rpyStatus = badDebt ? 'B' : figures.repaymentStatus();
    boolean overdue = rpyStatus != 'N' && rpyStatus != 'M' && rpyStatus != '*';
    long balance = Cents.toYuan(figures.principalBalance());
    long total = overdue ? Cents.toYuan(figures.overdueTotal()) : 0;
    long principal = overdue ? Cents.toYuan(figures.overduePrincipal()) : 0;
    Aged aged = overdue ? Aged.of(figures, principal) : Aged.NONE;
    if (badDebt && total == 0) {
      total = balance;
      principal = balance;
    }
    return new AccountFigures(
        status,
        balance,
        closed ? 0 : figures.instalmentsRemaining(),
        figures.fiveClass(),
        Math.max(Math.max(figures.fiveClassOn(), lastFiveClassOn), opened),
        rpyStatus,
        overdue ? figures.instalmentsOverdue() : 0,
        total,
        principal,
        aged,
        Cents.toYuan(figures.dueThisMonth()),
        Cents.toYuan(figures.paidThisMonth()),
        Cents.toYuan(figures.lastPaidAmount()),
        figures.lastPaidOn() == Day.NONE ? opened : figures.lastPaidOn(),
        closed ? closeDate(loan) : Day.NONE);
  }

  private static String acctStatus(BureauLoan loan, boolean closed, String given) {
    if (closed) {
      return CLOSED;
    }
    if (loan.assessment().accountStatus() == AccountStatus.WRITTEN_OFF) {
      return WRITTEN_OFF;
    }
    if (!given.isEmpty()) {
      return given;
    }
    char status = loan.assessment().repaymentStatus();
    return status >= '1' && status <= '7' ? OVERDUE : NORMAL;
  }

  /** The same account in a 40: no longer overdue, status 1, {@code N} (rulings 37, BLE034). */
  AccountFigures recovered() {
    return new AccountFigures(
        NORMAL,
        acctBal,
        remRepPrd,
        fiveCate,
        fiveCateAdjDate,
        'N',
        0,
        0,
        0,
        Aged.NONE,
        curRpyAmt,
        actRpyAmt,
        latRpyAmt,
        latRpyDate,
        Day.NONE);
  }

  /** Whether the status is 呆账 bad debt. */
  boolean isBadDebt() {
    return acctStatus.equals(BAD_DEBT) || acctStatus.equals(WRITTEN_OFF);
  }

  /** Whether the record tells the bureau something adverse (rulings 35). */
  boolean isAdverse() {
    return (rpyStatus >= '1' && rpyStatus <= '7')
        || rpyStatus == 'B'
        || rpyStatus == 'G'
        || totOverd > 0;
  }
}
