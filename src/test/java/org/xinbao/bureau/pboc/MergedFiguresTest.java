package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

/** One account from several loans: by hand, and against a second implementation at random. */
class MergedFiguresTest {

  private static final int OPENED = Day.of(2026, 1, 15);

  private static Assessment merged(boolean closed, List<TestLoan> loans) {
    List<BureauLoan> built = loans.stream().map(TestLoan::build).toList();
    return new MergedFigures(built, List.of(), closed, OPENED).at(TestLoan.OCT_31, List.of());
  }

  private static TestLoan overdue(int days, int instalments, long principal, long interest) {
    return TestLoan.of(
        loan -> {
          loan.status = AccountStatus.OVERDUE;
          loan.daysPastDue = days;
          loan.firstOverdueOn = TestLoan.OCT_31 - days + 1;
          loan.instalmentsOverdue = instalments;
          loan.overduePrincipal = principal;
          loan.overdueInterest = interest;
          loan.repaymentStatus = (char) ('0' + Math.min(7, (days + 29) / 30));
          loan.fiveClass = 2;
        });
  }

  /** 2,000.00 + 20.50 and 500.00 + 15.00 overdue: 2,535.50, since 45 days, with 2 instalments. */
  @Test
  void amountsAddUpAndTheRestIsOfTheWorst() {
    Assessment both =
        merged(false, List.of(overdue(10, 3, 50_000, 1_500), overdue(45, 2, 200_000, 2_050)));
    assertThat(both.overdueTotal()).isEqualTo(253_550);
    assertThat(both.principalBalance()).isEqualTo(2_400_000);
    assertThat(both.daysPastDue()).isEqualTo(45);
    assertThat(both.firstOverdueOn()).isEqualTo(TestLoan.OCT_31 - 44);
    // Three instalments of a loan that is 10 days late are younger than two that are 45.
    assertThat(both.instalmentsOverdue()).isEqualTo(2);
    assertThat(both.repaymentStatus()).isEqualTo('2');
    assertThat(both.accountStatus()).isEqualTo(AccountStatus.OVERDUE);
  }

  /** 0.30 and 0.20 are less than a yuan each and half a yuan together, which shows. */
  @ParameterizedTest
  @CsvSource({"30, 20, 1", "30, 19, N"})
  void theStatusIsThatOfTheSum(long one, long other, char status) {
    Assessment both = merged(false, List.of(overdue(3, 1, one, 0), overdue(2, 1, other, 0)));
    assertThat(both.repaymentStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "*, *, *", "N, *, N", "M, N, M", "M, *, M", "1, M, 1", "B, 3, B", "D, 2, D", "B, D, B",
    "C, *, *", "C, N, N", "G, 1, 1"
  })
  void theStatusOfOneLoanGoesBeforeAnothers(char one, char other, char account) {
    assertThat(merged(false, List.of(as(one), as(other))).repaymentStatus()).isEqualTo(account);
    assertThat(merged(false, List.of(as(other), as(one))).repaymentStatus()).isEqualTo(account);
  }

  private static TestLoan as(char status) {
    if (status >= '1' && status <= '7') {
      return overdue((status - '0') * 30, 1, 100_000, 0);
    }
    TestLoan loan = TestLoan.of(l -> {});
    loan.repaymentStatus = status;
    loan.due = status == 'N' || status == 'M' ? 101_000 : 0;
    loan.status =
        switch (status) {
          case 'B' -> AccountStatus.WRITTEN_OFF;
          case 'C' -> AccountStatus.CLOSED;
          case 'G' -> AccountStatus.TRANSFERRED;
          default -> AccountStatus.NORMAL;
        };
    return loan;
  }

  @ParameterizedTest
  @CsvSource({"C, C, C, CLOSED", "C, G, G, TRANSFERRED"})
  void aClosedAccountEndsAsItsLoansDid(char one, char other, char status, AccountStatus account) {
    Assessment both = merged(true, List.of(as(one), as(other)));
    assertThat(both.repaymentStatus()).isEqualTo(status);
    assertThat(both.accountStatus()).isEqualTo(account);
  }

