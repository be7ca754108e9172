package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;

/** Contract section 5 and rulings 9: from an assessment to the figures of a record. */
class AccountFiguresTest {

  private static AccountFigures of(TestLoan loan) {
    return AccountFigures.of(loan.build(), Day.NONE);
  }

  /** Whole yuan, half up: 0.49 → 0, 0.50 → 1, 1.49 → 1, 1.50 → 2. */
  @ParameterizedTest
  @CsvSource({"0, 0", "49, 0", "50, 1", "149, 1", "150, 2", "1200049, 12000", "1200050, 12001"})
  void amountsAreRoundedHalfUp(long cents, long yuan) {
    AccountFigures figures =
        of(
            TestLoan.of(
                loan -> {
                  loan.balance = cents;
                  loan.due = cents;
                  loan.paid = cents;
                  loan.lastPaidAmount = cents;
                }));
    assertThat(figures.acctBal()).isEqualTo(yuan);
    assertThat(figures.curRpyAmt()).isEqualTo(yuan);
    assertThat(figures.actRpyAmt()).isEqualTo(yuan);
    assertThat(figures.latRpyAmt()).isEqualTo(yuan);
  }

  /**
   * Ageing: what rounding adds above OverdPrinc comes off the largest. Amounts in cents; the last
   * columns in yuan.
   */
  @ParameterizedTest
  @CsvSource({
    // 100.50 + 50.50 = 151.00 → 101 + 51 = 152 > 151: one off the larger
    "15100, 10050, 5050, 0, 0, 151, 100, 51, 0, 0",
    // four times 0.50 = 2.00 → 1 + 1 + 1 + 1 = 4 > 2: the first two give theirs
    "200, 50, 50, 50, 50, 2, 0, 0, 1, 1",
    // the part of 1 to 30 days leaves room: 200.00 in all, 150.50 aged → 151 fits
    "20000, 15050, 0, 0, 0, 200, 151, 0, 0, 0",
    // 10.50 + 20.50 + 30.50 = 61.50 → 11 + 21 + 31 = 63 > 62: one off 31
    "6150, 1050, 2050, 3050, 0, 62, 11, 21, 30, 0",
  })
  void ageingNeverExceedsOverduePrincipal(
      long overdue,
      long p31,
      long p61,
      long p91,
      long p180,
      long princ,
      long a31,
      long a61,
      long a91,
      long a180) {
    AccountFigures figures =
        of(
            TestLoan.of(
                loan -> {
                  loan.overdue();
                  loan.overduePrincipal = overdue;
                  loan.p31 = p31;
                  loan.p61 = p61;
                  loan.p91 = p91;
                  loan.p180 = p180;
                }));
    assertThat(figures.overdPrinc()).isEqualTo(princ);
    assertThat(figures.aged()).isEqualTo(new AccountFigures.Aged(a31, a61, a91, a180));
  }

  /** Statuses N, M and *: nothing is reported as overdue, whatever the amounts. */
  @ParameterizedTest
  @CsvSource({"N", "M", "*"})
  void withinGraceNothingIsOverdue(char status) {
    AccountFigures figures =
        of(
            TestLoan.of(
                loan -> {
                  loan.overdue();
                  loan.repaymentStatus = status;
                }));
    assertThat(figures.totOverd() + figures.overdPrinc() + figures.overdPrd()).isZero();
    assertThat(figures.aged()).isEqualTo(new AccountFigures.Aged(0, 0, 0, 0));
    assertThat(figures.acctStatus()).isEqualTo("1");
    assertThat(figures.isAdverse()).isFalse();
  }

  /** 2000.00 + 20.50 = 2020.50 → 2021; a guarantor's repayment keeps what is still overdue. */
  @ParameterizedTest
  @CsvSource({"1, 2", "7, 2", "D, 1"})
  void overdueIsReported(char status, String acctStatus) {
    AccountFigures figures =
        of(
            TestLoan.of(
                loan -> {
                  loan.overdue();
                  loan.repaymentStatus = status;
                }));
    assertThat(figures.acctStatus()).isEqualTo(acctStatus);
    assertThat(figures.totOverd()).isEqualTo(2021);
    assertThat(figures.overdPrinc()).isEqualTo(2000);
    assertThat(figures.overdPrd()).isEqualTo(2);
    assertThat(figures.isAdverse()).isTrue();
  }

