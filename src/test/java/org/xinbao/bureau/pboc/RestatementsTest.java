package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.bureau.Restatement;
import org.xinbao.ledger.NoticeRow;

/** Reported months that today's data show otherwise (rulings 7). */
class RestatementsTest {

  private static final int NOV_1 = DecidedAccount.NOV_1;
  private static final int OCT_25 = Day.of(2026, 10, 25);

  /** 100.00 paid on 25 October, of which the ledger knows from 1 November on. */
  private static void backdated(DecidedAccount account) {
    account.loan.move("LATE", OCT_25, MovementType.REPAYMENT, 10_000);
    account.figures =
        loan -> {
          boolean paid = loan.date >= OCT_25;
          loan.paid = paid ? 10_000 : 0;
          loan.lastPaidOn = paid ? OCT_25 : Day.NONE;
          loan.balance = paid ? 1_190_000 : 1_200_000;
        };
  }

  private static final List<Restatement> EXPECTED =
      List.of(
          new Restatement("LOAN0001", TestLoan.OCT_31, "AcctBal", "12000", "11900"),
          new Restatement("LOAN0001", TestLoan.OCT_31, "LatRpyDate", "2026-01-15", "2026-10-25"),
          new Restatement("LOAN0001", TestLoan.OCT_31, "ActRpyAmt", "0", "100"));

  @Test
  void aBackdatedPaymentIsListedEveryNightUntilTheMonthIsCorrected() {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    backdated(account);
    for (int night = NOV_1; night < NOV_1 + 2; night++) {
      assertThat(account.night(night).restatements()).isEqualTo(EXPECTED);
      assertThat(account.bureau.records).isEmpty();
    }
    // The next month does not hide the one before.
    assertThat(account.night("2026-11-30").restatements()).isEqualTo(EXPECTED);
    assertThat(account.bureau.points()).containsExactly("30@2026-11-30");
    assertThat(account.night("2026-12-01").restatements()).isEqualTo(EXPECTED);
    assertThat(
            account.decide(Day.of(2026, 12, 2), "CORRECT segment=H;report_date=2026-10-31").held())
        .isEmpty();
    assertThat(TestBureau.value(account.record(), "AcctBal")).isEqualTo("11900");
    assertThat(account.night("2026-12-03").restatements()).isEmpty();
  }

  /** Nothing is recomputed while nothing changed that the figures depend on. */
  @Test
  void anUnchangedLoanIsNotRecomputed() {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    for (int day : new int[] {NOV_1, Day.of(2026, 11, 30), Day.of(2026, 12, 1)}) {
      account.loan.date = day;
      account.bureau.night(
          account.loan.build(),
          earlier -> {
            throw new AssertionError("recomputed for " + Day.format(earlier));
          });
    }
    // A payment of November concerns no month that was reported before it.
    account.loan.move("NOV", Day.of(2026, 12, 5), MovementType.REPAYMENT, 10_000);
    account.loan.date = Day.of(2026, 12, 5);
    account.bureau.night(
        account.loan.build(),
        earlier -> {
          throw new AssertionError("recomputed for " + Day.format(earlier));
        });
  }

  /** What changed need not move a figure. */
  @Test
  void aChangeThatMovesNoFigureIsNotListed() {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    account.loan.move("NONE", OCT_25, MovementType.WAIVER, 0);
    assertThat(account.night(NOV_1).restatements()).isEmpty();
    account.loan.date = NOV_1 + 1;
    account.bureau.night(
        account.loan.build(),
        earlier -> {
          throw new AssertionError("recomputed although the comparison is known");
        });
  }

  /** {@code bureau_status} has no history: the status that was reported stands. */
  @ParameterizedTest
  @ValueSource(strings = {"6", "8", "41"})
  void aStatusThatTheLedgerGivesLaterRestatesNothing(String status) {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    account.loan.bureauStatus = status;
    account.loan.move("NONE", OCT_25, MovementType.WAIVER, 0);
    assertThat(account.night(NOV_1).restatements()).isEmpty();
  }

  /** A month whose figures a decision stated stands against the ledger. */
  @Test
  void whatADecisionStatedIsNotCompared() {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    account.decide("CORRECT segment=H;report_date=2026-10-31;ActRpyAmt=5");
    backdated(account);
    assertThat(account.night(NOV_1 + 1).restatements()).isEmpty();
  }

  @Test
  void aMonthThatCannotBeRecomputedIsPassedOver() {
    DecidedAccount account = DecidedAccount.reported(loan -> {});
    backdated(account);
    account.loan.date = NOV_1;
    account.figures.accept(account.loan);
    BureauLoan today = account.loan.build();
    assertThat(
            account
                .bureau
                .night(
                    today,
                    day -> {
                      throw new NotAssessable();
                    })
                .restatements())
        .isEmpty();
  }

  private static DecidedAccount correcting(String yaml) {
    BureauSettings settings =
        new BureauSettings(TestLoan.PROVIDER, TestBureau.PRODUCTS, LocalTime.of(3, 0), -1, true);
    DecidedAccount account = new DecidedAccount(new TestBureau(yaml, settings), loan -> {});
    return account.monthEnds();
  }

  @Test
  void autoCorrectSendsEachMonthOnce() {
    DecidedAccount account = correcting(TestBureau.YAML);
    backdated(account);
    assertThat(account.night(NOV_1).restatements()).isEqualTo(EXPECTED);
    assertThat(account.bureau.types).containsExactly("212");
    assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo("2026-10-31");
    assertThat(TestBureau.value(account.record(), "ActRpyAmt")).isEqualTo("100");
    for (int night = NOV_1 + 1; night < NOV_1 + 3; night++) {
      assertThat(account.night(night).restatements()).isEmpty();
      assertThat(account.bureau.records).isEmpty();
    }
  }

  /** Three months that changed take three nights: one correction of an account in a file. */
  @Test
  void autoCorrectSendsOneMonthANight() {
    DecidedAccount account = correcting(TestBureau.YAML);
    account.loan.move("WRONG", Day.of(2026, 3, 1), MovementType.WAIVER, 10_000);
    account.figures = loan -> loan.balance = 1_190_000;
    int night = NOV_1;
    for (String month : List.of("2026-08-31", "2026-09-30", "2026-10-31")) {
      account.night(night++);
      assertThat(TestBureau.value(account.record(), "RptDate")).isEqualTo(month);
    }
    assertThat(account.night(night).restatements()).isEmpty();
  }

  /** A month that became adverse is corrected by itself only when the borrower had notice. */
  @Test
  void autoCorrectDoesWhatAReportWouldBeAllowed() {
    DecidedAccount account = correcting(TestBureau.YAML.replace("\"OFF\"", "REQUIRE"));
    account.loan.move("RETURN", OCT_25, MovementType.WAIVER, 0);
    account.figures =
        loan -> {
          if (loan.date >= TestLoan.OCT_31) {
            loan.overdue();
          }
        };
    assertThat(account.night(NOV_1).restatements()).isNotEmpty();
    assertThat(account.bureau.records).isEmpty();
    account.bureau.notices = List.of(new NoticeRow("LOAN0001", "SMS", Day.of(2026, 10, 20)));
    account.night(NOV_1 + 1);
    assertThat(account.bureau.types).containsExactly("212");
    assertThat(TestBureau.value(account.record(), "RpyStatus")).isEqualTo("2");
  }
}