  /** The last payment of the account may be of a loan that the export no longer has. */
  @Test
  void theLastPaymentIsOfAnyLoan() {
    int on = Day.of(2026, 8, 3);
    MergedMark gone = new MergedMark("F", "JIEBEI", OPENED, Day.NONE, 100_000, on, 7_000, on, 'C');
    TestLoan loan = TestLoan.of(l -> {});
    loan.lastPaidOn = on;
    loan.lastPaidAmount = 300;
    Assessment figures =
        new MergedFigures(List.of(loan.build()), List.of(gone), false, OPENED)
            .at(TestLoan.OCT_31, List.of());
    assertThat(figures.lastPaidOn()).isEqualTo(on);
    assertThat(figures.lastPaidAmount()).isEqualTo(7_300);
    assertThat(MergedMark.find(gone.text())).contains(gone);
  }

  /** 1 to 5 May, 5 to 9 May: never clean at a close between; 11 May on is another record. */
  @Test
  void recordsThatTouchAreOne() {
    List<RetainedRecord> joined =
        MergedAdverse.of(List.of(record(5, 9), record(11, 12), record(1, 5)));
    assertThat(joined.stream().map(each -> each.record().overdueFrom()))
        .containsExactly(Day.of(2026, 5, 1), Day.of(2026, 5, 11));
    assertThat(joined.get(0).record().endedOn()).isEqualTo(Day.of(2026, 5, 9));
    assertThat(MergedAdverse.of(List.of(record(1, 0), record(3, 4))).get(0).settledOn())
        .isEqualTo(Day.NONE);
  }

  private static RetainedRecord record(int from, int to) {
    int end = to == 0 ? Day.NONE : Day.of(2026, 5, to);
    return new RetainedRecord(
        new AdverseRecord(Day.of(2026, 5, from), end, 1, 100),
        end,
        end == Day.NONE ? Day.NONE : Day.plusMonths(end, 60),
        end == Day.NONE ? RecordState.UNPAID : RecordState.KEPT);
  }

  /** A naive twin: plain loops over what the loans say. */
  @Test
  void anyNumberOfLoansAddsUp() {
    long seed = 20261031;
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      List<TestLoan> loans = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        TestLoan loan =
            random.nextBoolean()
                ? as("*NMB".charAt(random.nextInt(4)))
                : overdue(
                    1 + random.nextInt(250),
                    1 + random.nextInt(9),
                    random.nextInt(90_000),
                    random.nextInt(900));
        loan.balance = random.nextInt(2_000_000);
        loan.paid = random.nextInt(100_000);
        loan.remaining = random.nextInt(12);
        loans.add(loan);
      }
      assertTwin(merged(false, loans), loans, "seed " + seed + ", run " + run);
    }
  }

  private static void assertTwin(Assessment account, List<TestLoan> loans, String what) {
    long balance = 0;
    long overdue = 0;
    long paid = 0;
    int days = 0;
    int instalments = 0;
    int remaining = 0;
    boolean bad = false;
    for (TestLoan each : loans) {
      balance += each.balance;
      overdue += each.overduePrincipal + each.overdueInterest;
      paid += each.paid;
      remaining = Math.max(remaining, each.remaining);
      bad |= each.repaymentStatus == 'B';
      if (each.daysPastDue > days) {
        days = each.daysPastDue;
        instalments = each.instalmentsOverdue;
      } else if (each.daysPastDue == days) {
        instalments = Math.max(instalments, each.instalmentsOverdue);
      }
    }
    assertThat(account.principalBalance()).as(what).isEqualTo(balance);
    assertThat(account.overdueTotal()).as(what).isEqualTo(overdue);
    assertThat(account.paidThisMonth()).as(what).isEqualTo(paid);
    assertThat(account.instalmentsRemaining()).as(what).isEqualTo(remaining);
    assertThat(account.daysPastDue()).as(what).isEqualTo(days);
    assertThat(account.instalmentsOverdue()).as(what).isEqualTo(instalments);
    if (bad) {
      assertThat(account.repaymentStatus()).as(what).isEqualTo('B');
    } else if (days > 0 && overdue >= 50) {
      int thirties = 1;
      while (thirties * 30 < days && thirties < 7) {
        thirties++;
      }
      assertThat(account.repaymentStatus()).as(what).isEqualTo((char) ('0' + thirties));
    } else {
      assertThat(account.repaymentStatus()).as(what).isIn('N', 'M', '*');
    }
  }
}