  @Test
  void aWrittenOffLoanIs42AndWithNothingOverdueOwesItsBalance() {
    TestLoan loan =
        TestLoan.of(
            each -> {
              each.loanStatus = LoanStatus.WRITTEN_OFF;
              each.status = AccountStatus.WRITTEN_OFF;
              each.closedOn = Day.of(2026, 10, 1);
              each.repaymentStatus = 'B';
              each.balance = 500_050;
            });
    AccountFigures figures = of(loan);
    assertThat(figures.acctStatus()).isEqualTo("42");
    assertThat(figures.totOverd()).isEqualTo(5001);
    assertThat(figures.overdPrinc()).isEqualTo(5001);
    assertThat(figures.acctBal()).isEqualTo(5001);
    assertThat(figures.closeDate()).isEqualTo(Day.NONE);

    loan.overduePrincipal = 100_000;
    loan.overdueInterest = 100;
    assertThat(of(loan).totOverd()).isEqualTo(1001);
    assertThat(of(loan).overdPrinc()).isEqualTo(1000);
  }

  @Test
  void aWrittenOffLoanThatOwesNothingIsClosedThatDay() {
    AccountFigures figures =
        of(
            TestLoan.of(
                loan -> {
                  loan.loanStatus = LoanStatus.WRITTEN_OFF;
                  loan.status = AccountStatus.WRITTEN_OFF;
                  loan.closedOn = Day.of(2026, 9, 1);
                  loan.nothingOwedFrom = Day.of(2026, 10, 5);
                  loan.repaymentStatus = 'G';
                  loan.balance = 0;
                }));
    assertThat(figures.acctStatus()).isEqualTo("3");
    assertThat(figures.closeDate()).isEqualTo(Day.of(2026, 10, 5));
    assertThat(figures.rpyStatus()).isEqualTo('G');
  }

  @Test
  void closeDateIsTheLaterOfClosingAndLastPayment() {
    TestLoan loan = TestLoan.of(each -> each.closed(Day.of(2026, 10, 9)));
    loan.lastPaidOn = Day.of(2026, 10, 12);
    assertThat(of(loan).closeDate()).isEqualTo(Day.of(2026, 10, 12));
    loan.lastPaidOn = Day.of(2026, 9, 12);
    assertThat(of(loan).closeDate()).isEqualTo(Day.of(2026, 10, 9));
    assertThat(of(loan).remRepPrd()).isZero();
  }

  /** 41, 6 and 8 come only from the ledger's column; 41 is bad debt, status B. */
  @ParameterizedTest
  @CsvSource({"41, 41, B, 12000", "6, 6, *, 0", "8, 8, *, 0"})
  void theLedgerMayNameAStatus(String given, String status, char rpy, long totOverd) {
    AccountFigures figures = of(TestLoan.of(loan -> loan.bureauStatus = given));
    assertThat(figures.acctStatus()).isEqualTo(status);
    assertThat(figures.rpyStatus()).isEqualTo(rpy);
    assertThat(figures.totOverd()).isEqualTo(totOverd);
  }

  @Test
  void fiveCateAdjDateNeverGoesBack() {
    TestLoan loan = TestLoan.of(each -> each.fiveClassOn = Day.of(2026, 5, 1));
    int reported = Day.of(2026, 6, 30);
    assertThat(AccountFigures.of(loan.build(), reported).fiveCateAdjDate()).isEqualTo(reported);
    assertThat(of(loan).fiveCateAdjDate()).isEqualTo(Day.of(2026, 5, 1));
  }

  @Test
  void withoutAPaymentLatRpyDateIsTheOpening() {
    assertThat(of(TestLoan.of(loan -> {})).latRpyDate()).isEqualTo(Day.of(2026, 1, 15));
  }
}
